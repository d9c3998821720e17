import assert from "node:assert/strict";
import { test } from "node:test";
import { Pacing, readingTime } from "../../wall-ui/assets/js/pacing.js";

const SLOTS = ["lead", "tall", "wide", "narrow"];
const ROOM = { lead: 115, tall: 200, wide: 75, narrow: 50 };

/** A post of so many letters; later numbers are newer. */
const post = (number, letters = 40, featured = false, author = `author-${number}`) => {
  const order = String(number).padStart(6, "0");
  return { id: `post-${number}`, order, author, words: letters / 6, letters, featured };
};
const fits = ({ letters }, slot) => letters <= ROOM[slot];

/** A wall with a hand on its clock. */
class Wall {
  now = 0;
  posts = [];
  held = false;
  cap = 1;
  standing = new Map(SLOTS.map((slot) => [slot, null]));
  pacing = new Pacing(SLOTS);

  view() {
    return { now: this.now, posts: [...this.posts].sort((a, b) => (a.order < b.order ? 1 : -1)), held: this.held, cap: this.cap, fits };
  }

  step() {
    const changes = this.pacing.step(this.view());
    changes.forEach(({ slot, id }) => this.standing.set(slot, id));
    return changes;
  }

  pass(milliseconds) {
    const until = this.now + milliseconds;
    const changes = [];
    while (this.now < until) {
      this.now += 250;
      changes.push(...this.step());
    }
    return changes;
  }

  withdraw(id) {
    this.posts = this.posts.filter((one) => one.id !== id);
  }
}

const opened = (posts = [1, 2, 3, 4].map((number) => post(number))) => {
  const wall = new Wall();
  wall.posts = posts;
  wall.step();
  return wall;
};

test("the wall invites until three posts have arrived, then fills at once", () => {
  const wall = new Wall();
  wall.posts = [post(1), post(2)];
  assert.deepEqual(wall.step(), []);
  assert.equal(wall.pacing.open, false);
  wall.posts.push(post(3));
  assert.equal(wall.step().length, 3);
  assert.equal(wall.pacing.open, true);
});

test("at first the newest leads and the others take the smallest slots that hold them", () => {
  const wall = opened([post(9), post(8, 30), post(7, 180), post(6, 60), post(5)]);
  const wanted = { lead: "post-9", narrow: "post-8", tall: "post-7", wide: "post-6" };
  assert.deepEqual(Object.fromEntries(wall.standing), wanted);
});

test("what was there at first carries no mark of arrival", () => {
  const wall = new Wall();
  wall.posts = [1, 2, 3, 4].map((number) => post(number));
  assert.ok(wall.step().every((change) => !change.arrival));
});

test("a new post waits until a card has had its reading time", () => {
  const wall = opened();
  wall.posts.push(post(5));
  assert.deepEqual(wall.pass(7_750), []);
  assert.equal(wall.pass(250).length, 1);
  assert.equal(readingTime(3), 8_000);
  assert.equal(readingTime(40), 17_000);
});

test("of the slots that hold it the longest standing is taken", () => {
  const wall = opened();
  wall.posts.push(post(5));
  const [first] = wall.pass(9_000);
  wall.posts.push(post(6));
  const [second] = wall.pass(4_000);
  assert.notEqual(second.slot, first.slot);
});

test("a post that fits no slot stays off and is not counted", () => {
  const wall = opened();
  wall.posts.push(post(5, 500));
  assert.deepEqual(wall.pass(60_000), []);
  assert.equal(wall.pacing.waiting(wall.view()), 0);
});

test("a long post lets others pass while its only slot is taken", () => {
  const wall = opened([post(1, 180), post(2), post(3), post(4)].map((one) => ({ ...one, featured: one.letters > 100 })));
  wall.posts.push(post(5, 190), post(6));
  wall.pass(20_000);
  assert.ok([...wall.standing.values()].includes("post-6"));
  assert.ok(![...wall.standing.values()].includes("post-5"));
});

test("quiet times keep the picture", () => {
  const wall = opened([...Array(50).keys()].map((number) => post(number)));
  assert.deepEqual(wall.pass(600_000), []);
});

test("a withdrawn post leaves at once and its slot takes the next", () => {
  const wall = opened([1, 2, 3, 4, 5].map((number) => post(number)));
  const { lead } = Object.fromEntries(wall.standing);
  wall.withdraw(lead);
  assert.deepEqual(wall.step(), [{ slot: "lead", id: "post-1", arrival: false }]);
});

test("a held wall takes nothing in, lets go at once, and says what waits", () => {
  const wall = opened();
  wall.held = true;
  wall.posts.push(post(5), post(6));
  assert.deepEqual(wall.pass(60_000), []);
  assert.equal(wall.pacing.waiting(wall.view()), 2);
  wall.withdraw(wall.standing.get("tall"));
  assert.deepEqual(wall.pass(10_000), [{ slot: "tall", id: null, arrival: false }]);
  wall.held = false;
  assert.deepEqual(wall.pass(10_000).map((change) => change.id), ["post-5", "post-6"]);
});

