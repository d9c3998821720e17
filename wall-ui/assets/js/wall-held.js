/** `<wall-held>` says that the wall takes no new posts for now, and how many wait. */
export class WallHeld extends HTMLElement {
  /**
   * @param {boolean} held
   * @param {number} waiting
   */
  tell(held, waiting) {
    this.hidden = !held;
    const some = /** @type {HTMLElement} */ (this.querySelector(".wall-note__waiting"));
    some.hidden = waiting === 0;
    const count = /** @type {HTMLElement} */ (some.querySelector("b"));
    count.textContent = String(waiting);
  }
}

customElements.define("wall-held", WallHeld);
