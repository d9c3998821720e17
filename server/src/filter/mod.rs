//! May it be shown, and in which session? A pure judgement of an arriving post on the present.

mod authors;
mod content;
mod hashtags;
mod reposts;
mod routing;

#[cfg(test)]
mod tests;

use crate::domain::{
    Arrival, At, Event, HoldReason, Kind, Post, Verdict,
    present::{Known, Present},
};

/// What becomes of a post that a source brought.
#[derive(Debug, PartialEq)]
pub enum Judgement {
    /// Something new to record.
    Fact(Event),
    /// It is here already, unchanged.
    Duplicate,
    /// It is none of ours: no tag matches, its author opted out, or it was withdrawn.
    Ignored,
}

/// Judges a post that arrives at `at`. Upstreams send at least once and in any order: whatever order posts come in,
/// what stands in the end is the same.
#[must_use]
pub fn judge(post: Post, at: At, present: &impl Present) -> Judgement {
    // Quoted words belong to another author. Kept here they would outlive their own withdrawal.
    let post = Post { quote: None, ..post };
    let key = post.key();
    if present.is_withdrawn(key) || post.original_key().is_some_and(|original| present.is_withdrawn(original))
    {
        return Judgement::Ignored;
    }
    let Some(verdict) = authors::verdict(&post, present) else { return Judgement::Ignored };
    if hashtags::opts_out(&post, present.conference()) {
        return Judgement::Fact(Event::AuthorOptedOut { author: post.author_key() });
    }
    if let Some(known) = present.known(key) {
        return edited(post, &known, present);
    }
    if !hashtags::wanted(&post, present.conference()) {
        return Judgement::Ignored;
    }
    let verdict = content::verdict(&post, verdict, present);
    Judgement::Fact(Event::PostArrived(Box::new(place(post, verdict, at, present))))
}

fn place(mut post: Post, verdict: Verdict, at: At, present: &impl Present) -> Arrival {
    let into = reposts::target(&post, present);
    let stand_in = present.stand_in(post.key()).filter(|_| post.kind != Kind::Repost);
    // An original takes over what was decided about the repost that stood in for it.
    let stood_in = stand_in.and_then(|stand_in| present.known(stand_in));
    let (verdict, sessions) = match stood_in {
        Some(known) if verdict == Verdict::Held(HoldReason::New) => (known.verdict, known.sessions.to_vec()),
        Some(known) => (verdict, known.sessions.to_vec()),
        None => (verdict, routing::sessions(&post, at, present)),
    };
    if into.is_some() {
        post.forget_words();
        post.hashtags.clear();
    }
    let themes = stand_in.map(|stand_in| present.gathered_in(stand_in)).unwrap_or_default();
    let featured = stand_in.map(|stand_in| present.featured_in(stand_in)).unwrap_or_default();
    Arrival { post, verdict, sessions, into, absorbs: stand_in.into_iter().collect(), themes, featured }
}

/// A post that is here and comes again with other words goes back to review; what was hidden stays hidden. Its author,
/// with their followers, stays as it arrived: reach counts those.
fn edited(post: Post, known: &Known<'_>, present: &impl Present) -> Judgement {
    let same =
        known.post.text == post.text && known.post.media == post.media && !warns_anew(&post, known.post);
    if same || [post.kind, known.post.kind].contains(&Kind::Repost) {
        return Judgement::Duplicate;
    }
    let verdict = match known.verdict {
        // New too: an open wall shows it, and other words may have come in behind the first ones.
        Verdict::Shown | Verdict::Held(HoldReason::New) => Verdict::Held(HoldReason::Edited),
        judged => judged,
    };
    let verdict = content::verdict(&post, verdict, present);
    let post = Box::new(Post { author: known.post.author.clone(), ..post });
    Judgement::Fact(Event::PostEdited { post, verdict })
}

/// A warning may come later than its post: people edit one in, and labels of authors are asked for.
fn warns_anew(post: &Post, known: &Post) -> bool {
    let (now, before) = (&post.caution, &known.caution);
    (now.sensitive && !before.sensitive)
        || (now.warning.is_some() && now.warning != before.warning)
        || now.labels.iter().any(|label| !before.labels.contains(label))
}
