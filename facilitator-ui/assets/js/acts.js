/**
 * Takes over every form that posts to a command: marks what it acts on as pending at once, then waits for the frame that
 * redraws it. Without this module the same forms work by themselves.
 */

import { Refused, commandOf, fieldsOf, send } from "./commands.js";

/** How long a mark may wait for its frame after the server said yes. */
const FRAME_MS = 4000;

/**
 * @typedef {object} Sent
 * @property {string} name
 * @property {Record<string, string | number>} fields
 * @property {HTMLElement} from the form or button that was used
 */

/**
 * @template T
 * @param {string} type
 * @param {T} detail
 */
export const tell = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail }));

/**
 * The element on the page that a command changes.
 * @param {Record<string, string | number>} fields
 */
const target = ({ post, theme }) => document.getElementById(post ? `post-${post}` : `theme-${theme ?? ""}`);

/**
 * Runs one command. A refusal is told to the toasts and answered with `false`.
 * @param {Sent} sent
 */
export const act = async (sent) => {
  const marked = target(sent.fields) ?? sent.from;
  marked.dataset.pending = sent.name;
  tell("staff:sending", sent);
  try {
    const done = await send(sent.name, sent.fields);
    tell("staff:done", { ...sent, ...done });
    setTimeout(() => delete marked.dataset.pending, done.already ? 0 : FRAME_MS);
    return true;
  } catch (why) {
    delete marked.dataset.pending;
    if (!(why instanceof Refused)) throw why;
    tell("staff:refused", { ...sent, detail: why.message, offline: why.offline });
    return false;
  }
};

/**
 * What a submit event asks for, or nothing when it is not a command.
 * @param {SubmitEvent} event
 * @returns {Sent | undefined}
 */
export const asked = (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = event.submitter;
  const name = commandOf(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "");
  return name ? { name, fields: fieldsOf(new FormData(form, button)), from: button ?? form } : undefined;
};

/** Listens on the whole page: rows come and go. */
export const takeOver = () => {
  document.addEventListener("submit", (event) => {
    const sent = event.defaultPrevented ? undefined : asked(event);
    if (!sent) return;
    event.preventDefault();
    void act(sent);
  });
};
