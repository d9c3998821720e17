//! What was acknowledged survives a power cut.

use std::collections::BTreeMap;

use backchannel::domain::Scope;
use harness::{Door, Process, Program, line, patience::within};
use reqwest::Method;
use serde_json::Value;
use tokio::sync::watch;

/// Acknowledged posts after which the power goes.
const ENOUGH: usize = 60;

#[tokio::test]
async fn every_acknowledged_post_is_there_after_a_kill_in_the_middle_of_pushing() {
    let mut server = Process::serve(&["--open"]).await;
    let facilitator = server.facilitator("main").await;
    let mut screens = vec![
        server.screen("wall/main").await,
        server.screen("board/main").await,
        facilitator.watches("console/main").await,
    ];
    let (program, reader) = (server.program().await, server.program_for(Scope::Read).await);
    let (count, mut counted) = watch::channel(0);
    let pushing = tokio::spawn(push_until_the_end(program.clone(), count));
    within("enough posts", counted.wait_for(|count| *count >= ENOUGH)).await.unwrap();
    screens[0].wait_until("some posts", |page| page.count("posts") > ENOUGH / 2).await;
    server.dies_and_starts_again().await;
    let acknowledged = pushing.await.unwrap();

    let arrived = arrivals(&whole_log(&reader).await);
    for id in &acknowledged {
        assert_eq!(arrived.get(id), Some(&1), "{id} was acknowledged");
    }
    assert!(arrived.values().all(|times| *times == 1), "nothing came twice");
    assert!(arrived.len() <= acknowledged.len() + 1, "only the last push may be unanswered");
    all_come_back(&server, &mut screens, &program).await;
}

async fn all_come_back(server: &Door, screens: &mut [harness::Screen], program: &Program) {
    for screen in &mut *screens {
        screen.comes_back().await;
    }
    program.pushes(&line("after").says("After the power cut.")).await;
    for screen in screens {
        screen.sees("After the power cut.").await;
        screen.equals_a_fresh_one().await;
    }
    assert!(server.web.reads("/wall/main").await.is(200).says("After the power cut."));
}

/// Pushes one post after the other until nobody answers. Tells the ids that were acknowledged.
async fn push_until_the_end(program: Program, count: watch::Sender<usize>) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in 0.. {
        let id = format!("p{number}");
        let request = program.web.request(Method::POST, "/api/posts").bearer_auth(&program.token);
        let Ok(response) = request.body(line(&id).to_string()).send().await else { break };
        if !response.status().is_success() || response.bytes().await.is_err() {
            break;
        }
        acknowledged.push(id);
        count.send_replace(acknowledged.len());
    }
    acknowledged
}

/// All entries, of which none is missing.
async fn whole_log(reader: &Program) -> Vec<Value> {
    let mut entries: Vec<Value> = Vec::new();
    loop {
        let path = format!("/api/log?since={}", entries.len());
        let page = reader.asks(Method::GET, &path, "").await.is(200).body;
        if page.is_empty() {
            return entries;
        }
        for line in page.lines() {
            let entry: Value = serde_json::from_str(line).unwrap();
            assert_eq!(entry["seq"], entries.len() + 1, "numbers have no gap");
            entries.push(entry);
        }
    }
}

/// How often each post arrived.
fn arrivals(log: &[Value]) -> BTreeMap<String, usize> {
    let mut arrived = BTreeMap::new();
    for post in log.iter().filter_map(|entry| entry["event"]["PostArrived"]["post"]["id"].as_str()) {
        *arrived.entry(post.to_owned()).or_default() += 1;
    }
    arrived
}
