use std::slice::from_ref;

use harness::{
    Server,
    browser::{Browser, Rehearsal, Size},
    line,
};

#[tokio::test]
async fn nothing_scrolls_sideways_at_twice_the_size_or_on_a_small_phone() {
    let rehearsal = Rehearsal::at_speed("0.001").await;
    let window = Browser::start().await.window(Size::PAGE).await;
    rehearsal.lets_in(&window).await;
    for page in [
        "/",
        "/board/ethics",
        "/board/ethics/posts",
        "/report",
        "/about",
        "/setup",
        "/console/ethics",
        "/chair/ethics",
    ] {
        window.opens(&rehearsal.page(page)).await;
        for width in [640, 320] {
            window.becomes(Size(width, 640)).await;
            let wide: Vec<String> = window.answers(WIDE).await;
            assert!(wide.is_empty(), "{page} at {width} px goes beyond the edge with {wide:#?}");
        }
    }
}

/// When the page scrolls sideways: what makes it do so.
const WIDE: &str = "
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const isBeyond = (element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement);
    const beyond = [...document.body.querySelectorAll('*')].filter(isBeyond);
    return [`scrollWidth ${document.documentElement.scrollWidth}`, ...beyond.slice(0, 8).map((element) => element.outerHTML.slice(0, 120))];
";

#[tokio::test]
async fn a_word_of_sixty_letters_and_an_arabic_post_stay_inside_their_cards() {
    let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    let posts = [
        line("german").says(&format!("{word} ist ein Wort.")).with("lang", "de"),
        line("arabic")
            .says("نسأل أولاً ثم ننشر، فالثقة تبدأ بالسؤال عن الإذن قبل جمع أي بيانات.")
            .with("lang", "ar"),
        line("named").by(word, &format!("{word}@social.example")),
    ];
    let wall = Browser::start().await.window(Size::WALL).await;
    for post in posts {
        let server = Server::open().await;
        let others = ["Jonas Lindqvist", "Mei Tanaka"].map(|name| line(name).by(name, name));
        server.program().await.pushes_all(&[others.as_slice(), from_ref(&post)].concat()).await;
        wall.opens(&format!("{}/wall/main", server.web.base)).await;
        wall.waits_for(&format!("document.querySelector('[data-slot] [data-post=post-{}]')", post.key()))
            .await;
        let spilled: Vec<String> = wall.answers(SPILLED).await;
        assert!(spilled.is_empty(), "{spilled:#?}");
    }
}

/// Parts of cards whose content is wider than they are.
const SPILLED: &str = "
    return [...document.querySelectorAll('[data-slot] :is(.wall-post, .wall-post__who, .wall-post__text)')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => `${element.scrollWidth} > ${element.clientWidth}: ${element.outerHTML.slice(0, 160)}`);
";
