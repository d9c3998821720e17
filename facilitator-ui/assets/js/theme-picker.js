import { act } from "./acts.js";
import { CHORD_MS } from "./keys.js";

/** What a choice sends, by the act that asks for it. */
const COMMANDS = Object.freeze({ gather: "gather-post", "pin-number": "pin-theme" });

/** @typedef {keyof typeof COMMANDS} Choice */

/** Asks for a theme, by its number or by hand. Opened by a key it waits three seconds, and shows what it waits for. */
export class ThemePicker extends HTMLElement {
  /** @type {Choice} */
  #choice = "gather";
  /** @type {Record<string, string>} */
  #fields = {};
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    this.addEventListener("click", (event) => this.#click(/** @type {Element} */ (event.target)));
    document.addEventListener("pointerdown", (event) => {
      if (!this.contains(/** @type {Node} */ (event.target))) this.close();
    });
  }

  /**
   * @param {Choice} choice
   * @param {Record<string, string>} fields
   * @param {number} [digit] the theme's number, when it was typed already
   */
  choose(choice, fields, digit) {
    this.#choice = choice;
    this.#fields = fields;
    if (digit) this.#take(this.#cards().find((card) => card.dataset.number === String(digit)));
    else this.#open();
  }

  close() {
    clearTimeout(this.#timer);
    this.#dialog.close();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  /** Themes that can be chosen, by number. */
  #cards() {
    const pinnable = this.#choice === "pin-number" ? ':has([data-act="pin"])' : "";
    const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.theme-card${pinnable}`)]);
    return cards.sort((a, b) => Number(a.dataset.number) - Number(b.dataset.number));
  }

  #open() {
    const title = /** @type {HTMLElement} */ (this.querySelector(".picker__title"));
    title.textContent = title.getAttribute(`data-${this.#choice}`);
    const cards = this.#cards();
    this.querySelector(".picker__list")?.replaceChildren(...cards.map((card) => this.#line(card)));
    this.toggleAttribute("data-none", cards.length === 0);
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    if (!this.#dialog.open) this.#dialog.show();
    if (!focused?.matches("[data-act]")) focused?.focus({ preventScroll: true });
    clearTimeout(this.#timer);
    if (!this.matches(":hover, :focus-within")) this.#timer = setTimeout(() => this.#expire(), CHORD_MS);
  }

  /** A list that a hand has reached stays. */
  #expire() {
    if (!this.matches(":hover, :focus-within")) this.close();
  }

  /** @param {HTMLElement} card */
  #line(card) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    const line = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const button = /** @type {HTMLElement} */ (line.querySelector("button"));
    button.dataset.theme = card.id;
    /** @type {HTMLElement} */ (line.querySelector("kbd")).textContent = card.dataset.number ?? "";
    /** @type {HTMLElement} */ (line.querySelector("span")).textContent = card.querySelector(".theme-card__title")?.textContent ?? "";
    return line;
  }

  /** @param {Element} target */
  #click(target) {
    const { theme } = /** @type {HTMLElement | null} */ (target.closest("[data-theme]"))?.dataset ?? {};
    if (theme) this.#take(document.getElementById(theme));
  }

  /** @param {HTMLElement | null | undefined} card */
  #take(card) {
    this.close();
    if (!card) return;
    const fields = { ...this.#fields, theme: card.id.replace("theme-", "") };
    void act({ name: COMMANDS[this.#choice], fields, from: card });
  }
}

customElements.define("theme-picker", ThemePicker);
