import { asked } from "./acts.js";
import { Refused, send } from "./commands.js";

/**
 * Asks for words in a form over the page, outside every region, so that no frame takes away what is being typed. It
 * closes when the server has said yes; a refusal stands beside the words.
 */
export class AskDialog extends HTMLElement {
  connectedCallback() {
    this.#form.addEventListener("submit", (event) => void this.#submit(event));
    this.querySelector("[data-ask-cancel]")?.addEventListener("click", () => this.#dialog.close());
  }

  /**
   * @param {Record<string, string>} values of the form's fields
   * @param {string} [about] what is asked about, in words
   */
  open(values, about = "") {
    this.#form.reset();
    this.#say("");
    const words = this.querySelector(".ask__about");
    if (words) words.textContent = about;
    for (const [name, value] of Object.entries(values)) this.#set(name, value);
    this.#dialog.showModal();
    this.#first()?.select();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  #first() {
    const fields = "input:not([type=hidden]), textarea";
    return /** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (this.querySelector(fields));
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #set(name, value) {
    const field = this.#form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }

  /** @param {string} words */
  #say(words) {
    const place = this.querySelector(".ask__why");
    if (place) place.textContent = words;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const sent = asked(event);
    if (!sent) return;
    this.toggleAttribute("data-sending", true);
    await send(sent.name, sent.fields).then(() => this.#dialog.close(), (why) => this.#refused(why));
    this.toggleAttribute("data-sending", false);
  }

  /** @param {unknown} why */
  #refused(why) {
    if (!(why instanceof Refused)) throw why;
    this.#say(why.offline ? (this.dataset.offline ?? "") : why.message);
    this.#seen();
  }

  /** Who has been told that the theme moved on may send the same words over what stands there now. */
  #seen() {
    const theme = /** @type {HTMLInputElement | null} */ (this.#form.elements.namedItem("theme"))?.value;
    const { version } = document.getElementById(`theme-${theme}`)?.dataset ?? {};
    if (version) this.#set("expect", version);
  }
}

customElements.define("ask-dialog", AskDialog);
