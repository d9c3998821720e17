use super::*;

fn list(words: &[&str]) -> WordList {
    WordList::new(words.iter().map(|word| (*word).to_owned()).collect())
}

/// Disguises that people use, one a line.
const VARIANTS: &str = include_str!("variants.txt");

#[test]
fn disguised_words_are_caught() {
    let words = list(&["spamword", "buymeds", "badword", "killjoy"]);
    let all: Vec<&str> = VARIANTS.lines().collect();
    let missed: Vec<&&str> = all.iter().filter(|variant| !words.is_in_text(variant)).collect();
    assert!(all.len() >= 200, "{} variants", all.len());
    assert!(missed.len() * 100 <= all.len(), "{} of {} missed: {missed:#?}", missed.len(), all.len());
}

#[test]
fn innocent_words_that_contain_one_are_left_alone() {
    let words = list(&["sex", "ass", "hell", "tit", "cum", "damn", "god", "kill", "meds"]);
    for innocent in [
        "Essex and Middlesex",
        "classic assignment",
        "He'll, she’ll and they'll",
        "titles",
        "a document",
        "Amsterdam notes",
        "good",
        "as is",
        "as simple",
        "455 people",
        "717 4th",
        "skill",
        "https://t.example/aSs7xQ",
        "Hello",
        "ki lo",
        "me ds",
        "has sent",
        "ass-ociated".trim_start_matches("ass-"),
        "@kilianm",
        "10am",
        "dam nice",
        "go d",
        "Alltid",
        "hel lo",
    ] {
        assert!(!words.is_in_text(innocent), "{innocent}");
    }
    for guilty in
        ["what the hell", "ass", "a s s", "asss", "g0d", "goood", "k.i.l.l", "ki ll joy kill", "1488 damn"]
    {
        assert!(words.is_in_text(guilty), "{guilty}");
    }
}

#[test]
fn phrases_numbers_and_other_scripts_are_words_too() {
    let words = list(&["buy now", "1488", "спам", "迷惑", "ΣΠΑΜ"]);
    for guilty in ["Buy  now!", "BUY-NOW", "b u y n o w", "14 1488", "СПАМ", "спам.", "迷惑 な", "σπαμ"]
    {
        assert!(words.is_in_text(guilty), "{guilty}");
    }
    for innocent in ["buy nowhere", "21488", "14880", "i4bb", "спамер"] {
        assert!(!words.is_in_text(innocent), "{innocent}");
    }
}

#[test]
fn a_word_does_not_reach_from_one_field_into_the_next() {
    let author = crate::domain::Author {
        id: None,
        handle: "bad".into(),
        name: "word bad".into(),
        avatar_url: None,
        followers: None,
    };
    let mut post = Post::new("x", "1".into(), author, "w o r d".into(), crate::domain::At(0));
    let words = list(&["badword"]);
    assert!(!words.catches(&post));
    post.hashtags.push("B4dWord".into());
    assert!(words.catches(&post));
}
