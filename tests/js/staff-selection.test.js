import assert from "node:assert/strict";
import { test } from "node:test";

import { beside, nextWaiting } from "../../facilitator-ui/assets/js/selection.js";

const rows = [
  { id: "a", waits: true },
  { id: "b", waits: false },
  { id: "c", waits: true },
  { id: "d", waits: false },
];

test("the selection moves by one and stops at the ends", () => {
  assert.equal(beside(rows, "a", 1), "b");
  assert.equal(beside(rows, "a", -1), "a");
  assert.equal(beside(rows, "d", 1), "d");
});

test("with nothing selected, or a row that is gone, it starts at the top", () => {
  assert.equal(beside(rows, "", 1), "a");
  assert.equal(beside(rows, "gone", -1), "a");
  assert.equal(beside([], "", 1), "");
});

test("the next waiting post is below, then from the top, never itself", () => {
  assert.equal(nextWaiting(rows, "a"), "c");
  assert.equal(nextWaiting(rows, "c"), "a");
  assert.equal(nextWaiting(rows, ""), "a");
  assert.equal(nextWaiting(rows.slice(0, 2), "a"), "");
});
