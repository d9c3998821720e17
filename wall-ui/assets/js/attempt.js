/**
 * A browser may refuse to store anything; the page then works without what it would have kept.
 *
 * @template T
 * @param {() => T} act
 */
export function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
