/** Set-up works by its forms alone; this copies the link that was just made. */

class CopyLink extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => void this.#copy());
    this.querySelector("input")?.addEventListener("focus", (event) => /** @type {HTMLInputElement} */ (event.target).select());
  }

  async #copy() {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    field.select();
    await navigator.clipboard.writeText(field.value);
    const words = this.querySelector("button span");
    if (words) words.textContent = this.querySelector("button")?.dataset.copied ?? "";
  }
}

customElements.define("copy-link", CopyLink);
