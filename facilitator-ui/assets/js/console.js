/** The console: gives the keyboard's acts their meaning. Whatever a key does, a button on the page does too. */

import "../../wall/js/live-page.js";
import { takeOver } from "./acts.js";
import "./ask-dialog.js";
import "./connection-state.js";
import "./key-reader.js";
import "./page-clock.js";
import "./queue-list.js";
import "./queue-counts.js";
import "./rate-line.js";
import "./source-health.js";
import { showTab } from "./tabs.js";
import "./theme-columns.js";
import "./theme-picker.js";
import "./toast-shelf.js";

/**
 * @template {HTMLElement} T
 * @param {string} selector
 * @returns {T}
 */
const the = (selector) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`the console has no ${selector}`);
  return /** @type {T} */ (found);
};

/** @type {import("./queue-list.js").QueueList} */
const queue = the("queue-list");
/** @type {import("./theme-columns.js").ThemeColumns} */
const themes = the("theme-columns");
/** @type {import("./theme-picker.js").ThemePicker} */
const picker = the("theme-picker");

/** @param {string} name */
const ask = (name) => /** @type {import("./ask-dialog.js").AskDialog} */ (the(`ask-dialog[data-ask="${name}"]`));

/**
 * Presses the button that does the act, if there is one inside `within`.
 * @param {ParentNode | null | undefined} within
 * @param {string} act
 */
const press = (within, act) => /** @type {HTMLElement | null} */ (within?.querySelector(`[data-act="${act}"]`) ?? null)?.click();

/** @param {HTMLElement | null} row */
const themeOf = (row) => (row?.dataset.theme ? document.getElementById(`theme-${row.dataset.theme}`) : null);

const newTheme = () => ask("new-theme").open({ post: queue.post, title: queue.text });

/** @param {HTMLElement | null} card */
const editTheme = (card) => {
  if (!card) return;
  const title = card.querySelector(".theme-card__title")?.textContent ?? "";
  const { version = "", summary = "" } = card.dataset;
  ask("edit").open({ theme: card.id.replace("theme-", ""), expect: version, title, summary });
};

/** @type {Record<string, (digit?: number) => void>} */
const ACTS = {
  next: () => queue.move(1),
  previous: () => queue.move(-1),
  open: () => queue.toggle(),
  deal: () => queue.deal(),
  show: () => press(queue.row, "show"),
  hide: () => press(queue.row, "hide"),
  stash: () => press(queue.row, "stash"),
  feature: () => press(queue.row, "feature"),
  gather: (digit) => queue.post && picker.choose("gather", { post: queue.post }, digit),
  "pin-number": (digit) => picker.choose("pin-number", {}, digit),
  "new-theme": newTheme,
  edit: () => editTheme(themes.card ?? themeOf(queue.row)),
  pin: () => press(themeOf(queue.row) ?? themes.card, "pin"),
  hold: () => press(the(".screens"), "hold"),
  clear: () => press(the(".screens"), "clear"),
  close: () => picker.close(),
};

document.addEventListener("staff:key", (event) => {
  const { act, digit } = /** @type {CustomEvent<import("./keys.js").Act>} */ (event).detail;
  ACTS[act]?.(digit);
});

/** Buttons whose meaning is a question to the person first. */
document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("[data-act]");
  const act = button?.getAttribute("data-act");
  if (act === "gather") ACTS.gather?.();
  if (act === "edit") editTheme(/** @type {HTMLElement} */ (button?.closest(".theme-card")));
  if (act !== "new-theme") return;
  event.preventDefault();
  newTheme();
});

showTab();
takeOver();
