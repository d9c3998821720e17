import { tell } from "./acts.js";
import { KeyReader } from "./keys.js";

const FIELDS = "input, textarea, select, [contenteditable]";
const CONTROLS = "button, a[href], summary, iframe";

/**
 * @param {KeyboardEvent} event
 * @returns {import("./keys.js").Press}
 */
const pressOf = (event) => {
  const focused = /** @type {Element} */ (event.target);
  return {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    held: event.ctrlKey || event.altKey || event.metaKey,
    repeat: event.repeat,
    field: focused.matches(FIELDS),
    control: focused.matches(CONTROLS),
    at: event.timeStamp,
  };
};

/** Told as `staff:key` on the document: what the keys ask for. Holds the list of all keys. */
class KeyReaderElement extends HTMLElement {
  #keys = new KeyReader();

  connectedCallback() {
    document.addEventListener("keydown", this.#press, { capture: true });
    document.addEventListener("click", this.#click);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#press, { capture: true });
    document.removeEventListener("click", this.#click);
  }

  #press = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    const meant = this.#keys.press(pressOf(event));
    if (!meant || (meant.act !== "clear" && this.#covered(meant.digit))) return;
    if (meant.act !== "close") event.preventDefault();
    if (meant.act === "help") this.#help();
    else tell("staff:key", meant);
  };

  #click = (/** @type {MouseEvent} */ event) => {
    if (/** @type {Element} */ (event.target).closest('[data-act="help"]')) this.#help();
  };

  /**
   * Whether a dialog stands before the page. A chord's number goes through to the list that shows the numbers.
   * @param {number | undefined} digit
   */
  #covered(digit) {
    return !digit && document.querySelector("dialog:modal") !== null;
  }

  #help() {
    this.querySelector("dialog")?.showModal();
  }
}

customElements.define("key-reader", KeyReaderElement);
