//! Writes the day's posts, one after the other: each may answer, quote or repost an earlier one.

use std::collections::BTreeMap;

use super::{
    TAG,
    beats::{self, session_of},
    cast::{self, Person},
    earlier::Earlier,
    phrasing::Phrasing,
    pictured::{self, Fate, Pictured},
    random::Dice,
    slots::{self, Slot},
};
use crate::domain::{At, Author, Caution, Kind, Network, Post, text};

/// What the followers of all posts add up to at the day's end.
const IMPRESSIONS: f64 = 5_200_000.0;
const ANSWERS: f64 = 0.14;
const SHORT_ANSWERS: f64 = 0.025;
const QUOTES: f64 = 0.07;

/// A post, and what the demo knows about it besides.
pub struct Told {
    pub post: Post,
    pub subject: String,
    /// The text without the tags that were put behind it.
    pub words: String,
    pub pictured: bool,
    pub fate: Fate,
    pub acted_after: Option<i64>,
}

/// What somebody is about to post.
struct Draft {
    subject: String,
    lang: String,
    words: String,
    reply_to: Option<String>,
}

struct Writer {
    people: Vec<Person>,
    phrasing: Phrasing,
    told: Vec<Told>,
    /// Numbers of pictured posts that are reposted by name.
    named: BTreeMap<String, usize>,
    /// What is being reposted on each network.
    hot: BTreeMap<&'static str, usize>,
}

/// All posts in the order of their time.
pub fn day(dice: &mut Dice) -> Vec<Told> {
    let mut people = cast::cast(dice);
    let pictured = pictured::posts();
    let free = slots::free(&people, &pictured, dice);
    scale_followers(&mut people, &free, &pictured);
    let phrasing = Phrasing::new(dice);
    let mut writer =
        Writer { people, phrasing, told: Vec::new(), named: BTreeMap::new(), hot: BTreeMap::new() };
    let mut pictured = pictured.into_iter().peekable();
    for slot in free {
        while let Some(post) = pictured.next_if(|post| post.at() <= slot.at) {
            writer.put_pictured(&post);
        }
        writer.fill(&slot, dice);
    }
    writer.told
}

fn scale_followers(people: &mut [Person], free: &[Slot], pictured: &[Pictured]) {
    let pictured = pictured.iter().map(|post| find(people, &post.by));
    let authors = free.iter().map(|slot| slot.author).chain(pictured);
    let raw: f64 = authors.filter_map(|author| people[author].followers).sum();
    for person in people {
        person.followers = person.followers.map(|followers| (followers * IMPRESSIONS / raw).round());
    }
}

fn find(people: &[Person], key: &str) -> usize {
    people.iter().position(|person| person.is(key)).expect("pictured posts are by people of the cast")
}

impl Writer {
    fn put_pictured(&mut self, pictured: &Pictured) {
        let author = find(&self.people, &pictured.by);
        if let Some(original) = &pictured.reposts {
            let original = self.named[original];
            return self.repost(author, pictured.at(), original);
        }
        let draft = Draft {
            subject: pictured.section.clone(),
            lang: pictured.lang.clone(),
            words: pictured.text.clone(),
            reply_to: None,
        };
        let mut told = self.told(author, pictured.at(), draft, &pictured.text, &pictured.tags);
        told.post.media = pictured.media();
        (told.pictured, told.fate, told.acted_after) = (true, pictured.fate, pictured.acted_after);
        if let Some(name) = &pictured.name {
            self.named.insert(name.clone(), self.told.len());
        }
        self.told.push(told);
    }

    fn fill(&mut self, slot: &Slot, dice: &mut Dice) {
        if slot.reposts {
            let network = self.people[slot.author].network;
            let original = self.earlier(slot).to_repost(self.hot.get(network).copied(), dice);
            self.hot.insert(network, original);
            return self.repost(slot.author, slot.at, original);
        }
        let draft = if let Some(table) = self.people[slot.author].table {
            let subject = beats::subject_of_a_table(slot.at, dice);
            Draft::english(subject, self.phrasing.table(table, subject, dice))
        } else {
            self.draft(slot, dice)
        };
        let (text, beside) = self.tagged(slot.author, &draft, dice);
        let told = self.told(slot.author, slot.at, draft, &text, &beside);
        self.told.push(told);
    }

    fn draft(&mut self, slot: &Slot, dice: &mut Dice) -> Draft {
        let subject = beats::subject(slot.at, dice);
        let lang = self.people[slot.author].lang;
        let foreign =
            (lang != "en" && dice.chance(0.5)).then(|| self.phrasing.foreign(lang, subject)).flatten();
        if let Some(found) = foreign {
            return Draft { lang: lang.into(), ..Draft::english(found.subject, found.text.into()) };
        }
        let kind = dice.unit();
        let earlier = if kind < ANSWERS + SHORT_ANSWERS {
            self.earlier(slot)
                .to_answer(subject, dice)
                .map(|to| self.answer(to, subject, kind < SHORT_ANSWERS, dice))
        } else if kind < ANSWERS + SHORT_ANSWERS + QUOTES {
            self.earlier(slot)
                .to_quote(self.phrasing.claims(subject), dice)
                .map(|of| self.quote(of, subject, dice))
        } else {
            None
        };
        earlier.unwrap_or_else(|| Draft::english(subject, self.phrasing.post(subject, dice)))
    }

