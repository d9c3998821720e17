const PATIENCE = 5_000;

/** `<wall-lost>` says since when nothing came, once the server has been away for a while. */
class WallLost extends HTMLElement {
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), PATIENCE);
  };

  #live = () => {
    clearTimeout(this.#timer);
    this.hidden = true;
  };

  #show() {
    const newest = document.querySelector('[data-region="posts"] time');
    if (!newest) return;
    this.querySelector("time")?.replaceWith(newest.cloneNode(true));
    this.hidden = false;
  }
}

customElements.define("wall-lost", WallLost);
