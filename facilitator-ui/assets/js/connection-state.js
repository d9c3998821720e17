/** Says whether what is on the page is saved and live, and shows the strip over the page when it is not. */
class ConnectionState extends HTMLElement {
  #sending = 0;
  /** @type {boolean | undefined} unknown until the stream has said something */
  #live;

  connectedCallback() {
    const hears = /** @type {[string, () => void][]} */ ([
      ["backchannel:live", () => (this.#live = true)],
      ["backchannel:lost", () => (this.#live = false)],
      ["staff:sending", () => (this.#sending += 1)],
      ["staff:done", () => (this.#sending -= 1)],
      ["staff:refused", () => (this.#sending -= 1)],
    ]);
    for (const [type, change] of hears) {
      document.addEventListener(type, () => {
        change();
        this.#draw();
      });
    }
  }

  #draw() {
    this.dataset.state = this.#state();
    const words = this.querySelector("span");
    if (words) words.textContent = this.getAttribute(`data-${this.dataset.state}`);
    document.querySelector("[data-offline-strip]")?.toggleAttribute("hidden", this.#live !== false);
  }

  #state() {
    if (this.#sending > 0) return "saving";
    return this.#live ? "live" : "lost";
  }
}

customElements.define("connection-state", ConnectionState);
