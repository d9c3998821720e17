import { clock, writeAges } from "../../wall/js/clock.js";
import { beside, nextWaiting } from "./selection.js";
import { SteadyScroll } from "./steady-scroll.js";
import { Unseen } from "./unseen.js";

/** Acts after which the next waiting post is dealt, when the person came by dealing. */
const JUDGEMENTS = ["show-post", "hide-post", "stash-post", "gather-post"];
const TITLE_LENGTH = 120;

/** On a phone one waiting post is on the page, and the next. */
export const ONE_AT_A_TIME = "(width < 800px)";

/** The live list: one row is selected, stays under the hand, and opens with its actions. */
export class QueueList extends HTMLElement {
  #id = "";
  #dealt = false;
  /** @type {SteadyScroll | undefined} */
  #steady;
  /** @type {Unseen | undefined} */
  #unseen;

  connectedCallback() {
    const rows = this.#rows;
    this.#steady = new SteadyScroll(rows, () => this.row);
    this.#unseen = new Unseen(rows, /** @type {HTMLElement} */ (this.querySelector(".queue__fresh")));
    rows.addEventListener("click", (event) => this.#click(event));
    rows.addEventListener("focusin", (event) => this.#enter(/** @type {Element} */ (event.target)));
    for (const change of ["put", "remove", "reset"]) rows.addEventListener(`backchannel:${change}`, (event) => this.#changed(event));
    document.addEventListener("staff:sending", this.#sending);
    document.addEventListener("staff:filter", this.#filter);
    this.#changed();
  }

  disconnectedCallback() {
    document.removeEventListener("staff:sending", this.#sending);
    document.removeEventListener("staff:filter", this.#filter);
  }

  /** The selected row. */
  get row() {
    return this.#id ? document.getElementById(this.#id) : null;
  }

  /** The selected post's key, or an empty string. */
  get post() {
    return this.row ? this.#id.replace("post-", "") : "";
  }

  /** The selected post's first sentence, for a title. */
  get text() {
    const text = this.row?.querySelector(".queue-row__text")?.textContent ?? "";
    const words = text.replaceAll(/#\S+/g, "").trim();
    return (/^.+?[?!.…](?=\s|$)/.exec(words)?.[0] ?? words).slice(0, TITLE_LENGTH);
  }

  /** @param {1 | -1} step */
  move(step) {
    this.#dealt = false;
    this.#select(beside(this.#visible(), this.#id, step));
  }

  /** Selects the next waiting post. */
  deal() {
    this.#dealt = true;
    const id = nextWaiting(this.#all(), this.#id);
    if (id) this.#select(id);
  }

  /** Opens or closes the selected post. */
  toggle() {
    this.row?.toggleAttribute("data-closed");
  }

  get #one() {
    return this.dataset.filter === "waiting" && matchMedia(ONE_AT_A_TIME).matches;
  }

  get #rows() {
    return /** @type {HTMLElement} */ (this.querySelector(".queue__rows"));
  }

  #all() {
    const rows = /** @type {HTMLElement[]} */ ([...this.#rows.children]);
    return rows.map((row) => ({ id: row.id, waits: "waits" in row.dataset && !row.dataset.pending }));
  }

  /** Rows that the filter leaves on the page. */
  #visible() {
    return this.#all().filter(({ id }) => document.getElementById(id)?.checkVisibility());
  }

  /** @param {string} id */
  #select(id) {
    this.row?.removeAttribute("aria-current");
    this.#id = id;
    this.#mark();
    this.row?.focus({ preventScroll: true });
    this.row?.scrollIntoView({ block: "nearest" });
    this.#steady?.hold();
  }

  #mark() {
    this.row?.setAttribute("aria-current", "true");
    this.#give("data-next", "", document.getElementById(nextWaiting(this.#all(), this.#id)));
    this.#give("tabindex", "0", this.row ?? this.#rows.firstElementChild);
    this.toggleAttribute("data-empty", !this.#all().some(({ waits }) => waits));
  }

  /**
   * Gives one row what it alone has.
   * @param {string} attribute
   * @param {string} value
   * @param {Element | null} row
   */
  #give(attribute, value, row) {
    const previous = this.#rows.querySelector(`[${attribute}="${value}"]`);
    if (previous === row) return;
    previous?.removeAttribute(attribute);
    row?.setAttribute(attribute, value);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("a, button")) return;
    this.#enter(target);
  }

  /** @param {Element} target */
  #enter(target) {
    const row = target.closest(".queue-row");
    if (!row || row.id === this.#id) return;
    this.#dealt = false;
    this.#select(row.id);
  }

  /** @param {Event} [event] */
  #changed(event) {
    const { item, previous } = /** @type {CustomEvent} */ (event)?.detail ?? {};
    const had = previous?.hasAttribute("aria-current") ?? false;
    if (had && previous.hasAttribute("data-closed")) item.setAttribute("data-closed", "");
    this.#mark();
    if (had && document.activeElement === document.body) item.focus({ preventScroll: true });
    if (this.#one && !this.row) this.deal();
    writeAges(clock);
    this.#unseen?.look();
    this.#steady?.settle();
    if (had) this.row?.scrollIntoView({ block: "nearest" });
  }

  #sending = (/** @type {Event} */ event) => {
    const { name, fields } = /** @type {CustomEvent<import("./acts.js").Sent>} */ (event).detail;
    if (fields.post !== this.post || !JUDGEMENTS.includes(name)) return;
    if (this.#dealt || this.#one) this.deal();
  };

  #filter = (/** @type {Event} */ event) => {
    this.dataset.filter = /** @type {CustomEvent<string>} */ (event).detail;
    this.#changed();
  };
}

customElements.define("queue-list", QueueList);
