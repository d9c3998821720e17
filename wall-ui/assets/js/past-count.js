import { onChange } from "./region-change.js";

/**
 * `<past-count of="posts" data-after="All posts">` holds a number from when the page was drawn. Its region shows only a
 * window, so the number cannot follow: with the first change it gives way to words that stay true.
 */
class PastCount extends HTMLElement {
  #forget = () => {};

  connectedCallback() {
    this.#forget = onChange(this.getAttribute("of"), () => {
      this.textContent = this.dataset.after ?? "";
    });
  }

  disconnectedCallback() {
    this.#forget();
  }
}

customElements.define("past-count", PastCount);
