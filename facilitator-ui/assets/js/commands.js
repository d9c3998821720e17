/**
 * Sends a person's command and says in words what came of it.
 */

/** The server said no, or could not be reached. `detail` is a sentence for the person. */
export class Refused extends Error {
  /**
   * @param {string} detail
   * @param {boolean} offline
   */
  constructor(detail, offline = false) {
    super(detail);
    this.offline = offline;
  }
}

/**
 * A form's fields as the command's JSON. What was not filled in is left out.
 * @param {Iterable<[string, FormDataEntryValue]>} entries
 * @returns {Record<string, string | number>}
 */
export const fieldsOf = (entries) => {
  /** @type {Record<string, string | number>} */
  const fields = {};
  for (const [name, value] of entries) {
    if (typeof value !== "string" || value.trim() === "") continue;
    fields[name] = name === "expect" ? Number(value) : value;
  }
  return fields;
};

/**
 * The command that a form or button posts to, or an empty string.
 * @param {string} action
 */
export const commandOf = (action) => /\/commands\/([a-z-]+)$/.exec(action)?.[1] ?? "";

/**
 * @param {Response} response
 * @returns {Promise<Refused>}
 */
const refusal = async (response) => {
  const problem = await response.json().catch(() => ({}));
  return new Refused(problem.detail ?? problem.title ?? response.statusText);
};

/**
 * @typedef {object} Done
 * @property {number} seq
 * @property {{ by: string }} [already] who did it before
 */

/**
 * @param {string} name
 * @param {Record<string, string | number>} fields
 * @returns {Promise<Done>}
 */
export const send = async (name, fields) => {
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) };
  const response = await fetch(`/commands/${name}`, request).catch(() => {
    throw new Refused("", true);
  });
  if (!response.ok) throw await refusal(response);
  return response.json();
};
