/**
 * Which post of the pool stands in which slot of the wall. Pure: no page, no clock, time is an argument.
 *
 * A card never moves. A new post takes, of the slots it fits whole, an empty one or the one whose card has stood longest
 * and has had its reading time. At most one slot changes in a while, except that what leaves, leaves at once. At most `cap` cards are of one author; a
 * featured post is not held back by that.
 *
 * @typedef {{ id: string, order: string, author: string, words: number, featured: boolean }} Post
 * @typedef {{ name: string, post: Post | null, since: number }} Slot
 * @typedef {{ slot: string, id: string | null, arrival: boolean }} Change
 * @typedef {{ now: number, posts: Post[], held: boolean, cap: number, fits: (post: Post, slot: string) => boolean }} View
 */

const BETWEEN_CHANGES = 2_500;
const SHORTEST_READING = 8_000;
const BEFORE_READING = 2_000;
const WORDS_PER_MINUTE = 160;
const POSTS_TO_OPEN = 3;

/**
 * Milliseconds that a card stands before another may take its slot.
 *
 * @param {number} words
 */
export function readingTime(words) {
  return Math.max(SHORTEST_READING, BEFORE_READING + (words * 60_000) / WORDS_PER_MINUTE);
}

export class Pacing {
  /** @type {Slot[]} */
  #slots;
  /** Posts that have had their turn, or were there before the wall opened. @type {Set<string>} */
  #settled = new Set();
  #changed = -Infinity;
  #open = false;

  /** @param {string[]} slots the largest first */
  constructor(slots) {
    this.#slots = slots.map((name) => ({ name, post: null, since: -Infinity }));
  }

  /** Whether posts are shown. Until enough have arrived, and when none is left, the wall invites instead. */
  get open() {
    return this.#open;
  }

  /**
   * How many new posts wait for a turn and have a slot that holds them.
   *
   * @param {View} view
   */
  waiting(view) {
    return this.#fresh(view).filter((post) => this.#slots.some((slot) => view.fits(post, slot.name))).length;
  }

  /**
   * Brings the slots up to what may be shown now.
   *
   * @param {View} view
   * @returns {Change[]}
   */
  step(view) {
    const before = this.#slots.map((slot) => slot.post?.id ?? null);
    this.#release(view);
    if (!this.#open) this.#openWith(view);
    else if (view.posts.length === 0) this.#open = false;
    else this.#follow(view, before);
    return this.#changesSince(before);
  }

  /**
   * Empties the slots of posts that are gone or no longer fit, and takes over what was edited.
   *
   * @param {View} view
   */
  #release({ posts, fits }) {
    const pool = new Map(posts.map((post) => [post.id, post]));
    for (const slot of this.#slots) {
      const post = slot.post && pool.get(slot.post.id);
      slot.post = post && fits(post, slot.name) ? post : null;
    }
    this.#settled = new Set([...this.#settled].filter((id) => pool.has(id)));
  }

  /**
   * The newest takes the largest slot, each next one the smallest that holds it, so that larger ones stay for those who
   * need them.
   *
   * @param {View} view
   */
  #openWith(view) {
    if (view.posts.length < POSTS_TO_OPEN) return;
    this.#open = true;
    for (const post of [...view.posts].sort(featuredThenNewest)) {
      const able = this.#slots.filter((slot) => !slot.post && this.#takes(slot, post, view));
      const slot = able[0] === this.#slots[0] ? able[0] : able.at(-1);
      if (slot) this.#place(post, slot, view.now);
    }
    view.posts.forEach((post) => this.#settled.add(post.id));
  }

  /**
   * @param {View} view
   * @param {(string | null)[]} before
   */
  #follow(view, before) {
    this.#slots.forEach((slot, place) => {
      if (!slot.post && before[place]) this.#refill(slot, view);
    });
    if (view.now - this.#changed >= BETWEEN_CHANGES) this.#arrive(view);
  }

  /**
   * The slot of a post that left takes the next: one that waits, else the newest that does not stand. A held wall
   * takes nothing in.
   *
   * @param {Slot} slot
   * @param {View} view
   */
  #refill(slot, view) {
    if (view.held) return;
    const others = view.posts.filter((post) => !this.#stands(post)).sort(featuredThenNewest);
    const next = [...this.#fresh(view), ...others].find((post) => this.#takes(slot, post, view));
    if (next) this.#place(next, slot, view.now);
  }

  /** @param {View} view */
  #arrive(view) {
    for (const post of this.#callers(view)) {
      const slot = this.#slotFor(post, view);
      if (slot) return this.#place(post, slot, view.now);
    }
  }

  /**
   * Who wants a slot, in turn: what a facilitator featured, also on a held wall, then the new ones, oldest first, then
   * others that an empty slot could hold.
   *
   * @param {View} view
   */
  #callers(view) {
    const absent = view.posts.filter((post) => !this.#stands(post)).sort(featuredThenNewest);
    const featured = absent.filter((post) => post.featured);
    if (view.held) return featured;
    const gaps = this.#slots.some((slot) => !slot.post);
    return [...featured, ...this.#fresh(view), ...(gaps ? absent : [])];
  }

  /**
   * @param {Post} post
   * @param {View} view
   */
  #slotFor(post, view) {
    const settled = this.#settled.has(post.id) && !post.featured;
    const free = this.#slots.filter((slot) => (settled ? !slot.post : isFree(slot, view.now)));
    const able = free.filter((slot) => this.#takes(slot, post, view));
    return able.sort((a, b) => Number(a.post !== null) - Number(b.post !== null) || a.since - b.since)[0];
  }

  /**
   * Whether a slot holds the post whole, and the author then has no more cards than one may have.
   *
   * @param {Slot} slot
   * @param {Post} post
   * @param {View} view
   */
  #takes(slot, post, { cap, fits }) {
    const theirs = this.#slots.filter((other) => other !== slot && other.post?.author === post.author);
    return fits(post, slot.name) && (post.featured || theirs.length < cap);
  }

  /**
   * @param {Post} post
   * @param {Slot} slot
   * @param {number} now
   */
  #place(post, slot, now) {
    slot.post = post;
    slot.since = now;
    this.#changed = now;
  }

  /** @param {(string | null)[]} before */
  #changesSince(before) {
    const changed = this.#slots.filter((slot, place) => (slot.post?.id ?? null) !== before[place]);
    const changes = changed.map(({ name, post }) => ({
      slot: name,
      id: post?.id ?? null,
      arrival: post !== null && !this.#settled.has(post.id),
    }));
    changed.forEach(({ post }) => post && this.#settled.add(post.id));
    return changes;
  }

  /** @param {Post} post */
  #stands(post) {
    return this.#slots.some((slot) => slot.post?.id === post.id);
  }

  /**
   * Posts that have not had their turn, oldest first.
   *
   * @param {View} view
   */
  #fresh({ posts }) {
    return posts.filter((post) => !this.#settled.has(post.id)).sort((a, b) => (a.order < b.order ? -1 : 1));
  }
}

/**
 * @param {Slot} slot
 * @param {number} now
 */
function isFree({ post, since }, now) {
  return !post || (!post.featured && now - since >= readingTime(post.words));
}

/**
 * @param {Post} a
 * @param {Post} b
 */
function featuredThenNewest(a, b) {
  return Number(b.featured) - Number(a.featured) || (a.order < b.order ? 1 : -1);
}
