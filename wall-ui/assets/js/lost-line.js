const PATIENCE = 5_000;

/** `<lost-line>` says that the connection is gone, once it has been gone, or has not come, for five seconds. */
class LostLine extends HTMLElement {
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    document.addEventListener("backchannel:lost", this.#lost);
    document.addEventListener("backchannel:live", this.#live);
    this.#lost();
  }

  disconnectedCallback() {
    document.removeEventListener("backchannel:lost", this.#lost);
    document.removeEventListener("backchannel:live", this.#live);
    clearTimeout(this.#timer);
  }

  #lost = () => {
    this.#timer ??= setTimeout(() => (this.hidden = false), PATIENCE);
  };

  #live = () => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.hidden = true;
  };
}

customElements.define("lost-line", LostLine);
