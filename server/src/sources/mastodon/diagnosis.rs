//! Trying a server before a conference relies on it.

use std::time::Duration;

use futures_util::StreamExt as _;
use tokio_tungstenite::tungstenite::Message;

use super::{
    Settings,
    instance::Instance,
    paging::Part,
    rest::{Api, refusal},
    socket::Line,
    stream::Ended,
    trouble::Trouble,
};
use crate::clock::Clock;

/// A hashtag to try with. Whether it has posts does not matter.
const TAG: &str = "backchannel";
/// A refused subscription is answered at once.
const SETTLE: Duration = Duration::from_secs(3);

/// Does what the source will do, and says in plain words what works.
///
/// # Errors
/// In plain words: what does not work, and what to do.
pub async fn diagnose(settings: &Settings) -> Result<String, String> {
    let host = settings.host();
    let api = Api::of(settings, || Clock::System.now()).map_err(|trouble| words(&host, trouble))?;
    let instance = api.instance().await.map_err(|trouble| words(&host, trouble))?;
    api.tag(TAG, Part::Newest).await.map_err(|trouble| words(&host, trouble))?;
    let met = format!("{host} runs {}", instance.version);
    let Some(token) = settings.token.clone() else {
        return match instance.missing() {
            Some(missing) if instance.is_closed() => Err(format!("{met}; {missing}")),
            Some(missing) => {
                Ok(format!("{met}; it is asked every few seconds, without a token, and {missing}"))
            }
            None => Ok(format!("{met}; it is asked every few seconds; with a token it would tell by itself")),
        };
    };
    if !instance.is_mastodon() {
        return Ok(format!("{met}, which is no Mastodon; it is asked every few seconds"));
    }
    stream(settings, token, &instance).await.map_err(|why| format!("{met}, but {why}"))?;
    Ok(format!("{met}; its stream takes the token"))
}

async fn stream(settings: &Settings, token: String, instance: &Instance) -> Result<(), String> {
    let line = Line::of(settings, token, instance.streaming.as_deref())?;
    let opened = line.open(&[TAG.to_owned()], settings.pace.answer).await;
    let mut socket = opened.map_err(|ended| match ended {
        Ended::Refused(why) | Ended::Broken(why) => why,
        Ended::Stopped => "the check was stopped".into(),
    })?;
    // Pings come too, and say nothing.
    let says = async {
        loop {
            match socket.next().await {
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                said => break said,
            }
        }
    };
    match tokio::time::timeout(SETTLE, says).await {
        Ok(Some(Ok(Message::Text(text)))) => match refusal(text.as_bytes()) {
            Some(why) => Err(format!("the stream refuses: {why}; make a token with the scope read:statuses")),
            None => Ok(()),
        },
        Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) => Err("the stream breaks off at once".into()),
        Ok(Some(Ok(_))) | Err(_) => Ok(()),
    }
}

fn words(host: &str, trouble: Trouble) -> String {
    match trouble {
        Trouble::Denied(why) => format!("{host} refused ({why}); give a token that it knows"),
        Trouble::Missing => format!("{host} does not speak Mastodon's API"),
        Trouble::Busy(wait) => format!("{host} wants to be left alone for {} s", wait.as_secs()),
        Trouble::Failed(why) => format!("{host}: {why}"),
    }
}
