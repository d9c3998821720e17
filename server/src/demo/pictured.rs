//! Posts that have their minute: those that the day opens with, and those with a drawing.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::times::local;
use crate::domain::{At, Media, MediaKind};

/// What becomes of a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    #[default]
    Shown,
    Hidden,
    Stashed,
    Featured,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pictured {
    at: String,
    /// Network and handle of somebody in the cast.
    pub by: String,
    #[serde(default)]
    pub section: String,
    #[serde(default)]
    pub text: String,
    #[serde(default = "english")]
    pub lang: String,
    /// Tags that the network keeps beside the text.
    #[serde(default)]
    pub tags: Vec<String>,
    drawing: Option<String>,
    /// Under which later reposts find it.
    pub name: Option<String>,
    pub reposts: Option<String>,
    /// Seconds until a facilitator acts.
    pub acted_after: Option<i64>,
    #[serde(default)]
    pub fate: Fate,
}

#[derive(Deserialize)]
struct Posts {
    post: Vec<Pictured>,
}

fn english() -> String {
    "en".into()
}

/// In the order of their time.
pub fn posts() -> Vec<Pictured> {
    let Posts { mut post } =
        toml::from_str(include_str!("pictured.toml")).expect("pictured.toml is in order");
    post.sort_by_key(Pictured::at);
    post
}

impl Pictured {
    pub fn at(&self) -> At {
        local(&self.at)
    }

    pub fn media(&self) -> Vec<Media> {
        let drawings: BTreeMap<String, String> =
            toml::from_str(include_str!("drawings.toml")).expect("drawings.toml is in order");
        let media = self.drawing.iter().map(|name| Media {
            url: format!("/media/demo/{name}.svg"),
            alt: Some(drawings[name].clone()),
            kind: MediaKind::Image,
        });
        media.collect()
    }
}
