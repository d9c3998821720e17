/** The board of themes: every card stands in the column its state names, one card can be selected. */
export class ThemeColumns extends HTMLElement {
  #id = "";
  /** @type {Element | null} */
  #columns = null;

  connectedCallback() {
    this.#columns = this.querySelector(".themes__columns");
    this.addEventListener("backchannel:reset", () => this.#settle());
    this.addEventListener("backchannel:put", () => this.#count());
    this.addEventListener("backchannel:remove", () => this.#count());
    this.addEventListener("focusin", (event) => this.#select(event));
    this.addEventListener("click", (event) => this.#select(event));
    this.#settle();
  }

  /** The selected card. */
  get card() {
    return this.#id ? document.getElementById(this.#id) : null;
  }

  /** Carries cards that stand loose, from the first page or a reset, into their homes. */
  #settle() {
    const loose = this.querySelectorAll(":scope > .theme-card");
    if (this.#columns && !this.#columns.isConnected) this.#empty(this.#columns);
    loose.forEach((card) => this.#home(/** @type {HTMLElement} */ (card).dataset.homeFor ?? "")?.append(card));
    this.#count();
  }

  /** @param {Element} columns */
  #empty(columns) {
    this.prepend(columns);
    columns.querySelectorAll("[data-home]").forEach((home) => home.replaceChildren());
  }

  /** @param {string} name */
  #home(name) {
    return this.querySelector(`[data-home="${name}"]`);
  }

  #count() {
    for (const place of this.querySelectorAll("[data-home-count]")) {
      const cards = this.#home(place.getAttribute("data-home-count") ?? "")?.childElementCount ?? 0;
      place.textContent = cards ? String(cards) : "";
    }
    this.card?.setAttribute("aria-current", "true");
  }

  /** @param {Event} event */
  #select(event) {
    const card = /** @type {Element} */ (event.target).closest(".theme-card");
    if (!card || card.id === this.#id) return;
    this.card?.removeAttribute("aria-current");
    this.#id = card.id;
    card.setAttribute("aria-current", "true");
  }
}

customElements.define("theme-columns", ThemeColumns);
