import { Draft } from "./draft.js";
import { answerOf, commandOf, freshKey } from "./say.js";

/** `<say-form>` sends its form without leaving the page, answers in place, and keeps the words until they are saved. */
class SayForm extends HTMLElement {
  #draft = new Draft(this.dataset.draft ?? "");
  #key = freshKey();
  #sending = false;

  connectedCallback() {
    this.#form.addEventListener("submit", this.#submit);
    this.#text.addEventListener("input", this.#typed);
    this.#part("[data-again]").addEventListener("click", this.#again);
    if (this.#form.hidden) this.#draft.forget();
    else this.#restore(this.#draft.read());
  }

  /** @param {import("./draft.js").Kept | undefined} kept */
  #restore(kept) {
    if (!kept || this.#text.value !== "") return;
    this.#text.value = kept.words;
    this.#key = kept.key;
  }

  #submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (this.#sending) return;
    this.#setSending(true);
    const answer = await this.#send();
    this.#setSending(false);
    if (answer.kind === "received") this.#showReceived(answer);
    else this.#showFailed(answer.why);
  };

  #typed = () => {
    this.#key = freshKey();
    this.#draft.keep({ words: this.#text.value, key: this.#key });
  };

  #again = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.#swap({ answered: false });
    this.#text.focus();
  };

  /** @returns {Promise<import("./say.js").Answer>} */
  async #send() {
    const command = commandOf(new FormData(this.#form), this.#key);
    try {
      const response = await fetch(this.#form.action, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(command),
      });
      return answerOf(response.ok, await response.json().catch(() => null));
    } catch {
      return { kind: "failed", why: "" };
    }
  }

  /** @param {{ before?: number, mine?: string }} answer */
  #showReceived({ before, mine }) {
    this.#part("[data-text]").textContent = this.#text.value;
    this.#showBefore(before);
    if (mine) document.dispatchEvent(new CustomEvent("board:sent", { detail: mine }));
    this.#text.value = "";
    this.#draft.forget();
    this.#key = freshKey();
    this.#part("[data-failed]").hidden = true;
    this.#swap({ answered: true });
    this.#part("[data-answer]").focus();
  }

  /**
   * The sentence is the server's; a number it did not send is not shown.
   *
   * @param {number | undefined} before
   */
  #showBefore(before) {
    const place = this.#part("[data-before]");
    const { next = "", one = "", many = "" } = place.dataset;
    if (before === undefined) place.textContent = "";
    else if (before < 2) place.textContent = before === 0 ? next : one;
    else place.textContent = many.replace("#", before.toLocaleString(document.documentElement.lang));
  }

  /** @param {string} why */
  #showFailed(why) {
    this.#part("[data-why]").textContent = why;
    this.#part("[data-failed]").hidden = false;
  }

  /** @param {{ answered: boolean }} state */
  #swap({ answered }) {
    this.#form.hidden = answered;
    this.#part("[data-answer]").hidden = !answered;
  }

  /** @param {boolean} sending */
  #setSending(sending) {
    this.#sending = sending;
    for (const button of this.#form.querySelectorAll("button")) button.setAttribute("aria-disabled", String(sending));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.#part("form"));
  }

  get #text() {
    return /** @type {HTMLTextAreaElement} */ (this.#part("textarea"));
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define("say-form", SayForm);
