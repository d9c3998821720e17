import assert from "node:assert/strict";
import { test } from "node:test";

import { answerOf, commandOf, freshKey } from "../../wall-ui/assets/js/say.js";

test("empty fields are left out and a table is a number", () => {
  const entries = [["session", "ethics"], ["text", " And when the patient asks? "], ["name", ""], ["table", "6"]];
  assert.deepEqual(commandOf(/** @type {[string, string][]} */ (entries), "k"), {
    session: "ethics", text: "And when the patient asks?", table: 6, key: "k",
  });
});

test("an answer says how many wait before, where the server knows", () => {
  assert.deepEqual(answerOf(true, { before: 11 }), { kind: "received", before: 11 });
  assert.deepEqual(answerOf(true, null), { kind: "received" });
});

test("a refusal carries the server's words", () => {
  assert.deepEqual(answerOf(false, { title: "Too long", detail: "At most 1,000 characters." }), {
    kind: "failed", why: "At most 1,000 characters.",
  });
  assert.deepEqual(answerOf(false, null), { kind: "failed", why: "" });
});

test("keys differ", () => {
  assert.match(freshKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(freshKey(), freshKey());
});
