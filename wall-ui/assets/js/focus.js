const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]";

/**
 * For an element that is about to be replaced: what to call afterwards, so that the focus stays at its place.
 *
 * @param {HTMLElement} previous
 * @param {HTMLElement} next
 * @returns {() => void}
 */
export function keepFocus(previous, next) {
  const focused = document.activeElement;
  const place = [previous, ...previous.querySelectorAll(FOCUSABLE)].findIndex((element) => element === focused);
  if (place < 0) return () => {};
  const heir = /** @type {HTMLElement | undefined} */ ([next, ...next.querySelectorAll(FOCUSABLE)][place]);
  return () => heir?.focus({ preventScroll: true });
}
