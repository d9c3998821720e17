//! Each session's themes: gathered by facilitators, pinned to the board, reviewed by the chair.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::Serialize;

use crate::domain::{Act, Entry, Event, Gathered, PostKey, Review, SessionId, ThemeId};

use super::Posts;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Boards {
    sessions: OrdMap<SessionId, Board>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Board {
    themes: OrdMap<u32, Arc<Theme>>,
    /// The theme that each gathered post stands in.
    by_post: OrdMap<PostKey, u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Theme {
    pub id: ThemeId,
    pub title: String,
    pub summary: Option<String>,
    /// In the order they were gathered.
    pub posts: Vector<PostKey>,
    pub started: Act,
    /// When title or summary were last written: what an edit is checked against.
    pub edited: Act,
    pub pin: Option<Pin>,
    pub conclusion: Option<Conclusion>,
    /// What happened to it, oldest first.
    pub history: Vector<(Act, Step)>,
}

/// Its place on the board.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pin {
    pub review: Review,
    /// Who brought it into this state, and when.
    pub since: Act,
    /// The chair's words to the facilitators, when sent back.
    pub words: Option<String>,
    pub pinned: Act,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conclusion {
    pub text: String,
    pub by: Act,
    pub accepted: bool,
}

/// A turn in a theme's life, for its permanent page.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Step {
    Started,
    Pinned,
    Reviewed(Review),
    Concluded,
}

impl Boards {
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.sessions.get(&id.session)?.themes.get(&id.number).map(AsRef::as_ref)
    }

    /// A session's themes by number.
    pub fn themes(&self, session: &SessionId) -> impl Iterator<Item = &Theme> {
        self.sessions.get(session).into_iter().flat_map(|board| board.themes.values().map(AsRef::as_ref))
    }

    pub fn all(&self) -> impl Iterator<Item = &Theme> {
        self.sessions.values().flat_map(|board| board.themes.values().map(AsRef::as_ref))
    }

    /// The theme of a session that a post stands in.
    #[must_use]
    pub fn theme_of(&self, session: &SessionId, post: PostKey) -> Option<&Theme> {
        let board = self.sessions.get(session)?;
        board.themes.get(board.by_post.get(&post)?).map(AsRef::as_ref)
    }

    /// All themes that a post stands in, one per session at most.
    pub fn themes_of(&self, post: PostKey) -> impl Iterator<Item = &Theme> {
        self.sessions.keys().filter_map(move |session| self.theme_of(session, post))
    }

    /// The theme that a session discusses now.
    #[must_use]
    pub fn discussing(&self, session: &SessionId) -> Option<&Theme> {
        self.themes(session).find(|theme| theme.review() == Some(Review::Discussing))
    }

    /// The number of a session's next theme.
    #[must_use]
    pub fn next_number(&self, session: &SessionId) -> u32 {
        let last = self.sessions.get(session).and_then(|board| board.themes.get_max());
        last.map_or(1, |(number, _)| number + 1)
    }

    pub(super) fn apply(&mut self, entry: &Entry, posts: &Posts) {
        match &entry.event {
            Event::ThemeStarted { theme, title, summary, first } => {
                let started = Theme::started(theme, title, summary.as_ref(), entry);
                self.board(&theme.session).themes.insert(theme.number, Arc::new(started));
                if let Some(first) = first {
                    self.gather(theme, first, posts);
                }
            }
            Event::ThemeEdited { theme, title, summary } => self.change(theme, |theme| {
                theme.title.clone_from(title);
                theme.summary.clone_from(summary);
                theme.edited = entry.act();
            }),
            Event::PostGathered { theme, gathered } => self.gather(theme, gathered, posts),
            Event::PostReleased { theme, post } => self.board(&theme.session).release(*post),
            Event::ThemePinned { theme } => self.change(theme, |theme| {
                let act = entry.act();
                let pin = Pin { review: Review::Waiting, since: act.clone(), words: None, pinned: act };
                theme.pin = Some(pin);
                theme.history.push_back((entry.act(), Step::Pinned));
            }),
            Event::PinReviewed { theme, review, words } => self.review(theme, *review, words.as_ref(), entry),
            Event::ConclusionWritten { theme, text, accepted } => self.change(theme, |theme| {
                let conclusion = Conclusion { text: text.clone(), by: entry.act(), accepted: *accepted };
                theme.conclusion = Some(conclusion);
                theme.history.push_back((entry.act(), Step::Concluded));
            }),
            Event::ConclusionAccepted { theme } => self.change(theme, |theme| {
                if let Some(conclusion) = &mut theme.conclusion {
                    conclusion.accepted = true;
                }
            }),
            Event::PostArrived(arrival) => {
                for theme in &arrival.themes {
                    self.board(&theme.session).replace(&arrival.absorbs, theme.number, arrival.post.key());
                }
            }
            event => {
                for placed in posts.leaving(event.withdraws()) {
                    self.holding(placed.key(), |board| board.release(placed.key()));
                }
            }
        }
    }

    fn board(&mut self, session: &SessionId) -> &mut Board {
        self.sessions.entry(session.clone()).or_default()
    }

    /// Changes every board that holds a post.
    fn holding(&mut self, post: PostKey, with: impl Fn(&mut Board)) {
        let holds = self.sessions.iter().filter(|(_, board)| board.by_post.contains_key(&post));
        for session in holds.map(|(session, _)| session.clone()).collect::<Vec<_>>() {
            with(self.board(&session));
        }
    }

    fn change(&mut self, id: &ThemeId, with: impl FnOnce(&mut Theme)) {
        if let Some(theme) = self.board(&id.session).themes.get_mut(&id.number) {
            with(Arc::make_mut(theme));
        }
    }

    fn gather(&mut self, theme: &ThemeId, gathered: &Gathered, posts: &Posts) {
        let board = self.board(&theme.session);
        board.release(gathered.post);
        // A redacted arrival leaves nothing to gather; the withdrawal behind it would take it out again.
        if posts.get(gathered.post).is_some() {
            board.add(theme.number, gathered.post);
        }
    }

    /// One theme of a session is discussed at a time: the one before goes back to waiting.
    fn review(&mut self, id: &ThemeId, review: Review, words: Option<&String>, entry: &Entry) {
        if review == Review::Discussing
            && let Some(before) = self.discussing(&id.session).map(|theme| theme.id.clone())
            && before != *id
        {
            self.change(&before, |theme| theme.turn(Review::Waiting, None, entry));
        }
        self.change(id, |theme| theme.turn(review, words, entry));
    }
}

