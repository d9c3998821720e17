/**
 * Keeps a row where it stands on the screen while others come in above it. Without a selected row the first one in view
 * is held; at the top of the list nothing is, so that new rows show themselves.
 */
export class SteadyScroll {
  #list;
  #selected;
  /** @type {HTMLElement | null} */
  #held = null;
  #top = 0;

  /**
   * @param {HTMLElement} list it scrolls, its children are the rows
   * @param {() => HTMLElement | null} selected
   */
  constructor(list, selected) {
    this.#list = list;
    this.#selected = selected;
    list.addEventListener("scroll", () => this.hold(), { passive: true });
  }

  /** Remembers which row is held, and where it stands. */
  hold() {
    this.#held = this.#selected() ?? this.#first();
    this.#top = this.#held ? this.#place(this.#held) : 0;
  }

  /** Puts the held row back where it stood, after rows have come or gone. */
  settle() {
    const held = this.#held && document.getElementById(this.#held.id);
    if (held) this.#list.scrollTop += this.#place(held) - this.#top;
    this.hold();
  }

  #first() {
    if (this.#list.scrollTop === 0) return null;
    const rows = /** @type {HTMLElement[]} */ ([...this.#list.children]);
    return rows.find((row) => this.#place(row) >= 0) ?? null;
  }

  /** @param {HTMLElement} row */
  #place(row) {
    return row.offsetTop - this.#list.scrollTop;
  }
}
