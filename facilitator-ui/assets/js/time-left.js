import { clock, duration } from "../../wall/js/clock.js";

/** How much of the session is left, or how far it is over time. */
class TimeLeft extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.#draw(), 1000);
    this.#draw();
  }

  #draw() {
    const left = Date.parse(this.dataset.until ?? "") - clock.now();
    const length = document.createElement("b");
    length.textContent = duration(Math.abs(left));
    const words = document.createElement("small");
    words.textContent = (left < 0 ? this.dataset.over : this.dataset.left) ?? "";
    this.toggleAttribute("data-over-time", left < 0);
    this.replaceChildren(length, " ", words);
  }
}

customElements.define("time-left", TimeLeft);
