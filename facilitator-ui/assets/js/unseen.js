const DOT_MS = 2000;

/** Which rows came in after the page was drawn and have not been in view, and the button that says how many stand above. */
export class Unseen {
  #list;
  #button;
  #known;
  /** @type {Set<string>} */
  #unseen = new Set();
  #watch;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} button
   */
  constructor(list, button) {
    this.#list = list;
    this.#button = button;
    this.#known = new Set(this.#rows().map((row) => row.id));
    this.#watch = new IntersectionObserver((seen) => this.#see(seen), { root: list, threshold: 0.6 });
    button.addEventListener("click", () => list.scrollTo({ top: 0 }));
    list.addEventListener("scroll", () => this.#count(), { passive: true });
  }

  /** Takes note of rows that have come or gone. */
  look() {
    const rows = this.#rows();
    for (const row of rows) {
      if (!this.#known.has(row.id)) this.#arrive(row);
      this.#draw(row);
    }
    const here = new Set(rows.map((row) => row.id));
    this.#known = here;
    this.#unseen = this.#unseen.intersection?.(here) ?? new Set([...this.#unseen].filter((id) => here.has(id)));
    this.#count();
  }

  #rows() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]);
  }

  /** @param {HTMLElement} row */
  #arrive(row) {
    this.#unseen.add(row.id);
    this.#watch.observe(row);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#watch.unobserve(target);
      this.#unseen.delete(target.id);
      setTimeout(() => this.#draw(/** @type {HTMLElement} */ (target)), DOT_MS);
    }
    this.#count();
  }

  /** @param {HTMLElement} row */
  #draw(row) {
    const unseen = this.#unseen.has(row.id);
    row.toggleAttribute("data-unseen", unseen);
    row.querySelector(".queue-row__new")?.toggleAttribute("hidden", !unseen);
  }

  #count() {
    const words = /** @type {HTMLElement} */ (this.#button.querySelector("[data-fresh]"));
    const above = this.#rows().filter((row) => this.#unseen.has(row.id) && row.offsetTop < this.#list.scrollTop).length;
    this.#button.hidden = above === 0;
    words.textContent = (words.dataset.fresh ?? "").replace("%n%", String(above));
  }
}
