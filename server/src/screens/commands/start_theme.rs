use serde::Deserialize;

use super::{Action, Caller, body, caller, gather_post::gathered};
use crate::{
    domain::{Event, PostKey, Refusal, SessionId, ThemeId, text::clean_line},
    projections::{Placed, State},
};

/// Longest title, in characters: three lines of a theme card.
pub(super) const TITLE_LIMIT: usize = 120;
pub(super) const SUMMARY_LIMIT: usize = 600;

/// Starts a theme, from a post or from nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartTheme {
    session: SessionId,
    /// Absent: the first sentence of the post.
    title: Option<String>,
    summary: Option<String>,
    post: Option<PostKey>,
}

impl Action for StartTheme {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        caller::session(state, &self.session)?;
        let post = self.post.map(|post| caller::post(state, post)).transpose()?;
        let title = match (&self.title, post) {
            (Some(title), _) => body::filled("title", title, TITLE_LIMIT)?,
            (None, Some(post)) => first_sentence(post),
            (None, None) => return Err(Refusal::invalid("title", "Give the theme a title.")),
        };
        let summary = self.summary.as_deref().map(|text| body::filled("summary", text, SUMMARY_LIMIT)).transpose()?;
        let number = state.content.boards.next_number(&self.session);
        let theme = ThemeId { session: self.session.clone(), number };
        let first = post.map(|post| gathered(state, &self.session, post));
        Ok(Event::ThemeStarted { theme, title, summary, first })
    }
}

fn first_sentence(placed: &Placed) -> String {
    let text = clean_line(&placed.post.text);
    let end = text.find(['.', '?', '!', '。', '？']).map_or(text.len(), |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let sentence = text[..end].trim_end_matches('.').trim();
    if sentence.is_empty() { placed.post.author.name.clone() } else { sentence.to_owned() }
}