    fn answer(&mut self, to: usize, subject: &str, short: bool, dice: &mut Dice) -> Draft {
        let words = if short { self.phrasing.short(dice) } else { self.phrasing.response(subject, dice) };
        let post = &self.told[to].post;
        let words = match post.network.as_str() {
            Network::BLUESKY => words,
            _ => format!("@{} {words}", post.author.handle),
        };
        Draft { reply_to: Some(post.id.clone()), ..Draft::english(subject, words) }
    }

    fn quote(&self, of: usize, subject: &str, dice: &mut Dice) -> Draft {
        Draft::english(subject, self.phrasing.quote(&self.told[of].words, dice))
    }

    fn earlier(&self, slot: &Slot) -> Earlier<'_> {
        Earlier { told: &self.told, reader: &self.people[slot.author] }
    }

    fn repost(&mut self, author: usize, at: At, original: usize) {
        let Told { post, subject, .. } = &self.told[original];
        let words = match post.network.as_str() {
            Network::X => format!("RT @{}: {}", post.author.handle, post.text),
            _ => String::new(),
        };
        let lang = post.lang.clone().expect("each post has a language");
        let draft = Draft { subject: subject.clone(), lang, words: words.clone(), reply_to: None };
        let original = post.id.clone();
        let mut told = self.told(author, at, draft, &words, &[]);
        (told.post.kind, told.post.repost_of) = (Kind::Repost, Some(original));
        self.told.push(told);
    }

    /// The text with the tags behind it, and the tags that the network keeps beside it.
    fn tagged(&self, author: usize, draft: &Draft, dice: &mut Dice) -> (String, Vec<String>) {
        let network = self.people[author].network;
        let mut tags = vec![TAG.to_owned()];
        let own = session_of(&draft.subject).filter(|session| !matches!(*session, "opening" | "closing"));
        let at_table = network == Network::ROOM;
        tags.extend(own.filter(|_| at_table || dice.chance(0.36)).map(str::to_owned));
        if at_table || network != Network::X && dice.chance(0.45) {
            return (draft.words.clone(), tags);
        }
        let tail = if draft.reply_to.is_none() && draft.lang == "en" && dice.chance(0.02) {
            format!(" {}", self.phrasing.tail(dice))
        } else {
            String::new()
        };
        (format!("{}{tail} #{}", draft.words, tags.join(" #")), Vec::new())
    }

    fn told(&self, author: usize, at: At, draft: Draft, text: &str, beside: &[String]) -> Told {
        let person = &self.people[author];
        let id = format!("demo-{:06}", self.told.len() + 1);
        let post = Post {
            network: person.network.into(),
            kind: if draft.reply_to.is_some() { Kind::Reply } else { Kind::Post },
            url: person
                .table
                .is_none()
                .then(|| format!("https://{}.example/{}/{id}", person.network, person.handle)),
            id,
            author: self.author(author),
            text: text.to_owned(),
            lang: Some(draft.lang),
            created_at: at,
            hashtags: hashtags(text, beside, person.table.map(|_| draft.subject.as_str())),
            media: Vec::new(),
            reply_to: draft.reply_to,
            repost_of: None,
            table: person.table,
            caution: Caution::default(),
            quote: None,
            poll: Vec::new(),
        };
        let (subject, words) = (draft.subject, draft.words);
        Told { post, subject, words, pictured: false, fate: Fate::Shown, acted_after: None }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded, and never below zero"
    )]
    fn author(&self, number: usize) -> Author {
        let person = &self.people[number];
        Author {
            id: Some(
                person.table.map_or_else(|| format!("person-{number}"), |table| format!("table-{table}")),
            ),
            handle: person.handle.clone(),
            name: person.name.clone(),
            avatar_url: None,
            followers: person.followers.map(|followers| followers as u64),
        }
    }
}

impl Draft {
    fn english(subject: &str, words: String) -> Self {
        Self { subject: subject.into(), lang: "en".into(), words, reply_to: None }
    }
}

/// Those of the text, then those beside it. A table's posts belong to the session in its room.
fn hashtags(text: &str, beside: &[String], table_on: Option<&str>) -> Vec<String> {
    let mut tags = text::hashtags(text);
    let room = table_on.and_then(session_of).map(str::to_owned);
    for tag in beside.iter().cloned().chain([TAG.to_owned()]).chain(room) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}
