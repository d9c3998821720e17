import { keepFocus } from "./focus.js";

/**
 * Carries changes into the page. Every change is told on its region as `backchannel:put`, `remove`, `set` or `reset`,
 * which bubbles; the detail of a put holds the new `item` and the `previous` one it replaced.
 *
 * @param {import("./frames.js").Change} change
 */
export function apply(change) {
  const region = document.querySelector(`[data-region="${change.into}"]`);
  if (region) CARRIED_OUT[change.op](region, /** @type {never} */ (change));
}

const CARRIED_OUT = { put, remove, set, reset };

/**
 * @param {Element} region
 * @param {import("./frames.js").Put} change
 */
function put(region, { id, html }) {
  const item = /** @type {HTMLElement} */ (parsed(html).firstElementChild);
  const previous = itemOf(region, id);
  const home = homeOf(region, item);
  const refocus = previous ? keepFocus(previous, item) : null;
  if (previous && previous.parentElement === home && previous.dataset.order === item.dataset.order) {
    previous.replaceWith(item);
  } else {
    previous?.remove();
    home.insertBefore(item, firstBelow(home, item.dataset.order ?? ""));
  }
  refocus?.();
  tell(region, "put", { id, item, previous });
}

/**
 * @param {Element} region
 * @param {import("./frames.js").Remove} change
 */
function remove(region, { id }) {
  const item = itemOf(region, id);
  item?.remove();
  if (item) tell(region, "remove", { id, item });
}

/**
 * @param {Element} region
 * @param {import("./frames.js").Set} change
 */
function set(region, { html }) {
  region.replaceChildren(parsed(html));
  tell(region, "set", {});
}

/**
 * @param {Element} region
 * @param {import("./frames.js").Reset} change
 */
function reset(region, { html }) {
  region.replaceChildren(parsed(html));
  tell(region, "reset", {});
}

/** @param {string} html */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content;
}

/**
 * @param {Element} region
 * @param {string} id
 * @returns {HTMLElement | null}
 */
function itemOf(region, id) {
  return region.querySelector(`#${CSS.escape(id)}`);
}

/**
 * The element that holds the item: the home it names, else the region itself.
 *
 * @param {Element} region
 * @param {HTMLElement} item
 */
function homeOf(region, item) {
  return region.querySelector(`[data-home="${item.dataset.homeFor}"]`) ?? region;
}

/**
 * Items stand in descending order.
 *
 * @param {Element} home
 * @param {string} order
 */
function firstBelow(home, order) {
  const items = /** @type {HTMLElement[]} */ ([...home.children]);
  return items.find((item) => item.dataset.order !== undefined && item.dataset.order < order) ?? null;
}

/**
 * @param {Element} region
 * @param {string} op
 * @param {{ id?: string, item?: HTMLElement, previous?: HTMLElement | null }} detail
 */
function tell(region, op, detail) {
  region.dispatchEvent(new CustomEvent(`backchannel:${op}`, { bubbles: true, detail }));
}
