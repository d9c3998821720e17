/** Room above the line, online below it: the drawing's grid is the one of the server's template. */
const LINE = 400;
const HALVES = { room: 385, online: 355 };
const SMALLEST = 12;

/** `<people-mirror>` follows the note `people`: two counts and ten pairs of bars. */
class PeopleMirror extends HTMLElement {
  connectedCallback() {
    document.addEventListener("backchannel:note", this.#hear);
  }

  disconnectedCallback() {
    document.removeEventListener("backchannel:note", this.#hear);
  }

  #hear = (/** @type {Event} */ event) => {
    const note = /** @type {CustomEvent} */ (event).detail;
    if (note.note !== "people") return;
    this.#count("room", note.room);
    this.#count("online", note.online);
    this.#draw(note.bars);
  };

  /**
   * @param {"room" | "online"} half
   * @param {number} people
   */
  #count(half, people) {
    const place = this.querySelector(`[data-count="${half}"]`);
    if (place) place.textContent = String(people);
  }

  /** @param {[number, number][]} bars */
  #draw(bars) {
    const room = heights(bars.map((bar) => bar[0]), HALVES.room);
    const online = heights(bars.map((bar) => bar[1]), HALVES.online);
    this.querySelectorAll(".people__room-bar").forEach((bar, place) => {
      bar.setAttribute("y", String(LINE - (room[place] ?? 0)));
      bar.setAttribute("height", String(room[place] ?? 0));
    });
    this.querySelectorAll(".people__online-bar").forEach((bar, place) => {
      bar.setAttribute("height", String(online[place] ?? 0));
    });
  }
}

/**
 * @param {number[]} values
 * @param {number} full
 */
function heights(values, full) {
  const highest = Math.max(1, ...values);
  return values.map((value) => (value === 0 ? 0 : Math.max(SMALLEST, Math.floor((value * full) / highest))));
}

customElements.define("people-mirror", PeopleMirror);
