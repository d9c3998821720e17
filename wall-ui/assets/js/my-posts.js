import { attempt } from "./attempt.js";

/** How often words that still wait are asked after. */
const AGAIN = 20_000;
/** As many as stand below the form; older ones are still at their private links. */
const LIMIT = 6;

/**
 * `<my-posts data-place="ethics">` lists what was said from this device and what became of it. The private links stay on
 * the device: the server knows no owner.
 *
 * @typedef {{ fate: string, text: string, at: string }} Told
 */
class MyPosts extends HTMLElement {
  #place = `mine/${this.dataset.place}`;

  connectedCallback() {
    document.addEventListener("board:sent", (event) => this.#add(/** @type {CustomEvent} */ (event).detail));
    setInterval(() => this.#draw(), AGAIN);
    this.#draw();
  }

  /** @returns {string[]} */
  #links() {
    return attempt(() => JSON.parse(localStorage.getItem(this.#place) ?? "[]")) ?? [];
  }

  /** @param {string} link */
  #add(link) {
    const links = [link, ...this.#links()].slice(0, LIMIT);
    attempt(() => localStorage.setItem(this.#place, JSON.stringify(links)));
    this.#draw();
  }

  async #draw() {
    const items = await Promise.all(this.#links().map((link) => this.#item(link)));
    const known = items.filter((item) => item !== undefined);
    this.querySelector("ul")?.replaceChildren(...known);
    this.hidden = known.length === 0;
  }

  /** @param {string} link */
  async #item(link) {
    const response = await fetch(link, { headers: { accept: "application/json" } }).catch(() => undefined);
    if (!response?.ok) return undefined;
    const { fate, text, at } = /** @type {Told} */ (await response.json());
    const item = /** @type {DocumentFragment} */ (this.querySelector("template")?.content.cloneNode(true));
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(`[data-mine="${name}"]`));
    part("text").textContent = text;
    part("at").textContent = new Date(at).toLocaleTimeString(document.documentElement.lang, TIME);
    part("open").setAttribute("href", link);
    for (const pill of item.querySelectorAll("[data-fate]")) {
      pill.toggleAttribute("hidden", pill.getAttribute("data-fate") !== fate);
    }
    return item;
  }
}

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: document.documentElement.dataset.zone };

customElements.define("my-posts", MyPosts);
