import { clock, duration } from "../../wall/js/clock.js";
import { tell } from "./acts.js";
import { ONE_AT_A_TIME } from "./queue-list.js";

/** How many posts wait and how many there are, kept up to date by the note `counts`, and the switch between them. */
class QueueCounts extends HTMLElement {
  #oldest = NaN;

  connectedCallback() {
    const { waiting, all, oldest } = this.dataset;
    const since = clock.now() - Number(oldest) * 1000;
    this.#draw(Number(waiting), Number(all), Number(oldest) ? since : NaN);
    document.addEventListener("backchannel:note", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("click", (event) => this.#click(/** @type {Element} */ (event.target)));
    setInterval(() => this.#age(), 1000);
    if (matchMedia(ONE_AT_A_TIME).matches) this.#filter("waiting");
  }

  /** @param {{ note: string, waiting: number, all: number, oldest: string | null }} note */
  #hear({ note, waiting, all, oldest }) {
    if (note === "counts") this.#draw(waiting, all, Date.parse(oldest ?? ""));
  }

  /**
   * @param {number} waiting
   * @param {number} all
   * @param {number} oldest milliseconds since 1970, or not a number
   */
  #draw(waiting, all, oldest) {
    const grouped = new Intl.NumberFormat(document.documentElement.lang);
    this.#write("waiting", grouped.format(waiting));
    this.#write("all", grouped.format(all));
    this.#oldest = oldest;
    this.#age();
  }

  #age() {
    this.querySelector(".queue__oldest")?.toggleAttribute("hidden", Number.isNaN(this.#oldest));
    if (!Number.isNaN(this.#oldest)) this.#write("oldest", duration(clock.now() - this.#oldest));
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    const place = this.querySelector(`[data-count="${name}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  }

  /** @param {Element} target */
  #click(target) {
    const name = target.closest("[data-filter]")?.getAttribute("data-filter");
    if (name) this.#filter(name);
  }

  /** @param {string} name */
  #filter(name) {
    for (const button of this.querySelectorAll("[data-filter]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-filter") === name));
    }
    tell("staff:filter", name);
  }
}

customElements.define("queue-counts", QueueCounts);
