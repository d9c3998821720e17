//! Sample values for every template: drawn by `/gallery` and by a test. People and posts are invented.
