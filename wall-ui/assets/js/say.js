/**
 * @typedef {{ kind: "received", before?: number, mine?: string } | { kind: "failed", why: string }} Answer
 */

/**
 * The command that a form sends: empty fields are left out, and the key makes a second try of the same words harmless.
 *
 * @param {Iterable<[string, FormDataEntryValue]>} entries
 * @param {string} key
 * @returns {Record<string, string | number>}
 */
export function commandOf(entries, key) {
  /** @type {Record<string, string | number>} */
  const command = {};
  for (const [name, value] of entries) {
    const words = String(value).trim();
    if (words !== "") command[name] = name === "table" ? Number(words) : words;
  }
  command.key = key;
  return command;
}

/**
 * What the server's answer means for the person who wrote.
 *
 * @param {boolean} ok
 * @param {{ before?: unknown, mine?: unknown, detail?: unknown, title?: unknown } | null} body
 * @returns {Answer}
 */
export function answerOf(ok, body) {
  if (!ok) return { kind: "failed", why: String(body?.detail ?? body?.title ?? "") };
  /** @type {{ kind: "received", before?: number, mine?: string }} */
  const answer = { kind: "received" };
  if (typeof body?.before === "number") answer.before = body.before;
  if (typeof body?.mine === "string") answer.mine = body.mine;
  return answer;
}

/** A name for one act, so that doing it twice counts once. Works without a secure context. */
export function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
