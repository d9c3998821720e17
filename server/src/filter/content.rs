//! What a post's own content says, whoever wrote it and whatever a session's policy is.

use crate::domain::{HoldReason, Post, Verdict, present::Present};

/// A post that leads to a blocked host is hidden; one with a blocked word, a warning, or in a language that nobody
/// asked for waits for a person, also under an open policy and from a trusted author.
pub(super) fn verdict(post: &Post, otherwise: Verdict, present: &impl Present) -> Verdict {
    if otherwise == Verdict::Hidden || present.leads_astray(post) {
        return Verdict::Hidden;
    }
    flag(post, present).map_or(otherwise, Verdict::Held)
}

fn flag(post: &Post, present: &impl Present) -> Option<HoldReason> {
    let caution = &post.caution;
    let is_read = || post.lang.as_ref().is_none_or(|lang| present.reads(lang));
    if present.words().catches(post) {
        Some(HoldReason::Word)
    } else if caution.sensitive || caution.warning.is_some() {
        Some(HoldReason::Sensitive)
    } else if !caution.labels.is_empty() {
        Some(HoldReason::Label)
    } else {
        (!is_read()).then_some(HoldReason::Language)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        domain::{Actor, At, Author, Conference, Draft, Entry, Event, Policy},
        filter::{Judgement, judge},
        projections::State,
    };

    /// The state after a conference under #SoMe was opened and these things happened.
    pub(in crate::filter) fn after(events: Vec<Event>) -> State {
        let opened = r#"{"name":"Summit","tags":["SoMe"],"zone":"UTC","pictures":true}"#;
        let conference: Conference = serde_json::from_str(opened).unwrap();
        let mut state = State::default();
        for event in [Event::ConferenceOpened(conference)].into_iter().chain(events) {
            let draft = Draft { at: At(1), actor: Actor::System, key: None, event };
            state.apply(&Entry::new(state.head.next(), draft));
        }
        state
    }

    pub(in crate::filter) fn post(text: &str) -> Post {
        let author = Author {
            id: None,
            handle: "amara".into(),
            name: "Amara".into(),
            avatar_url: None,
            followers: None,
        };
        Post::new("mastodon", "1".into(), author, format!("{text} #SoMe"), At(1))
    }

    fn verdict_of(post: Post, state: &State) -> Verdict {
        match judge(post, At(1), state) {
            Judgement::Fact(Event::PostArrived(arrival)) => arrival.verdict,
            Judgement::Fact(Event::PostEdited { verdict, .. }) => verdict,
            other => panic!("{other:?}"),
        }
    }

    fn words(words: &[&str]) -> Event {
        Event::WordListSet { words: words.iter().map(|word| (*word).to_owned()).collect() }
    }

    #[test]
    fn a_blocked_word_holds_a_post_whoever_wrote_it_and_wherever_it_stands() {
        let trusted = Event::AuthorTrusted { author: post("").author_key() };
        let state = after(vec![words(&["spamword"]), trusted]);
        let held = Verdict::Held(HoldReason::Word);
        assert_eq!(verdict_of(post("Hello"), &state), Verdict::Shown);
        assert_eq!(verdict_of(post("see sp4mw0rd now"), &state), held);
        assert!(!held.visible(Policy::Open));
        let mut by_handle = post("Hello");
        by_handle.author.name = "s.p.a.m.w.o.r.d".into();
        assert_eq!(verdict_of(by_handle, &after(vec![words(&["spamword"])])), held);
    }

    #[test]
    fn an_edit_that_brings_a_blocked_word_is_held_and_a_new_list_replaces_the_old() {
        let arrived = match judge(post("Hello"), At(1), &after(vec![])) {
            Judgement::Fact(event) => event,
            other => panic!("{other:?}"),
        };
        let state = after(vec![words(&["old"]), arrived, words(&["badword"])]);
        assert_eq!(verdict_of(post("a badword"), &state), Verdict::Held(HoldReason::Word));
        assert_eq!(verdict_of(post("an old one"), &state), Verdict::Held(HoldReason::Edited));
    }

    #[test]
    fn a_post_that_leads_to_a_blocked_domain_is_hidden() {
        let state = after(vec![Event::DomainBlocked { domain: "spam.example".into(), posts: Vec::new() }]);
        assert_eq!(verdict_of(post("https://www.Spam.example/x"), &state), Verdict::Hidden);
        assert_eq!(verdict_of(post("https://notspam.example/"), &state), Verdict::Held(HoldReason::New));
    }

    #[test]
    fn a_language_that_nobody_asked_for_waits() {
        let state = after(vec![Event::LanguagesSet { languages: vec!["en".into(), "fr".into()] }]);
        let told =
            |lang: Option<&str>| verdict_of(Post { lang: lang.map(str::to_owned), ..post("Hei") }, &state);
        assert_eq!(told(Some("no")), Verdict::Held(HoldReason::Language));
        for taken in [None, Some("und"), Some("fr-CH"), Some("EN")] {
            assert_eq!(told(taken), Verdict::Held(HoldReason::New), "{taken:?}");
        }
    }
}
