//! Every page of the contract, as it reads without scripts.

use harness::{Server, line};

const HEADERS: [(&str, &str); 5] = [
    ("content-security-policy", "default-src 'self'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=()"),
];

async fn furnished() -> Server {
    let server = Server::open().await;
    let facilitator = server.facilitator("main").await;
    let posts = [line("1").says("Readable by everyone."), line("2").says("Here for a moment.")];
    let program = server.program().await;
    program.pushes_all(&posts).await;
    facilitator.starts_theme("A theme to read").await;
    facilitator.gathers(&posts[0], "main-1").await;
    facilitator.pins("main-1").await;
    program.withdraws(&posts[1]).await;
    server
}

#[tokio::test]
async fn every_page_answers_and_carries_its_content() {
    let server = furnished().await;
    let organiser = server.organiser().await;
    let post = format!("/post/{}", line("1").key());
    for (path, content) in [
        ("/", "/board/main"),
        ("/wall/main", "Readable by everyone."),
        ("/board/main", "Readable by everyone."),
        ("/board/main?t=6", "A theme to read"),
        ("/board/main/posts", "Readable by everyone."),
        (&post, "Readable by everyone."),
        ("/theme/main-1", "A theme to read"),
        ("/report", "data-log="),
        ("/about", "Mastodon"),
        ("/console/main", "Readable by everyone."),
        ("/chair/main", "A theme to read"),
        ("/setup", "First organiser"),
        ("/metrics", "backchannel_"),
        ("/healthz", "ok"),
        ("/readyz", "ready"),
        ("/favicon.ico", "<svg"),
    ] {
        let answer = organiser.reads(path).await.is(200);
        assert!(answer.says(content), "{path} lacks {content:?}: {}", answer.body);
        for (header, value) in HEADERS {
            assert!(answer.header(header).starts_with(value), "{path}: {header}: {}", answer.header(header));
        }
    }
}

#[tokio::test]
async fn an_address_of_nothing_says_so_in_a_page_and_to_programs() {
    let server = furnished().await;
    let gone = format!("/post/{}", line("2").key());
    for (path, status) in [
        ("/wall/elsewhere", 404),
        ("/board/elsewhere", 404),
        ("/board/elsewhere/posts", 404),
        ("/post/00000000000000000000000000000000", 404),
        ("/post/nonsense", 404),
        ("/theme/main-2", 404),
        ("/theme/nonsense", 404),
        ("/zz", 404),
        ("/no/such/page", 404),
        ("/gallery", 404),
        ("/mine/unknown", 404),
        ("/join/unknown", 403),
        (&gone, 410),
    ] {
        let page = server.web.reads(path).await.is(status);
        assert!(page.says("<html") && page.says("href=\"/\""), "{path}: {}", page.body);
        assert!(page.header("content-security-policy").starts_with("default-src 'self'"), "{path}");
        let plain = server.web.request(reqwest::Method::GET, path);
        let problem = harness::Answer::to(path.to_owned(), plain).await.is(status);
        assert_eq!(problem.json()["status"], status);
    }
}

#[tokio::test]
async fn a_rooms_short_link_leads_to_its_board() {
    let server = Server::summit().await;
    for (path, board) in [("/a", "/board/ethics"), ("/b?t=7", "/board/methods?t=7")] {
        assert_eq!(server.web.reads(path).await.is(303).header("location"), board);
    }
}

#[tokio::test]
async fn pages_speak_the_readers_language() {
    let server = furnished().await;
    let french =
        server.web.request(reqwest::Method::GET, "/board/main").header("accept-language", "fr-CH, en;q=0.8");
    let french = harness::Answer::to("the board in French".into(), french).await.is(200);
    assert!(french.says("<html lang=\"fr\""));
    assert!(server.web.reads("/board/main?lang=fr").await.is(200).says("<html lang=\"fr\""));
    assert!(server.web.reads("/board/main").await.is(200).says("<html lang=\"en\""));
}

#[tokio::test]
async fn every_style_and_script_that_a_page_names_is_there() {
    let server = furnished().await;
    let organiser = server.organiser().await;
    let mut files = std::collections::BTreeSet::new();
    for path in
        ["/", "/wall/main", "/board/main", "/report", "/about", "/console/main", "/chair/main", "/setup"]
    {
        let page = organiser.reads(path).await.is(200).body;
        let named = page.split(['"', '\'']).filter(|part| part.starts_with("/assets/") && part.contains('.'));
        files.extend(named.map(str::to_owned));
    }
    assert!(files.len() > 20, "{files:?}");
    for file in &files {
        let answer = organiser.reads(file).await.is(200);
        assert!(answer.header("cache-control").contains("immutable"), "{file}");
        for import in imports(&answer.body).filter(|_| file.ends_with(".js")) {
            let address =
                reqwest::Url::parse(&server.web.base).unwrap().join(file).unwrap().join(import).unwrap();
            organiser.reads(address.path()).await.is(200);
        }
    }
}

/// The relative imports of a module.
fn imports(module: &str) -> impl Iterator<Item = &str> {
    let lines = module.lines().filter(|line| line.starts_with("import ") || line.starts_with("} from "));
    lines.filter_map(|line| line.split('"').nth(1)).filter(|path| path.starts_with('.'))
}
