//! The numbers that the demo is known for, and that its script holds together.

use std::collections::{BTreeMap, BTreeSet};

use super::{Act, Script, StaffAct, script, times::local};
use crate::domain::{Kind, Post, PostKey, ThemeId, text};

fn posts(script: &Script) -> Vec<&Post> {
    let posts = script.steps.iter().filter_map(|step| match &step.act {
        Act::Post(post) => Some(&**post),
        Act::Staff { .. } => None,
    });
    posts.collect()
}

fn acts(script: &Script) -> impl Iterator<Item = &StaffAct> {
    script.steps.iter().filter_map(|step| match &step.act {
        Act::Staff { does, .. } => Some(does),
        Act::Post(_) => None,
    })
}

#[test]
fn the_day_has_its_numbers() {
    let script = script();
    let posts = posts(&script);
    assert_eq!(posts.len(), 2_241);
    assert_eq!(posts.iter().filter(|post| post.kind == Kind::Repost).count(), 612);
    let authors: BTreeMap<_, _> =
        posts.iter().map(|post| (post.author_key(), post.author.followers.is_some())).collect();
    assert_eq!((authors.len(), authors.values().filter(|known| **known).count()), (291, 289));
    let impressions: u64 = posts.iter().filter_map(|post| post.author.followers).sum();
    assert!(impressions.abs_diff(5_200_000) < 52_000, "{impressions}");
    let of = |network| posts.iter().filter(|post| post.network.as_str() == network).count();
    assert_eq!(["x", "mastodon", "bluesky", "room"].map(of), [1_204, 611, 338, 88]);
    let hidden: BTreeSet<PostKey> = acts(&script)
        .filter_map(|act| if let StaffAct::Hide { post, .. } = act { Some(*post) } else { None })
        .collect();
    assert_eq!(hidden.len(), 38);
}

#[test]
fn the_day_has_its_curve() {
    let script = script();
    let posts = posts(&script);
    let before = posts.iter().filter(|post| post.created_at < script.opens_at).count();
    assert_eq!(before, 1_386);
    let mut stretches = BTreeMap::<i64, usize>::new();
    for post in posts {
        *stretches.entry(post.created_at.since(script.starts_at) / 600_000).or_default() += 1;
    }
    let peak = stretches.iter().max_by_key(|(_, posts)| **posts);
    assert_eq!(peak, Some((&43, &107)));
}

#[test]
fn it_is_the_same_day_each_time() {
    assert_eq!(script(), script());
}

#[test]
fn steps_follow_each_other_and_name_what_came_before() {
    let script = script();
    assert!(script.steps.is_sorted_by_key(|step| step.at));
    let ends = [script.starts_at, script.ends_at];
    assert!(script.steps.iter().all(|step| ends[0] <= step.at && step.at < ends[1]));
    let mut seen = BTreeSet::new();
    let mut themes = BTreeMap::new();
    for step in &script.steps {
        match &step.act {
            Act::Post(post) => {
                assert!(post.original_key().is_none_or(|original| seen.contains(&original)), "{post:?}");
                assert_eq!(post.kind == Kind::Repost, post.repost_of.is_some());
                assert!(seen.insert(post.key()));
            }
            Act::Staff { does, who } => {
                assert!(script.people.iter().any(|person| person.name == *who), "{who}");
                check(does, &seen, &mut themes);
            }
        }
    }
    assert_eq!(themes.values().sum::<u32>(), 14);
}

