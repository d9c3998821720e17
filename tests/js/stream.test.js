import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Stream } from "../../wall-ui/assets/js/stream.js";

/** Connections in the order they were opened. */
let opened = [];
let told = [];
let applied = [];

class Connection {
  constructor(url) {
    this.url = new URL(url);
    opened.push(this);
  }

  close() {
    this.closed = true;
  }

  says(...frames) {
    this.onmessage({ data: frames.map((frame) => JSON.stringify(frame)).join("\n") });
  }
}
class FakeSocket extends Connection {}
class FakeEvents extends Connection {}

const put = (seq) => ({ seq, op: "put", into: "posts", id: `post-${seq}`, order: String(seq), html: "" });
const live = (seq) => ({ seq, op: "note", note: "live" });
const latest = () => opened[opened.length - 1];

function open() {
  const place = { address: "/stream/wall/ethics", log: "a", lang: "fr", cursor: 7 };
  const stream = new Stream(place, (change) => applied.push(change.seq));
  stream.open();
  return stream;
}

beforeEach(() => {
  [opened, told, applied] = [[], [], []];
  globalThis.WebSocket = FakeSocket;
  globalThis.EventSource = FakeEvents;
  globalThis.location = { href: "https://summit.example/wall/ethics" };
  globalThis.document = { dispatchEvent: (event) => told.push(event.type) };
  mock.timers.enable({ apis: ["setTimeout"] });
});

afterEach(() => mock.timers.reset());

test("it asks for what came since the page was drawn", () => {
  open();
  assert.equal(latest().url.href, "wss://summit.example/stream/wall/ethics?since=7&log=a&lang=fr");
});

test("it carries out what is new and comes back where it stood", () => {
  open();
  latest().onopen();
  latest().says(put(7));
  latest().says(put(8), put(9));
  latest().onclose();
  assert.deepEqual(applied, [8, 9]);
  mock.timers.tick(1_000);
  assert.equal(opened.length, 2);
  assert.equal(latest().url.searchParams.get("since"), "9");
  latest().says(live(9));
  assert.deepEqual(told, ["live", "lost", "live", "note"].map((what) => `backchannel:${what}`));
});

test("silence for 45 s ends a connection", () => {
  open();
  latest().onopen();
  latest().says(live(7));
  mock.timers.tick(44_999);
  assert.equal(latest().closed, undefined);
  mock.timers.tick(1);
  assert.equal(opened[0].closed, true);
  mock.timers.tick(1_000);
  assert.equal(opened.length, 2);
});

test("two refused upgrades lead to the other way, and later to one more try", () => {
  open();
  latest().onclose();
  mock.timers.tick(15_000);
  latest().onclose();
  mock.timers.tick(15_000);
  assert.ok(latest() instanceof FakeEvents);
  assert.equal(latest().url.protocol, "https:");
  latest().says(live(7));
  latest().onerror();
  mock.timers.tick(15_000);
  assert.ok(latest() instanceof FakeSocket);
});

test("what cannot be read is made good by the whole state", () => {
  open();
  latest().onopen();
  latest().onmessage({ data: "not a frame" });
  mock.timers.tick(1_000);
  assert.equal(latest().url.searchParams.has("since"), false);
});

test("closed is closed", () => {
  const stream = open();
  stream.close();
  mock.timers.tick(100_000);
  assert.equal(opened.length, 1);
  assert.equal(latest().closed, true);
});
