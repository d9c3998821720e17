//! Which things an entry may have changed. Too much costs a frame; too little is a wrong wall, and a property test finds it.

use std::collections::BTreeSet;

use super::regions::Thing;
use crate::{
    domain::{Class, Event, PostKey, SessionId, ThemeId},
    projections::State,
};

/// What an entry may have changed.
#[derive(Debug, Default)]
pub struct Touched {
    /// Everything, everywhere.
    pub whole: bool,
    /// Something beside posts: a theme's state, the wall's mode.
    pub rules: bool,
    /// Sessions in which anything changed.
    pub sessions: BTreeSet<SessionId>,
    posts: BTreeSet<PostKey>,
    themes: BTreeSet<ThemeId>,
}

impl Touched {
    /// What `event` changed between two states.
    #[must_use]
    pub fn by(event: &Event, before: &State, after: &State) -> Self {
        let mut touched = Self::default();
        touched.note(event, before, after);
        touched.spread(before);
        touched.spread(after);
        touched
    }

    #[must_use]
    pub fn is_nothing(&self) -> bool {
        !self.whole && self.sessions.is_empty()
    }

    /// The touched items of one session.
    #[must_use]
    pub fn things(&self, session: &SessionId) -> BTreeSet<Thing> {
        let posts = self.posts.iter().copied().map(Thing::Post);
        let numbers = self.themes.iter().filter(|theme| theme.session == *session).map(|theme| theme.number);
        posts.chain(numbers.flat_map(|number| [Thing::Theme(number), Thing::Conclusion(number)])).collect()
    }

    fn note(&mut self, event: &Event, before: &State, after: &State) {
        match event {
            Event::PostArrived(arrival) => {
                self.posts.insert(arrival.post.key());
                self.posts.extend(arrival.into);
                // Reposts that waited for this original leave what they counted towards.
                let naming: Vec<_> = before.content.posts.leaving(&[arrival.post.key()]).collect();
                self.posts
                    .extend(naming.iter().flat_map(|placed| placed.into.into_iter().chain([placed.key()])));
            }
            Event::PostEdited { post, .. } => drop(self.posts.insert(post.key())),
            Event::PostShown { post } | Event::PostHidden { post, .. } | Event::PostRouted { post, .. } => {
                self.posts.insert(*post);
            }
            Event::PostStashed { session, post }
            | Event::PostUnstashed { session, post }
            | Event::PostFeatured { session, post, .. }
            | Event::PostUnfeatured { session, post } => {
                self.sessions.insert(session.clone());
                self.posts.insert(*post);
            }
            Event::PostWithdrawn { .. } | Event::AuthorWithdrawn { .. } => {
                let leaving: Vec<_> = before.content.posts.leaving(event.withdraws()).collect();
                self.posts.extend(leaving.iter().filter_map(|placed| placed.into));
                self.posts.extend(leaving.iter().map(|placed| placed.key()));
            }
            Event::AuthorDescribed { network, author } => {
                let key = author.key(network);
                self.posts.extend(before.content.posts.by_author(key));
            }
            Event::SourceReached { .. }
            | Event::AuthorTrusted { .. }
            | Event::WordListSet { .. }
            | Event::LanguagesSet { .. }
            | Event::Redacted => {}
            Event::DomainBlocked { posts, .. } => self.posts.extend(posts),
            Event::AuthorBlocked { author, .. } | Event::AuthorOptedOut { author } => {
                self.posts.extend(before.content.posts.by_author(*author));
            }
            Event::ThemeStarted { theme, first, .. } => {
                self.theme(theme);
                self.posts.extend(first.iter().map(|gathered| gathered.post));
            }
            Event::PostGathered { theme, gathered } => {
                self.theme(theme);
                self.posts.insert(gathered.post);
            }
            Event::PostReleased { theme, post } => {
                self.theme(theme);
                self.posts.insert(*post);
            }
            Event::ThemeEdited { theme, .. }
            | Event::ThemePinned { theme }
            | Event::PinReviewed { theme, .. }
            | Event::ConclusionWritten { theme, .. }
            | Event::ConclusionAccepted { theme } => {
                self.rules = true;
                self.theme(theme);
                for state in [before, after] {
                    let discussing = state.content.boards.discussing(&theme.session);
                    self.themes.extend(discussing.map(|theme| theme.id.clone()));
                }
            }
            Event::AuthorCapSet { session, .. }
            | Event::LayoutChosen { session, .. }
            | Event::WallCleared { session }
            | Event::WallShown { session }
            | Event::WallHeld { session }
            | Event::WallReleased { session }
            | Event::Announced { session, .. }
            | Event::AnnouncementEnded { session } => {
                self.rules = true;
                self.sessions.insert(session.clone());
            }
            private if private.class() == Class::Private => {}
            // The gathering itself changed, or a rehearsal began or ended.
            _ => self.whole = true,
        }
    }

    fn theme(&mut self, theme: &ThemeId) {
        self.sessions.insert(theme.session.clone());
        self.themes.insert(theme.clone());
    }

    /// A post changes the sessions it is in, and the themes it stands in.
    fn spread(&mut self, state: &State) {
        for post in self.posts.clone() {
            if let Some(placed) = state.content.posts.get(post) {
                self.sessions.extend(placed.sessions.iter().cloned());
            }
            for theme in state.content.boards.themes_of(post) {
                self.sessions.insert(theme.id.session.clone());
                self.themes.insert(theme.id.clone());
            }
        }
    }
}