test("a featured post stays, and comes first, also on a held wall", () => {
  const wall = opened();
  wall.held = true;
  wall.posts.push(post(5), post(6, 40, true));
  assert.deepEqual(wall.pass(9_000).map((change) => change.id), ["post-6"]);
  wall.held = false;
  wall.posts.push(...[...Array(40).keys()].map((number) => post(10 + number)));
  wall.pass(200_000);
  assert.ok([...wall.standing.values()].includes("post-6"));
});

test("an edited post that no longer fits makes room", () => {
  const wall = opened();
  const id = wall.standing.get("narrow");
  wall.posts = wall.posts.map((one) => (one.id === id ? { ...one, letters: 190 } : one));
  assert.ok(wall.step().some((change) => change.slot === "narrow"));
  assert.notEqual(wall.standing.get("narrow"), id);
});

const by = (author, number, featured = false) => post(number, 40, featured, author);

test("one author has one card, and a newer post of theirs takes its place", () => {
  const wall = opened([by("ada", 1), by("ada", 2), by("ada", 3), by("bo", 4)]);
  assert.deepEqual([...wall.standing.values()].filter(Boolean).sort(), ["post-3", "post-4"]);
  wall.posts.push(by("ada", 5));
  const changes = wall.pass(20_000);
  assert.deepEqual(changes.map(({ id }) => id), ["post-5"]);
  assert.ok(![...wall.standing.values()].includes("post-3"));
});

test("the cap is a setting, and a featured post is not held back by it", () => {
  const wall = opened([by("ada", 1), by("ada", 2), by("ada", 3)]);
  wall.posts.push(by("ada", 4, true));
  wall.pass(20_000);
  assert.deepEqual([...wall.standing.values()].filter(Boolean).sort(), ["post-3", "post-4"]);
  wall.cap = 3;
  wall.pass(20_000);
  assert.equal([...wall.standing.values()].filter(Boolean).length, 3);
});

test("a post that left makes room for another of its author", () => {
  const wall = opened([by("ada", 1), by("ada", 2), by("bo", 3)]);
  wall.withdraw("post-2");
  wall.step();
  assert.ok([...wall.standing.values()].includes("post-1"));
});

test("when every post has gone the wall invites again", () => {
  const wall = opened();
  wall.posts = [];
  assert.equal(wall.step().length, 4);
  assert.equal(wall.pacing.open, false);
});

/** Numbers that look random and are the same in every run. */
function* dice(seed) {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

for (let seed = 1; seed <= 40; seed += 1) {
  test(`any day keeps the rules, ${seed}`, () => {
    const chances = dice(seed);
    const chance = () => /** @type {number} */ (chances.next().value);
    const wall = opened();
    wall.cap = 1 + (seed % 2);
    let number = 4;
    let arrived = -Infinity;
    const since = new Map(SLOTS.map((slot) => [slot, 0]));
    for (let beat = 0; beat < 2_000; beat += 1) {
      wall.now += 250;
      const gone = new Set();
      if (chance() < 0.1) wall.posts.push(post((number += 1), Math.floor(chance() * 260), chance() < 0.02, `author-${number % 9}`));
      if (chance() < 0.03 && wall.posts.length > 0) {
        const { id } = wall.posts[Math.floor(chance() * wall.posts.length)];
        gone.add(id);
        wall.withdraw(id);
      }
      if (chance() < 0.01) wall.held = !wall.held;
      const before = new Map(wall.standing);
      const known = new Map(wall.posts.map((one) => [one.id, one]));
      const changes = wall.step();
      check({ wall, before, changes, known, gone, since, arrived });
      changes.forEach(({ slot, id }) => id && since.set(slot, wall.now));
      if (changes.some(({ slot, id }) => id && !gone.has(before.get(slot)))) arrived = wall.now;
    }
  });
}

function check({ wall, before, changes, known, gone, since, arrived }) {
  const shown = [...wall.standing.values()].filter(Boolean);
  assert.equal(new Set(shown).size, shown.length, "a post stands twice");
  for (const [slot, id] of wall.standing) {
    assert.ok(!id || (known.has(id) && fits(known.get(id), slot)), "what stands is there and fits");
  }
  const authors = shown.map((id) => known.get(id)).filter(({ featured }) => !featured).map(({ author }) => author);
  const cards = (author) => authors.filter((one) => one === author).length;
  assert.ok(authors.every((author) => cards(author) <= wall.cap), "an author has no more cards than the cap");
  const free = changes.filter(({ slot }) => !gone.has(before.get(slot)));
  const opening = ![...before.values()].some(Boolean);
  if (opening) return;
  assert.ok(free.length <= 1, "one slot at a time");
  for (const { slot, id } of free) {
    const standing = known.get(before.get(slot));
    assert.ok(wall.now - arrived >= 2_500, "not more often than every 2.5 s");
    assert.ok(!standing?.featured, "featured posts stay");
    assert.ok(!standing || wall.now - since.get(slot) >= readingTime(standing.words), "reading time");
    assert.ok(!wall.held || known.get(id).featured, "held");
  }
}
