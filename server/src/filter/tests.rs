//! The filter's rules, one a sentence.

use super::{
    Judgement,
    content::tests::{after, post},
    judge,
};
use crate::{
    domain::{
        Actor, Arrival, At, Draft, Entry, Event, Gathered, HoldReason, Kind, Mark, Policy, Post, PostKey,
        Session, SessionId, ThemeId, Verdict,
    },
    projections::State,
};

fn arrival(post: Post, state: &State) -> Arrival {
    match judge(post, At(5), state) {
        Judgement::Fact(Event::PostArrived(arrival)) => *arrival,
        other => panic!("this post should have arrived: {other:?}"),
    }
}

/// What happens, then these posts, each judged on what came before it.
fn with(events: Vec<Event>, posts: Vec<Post>) -> State {
    posts
        .into_iter()
        .fold(after(events), |state, post| then(&state, Event::PostArrived(Box::new(arrival(post, &state)))))
}

fn then(state: &State, event: Event) -> State {
    let mut next = state.clone();
    let draft = Draft { at: At(9), actor: Actor::System, key: None, event };
    next.apply(&Entry::new(next.head.next(), draft));
    next
}

fn numbered(id: &str, text: &str) -> Post {
    Post { id: id.into(), ..post(text) }
}

fn repost(id: &str, of: Option<&str>, text: &str) -> Post {
    let plain = numbered(id, &format!("RT @amara: {text}"));
    Post { kind: Kind::Repost, repost_of: of.map(str::to_owned), ..plain }
}

fn key(id: &str) -> PostKey {
    numbered(id, "").key()
}

fn slug(id: &str) -> SessionId {
    id.parse().unwrap()
}

fn session(id: &str, keyword: &str, times: Option<(At, At)>) -> Event {
    Event::SessionScheduled(Session {
        id: slug(id),
        name: id.into(),
        mark: Mark::None,
        rooms: Vec::new(),
        times,
        keywords: vec![keyword.into()],
        policy: Policy::Reviewed,
        question: None,
        chairs: Vec::new(),
        facilitators: Vec::new(),
    })
}

#[test]
fn a_tag_is_the_same_in_any_case_and_width() {
    for tag in ["SoMe", "some", "SOME", "ＳｏＭｅ", "#some"] {
        let tagged = Post { hashtags: vec![tag.into()], ..post("") };
        assert!(matches!(judge(tagged, At(5), &after(vec![])), Judgement::Fact(_)), "{tag}");
    }
    let other = Post { hashtags: vec!["SoMeThing".into()], ..post("") };
    assert_eq!(judge(other, At(5), &after(vec![])), Judgement::Ignored);
}

#[test]
fn without_tags_everything_is_taken_and_the_room_always_is() {
    let untagged = || Post { hashtags: Vec::new(), ..post("") };
    assert_eq!(judge(untagged(), At(5), &after(vec![])), Judgement::Ignored);
    arrival(untagged(), &after(vec![Event::TagsChosen { tags: Vec::new() }]));
    arrival(Post { network: "room".into(), ..untagged() }, &after(vec![]));
}

#[test]
fn the_author_s_standing_is_the_first_verdict() {
    let author = post("").author_key();
    let verdict = |event| arrival(post(""), &after(vec![event])).verdict;
    assert_eq!(verdict(Event::RehearsalEnded), Verdict::Held(HoldReason::New));
    assert_eq!(verdict(Event::AuthorTrusted { author }), Verdict::Shown);
    assert_eq!(verdict(Event::AuthorBlocked { author, why: None }), Verdict::Hidden);
    let state = after(vec![Event::AuthorOptedOut { author }]);
    assert_eq!(judge(post(""), At(5), &state), Judgement::Ignored);
}

#[test]
fn a_keyword_routes_before_the_clock_and_the_clock_before_nothing() {
    let running = session("ethics", "ethics", Some((At(0), At(10))));
    let later = session("teaching", "teaching", Some((At(10), At(20))));
    let state = after(vec![running, later]);
    let sessions = |text: &str, at| match judge(post(text), At(at), &state) {
        Judgement::Fact(Event::PostArrived(arrival)) => arrival.sessions,
        other => panic!("{other:?}"),
    };
    assert_eq!(sessions("about #Teaching", 5), [slug("teaching")]);
    assert_eq!(sessions("#teaching #ethics", 15), [slug("ethics"), slug("teaching")]);
    assert_eq!(sessions("a word on teaching", 15), [slug("teaching")]);
    assert_eq!(sessions("a word on teaching", 5), [slug("ethics")]);
    assert_eq!(sessions("anything", 5), [slug("ethics")]);
    assert_eq!(sessions("anything", 10), [slug("teaching")]);
    assert_eq!(sessions("anything", 20), []);
}

#[test]
fn a_repost_counts_towards_its_original_and_keeps_no_words() {
    let state = with(vec![], vec![numbered("1", "Consent")]);
    let arrived = arrival(repost("2", Some("1"), "Consent"), &state);
    assert_eq!((arrived.into, arrived.post.text.as_str()), (Some(key("1")), ""));
}

