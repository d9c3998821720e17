/** As long as `wall-post-arrives` lasts. A page that nobody paints hears of no animation's end. */
const FADE = 420;
const RING = 6_000;
const RING_FADES = 2_000;

/** One place of the wall. It changes in itself and never touches its neighbours. */
export class Slot {
  #place;
  /** @type {HTMLElement | null} */
  #copy = null;
  /** @type {number[]} */
  #timers = [];

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /** The id of the card that it shows a copy of. */
  get card() {
    return this.#copy?.dataset.post ?? "";
  }

  clear() {
    this.#stopTimers();
    this.#copy = null;
    this.#place.replaceChildren();
  }

  /**
   * Shows a copy of the card, fading over the one before. An arrival is ringed for a while.
   *
   * @param {HTMLElement} card
   * @param {boolean} arrival
   */
  show(card, arrival) {
    this.#stopTimers();
    const copy = copyOf(card);
    copy.classList.add("wall-post--arriving");
    this.#place.append(copy);
    this.#copy = copy;
    this.#after(FADE, () => {
      copy.classList.remove("wall-post--arriving");
      this.#place.replaceChildren(copy);
    });
    if (arrival) this.#ring(copy);
  }

  /**
   * Takes over a card whose text was edited, without any sign of arrival.
   *
   * @param {HTMLElement} card
   */
  refresh(card) {
    if (this.#copy?.innerHTML === card.innerHTML) return;
    this.#stopTimers();
    this.#copy = copyOf(card);
    this.#place.replaceChildren(this.#copy);
  }

  /** @param {HTMLElement} copy */
  #ring(copy) {
    copy.classList.add("wall-post--now");
    this.#after(RING, () => copy.classList.add("wall-post--settling"));
    this.#after(RING + RING_FADES, () => copy.classList.remove("wall-post--now", "wall-post--settling"));
  }

  /**
   * @param {number} milliseconds
   * @param {() => void} act
   */
  #after(milliseconds, act) {
    this.#timers.push(setTimeout(act, milliseconds));
  }

  #stopTimers() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }
}

/** @param {HTMLElement} card */
function copyOf(card) {
  const copy = /** @type {HTMLElement} */ (card.cloneNode(true));
  copy.dataset.post = card.id;
  copy.removeAttribute("id");
  return copy;
}
