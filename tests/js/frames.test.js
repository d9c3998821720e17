import assert from "node:assert/strict";
import { test } from "node:test";
import { deliver, parse } from "../../wall-ui/assets/js/frames.js";

const put = (seq, id = `post-${seq}`) => ({ seq, op: "put", into: "posts", id, order: String(seq), html: "<p></p>" });
const reset = (seq, into = "posts") => ({ seq, op: "reset", into, html: "" });
const note = (seq, what = "live") => ({ seq, op: "note", note: what });

test("a message is its frames, one a line", () => {
  const frames = [put(1), reset(2), note(2)];
  assert.deepEqual(parse(frames.map((frame) => JSON.stringify(frame)).join("\n")), frames);
  assert.deepEqual(parse(`${JSON.stringify(put(1))}\n`), [put(1)]);
});

test("a message that says nothing new is skipped", () => {
  assert.deepEqual(deliver([put(4), put(5)], 5), { changes: [], notes: [], cursor: 5 });
});

test("a message is taken whole when any of it is new", () => {
  const frames = [put(5), put(6)];
  assert.deepEqual(deliver(frames, 5), { changes: frames, notes: [], cursor: 6 });
});

test("resets are taken even when they lead back", () => {
  const frames = [reset(3), reset(3, "mode")];
  assert.deepEqual(deliver(frames, 900), { changes: frames, notes: [], cursor: 3 });
});

test("notes are never skipped and carry the cursor on", () => {
  assert.deepEqual(deliver([note(5)], 9), { changes: [], notes: [note(5)], cursor: 9 });
  assert.deepEqual(deliver([put(5), note(5)], 9), { changes: [], notes: [note(5)], cursor: 9 });
  assert.deepEqual(deliver([note(12)], 9), { changes: [], notes: [note(12)], cursor: 12 });
});

test("delivered twice is delivered once", () => {
  for (let overlap = 0; overlap <= 20; overlap += 1) {
    const all = Array.from({ length: 20 }, (_, place) => [put(place + 1)]);
    const sent = [...all.slice(0, 20 - overlap), ...all.slice(Math.max(0, 20 - 2 * overlap))];
    let cursor = 0;
    const taken = [];
    for (const frames of sent) {
      const delivery = deliver(frames, cursor);
      taken.push(...delivery.changes.map((change) => change.seq));
      cursor = delivery.cursor;
    }
    assert.deepEqual(taken, all.map(([frame]) => frame.seq));
  }
});
