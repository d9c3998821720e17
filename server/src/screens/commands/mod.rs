//! What people can do, one action a file. Each decides purely: the present and a caller in, an event or a refusal out.

mod body;
mod caller;

use serde_json::Value;

use crate::{
    domain::{Event, Refusal},
    projections::State,
};

pub use body::{Body, fields};
pub use caller::Caller;

/// One thing a person can do.
trait Action {
    /// Decides on the present.
    ///
    /// # Errors
    /// The refusal says why not, in words for the person who asked.
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal>;
}

macro_rules! commands {
    ($($name:literal => $module:ident :: $action:ident,)*) => {
        $(mod $module;)*

        /// A closed list: the names in addresses are the names of the files.
        #[derive(Debug)]
        pub enum Command {
            $($action($module::$action),)*
        }

        impl Command {
            /// Every name, as in `POST /commands/{name}`.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// Reads a command from its name and fields.
            ///
            /// # Errors
            /// [`Refusal::Unknown`] for a name that is none, [`Refusal::Invalid`] for fields that do not fit.
            pub fn read(name: &str, fields: Value) -> Result<Self, Refusal> {
                match name {
                    $($name => serde_json::from_value(fields).map(Self::$action).map_err(body::misfit),)*
                    _ => Err(Refusal::unknown("command", name)),
                }
            }

            /// Decides on the present.
            ///
            /// # Errors
            /// As the action says.
            pub fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
                match self {
                    $(Self::$action(action) => action.decide(state, caller),)*
                }
            }
        }
    };
}

commands! {
    "announce" => announce::Announce,
    "block-author" => block_author::BlockAuthor,
    "block-domain" => block_domain::BlockDomain,
    "choose-tags" => choose_tags::ChooseTags,
    "clear-wall" => clear_wall::ClearWall,
    "confirm-opt-out" => confirm_opt_out::ConfirmOptOut,
    "edit-theme" => edit_theme::EditTheme,
    "end-announcement" => end_announcement::EndAnnouncement,
    "feature-post" => feature_post::FeaturePost,
    "gather-post" => gather_post::GatherPost,
    "hide-post" => hide_post::HidePost,
    "hold-wall" => hold_wall::HoldWall,
    "invite" => invite::Invite,
    "opt-out" => opt_out::OptOut,
    "pin-theme" => pin_theme::PinTheme,
    "release-wall" => release_wall::ReleaseWall,
    "review-pin" => review_pin::ReviewPin,
    "route-post" => route_post::RoutePost,
    "set-author-cap" => set_author_cap::SetAuthorCap,
    "set-languages" => set_languages::SetLanguages,
    "set-policy" => set_policy::SetPolicy,
    "set-word-list" => set_word_list::SetWordList,
    "show-post" => show_post::ShowPost,
    "show-wall" => show_wall::ShowWall,
    "start-theme" => start_theme::StartTheme,
    "stash-post" => stash_post::StashPost,
    "submit-post" => submit_post::SubmitPost,
    "trust-author" => trust_author::TrustAuthor,
    "unfeature-post" => unfeature_post::UnfeaturePost,
    "unstash-post" => unstash_post::UnstashPost,
    "withdraw-mine" => withdraw_mine::WithdrawMine,
    "write-conclusion" => write_conclusion::WriteConclusion,
}

#[cfg(test)]
mod tests;