#[test]
fn a_repost_without_its_original_stands_for_itself_and_later_ones_count_towards_it() {
    let state = with(vec![], vec![repost("2", Some("1"), "Consent")]);
    assert_eq!(state.content.posts.get(key("2")).unwrap().into, None);
    assert_eq!(arrival(repost("3", Some("1"), "Other words"), &state).into, Some(key("2")));
}

#[test]
fn a_repost_that_names_nothing_counts_towards_the_same_words() {
    let state = with(vec![], vec![numbered("1", "Consent https://a.example/1")]);
    assert_eq!(arrival(repost("2", None, "consent"), &state).into, Some(key("1")));
    assert_eq!(arrival(repost("3", None, "dissent"), &state).into, None);
}

#[test]
fn a_repost_of_a_repost_counts_towards_what_that_counts_towards() {
    let state = with(vec![], vec![numbered("1", "Consent"), repost("2", Some("1"), "Consent")]);
    assert_eq!(arrival(repost("3", Some("2"), "Consent"), &state).into, Some(key("1")));
    assert_eq!(arrival(repost("4", Some("4"), "I repeat myself"), &state).into, None);
}

#[test]
fn an_original_takes_over_what_was_decided_about_its_stand_in() {
    let theme = ThemeId { session: slug("ethics"), number: 1 };
    let first = Gathered { post: key("2"), from: None, shows: true };
    let started = Event::ThemeStarted {
        theme: theme.clone(),
        title: "Consent".into(),
        summary: None,
        first: Some(first),
    };
    let featured = Event::PostFeatured { session: slug("ethics"), post: key("2"), shows: false };
    let before = with(vec![session("ethics", "ethics", None)], vec![repost("2", Some("1"), "Consent")]);
    let state = then(&then(&before, started), featured);
    let original = arrival(numbered("1", "Consent"), &state);
    assert_eq!((original.verdict, original.absorbs.as_slice()), (Verdict::Shown, &[key("2")][..]));
    assert_eq!(
        (original.themes.as_slice(), original.featured.as_slice()),
        (&[theme][..], &[slug("ethics")][..])
    );
}

#[test]
fn an_original_of_a_blocked_author_stays_hidden_though_its_stand_in_was_shown() {
    let author = post("").author_key();
    let by_another = |mut post: Post| {
        post.author.handle = "rana".into();
        post
    };
    let blocked = Event::AuthorBlocked { author, why: None };
    let state = with(vec![blocked], vec![by_another(repost("2", Some("1"), "Consent"))]);
    let state = then(&state, Event::PostShown { post: key("2") });
    assert_eq!(arrival(numbered("1", "Consent"), &state).verdict, Verdict::Hidden);
}

#[test]
fn the_same_post_again_is_a_duplicate_and_with_other_words_an_edit() {
    let state = with(vec![], vec![numbered("1", "Consent")]);
    assert_eq!(judge(numbered("1", "Consent"), At(5), &state), Judgement::Duplicate);
    let mut changed = numbered("1", "Consent, corrected");
    changed.author.followers = Some(999);
    match judge(changed, At(5), &state) {
        Judgement::Fact(Event::PostEdited { post, verdict }) => {
            assert_eq!(verdict, Verdict::Held(HoldReason::Edited));
            assert_eq!((post.author.followers, post.text.as_str()), (None, "Consent, corrected #SoMe"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_shown_goes_back_to_review_and_what_was_hidden_stays_hidden() {
    let state = with(vec![], vec![numbered("1", "Consent")]);
    let verdict = |event| match judge(numbered("1", "Corrected"), At(5), &then(&state, event)) {
        Judgement::Fact(Event::PostEdited { verdict, .. }) => verdict,
        other => panic!("{other:?}"),
    };
    assert_eq!(verdict(Event::PostShown { post: key("1") }), Verdict::Held(HoldReason::Edited));
    assert_eq!(verdict(Event::PostHidden { post: key("1"), why: None }), Verdict::Hidden);
}

#[test]
fn neither_reposts_nor_people_who_opted_out_edit() {
    let state = with(
        vec![],
        vec![numbered("1", "Consent"), repost("2", Some("1"), "Consent"), repost("3", Some("9"), "Other")],
    );
    assert_eq!(judge(repost("2", Some("1"), "Changed"), At(5), &state), Judgement::Duplicate);
    assert_eq!(judge(numbered("3", "Changed"), At(5), &state), Judgement::Duplicate);
    let gone = then(&state, Event::AuthorOptedOut { author: post("").author_key() });
    assert_eq!(judge(numbered("1", "Changed"), At(5), &gone), Judgement::Ignored);
}

#[test]
fn what_was_withdrawn_does_not_come_back_nor_do_its_reposts() {
    let state = after(vec![Event::PostWithdrawn { post: key("1") }]);
    assert_eq!(judge(numbered("1", "Consent"), At(5), &state), Judgement::Ignored);
    assert_eq!(judge(repost("2", Some("1"), "Consent"), At(5), &state), Judgement::Ignored);
}
