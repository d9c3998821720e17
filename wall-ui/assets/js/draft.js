import { attempt } from "./attempt.js";

/** @typedef {{ words: string, key: string }} Kept */

/**
 * Words that were typed and not saved yet: they survive a reload and a lost connection. The key of their act is kept
 * with them, so that a second try after a reload still counts once.
 */
export class Draft {
  #place;

  /** @param {string} name */
  constructor(name) {
    this.#place = `draft/${name}`;
  }

  /** @returns {Kept | undefined} */
  read() {
    return attempt(() => JSON.parse(localStorage.getItem(this.#place) ?? "null")) ?? undefined;
  }

  /** @param {Kept} kept */
  keep(kept) {
    attempt(() => localStorage.setItem(this.#place, JSON.stringify(kept)));
  }

  forget() {
    attempt(() => localStorage.removeItem(this.#place));
  }
}
