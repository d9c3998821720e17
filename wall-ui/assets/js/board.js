import "./live-page.js";
import "./live-count.js";
import "./lost-line.js";
import "./past-count.js";
import "./my-posts.js";
import "./say-form.js";

const HIGHLIGHT = 2_000;

document.addEventListener("backchannel:put", (event) => {
  const { item, previous } = /** @type {CustomEvent} */ (event).detail;
  if (previous || fillsGap(item)) return;
  item.classList.add("is-new");
  setTimeout(() => item.classList.remove("is-new"), HIGHLIGHT);
});

/**
 * What comes in at the end of a list is older than the rest: it moved up because another left.
 *
 * @param {Element} item
 */
function fillsGap(item) {
  return item.nextElementSibling === null && item.previousElementSibling !== null;
}
