/** The server's clock on this device, and how times are said. A rehearsal's clock may run fast. */

export class ServerClock {
  #base;
  #rate = 1;
  #taken;
  #ticks;

  /**
   * @param {string} now RFC 3339
   * @param {() => number} ticks milliseconds that never go back
   */
  constructor(now, ticks = () => performance.now()) {
    this.#ticks = ticks;
    this.#base = Date.parse(now);
    this.#taken = ticks();
  }

  /**
   * @param {string} now RFC 3339
   * @param {number} rate seconds of the clock in a second
   */
  set(now, rate) {
    this.#base = Date.parse(now);
    this.#rate = rate;
    this.#taken = this.#ticks();
  }

  /** Milliseconds since 1970. */
  now() {
    return this.#base + (this.#ticks() - this.#taken) * this.#rate;
  }
}

/**
 * `14:12`, as a clock in the conference's zone shows it.
 *
 * @param {number} time milliseconds since 1970
 * @param {string} zone
 */
export function timeOfDay(time, zone) {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone || "UTC" }).format(time);
}

/**
 * `now`, `2 min`: how long ago something was.
 *
 * @param {number} milliseconds
 * @param {string} lang
 */
export function age(milliseconds, lang) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(0, "second");
  return new Intl.NumberFormat(lang, { style: "unit", unit: "minute", unitDisplay: "short" }).format(minutes);
}

/**
 * `1:10`, from an hour on `76 min`: a length of time.
 *
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds >= 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * Writes the age into every `<time>` inside an element with `data-ages`.
 *
 * @param {ServerClock} clock
 * @param {ParentNode} [under]
 */
export function writeAges(clock, under = document) {
  const lang = document.documentElement.lang;
  for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (under.querySelectorAll("[data-ages] time"))) {
    const text = age(clock.now() - Date.parse(time.dateTime), lang);
    if (time.textContent !== text) time.textContent = text;
  }
}

/** The clock of this page, as the server drew it. */
export const clock = new ServerClock(globalThis.document?.documentElement.dataset.now ?? "1970-01-01T00:00:00Z");
