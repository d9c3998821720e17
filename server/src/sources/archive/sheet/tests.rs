//! Sheets, all of them invented.

use super::*;
use crate::domain::Kind;

const NOW: At = At(1_782_475_920_000);
const HEADER: &str = "id_str,from_user,text,created_at,time,user_lang,in_reply_to_status_id_str,from_user_id_str,\
    user_followers_count,status_url,entities_str,colour";
const ROW: &str = "101,amara_o,\"R&amp;D first, #SoMe\",Sat Nov 11 21:33:46 +0000 2017,11/11/2017 21:33:46,en,,11,320,\
    https://twitter.com/amara_o/statuses/101,,blue";

fn archive(rows: &[&str]) -> Archive {
    read([&[HEADER], rows].concat().join("\r\n").as_bytes(), NOW).unwrap()
}

fn one(row: &str) -> Post {
    archive(&[row]).posts.remove(0)
}

#[test]
fn a_row_is_read_whole() {
    let post = one(ROW);
    assert_eq!((post.id.as_str(), post.kind, post.lang.as_deref()), ("101", Kind::Post, Some("en")));
    assert_eq!(
        (post.text.as_str(), post.created_at.to_string().as_str()),
        ("R&D first, #SoMe", "2017-11-11T21:33:46Z")
    );
    assert_eq!(post.url.as_deref(), Some("https://twitter.com/amara_o/statuses/101"));
    assert_eq!((post.author.id.as_deref(), post.author.followers), (Some("11"), Some(320)));
    assert_eq!((post.author.handle.as_str(), post.hashtags), ("amara_o", vec!["SoMe".to_owned()]));
}

#[test]
fn columns_stand_in_any_order_and_time_is_day_first() {
    let sheet = "\u{feff}Time,text,colour,FROM_USER,id_str\n2/11/2017 21:33:46,Ask,blue,@bo_l,7\n";
    assert!(begins_with(sheet.lines().next().unwrap().as_bytes()));
    let post = read(sheet.as_bytes(), NOW).unwrap().posts.remove(0);
    assert_eq!(post.created_at.to_string(), "2017-11-02T21:33:46Z");
    assert_eq!(post.url.as_deref(), Some("https://x.com/bo_l/status/7"));
}

#[test]
fn what_does_not_name_the_columns_is_no_sheet() {
    for head in ["id_str,from_user,text", "{\"id_str\":1}", "", "a,b,c,d"] {
        assert!(!begins_with(head.as_bytes()), "{head}");
    }
}

#[test]
fn reposts_and_replies_are_told_apart() {
    let repost = one(&ROW.replace("R&amp;D first", "RT @bo_l: Ask"));
    assert_eq!((repost.kind, repost.repost_of), (Kind::Repost, None));
    let reply = one(&ROW.replace(",en,,", ",en,50,"));
    assert_eq!((reply.kind, reply.reply_to.as_deref()), (Kind::Reply, Some("50")));
    assert_eq!(one(&ROW.replace("R&amp;D first", "RT @bo_l and me: Ask")).kind, Kind::Post);
}

#[test]
fn entities_tell_links_tags_and_pictures() {
    let entities = r#""{""hashtags"":[{""text"":""SoMe""},{""text"":""MedEd""}],
        ""urls"":[{""url"":""https://t.co/a1"",""expanded_url"":""https://meded.example/a?b=1&c=2""},
            {""url"":""https://t.co/b2"",""expanded_url"":""javascript:alert(1)""},{""url"":"""",""expanded_url"":7}],
        ""media"":[{""url"":""https://t.co/c3"",""media_url_https"":""https://img.example/p.jpg""}]}""#;
    let row = ROW.replace(",,blue", &format!(",{entities},blue"));
    let post = one(&row.replace("R&amp;D first", "See https://t.co/a1 https://t.co/b2 https://t.co/c3"));
    assert_eq!(post.text, "See https://meded.example/a?b=1&c=2 https://t.co/b2 , #SoMe");
    assert_eq!((post.hashtags, post.media.len()), (vec!["SoMe".to_owned(), "MedEd".to_owned()], 1));
}

#[test]
fn a_bad_row_is_named_and_the_rest_goes_in() {
    let two_lines = ROW.replace("first,", "first,\r\n").replace("101", "102");
    let long = ROW.replace("blue", &"b".repeat(LINE_LIMIT));
    let wrong = ["101,", "11/11", "Sat Nov 11 21:33:46 +0000 2017"].iter().zip(["1.01E+17,", "then", "then"]);
    let wrong = wrong.fold(ROW.to_owned(), |row, (from, to)| row.replacen(from, to, 1));
    let timeless = ROW.replace("Sat Nov 11 21:33:46 +0000 2017,11/11/2017 21:33:46", ",");
    let archive = archive(&[&two_lines, HEADER, ROW, &long, &wrong, &timeless, "", &ROW[..60]]);
    assert_eq!(archive.posts.len(), 2);
    let told: Vec<_> =
        archive.rejected.iter().map(|rejected| (rejected.line, rejected.why.as_str())).collect();
    let words = ["header", "limit", "id_str", "created_at", "columns"];
    for ((line, why), word) in told.iter().zip(words) {
        assert!(why.contains(word), "{line}: {why}");
    }
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 6, 7, 8, 10]);
}

#[test]
fn a_row_that_ends_inside_quotes_is_rejected() {
    let archive = archive(&[ROW, "102,bo_l,\"Ask fi"]);
    assert_eq!((archive.posts.len(), archive.rejected.len(), archive.rejected[0].line), (1, 1, 3));
}
