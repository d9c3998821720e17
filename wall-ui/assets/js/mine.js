/** A private link is there to be kept: touching it selects it whole. */

for (const link of document.querySelectorAll("[data-link]")) {
  if (link instanceof HTMLInputElement) link.addEventListener("focus", () => link.select());
}
