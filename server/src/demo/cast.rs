//! The 291 people and tables that post, all invented.

use super::{
    measured::{FOLLOWERS, POSTS_PER_AUTHOR},
    random::Dice,
};
use crate::domain::Network;

const CAST: &str = include_str!("cast.txt");
const HOSTS: [&str; 4] = ["meded.example", "wards.example", "scholar.example", "teaching.example"];
/// People on each network.
const PEOPLE: [(&str, usize); 3] = [(Network::X, 150), (Network::MASTODON, 80), (Network::BLUESKY, 53)];
const TABLES: u16 = 8;
/// Measured authors are louder still, but a wall with one voice is no conversation.
const LOUDEST: f64 = 30.0;
/// Those who are named in the cast are read all day.
const REGULAR: f64 = 4.0;
/// Places in the cast of those whose network does not tell how many follow them.
const UNKNOWN_FOLLOWERS: [usize; 2] = [90, 140];

#[derive(Clone, Debug)]
pub struct Person {
    pub network: &'static str,
    pub handle: String,
    pub name: String,
    pub lang: &'static str,
    /// Before they are scaled to the day's impressions. `None`: unknown.
    pub followers: Option<f64>,
    /// How much this person posts beyond a first post, compared with the others.
    pub eagerness: f64,
    pub table: Option<u16>,
}

impl Person {
    fn new(lang: &'static str, network: &'static str, handle: String, name: String) -> Self {
        Self { network, handle, name, lang, followers: None, eagerness: 1.0, table: None }
    }

    fn at_table(number: u16) -> Self {
        let mut table = Self::new("en", Network::ROOM, "In the room".into(), format!("Table {number}"));
        table.table = Some(number);
        table.followers = Some(0.0);
        table
    }

    /// How the demo's own files name this person.
    pub fn is(&self, key: &str) -> bool {
        let (network, name) = key.split_once('/').expect("a key has a network");
        let own = self.table.map_or_else(|| self.handle.clone(), |number| number.to_string());
        self.network == network && own == name
    }
}

/// Everybody, the same in each run.
pub fn cast(dice: &mut Dice) -> Vec<Person> {
    let (named, generated) = CAST.split_once("generated\n").expect("the cast has two parts");
    let mut people: Vec<Person> = named.lines().skip(1).map(named_person).collect();
    let mut seats = free_seats(&people, dice);
    let lines: Vec<&'static str> = generated.lines().collect();
    for group in lines.chunks(3) {
        people.extend(invent(group, &mut seats));
    }
    give_habits(&mut people, dice);
    for regular in people.iter_mut().take(named.lines().count() - 1) {
        regular.eagerness = regular.eagerness.max(REGULAR);
    }
    people.extend((1..=TABLES).map(Person::at_table));
    people
}

fn named_person(line: &'static str) -> Person {
    let mut words = line.splitn(4, ' ');
    let mut word = || words.next().expect("a line of the cast has four words");
    let (lang, network, handle, name) = (word(), word(), word(), word());
    Person::new(lang, network, handle.into(), name.into())
}

/// The networks that are left for the invented people.
fn free_seats(people: &[Person], dice: &mut Dice) -> Vec<&'static str> {
    let free = PEOPLE.iter().flat_map(|&(network, count)| {
        let taken = people.iter().filter(|person| person.network == network).count();
        std::iter::repeat_n(network, count - taken)
    });
    let mut free: Vec<_> = free.collect();
    dice.shuffle(&mut free);
    free
}

/// People of one language, from its first and last names.
fn invent(group: &[&'static str], seats: &mut Vec<&'static str>) -> Vec<Person> {
    let (lang, count) = group[0].split_once(' ').expect("a group has a language and a number");
    let firsts: Vec<&str> = group[1].split(' ').collect();
    let lasts: Vec<&str> = group[2].split(' ').collect();
    let people = (0..count.parse().expect("a group's size is a number")).map(|n: usize| {
        let first = firsts[n % firsts.len()];
        let last = lasts[(7 * n + n / firsts.len()) % lasts.len()];
        let network = seats.pop().expect("the groups fill the networks");
        Person::new(lang, network, handle(network, first, last, n), format!("{first} {last}"))
    });
    people.collect()
}

fn handle(network: &str, first: &str, last: &str, number: usize) -> String {
    let (first, last) = (plain(first), plain(last));
    match network {
        Network::MASTODON => format!("{first}.{last}@{}", HOSTS[number % HOSTS.len()]),
        Network::BLUESKY => format!("{first}{last}.example"),
        _ if number.is_multiple_of(3) => format!("{first}{last}"),
        _ => format!("{first}_{last}"),
    }
}

/// Letters that a handle may have.
fn plain(name: &str) -> String {
    let letters = name.to_lowercase();
    let letters = letters.chars().map(|c| match c {
        'á' | 'å' | 'ã' | 'æ' | 'ä' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ö' | 'ø' => 'o',
        'ü' => 'u',
        other => other,
    });
    letters.filter(char::is_ascii_lowercase).collect()
}

/// Followers and eagerness, each drawn apart from the other.
fn give_habits(people: &mut [Person], dice: &mut Dice) {
    let mut ranks = shuffled_shares(people.len(), dice);
    for person in people.iter_mut() {
        person.followers = ranks.pop().map(|share| FOLLOWERS.at(share));
    }
    ranks = shuffled_shares(people.len(), dice);
    for (person, share) in people.iter_mut().zip(ranks) {
        person.eagerness = (POSTS_PER_AUTHOR.at(share) - 1.0).min(LOUDEST);
    }
    for place in UNKNOWN_FOLLOWERS {
        people[place].followers = None;
    }
}

/// As many evenly spaced shares as there are people.
#[expect(clippy::cast_precision_loss, reason = "a few hundred")]
fn shuffled_shares(count: usize, dice: &mut Dice) -> Vec<f64> {
    let mut shares: Vec<f64> = (0..count).map(|n| (n as f64 + 0.5) / count as f64).collect();
    dice.shuffle(&mut shares);
    shares
}

/// Who writes each of so many posts: everybody once, the eager ones often, in mixed order.
pub fn turns(people: &[Person], network: &str, posts: usize, dice: &mut Dice) -> Vec<usize> {
    let on_it: Vec<usize> = (0..people.len()).filter(|&n| people[n].network == network).collect();
    let eagerness: f64 = on_it.iter().map(|&n| people[n].eagerness).sum();
    let mut turns = on_it.clone();
    let mut owed = dice.unit();
    for &n in &on_it {
        owed += people[n].eagerness / eagerness * count(posts - on_it.len());
        while owed >= 1.0 {
            turns.push(n);
            owed -= 1.0;
        }
    }
    turns.resize(posts, on_it[0]);
    dice.shuffle(&mut turns);
    turns
}

#[expect(clippy::cast_precision_loss, reason = "at most a few thousand posts")]
fn count(posts: usize) -> f64 {
    posts as f64
}
