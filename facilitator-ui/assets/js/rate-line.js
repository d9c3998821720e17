import { path, points } from "./spark.js";

/** Posts a minute over the last fifteen minutes: a line, and the last minute in words. */
class RateLine extends HTMLElement {
  connectedCallback() {
    this.#draw((this.dataset.rates ?? "").split(" ").filter(Boolean).map(Number));
    document.addEventListener("backchannel:note", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail));
  }

  /** @param {{ note: string, rates: number[] }} note */
  #hear({ note, rates }) {
    if (note === "counts") this.#draw(rates);
  }

  /** @param {number[]} rates */
  #draw(rates) {
    const line = points(rates);
    const [x, y] = line.at(-1) ?? [1, 20];
    this.querySelector("path")?.setAttribute("d", path(line));
    this.querySelector("circle")?.setAttribute("cx", String(x));
    this.querySelector("circle")?.setAttribute("cy", String(y));
    const words = this.querySelector("b");
    if (words) words.textContent = String(rates.at(-1) ?? 0);
  }
}

customElements.define("rate-line", RateLine);
