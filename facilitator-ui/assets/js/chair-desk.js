import { commandOf } from "./commands.js";
import { shown } from "./desk.js";

/** Shows one theme of the board at a time and lists the others. Every theme stands in the page with its own dock. */
class ChairDesk extends HTMLElement {
  #chosen = "";

  connectedCallback() {
    for (const change of ["put", "remove", "reset"]) this.addEventListener(`backchannel:${change}`, () => this.#draw());
    this.addEventListener("click", (event) => this.#click(/** @type {Element} */ (event.target)));
    this.addEventListener("submit", (event) => this.#ask(event));
    this.#draw();
  }

  #themes() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".desk-theme")]);
  }

  #draw() {
    const themes = this.#themes();
    const id = shown(themes.map((theme) => ({ id: theme.id, state: theme.dataset.state ?? "" })), this.#chosen);
    for (const theme of themes) theme.toggleAttribute("data-shown", theme.id === id);
    this.toggleAttribute("data-empty", themes.length === 0);
    const others = themes.filter((theme) => theme.id !== id);
    this.querySelector(".desk-side__list")?.replaceChildren(...others.map((theme) => this.#line(theme)));
    this.querySelector(".desk-side__none")?.toggleAttribute("hidden", others.length > 0);
  }

  /** @param {HTMLElement} theme */
  #line(theme) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(".desk-side__next template"));
    const line = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const say = (/** @type {string} */ into, /** @type {string} */ from) => {
      const place = line.querySelector(into);
      if (place) place.textContent = theme.querySelector(from)?.textContent ?? "";
    };
    say(".desk-side__name", ".desk-theme__title");
    say(".desk-side__state", ".desk-theme__pill");
    line.querySelector("button")?.setAttribute("data-theme", theme.id);
    return line;
  }

  /** @param {Element} target */
  #click(target) {
    const id = target.closest("[data-theme]")?.getAttribute("data-theme");
    if (!id) return;
    this.#chosen = id;
    this.#draw();
    const title = /** @type {HTMLElement | null} */ (document.querySelector(`#${CSS.escape(id)} .desk-theme__title`));
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  }

  /**
   * Decisions that need words open their form over the page instead of the one in the dock.
   * @param {SubmitEvent} event
   */
  #ask(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    this.#chosen = form.closest(".desk-theme")?.id ?? this.#chosen;
    const { askFor } = form.dataset;
    if (!askFor || !commandOf(form.getAttribute("action") ?? "")) return;
    event.preventDefault();
    const theme = /** @type {HTMLElement} */ (form.closest(".desk-theme"));
    const dialog = /** @type {import("./ask-dialog.js").AskDialog} */ (document.querySelector(`[data-ask="${askFor}"]`));
    const title = theme.querySelector(".desk-theme__title")?.textContent ?? "";
    const text = theme.querySelector("[data-conclusion]")?.textContent ?? "";
    dialog.open({ theme: theme.id.replace("theme-", ""), expect: theme.dataset.version ?? "", text }, title);
  }
}

customElements.define("chair-desk", ChairDesk);
