import { Fit } from "./fit.js";
import { Pacing } from "./pacing.js";
import { Slot } from "./slot.js";

const BEAT = 250;
const LETTERS_OF_A_WORD = 6;
const CHANGES = ["put", "remove", "set", "reset"].map((op) => `backchannel:${op}`);

/** `<wall-screen>` deals the posts of its pool into its slots, at the pace of `pacing.js`. */
class WallScreen extends HTMLElement {
  /** @type {Map<string, Slot>} */
  #slots = new Map();
  #pacing = new Pacing([]);
  #fit = new Fit(this);
  /** @type {number | undefined} */
  #beat;
  #due = false;
  #sizes = new ResizeObserver(() => this.#fit.forget());

  connectedCallback() {
    const places = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-slot]")]);
    this.#slots = new Map(places.map((place) => [place.dataset.slot ?? "", new Slot(place)]));
    this.#pacing = new Pacing([...this.#slots.keys()]);
    this.#fit = new Fit(this);
    CHANGES.forEach((change) => this.addEventListener(change, this.#follow));
    this.querySelectorAll(".flow").forEach((flow) => this.#sizes.observe(flow));
    this.#beat = setInterval(() => this.#step(), BEAT);
    this.#step();
  }

  disconnectedCallback() {
    clearInterval(this.#beat);
    this.#sizes.disconnect();
  }

  /** One message may bring many changes: they are followed together, before the next picture is drawn. */
  #follow = () => {
    if (!this.#due) queueMicrotask(() => this.#catchUp());
    this.#due = true;
  };

  #catchUp() {
    this.#due = false;
    for (const slot of this.#slots.values()) {
      const card = document.getElementById(slot.card);
      if (card) slot.refresh(card);
    }
    this.#step();
  }

  #step() {
    const view = this.#view();
    this.#pacing.step(view).forEach((change) => this.#carryOut(change));
    this.#invite(view.posts.length);
    const held = /** @type {import("./wall-held.js").WallHeld | null} */ (this.querySelector("wall-held"));
    held?.tell(view.held, view.held ? this.#pacing.waiting(view) : 0);
  }

  /**
   * A card whose post is gone leaves at once; one that had its time is faded over.
   *
   * @param {import("./pacing.js").Change} change
   */
  #carryOut({ slot: name, id, arrival }) {
    const slot = /** @type {Slot} */ (this.#slots.get(name));
    if (!document.getElementById(slot.card)) slot.clear();
    const card = id === null ? null : document.getElementById(id);
    if (card) slot.show(card, arrival);
    else slot.clear();
  }

  /** @returns {import("./pacing.js").View} */
  #view() {
    const cards = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('[data-region="posts"] > [data-order]')]);
    const byId = new Map(cards.map((card) => [card.id, card]));
    return {
      now: performance.now(),
      held: this.querySelector('[data-held="true"]') !== null,
      cap: Number(/** @type {HTMLElement | null} */ (this.querySelector("[data-author-cap]"))?.dataset.authorCap ?? 1),
      posts: cards.map(asPost),
      fits: (post, slot) => this.#fit.holds(/** @type {HTMLElement} */ (byId.get(post.id)), slot),
    };
  }

  /** @param {number} posts */
  #invite(posts) {
    const invitation = /** @type {HTMLElement} */ (this.querySelector(".invitation"));
    invitation.hidden = this.#pacing.open;
    for (const call of /** @type {NodeListOf<HTMLElement>} */ (invitation.querySelectorAll("[data-posts]"))) {
      call.hidden = (call.dataset.posts === "none") !== (posts === 0);
    }
  }
}

/**
 * @param {HTMLElement} card
 * @returns {import("./pacing.js").Post}
 */
function asPost(card) {
  const { order = "", author = "", featured } = card.dataset;
  return { id: card.id, order, author, words: wordsIn(card), featured: featured !== undefined };
}

/**
 * Not every script puts spaces between its words.
 *
 * @param {HTMLElement} card
 */
function wordsIn(card) {
  const text = card.querySelector(".wall-post__text")?.textContent ?? "";
  return Math.max(text.split(/\s+/).length, text.length / LETTERS_OF_A_WORD);
}

customElements.define("wall-screen", WallScreen);
