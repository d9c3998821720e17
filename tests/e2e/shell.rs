//! The program at the shell: its words, its exit codes, and the desk behind the data folder.

use std::{path::Path, process::Output};

use harness::{Process, Program, Web, line, process::run, temporary};

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Everything the desk does, on a folder that a server owns or nobody does.
async fn desk_works(data: &Path, base: &str) -> (String, String) {
    let folder = data.to_str().unwrap();
    let token = stdout(&run(&["token", "--name", "bridge", "--scope", "push", "--data", folder]).await);
    let token = token.strip_suffix('\n').unwrap();
    assert!(token.len() == 26 && token.chars().all(|letter| letter.is_ascii_alphanumeric()), "{token:?}");
    let link = stdout(&run(&["link", "--role", "chair", "--session", "main", "--data", folder]).await);
    let link = link.strip_suffix('\n').unwrap();
    assert!(link.starts_with(&format!("{base}/join/")) && !link.contains(char::is_whitespace), "{link:?}");
    let archive = data.with_file_name("posts.ndjson");
    std::fs::write(&archive, format!("{}\nnonsense\n{}\n", line("a1"), line("a2"))).unwrap();
    let imported = stdout(&run(&["import", archive.to_str().unwrap(), "--data", folder]).await);
    assert_eq!(imported, "posts.ndjson: 2 arrived, 0 known, 0 without a tag of ours, 1 rejected\n");
    let copy = data.with_file_name("copy").join("log.sqlite");
    std::fs::create_dir(copy.parent().unwrap()).unwrap();
    stdout(&run(&["backup", "--out", copy.to_str().unwrap(), "--data", folder]).await);
    let checked = stdout(&run(&["check", "--data", copy.parent().unwrap().to_str().unwrap()]).await);
    assert!(checked.contains("every checksum fits"), "{checked}");
    (token.to_owned(), link.to_owned())
}

#[tokio::test]
async fn the_desk_works_while_a_server_owns_the_folder() {
    let server = Process::serve(&[]).await;
    let (token, link) = desk_works(&server.data, &server.web.base).await;
    let program = Program { web: server.web.clone(), token };
    assert_eq!(program.pushes(&line("1")).await["arrived"], 1);
    assert_eq!(server.web.presses(&link).await.is(303).header("location"), "/chair/main");
    assert_eq!(server.web.numbers().await["posts"], 3);
}

#[tokio::test]
async fn the_desk_works_while_nobody_owns_the_folder() {
    let mut server = Process::serve(&[]).await;
    assert!(server.stops().await.success());
    let (token, link) = desk_works(&server.data, "http://127.0.0.1:8080").await;
    server.dies_and_starts_again().await;
    let program = Program { web: server.web.clone(), token };
    assert_eq!(program.pushes(&line("a1")).await["duplicates"], 1);
    let (_, secret) = link.rsplit_once('/').unwrap();
    server.web.presses(&format!("/join/{secret}")).await.is(303);
}

#[tokio::test]
async fn a_second_server_on_the_same_folder_is_refused_in_words() {
    let server = Process::serve(&[]).await;
    let second = run(&["serve", "--listen", "127.0.0.1:0", "--data", server.data.to_str().unwrap()]).await;
    assert_eq!(second.status.code(), Some(1));
    let words = String::from_utf8(second.stderr).unwrap();
    assert!(words.contains("another Backchannel is using"), "{words}");
    server.web.reads("/").await.is(200);
}

#[tokio::test]
async fn an_address_that_is_taken_is_refused_in_words() {
    let server = Process::serve(&[]).await;
    let folder = temporary();
    let address = server.web.base.trim_start_matches("http://");
    let second = run(&["serve", "--listen", address, "--data", folder.path().to_str().unwrap()]).await;
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8(second.stderr).unwrap().contains("--listen"));
}

#[tokio::test]
async fn check_says_what_to_fix_and_exits_accordingly() {
    let folder = temporary();
    let data = folder.path().join("data");
    let config = folder.path().join("summit.toml");
    let check = ["check", "--data", data.to_str().unwrap(), "--config", config.to_str().unwrap()];
    std::fs::write(&config, "listen = \"127.0.0.1:0\"\n").unwrap();
    assert!(stdout(&run(&check).await).contains("ok    data folder"));
    std::fs::write(&config, "listen = \"127.0.0.1:0\"\n\nlisten_to = 1\n").unwrap();
    let failed = run(&check).await;
    assert_eq!(failed.status.code(), Some(1));
    let words = String::from_utf8(failed.stdout).unwrap();
    assert!(words.contains("fix   configuration") && words.contains("line 3"), "{words}");
    assert_eq!(run(&["check", "--nonsense"]).await.status.code(), Some(2));
    assert_eq!(run(&["dance"]).await.status.code(), Some(2));
}

#[tokio::test]
async fn a_damaged_log_stops_the_start_and_names_the_entry() {
    let mut server = Process::serve(&["--open"]).await;
    server.program().await.pushes(&line("1").says("Unharmed words of an entry.")).await;
    assert!(server.stops().await.success());
    let log = server.data.join("log.sqlite");
    let mut bytes = std::fs::read(&log).unwrap();
    let at = bytes.windows(8).position(|window| window == b"Unharmed").unwrap();
    bytes[at] = b'u';
    std::fs::write(&log, bytes).unwrap();
    for start in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["check"]] {
        let stopped = run(&[start, vec!["--data", server.data.to_str().unwrap()]].concat()).await;
        assert_eq!(stopped.status.code(), Some(1));
        let words = [stopped.stdout, stopped.stderr].concat();
        let words = String::from_utf8(words).unwrap();
        assert!(words.contains("entry"), "{words}");
    }
}

#[tokio::test]
async fn stopping_and_starting_keeps_logins_tokens_and_posts() {
    let mut server = Process::serve(&["--open"]).await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    program.pushes(&line("1").says("Still here.")).await;
    assert!(server.stops().await.success());
    server.dies_and_starts_again().await;
    assert_eq!(program.pushes(&line("1").says("Still here.")).await["duplicates"], 1);
    facilitator.reads("/console/main").await.is(200);
    assert!(Web::at(&server.web.base).reads("/wall/main").await.is(200).says("Still here."));
}
