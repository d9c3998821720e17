import { onChange } from "./region-change.js";

/** `<live-count of="themes" data-one="1 theme" data-many="# themes">` says how many items its region holds. */
class LiveCount extends HTMLElement {
  #forget = () => {};

  connectedCallback() {
    this.#forget = onChange(this.getAttribute("of"), (region) => {
      this.textContent = this.#words(region.childElementCount);
    });
  }

  disconnectedCallback() {
    this.#forget();
  }

  /** @param {number} items */
  #words(items) {
    const { one = "", many = "" } = this.dataset;
    return (items === 1 ? one : many).replace("#", items.toLocaleString(document.documentElement.lang));
  }
}

customElements.define("live-count", LiveCount);
