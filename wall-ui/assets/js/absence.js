/** How long the server may be away before anybody is told. */
const PATIENCE = 5_000;

/** An element that shows itself once the connection has been gone, or has not come, for five seconds. */
export class Absence extends HTMLElement {
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

  show() {
    this.hidden = false;
  }

  #lost = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(), PATIENCE);
  };

  #live = () => {
    clearTimeout(this.#timer);
    this.hidden = true;
  };
}
