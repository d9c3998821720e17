/**
 * What the server sends: one text message is frames joined by line breaks, each a JSON object. Pure.
 *
 * @typedef {{ seq: number, op: "put", into: string, id: string, order: string, html: string }} Put
 * @typedef {{ seq: number, op: "remove", into: string, id: string }} Remove
 * @typedef {{ seq: number, op: "set", into: string, html: string }} Set
 * @typedef {{ seq: number, op: "reset", into: string, html: string }} Reset
 * @typedef {{ seq: number, op: "note", note: string, [field: string]: unknown }} Note
 * @typedef {Put | Remove | Set | Reset} Change
 * @typedef {Change | Note} Frame
 * @typedef {{ changes: Change[], notes: Note[], cursor: number }} Delivery
 */

/**
 * @param {string} message
 * @returns {Frame[]}
 */
export function parse(message) {
  return message.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}

/**
 * What a reader at `cursor` has to do about a message, and where it stands afterwards. A message with resets is the
 * state itself, so it may also move the cursor back: the server's log can be another one than before.
 *
 * @param {Frame[]} frames
 * @param {number} cursor
 * @returns {Delivery}
 */
export function deliver(frames, cursor) {
  const notes = frames.filter(isNote);
  const changes = frames.filter(isChange);
  const highest = Math.max(0, ...frames.map((frame) => frame.seq));
  if (changes.some((change) => change.op === "reset")) return { changes, notes, cursor: highest };
  if (highest <= cursor) return { changes: [], notes, cursor };
  return { changes, notes, cursor: highest };
}

/**
 * @param {Frame} frame
 * @returns {frame is Note}
 */
function isNote(frame) {
  return frame.op === "note";
}

/**
 * @param {Frame} frame
 * @returns {frame is Change}
 */
function isChange(frame) {
  return frame.op !== "note";
}
