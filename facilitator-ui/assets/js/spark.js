/** The line of posts a minute, on a grid of 84 x 24. Pure. */

const WIDTH = 78;
const TOP = 4;
const BOTTOM = 20;

/**
 * Points from the oldest to the newest, scaled to the highest.
 * @param {readonly number[]} rates
 * @returns {[number, number][]}
 */
export const points = (rates) => {
  const highest = Math.max(1, ...rates);
  const step = WIDTH / Math.max(1, rates.length - 1);
  return rates.map((rate, place) => [1 + place * step, BOTTOM - (rate / highest) * (BOTTOM - TOP)]);
};

/**
 * The same as the `d` of a path.
 * @param {readonly [number, number][]} line
 */
export const path = (line) => line.map(([x, y], place) => `${place ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
