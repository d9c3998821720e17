/**
 * The console's keyboard as data, and the reader that turns presses into acts. No DOM: `key-reader.js` feeds it.
 */

/**
 * @typedef {object} Press
 * @property {string} key as `KeyboardEvent.key`
 * @property {string} [code] as `KeyboardEvent.code`: digits are read from it, whatever the layout and Shift
 * @property {boolean} [shift]
 * @property {boolean} [held] Ctrl, Alt or Meta is down
 * @property {boolean} [repeat]
 * @property {boolean} [field] a text field has focus
 * @property {boolean} [control] a button, link or the like has focus
 * @property {number} at milliseconds
 */

/** @typedef {{ act: string, digit?: number }} Act */

/** @type {Readonly<Record<string, string>>} */
export const KEYS = Object.freeze({
  j: "next", arrowdown: "next", k: "previous", arrowup: "previous",
  enter: "open", ".": "deal", a: "show", h: "hide", s: "stash", p: "feature",
  t: "gather", n: "new-theme", b: "pin", "shift+b": "pin-number", e: "edit", " ": "hold", "?": "help",
});

/** Acts that wait for a number from 1 to 9. */
export const CHORDS = Object.freeze(["gather", "pin-number"]);

export const CHORD_MS = 3000;
export const DOUBLE_MS = 700;

const CONTROL_KEYS = Object.freeze([" ", "enter"]);
const REPEATING = Object.freeze(["next", "previous"]);

/**
 * The digit from 1 to 9 that a press stands for.
 * @param {Press} press
 */
const digitOf = (press) => {
  const found = /^(?:Digit|Numpad)([1-9])$/.exec(press.code ?? "") ?? /^([1-9])$/.exec(press.key);
  return found ? Number(found[1]) : undefined;
};

/** @param {Press} press */
const nameOf = (press) => {
  const key = press.key.toLowerCase();
  return press.shift && /^[a-z]$/.test(key) ? `shift+${key}` : key;
};

/** @param {Press} press */
const actOf = (press) => {
  if (press.held || press.field || (press.control && CONTROL_KEYS.includes(press.key.toLowerCase()))) return undefined;
  const act = KEYS[nameOf(press)];
  return press.repeat && !REPEATING.includes(act ?? "") ? undefined : act;
};

/** Remembers an open chord and the last Escape. */
export class KeyReader {
  #chord = "";
  #until = -Infinity;
  #escaped = -Infinity;

  /**
   * The chord that waits for its number, or an empty string.
   * @param {number} now
   */
  waiting(now) {
    return now < this.#until ? this.#chord : "";
  }

  /** Ends an open chord. */
  cancel() {
    this.#until = -Infinity;
  }

  /**
   * What a press means, if anything.
   * @param {Press} press
   * @returns {Act | undefined}
   */
  press(press) {
    if (press.key === "Escape") return this.#escape(press);
    this.#escaped = -Infinity;
    return this.#second(press) ?? this.#first(press);
  }

  /** @param {Press} press */
  #escape({ at, repeat }) {
    this.cancel();
    if (repeat) return undefined;
    const twice = at - this.#escaped <= DOUBLE_MS;
    this.#escaped = twice ? -Infinity : at;
    return { act: twice ? "clear" : "close" };
  }

  /** @param {Press} press */
  #second(press) {
    const act = this.waiting(press.at);
    const digit = digitOf(press);
    if (!act || press.field) return undefined;
    if (press.key !== "Shift") this.cancel();
    return digit ? { act, digit } : undefined;
  }

  /** @param {Press} press */
  #first(press) {
    const act = actOf(press);
    if (act && CHORDS.includes(act)) {
      this.#chord = act;
      this.#until = press.at + CHORD_MS;
    }
    return act ? { act } : undefined;
  }
}
