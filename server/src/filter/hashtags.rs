//! Does a post belong to this conference at all?

use crate::domain::{Conference, Kind, Post, text::same_tag};

/// Whether a post has what the conference's rule asks for, or one of its tags; with no tags everything is wanted. What
/// was typed into the room form always is: whoever wrote it sits in the room.
pub(super) fn wanted(post: &Post, conference: &Conference) -> bool {
    let is_ours = |tag: &String| conference.tags.iter().any(|ours| same_tag(ours, tag));
    let has_tag = || conference.tags.is_empty() || post.hashtags.iter().any(is_ours);
    post.network.is_room() || conference.rule.as_ref().map_or_else(has_tag, |rule| rule.wants(post))
}

/// Whether an author says with a tag of their own that they want no part in it. Names in the room are not checked.
pub(super) fn opts_out(post: &Post, conference: &Conference) -> bool {
    let is_own = post.kind != Kind::Repost && !post.network.is_room();
    is_own && post.hashtags.iter().any(|tag| conference.is_opt_out(tag))
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::{At, AuthorKey, Event, Kind},
        filter::{
            Judgement,
            content::tests::{after, post},
            judge,
        },
    };

    #[test]
    fn a_rule_takes_the_place_of_the_plain_tags() {
        let state = after(vec![Event::TagRuleChosen { rule: "#SoMe AND #summit NOT #ad".parse().unwrap() }]);
        let taken = |text| judge(post(text), At(1), &state) != Judgement::Ignored;
        assert!(taken("#Summit") && !taken("alone") && !taken("#summit #AD"));
        assert_eq!(state.programme.conference().tags, ["SoMe", "summit"]);
        let plain = after(vec![
            Event::TagRuleChosen { rule: "#other".parse().unwrap() },
            Event::TagsChosen { tags: vec!["some".into()] },
        ]);
        assert_ne!(judge(post(""), At(1), &plain), Judgement::Ignored);
    }

    #[test]
    fn whoever_posts_the_tag_with_off_opts_out_and_nothing_more_of_theirs_is_taken() {
        let author = post("").author_key();
        let leaving = judge(post("#SoMeOff"), At(1), &after(vec![]));
        assert_eq!(leaving, Judgement::Fact(Event::AuthorOptedOut { author }));
        let state = after(vec![Event::AuthorOptedOut { author }]);
        assert_eq!(judge(post("again"), At(1), &state), Judgement::Ignored);
        let mut repost = post("#SoMeOff");
        repost.kind = Kind::Repost;
        assert!(matches!(judge(repost, At(1), &after(vec![])), Judgement::Fact(Event::PostArrived(_))));
    }

    #[test]
    fn a_handle_that_opted_out_is_known_also_under_its_network_s_id() {
        let author = AuthorKey::of_handle("mastodon", "@amara");
        let mut named = post("Hello");
        named.author.id = Some("4711".into());
        let state = after(vec![Event::AuthorOptedOut { author }]);
        assert_eq!(judge(named, At(1), &state), Judgement::Ignored);
    }
}
