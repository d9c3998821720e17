const STAY_MS = 8000;

/** Says in words what became of an act that did not go as the page showed it. */
class ToastShelf extends HTMLElement {
  connectedCallback() {
    document.addEventListener("staff:refused", this.#refused);
    document.addEventListener("staff:done", this.#done);
  }

  disconnectedCallback() {
    document.removeEventListener("staff:refused", this.#refused);
    document.removeEventListener("staff:done", this.#done);
  }

  #refused = (/** @type {Event} */ event) => {
    const { detail, offline } = /** @type {CustomEvent<{ detail: string, offline: boolean }>} */ (event).detail;
    if (offline) this.#say(".toasts__alert", this.dataset.offline ?? "");
    else this.#say(".toasts__said", detail);
  };

  #done = (/** @type {Event} */ event) => {
    const { already } = /** @type {CustomEvent<import("./commands.js").Done>} */ (event).detail;
    if (already) this.#say(".toasts__said", (this.dataset.already ?? "").replace("%by%", already.by));
  };

  /**
   * @param {string} place
   * @param {string} words
   */
  #say(place, words) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    const toast = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    /** @type {HTMLElement} */ (toast.querySelector(".toast__text")).textContent = words;
    toast.querySelector("button")?.addEventListener("click", () => toast.remove());
    this.querySelector(place)?.replaceChildren(toast);
    this.#leave(toast);
  }

  /**
   * Goes after a while, but not from under a hand.
   * @param {HTMLElement} toast
   */
  #leave(toast) {
    setTimeout(() => {
      if (toast.matches(":hover, :focus-within")) this.#leave(toast);
      else toast.remove();
    }, STAY_MS);
  }
}

customElements.define("toast-shelf", ToastShelf);
