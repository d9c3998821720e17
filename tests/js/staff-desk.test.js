import assert from "node:assert/strict";
import { test } from "node:test";

import { shown } from "../../facilitator-ui/assets/js/desk.js";
import { path, points } from "../../facilitator-ui/assets/js/spark.js";

const themes = [
  { id: "a", state: "parked" },
  { id: "b", state: "waiting" },
  { id: "c", state: "discussing" },
];

test("the theme being discussed lies on the desk, else the first that waits, else the first", () => {
  assert.equal(shown(themes, ""), "c");
  assert.equal(shown(themes.slice(0, 2), ""), "b");
  assert.equal(shown(themes.slice(0, 1), ""), "a");
  assert.equal(shown([], ""), "");
});

test("what the chair chose stays until it is gone", () => {
  assert.equal(shown(themes, "a"), "a");
  assert.equal(shown(themes, "gone"), "c");
});

test("the rate's line is scaled to its highest minute", () => {
  assert.deepEqual(points([0, 10]), [[1, 20], [79, 4]]);
  assert.equal(path(points([0, 10])), "M1.0 20.0L79.0 4.0");
  assert.equal(path(points([])), "");
});
