import { afterFallback, pause, way } from "./backoff.js";
import { deliver, parse } from "./frames.js";

const SILENCE = 45_000;

/**
 * One connection to the server that never gives up. It tells the document `backchannel:live` with the first message of
 * a connection, `backchannel:lost` when one ends, and `backchannel:note` for every note.
 */
export class Stream {
  #address;
  #log;
  #lang;
  /** Without a place the server answers with the whole state. @type {number | null} */
  #cursor;
  #apply;
  #failures = 0;
  #failedUpgrades = 0;
  #live = false;
  /** @type {WebSocket | EventSource | undefined} */
  #connection;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {{ address: string, log: string, lang: string, cursor: number }} place
   * @param {(change: import("./frames.js").Change) => void} apply
   */
  constructor({ address, log, lang, cursor }, apply) {
    this.#address = address;
    this.#log = log;
    this.#lang = lang;
    this.#cursor = cursor;
    this.#apply = apply;
  }

  open() {
    this.#wait(SILENCE);
    if (way(this.#failedUpgrades) === "socket") this.#openSocket();
    else this.#openEvents();
  }

  close() {
    clearTimeout(this.#timer);
    this.#drop();
  }

  #openSocket() {
    const socket = new WebSocket(this.#url("ws"));
    let upgraded = false;
    socket.onopen = () => {
      upgraded = true;
      this.#failedUpgrades = 0;
    };
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => {
      if (!upgraded) this.#failedUpgrades += 1;
      this.#again();
    };
    this.#connection = socket;
  }

  #openEvents() {
    const events = new EventSource(this.#url("http"));
    events.onmessage = (event) => this.#hear(event.data);
    events.onerror = () => {
      this.#failedUpgrades = afterFallback();
      this.#again();
    };
    this.#connection = events;
  }

  /** @param {"ws" | "http"} scheme */
  #url(scheme) {
    const url = new URL(this.#address, location.href);
    url.protocol = url.protocol.replace("http", scheme);
    if (this.#cursor !== null) url.searchParams.set("since", String(this.#cursor));
    url.searchParams.set("log", this.#log);
    url.searchParams.set("lang", this.#lang);
    return url;
  }

  /**
   * What cannot be read or carried out is made good by the whole state.
   *
   * @param {string} message
   */
  #hear(message) {
    this.#wait(SILENCE);
    try {
      this.#take(message);
    } catch {
      this.#cursor = null;
      this.#again();
    }
  }

  /** @param {string} message */
  #take(message) {
    const { changes, notes, cursor } = deliver(parse(message), this.#cursor ?? 0);
    changes.forEach(this.#apply);
    this.#cursor = cursor;
    this.#arrive();
    notes.forEach((detail) => tell("note", detail));
  }

  #arrive() {
    this.#failures = 0;
    if (this.#live) return;
    this.#live = true;
    tell("live");
  }

  #again() {
    this.#drop();
    if (this.#live) tell("lost");
    this.#live = false;
    this.#wait(pause(this.#failures, Math.random()), () => this.open());
    this.#failures += 1;
  }

  /** Ends the connection without hearing from it again. */
  #drop() {
    if (this.#connection instanceof WebSocket) this.#connection.onclose = null;
    this.#connection?.close();
    this.#connection = undefined;
  }

  /**
   * @param {number} milliseconds
   * @param {() => void} [then]
   */
  #wait(milliseconds, then = () => this.#again()) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds);
  }
}

/**
 * @param {"note" | "live" | "lost"} what
 * @param {import("./frames.js").Note} [detail]
 */
function tell(what, detail) {
  document.dispatchEvent(new CustomEvent(`backchannel:${what}`, { detail }));
}
