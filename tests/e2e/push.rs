//! What a program hears about each of its lines.

use backchannel::domain::{Scope, line::LINE_LIMIT};
use harness::{Server, line};
use reqwest::Method;

#[tokio::test]
async fn every_bad_line_is_named_and_the_rest_goes_in() {
    let server = Server::open().await;
    let good = line("1").to_string();
    let body = [
        good.clone(),
        "garbage".into(),
        good[..good.len() / 2].to_owned(),
        line("1970").with("created_at", "1970-01-01T00:00:00Z").to_string(),
        line("2106").with("created_at", "2106-02-07T06:28:16Z").to_string(),
        line("long").says(&"x".repeat(LINE_LIMIT)).to_string(),
        good,
        line("2").to_string(),
        String::new(),
        r#"{"network":"mastodon"}"#.into(),
    ];
    let pushed = server.program().await.pushes_text(&body.join("\n")).await;
    let counts = ["arrived", "duplicates", "edited", "ignored"].map(|count| pushed[count].as_u64().unwrap());
    assert_eq!(counts, [2, 1, 0, 0]);
    let rejected = pushed["rejected"].as_array().unwrap();
    let lines: Vec<u64> = rejected.iter().map(|rejected| rejected["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 10]);
    for (rejected, why) in
        rejected.iter().zip(["expected", "EOF", "before 2006", "ahead", "limit", "missing"])
    {
        assert!(rejected["why"].as_str().unwrap().contains(why), "{rejected}");
    }
}

#[tokio::test]
async fn a_line_of_exactly_the_limit_goes_in() {
    let server = Server::open().await;
    let empty = line("1").says("").to_string().len();
    let post = line("1").says(&"x".repeat(LINE_LIMIT - empty));
    assert_eq!(post.to_string().len(), LINE_LIMIT);
    assert_eq!(server.program().await.pushes(&post).await["arrived"], 1);
}

#[tokio::test]
async fn the_head_is_the_number_of_the_last_entry() {
    let server = Server::open().await;
    let pushed = server.program().await.pushes_all(&[line("1"), line("2")]).await;
    let log = server.program_for(Scope::Read).await.reads_log().await.is(200);
    let numbers = log.body.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let numbers: Vec<u64> = numbers.map(|entry| entry["seq"].as_u64().unwrap()).collect();
    let head = pushed["head"].as_u64().unwrap();
    assert_eq!(numbers[..usize::try_from(head).unwrap()], (1..=head).collect::<Vec<_>>());
}

#[tokio::test]
async fn only_posts_with_a_tag_of_ours_are_taken() {
    let server = Server::tagged("SoMeSummit").await;
    let ours = [line("1").says("Here #somesummit"), line("2").with("hashtags", vec!["SOMESUMMIT"])];
    let program = server.program().await;
    assert_eq!(program.pushes_all(&ours).await["arrived"], 2);
    assert_eq!(program.pushes(&line("3").says("Elsewhere #other")).await["ignored"], 1);
}

#[tokio::test]
async fn one_object_may_be_written_over_several_lines() {
    let server = Server::open().await;
    let value: serde_json::Value = serde_json::from_str(&line("1").to_string()).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(server.program().await.pushes_text(&pretty).await["arrived"], 1);
}

#[tokio::test]
async fn a_token_opens_what_it_was_made_for_and_nothing_else() {
    let server = Server::open().await;
    let (mut pusher, reader) = (server.program().await, server.program_for(Scope::Read).await);
    let body = line("1").to_string();
    reader.asks(Method::POST, "/api/posts", &body).await.is(403);
    reader.asks(Method::DELETE, &line("1").place(), "").await.is(403);
    pusher.reads_log().await.is(403);
    pusher.token = "unknown".into();
    pusher.asks(Method::POST, "/api/posts", &body).await.is(401);
    server.web.reads("/api/log").await.is(401);
}

#[tokio::test]
async fn secrets_leave_the_log_only_as_stubs() {
    let server = Server::open().await;
    server.facilitator("main").await;
    let log = server.program_for(Scope::Read).await.reads_log().await.is(200);
    assert!(log.says("\"Withheld\"") && log.says("SessionScheduled"));
    for private in ["InvitationMade", "LoginOpened", "TokenIssued", "Noor Haddad"] {
        assert!(!log.says(private), "{private}");
    }
}
