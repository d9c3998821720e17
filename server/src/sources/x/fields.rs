//! What X is asked to send along: without these a post is an id and a text.

use super::api::Parameter;

/// The same for the stream and for the search, so that one mapping reads both.
pub(super) fn all() -> Vec<Parameter> {
    const FIELDS: [(&str, &str); 5] = [
        (
            "tweet.fields",
            "created_at,author_id,lang,entities,referenced_tweets,attachments,public_metrics,conversation_id,\
             in_reply_to_user_id,possibly_sensitive,edit_controls,edit_history_tweet_ids,note_tweet,withheld,reply_settings",
        ),
        (
            "expansions",
            "author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id,\
             referenced_tweets.id.attachments.media_keys,attachments.poll_ids,edit_history_tweet_ids",
        ),
        (
            "user.fields",
            "name,username,profile_image_url,public_metrics,verified,verified_type,protected,withheld,description",
        ),
        ("media.fields", "type,url,preview_image_url,alt_text,width,height,duration_ms,variants"),
        ("poll.fields", "options,voting_status,end_datetime"),
    ];
    FIELDS.map(|(name, fields)| (name, fields.to_owned())).to_vec()
}
