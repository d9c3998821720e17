import { clock, timeOfDay } from "./clock.js";

/** `<wall-clock>` shows the server's time in the conference's zone. */
class WallClock extends HTMLElement {
  /** @type {number | undefined} */
  #beat;

  connectedCallback() {
    this.#beat = setInterval(() => this.#show(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#beat);
  }

  #show() {
    const time = /** @type {HTMLTimeElement} */ (this.querySelector("time"));
    const text = timeOfDay(clock.now(), document.documentElement.dataset.zone ?? "");
    if (time.textContent !== text) time.textContent = text;
  }
}

customElements.define("wall-clock", WallClock);
