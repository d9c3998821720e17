import { clock } from "./clock.js";

/** `<wall-announcement data-until>` ends by itself when its time is over. */
class WallAnnouncement extends HTMLElement {
  /** @type {number | undefined} */
  #beat;

  connectedCallback() {
    this.#beat = setInterval(() => this.#check(), 1000);
    this.#check();
  }

  disconnectedCallback() {
    clearInterval(this.#beat);
  }

  #check() {
    const { until } = this.dataset;
    this.hidden = until !== undefined && Date.parse(until) <= clock.now();
  }
}

customElements.define("wall-announcement", WallAnnouncement);