fn check(does: &StaffAct, posts: &BTreeSet<PostKey>, themes: &mut BTreeMap<String, u32>) {
    let known = |theme: &ThemeId, themes: &BTreeMap<String, u32>| {
        assert!(themes.get(theme.session.as_str()).is_some_and(|count| theme.number <= *count), "{theme}");
    };
    match does {
        StaffAct::StartTheme { session, post, .. } => {
            assert!(post.is_none_or(|post| posts.contains(&post)));
            *themes.entry(session.to_string()).or_default() += 1;
        }
        StaffAct::Gather { theme, post } => {
            known(theme, themes);
            assert!(posts.contains(post));
        }
        StaffAct::Pin { theme } | StaffAct::Review { theme, .. } | StaffAct::Conclude { theme, .. } => {
            known(theme, themes);
        }
        StaffAct::Show { post }
        | StaffAct::Hide { post, .. }
        | StaffAct::Stash { post, .. }
        | StaffAct::Feature { post, .. }
        | StaffAct::Unfeature { post, .. } => assert!(posts.contains(post)),
    }
}

#[test]
fn a_post_meets_one_first_act_and_joins_one_theme() {
    let script = script();
    let mut judged = BTreeSet::new();
    let mut gathered = BTreeSet::new();
    for act in acts(&script) {
        match act {
            StaffAct::Show { post } | StaffAct::Hide { post, .. } | StaffAct::Stash { post, .. } => {
                assert!(judged.insert(*post));
            }
            StaffAct::Gather { post, .. } | StaffAct::StartTheme { post: Some(post), .. } => {
                assert!(judged.contains(post) && gathered.insert(*post));
            }
            _ => {}
        }
    }
}

#[test]
fn the_themes_have_their_weights_when_the_demo_opens() {
    let script = script();
    let mut weights = BTreeMap::<String, usize>::new();
    for step in script.steps.iter().filter(|step| step.at < script.opens_at) {
        if let Act::Staff { does: StaffAct::Gather { theme, .. }, .. } = &step.act {
            *weights.entry(theme.to_string()).or_insert(1) += 1;
        }
    }
    let of = |theme: &str| weights.get(theme).copied().unwrap_or_default();
    let ethics = ["ethics-1", "ethics-2", "ethics-3", "ethics-4", "ethics-5", "ethics-6"];
    assert_eq!(ethics.map(of), [23, 17, 9, 12, 31, 6]);
    assert_eq!((of("learning-1"), of("scholarship-1")), (28, 26));
}

#[test]
fn about_twelve_posts_wait_in_ethics_when_the_demo_opens() {
    let script = script();
    let mut waiting = BTreeSet::new();
    for step in script.steps.iter().filter(|step| local("13:30") <= step.at && step.at < script.opens_at) {
        match &step.act {
            Act::Post(post)
                if post.kind != Kind::Repost && !post.hashtags.iter().any(|tag| tag == "platforms") =>
            {
                waiting.insert(post.key());
            }
            Act::Staff { does, .. } => {
                if let StaffAct::Show { post } | StaffAct::Hide { post, .. } | StaffAct::Stash { post, .. } =
                    does
                {
                    waiting.remove(post);
                }
            }
            Act::Post(_) => {}
        }
    }
    assert!((9..=15).contains(&waiting.len()), "{}", waiting.len());
}

#[test]
fn texts_fit_differ_and_come_in_many_languages() {
    let script = script();
    let own: Vec<&Post> = posts(&script).into_iter().filter(|post| post.kind != Kind::Repost).collect();
    assert!(own.iter().all(|post| text::clean(&post.text, text::POST_LIMIT) == post.text));
    assert!(own.iter().any(|post| post.text.chars().count() >= 480));
    let languages: BTreeSet<_> = own.iter().filter_map(|post| post.lang.as_deref()).collect();
    assert!(languages.len() >= 12, "{languages:?}");
    let words = |post: &&Post| post.text.split(" #").next().map(str::to_owned);
    let texts: BTreeSet<_> = own.iter().filter_map(words).collect();
    assert!(texts.len() * 100 >= own.len() * 97, "{} of {} texts differ", texts.len(), own.len());
    assert!(own.iter().filter(|post| !post.media.is_empty()).count() >= 6);
    let tag = |post: &&Post| post.hashtags.iter().any(|tag| tag == super::TAG);
    assert!(posts(&script).iter().all(tag));
}
