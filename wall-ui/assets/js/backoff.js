/** When to connect again, and by which way. Pure: chance is an argument. */

const SHORTEST = 500;
const LONGEST = 15_000;
const UPGRADES_BEFORE_FALLBACK = 2;

/**
 * Milliseconds before the next attempt, with full jitter, so that a hall of screens does not come back at once.
 *
 * @param {number} failures attempts that failed in a row, from 0
 * @param {number} chance from 0 up to 1
 */
export function pause(failures, chance) {
  const ceiling = Math.min(LONGEST, SHORTEST * 2 ** (failures + 1));
  return SHORTEST + (ceiling - SHORTEST) * chance;
}

/**
 * @param {number} failedUpgrades WebSocket upgrades that failed in a row
 * @returns {"socket" | "events"}
 */
export function way(failedUpgrades) {
  return failedUpgrades < UPGRADES_BEFORE_FALLBACK ? "socket" : "events";
}

/**
 * What remains of the failures after the fallback has worked and ended: one more upgrade is tried.
 */
export function afterFallback() {
  return UPGRADES_BEFORE_FALLBACK - 1;
}
