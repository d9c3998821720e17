use serde::Deserialize;

/// What `watch.js` keeps.
#[derive(Debug, Deserialize)]
pub struct Watched {
    /// What the content security policy stopped.
    pub violations: Vec<String>,
    /// Errors that no script caught.
    pub errors: Vec<String>,
    /// Layout shifts outside the wall's slots.
    pub shifts: Vec<String>,
}

impl Watched {
    /// Insists that the page kept to its policy and that its scripts did not fail.
    ///
    /// # Panics
    /// When it did not.
    #[track_caller]
    pub fn is_clean(&self, page: &str) {
        assert!(self.violations.is_empty(), "{page} breaks its policy: {:#?}", self.violations);
        assert!(self.errors.is_empty(), "{page} has errors: {:#?}", self.errors);
    }
}
