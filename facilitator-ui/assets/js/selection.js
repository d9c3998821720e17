/**
 * Where the selection goes. Pure: rows come as ids in the order a person sees them.
 */

/** @typedef {{ id: string, waits: boolean }} Row */

/**
 * The row `step` places from `id`, held at the ends; the first one when nothing is selected.
 * @param {readonly Row[]} rows
 * @param {string} id
 * @param {1 | -1} step
 */
export const beside = (rows, id, step) => {
  const at = rows.findIndex((row) => row.id === id);
  const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
  return rows[to]?.id ?? "";
};

/**
 * The next post that waits: downwards from `id`, then from the top. Never `id` itself.
 * @param {readonly Row[]} rows
 * @param {string} id
 */
export const nextWaiting = (rows, id) => {
  const at = rows.findIndex((row) => row.id === id);
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return round.find((row) => row.waits)?.id ?? "";
};