impl Board {
    fn release(&mut self, post: PostKey) {
        let number = self.by_post.remove(&post);
        if let Some(theme) = number.and_then(|number| self.themes.get_mut(&number)) {
            Arc::make_mut(theme).posts.retain(|gathered| *gathered != post);
        }
    }

    fn add(&mut self, number: u32, post: PostKey) {
        if let Some(theme) = self.themes.get_mut(&number) {
            Arc::make_mut(theme).posts.push_back(post);
            self.by_post.insert(post, number);
        }
    }

    fn replace(&mut self, stand_ins: &[PostKey], number: u32, original: PostKey) {
        stand_ins.iter().for_each(|stand_in| self.release(*stand_in));
        self.add(number, original);
    }
}

impl Theme {
    fn started(id: &ThemeId, title: &str, summary: Option<&String>, entry: &Entry) -> Self {
        Self {
            id: id.clone(),
            title: title.to_owned(),
            summary: summary.cloned(),
            posts: Vector::new(),
            started: entry.act(),
            edited: entry.act(),
            pin: None,
            conclusion: None,
            history: Vector::unit((entry.act(), Step::Started)),
        }
    }

    fn turn(&mut self, review: Review, words: Option<&String>, entry: &Entry) {
        if let Some(pin) = &mut self.pin {
            pin.review = review;
            pin.since = entry.act();
            pin.words = words.cloned();
            self.history.push_back((entry.act(), Step::Reviewed(review)));
        }
    }

    /// The state of its review, once it is pinned.
    #[must_use]
    pub fn review(&self) -> Option<Review> {
        self.pin.as_ref().map(|pin| pin.review)
    }

    /// What an edit of its text is checked against: the newest of title, summary and conclusion.
    #[must_use]
    pub fn written(&self) -> &Act {
        match &self.conclusion {
            Some(conclusion) if conclusion.by.seq > self.edited.seq => &conclusion.by,
            _ => &self.edited,
        }
    }
}
