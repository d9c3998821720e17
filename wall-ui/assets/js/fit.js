const LINES_OF_ALT = 2;

/** Measures cards in hidden copies of the slots, where nobody sees them, and remembers what it found. */
export class Fit {
  #slots;
  /** @type {WeakMap<HTMLElement, Map<string, boolean>>} */
  #known = new WeakMap();

  /** @param {HTMLElement} wall holds the elements with `data-measure` */
  constructor(wall) {
    const places = /** @type {HTMLElement[]} */ ([...wall.querySelectorAll("[data-measure]")]);
    this.#slots = new Map(places.map((place) => [place.dataset.measure, place]));
  }

  /**
   * Whether the slot holds the whole card, its text as well as the mark of an arrival.
   *
   * @param {HTMLElement} card
   * @param {string} slot
   */
  holds(card, slot) {
    const known = this.#known.get(card) ?? new Map();
    this.#known.set(card, known);
    if (!known.has(slot)) known.set(slot, this.#measure(card, slot));
    return known.get(slot);
  }

  /** After slots have changed their size. */
  forget() {
    this.#known = new WeakMap();
  }

  /**
   * @param {HTMLElement} card
   * @param {string} slot
   */
  #measure(card, slot) {
    const place = this.#slots.get(slot);
    if (!place || (hasPicture(card) && !place.classList.contains("slot--tall"))) return false;
    const trial = /** @type {HTMLElement} */ (card.cloneNode(true));
    trial.classList.add("wall-post--now");
    trial.removeAttribute("id");
    place.replaceChildren(trial);
    const whole = isWhole(trial) && linesOfAlt(trial) <= LINES_OF_ALT;
    place.replaceChildren();
    return whole;
  }
}

/** @param {HTMLElement} card */
function hasPicture(card) {
  return card.querySelector(".wall-post__picture") !== null;
}

/** @param {HTMLElement} card */
function isWhole(card) {
  return card.scrollHeight <= card.clientHeight && card.scrollWidth <= card.clientWidth;
}

/** @param {HTMLElement} card */
function linesOfAlt(card) {
  const heights = [...card.querySelectorAll(".alt__words")].map((words) => {
    const line = Number.parseFloat(getComputedStyle(words).lineHeight);
    return Math.round(words.getBoundingClientRect().height / line);
  });
  return Math.max(0, ...heights);
}
