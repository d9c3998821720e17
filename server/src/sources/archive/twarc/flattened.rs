//! A flattened post: `twarc2 flatten` moves what X includes with a page into the posts that refer to it. Here it goes back.

use serde_json::{Value, json};

use crate::sources::x::thing::Thing;

#[derive(Default)]
struct Inlined<'a> {
    users: Vec<&'a Value>,
    posts: Vec<&'a Value>,
    media: Vec<&'a Value>,
    polls: Vec<&'a Value>,
}

/// What X had included, in X's shape.
pub(super) fn includes(post: Thing<'_>) -> Value {
    let mut inlined = Inlined::default();
    inlined.gather(post);
    let Inlined { users, posts, media, polls } = inlined;
    json!({ "users": users, "tweets": posts, "media": media, "polls": polls })
}

impl<'a> Inlined<'a> {
    fn gather(&mut self, post: Thing<'a>) {
        self.users.extend(post.thing("author").map(Thing::value));
        if let Some(attached) = post.thing("attachments") {
            self.media.extend(attached.things("media").map(Thing::value));
            self.polls.extend(attached.thing("poll").map(Thing::value));
        }
        // Of a post that X did not include, only the reference is there.
        for referenced in post.things("referenced_tweets").filter(|referenced| referenced.has("author_id")) {
            self.posts.push(referenced.value());
            self.gather(referenced);
        }
    }
}
