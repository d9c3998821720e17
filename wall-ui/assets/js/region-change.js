const CHANGES = ["backchannel:put", "backchannel:remove", "backchannel:reset"];

/**
 * Calls back with the region of this name after each change of its items.
 *
 * @param {string | null} name
 * @param {(region: HTMLElement) => void} act
 * @returns {() => void} ends it
 */
export function onChange(name, act) {
  const hear = (/** @type {Event} */ event) => {
    const region = /** @type {HTMLElement} */ (event.target);
    if (region.dataset.region === name) act(region);
  };
  CHANGES.forEach((change) => document.addEventListener(change, hear));
  return () => CHANGES.forEach((change) => document.removeEventListener(change, hear));
}
