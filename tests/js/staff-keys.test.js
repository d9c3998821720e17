import assert from "node:assert/strict";
import { test } from "node:test";

import { CHORD_MS, DOUBLE_MS, KeyReader } from "../../facilitator-ui/assets/js/keys.js";

/**
 * @param {string} key
 * @param {Partial<import("../../facilitator-ui/assets/js/keys.js").Press>} more
 */
const press = (key, more = {}) => ({ key, at: 0, ...more });

test("single letters act, whatever Caps Lock says", () => {
  const keys = new KeyReader();
  assert.deepEqual(keys.press(press("a")), { act: "show" });
  assert.deepEqual(keys.press(press("H")), { act: "hide" });
  assert.deepEqual(keys.press(press(".")), { act: "deal" });
});

test("letters are left to a field that has focus, and to the browser with Ctrl", () => {
  const keys = new KeyReader();
  assert.equal(keys.press(press("a", { field: true })), undefined);
  assert.equal(keys.press(press("a", { held: true })), undefined);
});

test("space and enter belong to a control that has focus", () => {
  const keys = new KeyReader();
  assert.deepEqual(keys.press(press(" ")), { act: "hold" });
  assert.equal(keys.press(press(" ", { control: true })), undefined);
  assert.equal(keys.press(press("Enter", { control: true })), undefined);
  assert.deepEqual(keys.press(press("j", { control: true })), { act: "next" });
});

test("a held key moves on but never judges twice", () => {
  const keys = new KeyReader();
  assert.deepEqual(keys.press(press("j", { repeat: true })), { act: "next" });
  assert.equal(keys.press(press("a", { repeat: true })), undefined);
});

test("T waits three seconds for a number", () => {
  const keys = new KeyReader();
  assert.deepEqual(keys.press(press("t")), { act: "gather" });
  assert.equal(keys.waiting(CHORD_MS - 1), "gather");
  assert.deepEqual(keys.press(press("3", { at: CHORD_MS - 1 })), { act: "gather", digit: 3 });
  assert.equal(keys.press(press("4", { at: CHORD_MS - 1 })), undefined);
});

test("a chord ends by time, by Escape and by another key", () => {
  const keys = new KeyReader();
  keys.press(press("t"));
  assert.equal(keys.press(press("3", { at: CHORD_MS })), undefined);
  keys.press(press("t"));
  assert.deepEqual(keys.press(press("Escape")), { act: "close" });
  assert.equal(keys.press(press("3")), undefined);
  keys.press(press("t"));
  assert.deepEqual(keys.press(press("j")), { act: "next" });
  assert.equal(keys.press(press("3")), undefined);
});

test("Shift B takes its number with Shift still down and on any layout", () => {
  const keys = new KeyReader();
  assert.deepEqual(keys.press(press("B", { shift: true })), { act: "pin-number" });
  assert.equal(keys.press(press("Shift", { shift: true })), undefined);
  assert.deepEqual(keys.press(press("!", { shift: true, code: "Digit1" })), { act: "pin-number", digit: 1 });
});

test("Escape twice clears the wall, also in a field, and slowly it does not", () => {
  const keys = new KeyReader();
  assert.deepEqual(keys.press(press("Escape", { field: true })), { act: "close" });
  assert.deepEqual(keys.press(press("Escape", { field: true, at: DOUBLE_MS })), { act: "clear" });
  keys.press(press("Escape", { at: 2000 }));
  assert.deepEqual(keys.press(press("Escape", { at: 2001 + DOUBLE_MS })), { act: "close" });
});

test("a key between two Escapes, or a held Escape, clears nothing", () => {
  const keys = new KeyReader();
  keys.press(press("Escape"));
  keys.press(press("j", { at: 10 }));
  assert.deepEqual(keys.press(press("Escape", { at: 20 })), { act: "close" });
  assert.equal(keys.press(press("Escape", { at: 30, repeat: true })), undefined);
});
