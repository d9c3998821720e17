import { clock, timeOfDay } from "../../wall/js/clock.js";

/** The server's clock, which a rehearsal lets run fast. */
class PageClock extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.#draw(), 1000);
    this.#draw();
  }

  #draw() {
    const time = /** @type {HTMLTimeElement} */ (this.querySelector("time"));
    const now = timeOfDay(clock.now(), document.documentElement.dataset.zone ?? "UTC");
    if (time.textContent === now) return;
    time.textContent = now;
    time.dateTime = now;
  }
}

customElements.define("page-clock", PageClock);
