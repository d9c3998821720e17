/** On a phone one part of the console is on the page at a time. */

/** @param {Element | null} button */
const show = (button) => {
  const page = /** @type {HTMLElement | null} */ (document.querySelector(".console"));
  if (!button || !page) return;
  for (const other of document.querySelectorAll(".key-bar__tabs [data-tab]")) other.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  page.dataset.tab = button.getAttribute("data-tab") ?? "stream";
};

export const showTab = () => {
  const tabs = document.querySelector(".key-bar__tabs");
  tabs?.addEventListener("click", (event) => show(/** @type {Element} */ (event.target).closest("[data-tab]")));
};
