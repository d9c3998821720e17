//! `backchannel demo`: a generated day in a temporary conference, with nothing to configure.

use std::{collections::HashMap, io::Write as _};

use serde_json::{Value, json};

use crate::{
    app::{self, Running, Serving},
    clock::{Clock, fresh_secret},
    conference::Conference,
    config::Demo,
    demo::{self, Act, Script, StaffAct, Step},
    domain::{Actor, At, Event, Login, Refusal, Role, SecretHash},
    pipeline::{Answer, Ask, Input, Pipeline},
    screens::{
        Pictures,
        commands::{Caller, Command},
    },
};

/// The session that the printed links lead to.
const SESSION: &str = "ethics";
/// Generous: every page of every visitor comes from one address.
const SOCKETS: usize = 2_000;
/// Steps whose answers may be outstanding while the morning is told.
const AHEAD: usize = 2_000;

/// Plays the day until it is asked to stop.
///
/// # Errors
/// In words for the person at the shell.
pub async fn run(flags: Demo) -> anyhow::Result<()> {
    let listener = app::listen(flags.listen).await?;
    let folder = Folder::fresh()?;
    let Script { opening, people, steps, starts_at, opens_at, .. } = demo::script();
    let conference = Conference::open(folder.path(), Clock::rehearsal(opens_at, flags.speed)).await?;
    let visitor = fresh_secret();
    let staff =
        people.iter().map(|person| invitation(&fresh_secret(), &person.name, person.role, &person.sessions));
    let visitor_link = invitation(&visitor, "You", Role::Organiser, &[]);
    let begin = opening.into_iter().chain(staff).chain([visitor_link, Event::RehearsalStarted]).collect();
    conference.record(begin, Some(starts_at)).await?;
    let cast = Cast::of(&conference.pipeline);
    let (told, played): (Vec<_>, Vec<_>) = steps.into_iter().partition(|step| step.at <= opens_at);
    tell(&conference.pipeline, &cast, told).await?;
    let serving = Serving {
        public_url: None,
        assets_from: flags.assets,
        sockets_per_address: SOCKETS,
        pictures: Pictures::off(),
    };
    let running = Running::start(conference, listener, serving)?;
    print_links(&running, &visitor);
    let clock = running.conference.clock.clone();
    let playing = tokio::spawn(play(running.conference.pipeline.clone(), clock, cast, played));
    app::asked_to_stop().await?;
    playing.abort();
    // The player holds the pipeline until it is gone.
    let _ = playing.await;
    running.stop().await;
    Ok(())
}

/// Whoever reads the links may stop reading when they have what they want.
fn print_links(running: &Running, visitor: &str) {
    let base = format!("http://{}", running.address);
    let staff = |page: &str| format!("{base}/join/{visitor}?to=/{page}");
    let lines = [
        "A rehearsal of a summit's afternoon. Open these, side by side if you can:".to_owned(),
        format!("  wall     {base}/wall/{SESSION}"),
        format!("  console  {}", staff(&format!("console/{SESSION}"))),
        format!("  chair    {}", staff(&format!("chair/{SESSION}"))),
        format!("  board    {base}/board/{SESSION}"),
        format!("  setup    {}", staff("setup")),
        format!("  report   {base}/report"),
        "Ctrl-C ends it, and nothing stays.".to_owned(),
    ];
    let _ = writeln!(std::io::stdout(), "{}", lines.join("\n"));
}

fn invitation(secret: &str, name: &str, role: Role, sessions: &[crate::domain::SessionId]) -> Event {
    Event::InvitationMade {
        invitation: SecretHash::of(secret),
        name: name.to_owned(),
        role,
        sessions: sessions.to_vec(),
        reusable: true,
    }
}

/// The script's staff, as if each had signed in.
struct Cast(HashMap<String, Login>);

impl Cast {
    fn of(pipeline: &Pipeline) -> Self {
        let state = pipeline.state();
        let logins = state.people.invited().into_iter().map(|invited| {
            let login = Login {
                person: invited.person,
                name: invited.name.clone(),
                role: invited.role,
                sessions: invited.sessions.clone(),
            };
            (invited.name.clone(), login)
        });
        Self(logins.collect())
    }

    fn ask(&self, step: Step) -> Result<Ask, Refusal> {
        let at = Some(step.at);
        match step.act {
            Act::Post(post) => {
                let actor = Actor::Source(format!("rehearsal of {}", post.network));
                Ok(Ask { actor, inputs: vec![Input::Post(post)], key: None, at })
            }
            Act::Staff { who, does } => {
                let caller = Caller { login: self.0.get(&who).cloned(), at: step.at };
                let (name, fields) = command(&does);
                let command = Box::new(Command::read(name, fields)?);
                Ok(Ask {
                    actor: caller.actor(),
                    inputs: vec![Input::Command(command, caller)],
                    key: None,
                    at,
                })
            }
        }
    }
}

/// The command a person of the script gives: the same that real staff give.
fn command(does: &StaffAct) -> (&'static str, Value) {
    match does {
        StaffAct::Show { post } => ("show-post", json!({ "post": post })),
        StaffAct::Hide { post, why } => ("hide-post", json!({ "post": post, "why": why })),
        StaffAct::Stash { session, post } => ("stash-post", json!({ "session": session, "post": post })),
        StaffAct::Feature { session, post } => ("feature-post", json!({ "session": session, "post": post })),
        StaffAct::Unfeature { session, post } => {
            ("unfeature-post", json!({ "session": session, "post": post }))
        }
        StaffAct::StartTheme { session, title, summary, post } => {
            ("start-theme", json!({ "session": session, "title": title, "summary": summary, "post": post }))
        }
        StaffAct::Gather { theme, post } => ("gather-post", json!({ "theme": theme, "post": post })),
        StaffAct::Pin { theme } => ("pin-theme", json!({ "theme": theme })),
        StaffAct::Review { theme, review, words } => {
            ("review-pin", json!({ "theme": theme, "review": review, "words": words }))
        }
        StaffAct::Conclude { theme, text } => ("write-conclusion", json!({ "theme": theme, "text": text })),
    }
}

/// Tells the day so far, as fast as it goes.
async fn tell(pipeline: &Pipeline, cast: &Cast, steps: Vec<Step>) -> Result<(), Refusal> {
    for steps in steps.chunks(AHEAD) {
        let mut answers = Vec::with_capacity(steps.len());
        for step in steps {
            answers.push(pipeline.send(cast.ask(step.clone())?).await?);
        }
        for answer in answers {
            answer.await.into_iter().flatten().for_each(report);
        }
    }
    Ok(())
}

/// Plays the rest of the day as the clock reaches it.
async fn play(pipeline: Pipeline, clock: Clock, cast: Cast, steps: Vec<Step>) {
    for step in steps {
        wait(&clock, step.at).await;
        let Ok(ask) = cast.ask(step) else { continue };
        match pipeline.ask(ask).await {
            Ok(answers) => answers.into_iter().for_each(report),
            Err(_) => return,
        }
    }
}

async fn wait(clock: &Clock, at: At) {
    tokio::time::sleep(clock.until(at)).await;
}

/// Somebody who watches may have acted before the script: that is how it should be.
fn report(answer: Answer) {
    if let Err(refusal) = answer {
        tracing::debug!(%refusal, "the script's act was not needed: {refusal}");
    }
}

/// A folder that goes with the rehearsal.
struct Folder(std::path::PathBuf);

impl Folder {
    fn fresh() -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("backchannel-demo-{}", fresh_secret()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }

    fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A leftover in the temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
