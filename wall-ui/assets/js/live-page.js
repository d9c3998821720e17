import { clock, writeAges } from "./clock.js";
import { apply } from "./regions.js";
import { Stream } from "./stream.js";
import "./people-mirror.js";

const AGES_EVERY = 5_000;
const CHANGES = ["put", "set", "reset"].map((op) => `backchannel:${op}`);

/** `<live-page stream="/stream/board/ethics">` keeps the page it stands on up to date. */
class LivePage extends HTMLElement {
  /** @type {Stream | undefined} */
  #stream;
  /** @type {number | undefined} */
  #ages;

  connectedCallback() {
    const { log = "", seq = "0" } = document.documentElement.dataset;
    const address = this.getAttribute("stream") ?? "";
    const place = { address, log, lang: document.documentElement.lang, cursor: Number(seq) };
    this.#stream = new Stream(place, apply);
    this.#stream.open();
    document.addEventListener("backchannel:note", setClock);
    CHANGES.forEach((change) => document.addEventListener(change, ageChange));
    this.#ages = setInterval(() => writeAges(clock), AGES_EVERY);
    writeAges(clock);
  }

  disconnectedCallback() {
    this.#stream?.close();
    document.removeEventListener("backchannel:note", setClock);
    CHANGES.forEach((change) => document.removeEventListener(change, ageChange));
    clearInterval(this.#ages);
  }
}

/** @param {Event} event */
function setClock(event) {
  const note = /** @type {CustomEvent<import("./frames.js").Note>} */ (event).detail;
  if (note.note === "clock") clock.set(String(note.now), Number(note.rate));
}

/** @param {Event} event */
function ageChange(event) {
  const { item } = /** @type {CustomEvent<{ item?: HTMLElement }>} */ (event).detail;
  writeAges(clock, item ?? /** @type {HTMLElement} */ (event.target));
}

customElements.define("live-page", LivePage);
