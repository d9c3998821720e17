/**
 * How each source is doing, kept up to date by the note `sources`. A source that joins later is there after the next load.
 *
 * @typedef {{ name: string, state: string, trouble: string | null }} Line
 */
class SourceHealth extends HTMLElement {
  connectedCallback() {
    document.addEventListener("backchannel:note", (event) => {
      const { note, sources } = /** @type {CustomEvent} */ (event).detail;
      if (note === "sources") sources.forEach((/** @type {Line} */ line) => this.#draw(line));
    });
  }

  /** @param {Line} line */
  #draw({ name, state, trouble }) {
    const place = this.querySelector(`[data-source="${CSS.escape(name)}"]`);
    if (!place) return;
    place.className = `health__source health--${state}`;
    for (const words of place.querySelectorAll("[data-state]")) {
      words.toggleAttribute("hidden", words.getAttribute("data-state") !== state);
    }
    const detail = place.querySelector(".health__detail");
    if (detail && detail.textContent !== (trouble ?? "")) detail.textContent = trouble ?? "";
  }
}

customElements.define("source-health", SourceHealth);
