import assert from "node:assert/strict";
import { test } from "node:test";

import { commandOf, fieldsOf } from "../../facilitator-ui/assets/js/commands.js";

test("a form says which command it is", () => {
  assert.equal(commandOf("/commands/show-post"), "show-post");
  assert.equal(commandOf("/commands/"), "");
  assert.equal(commandOf("/report"), "");
});

test("what was not filled in is left out, a version is a number", () => {
  const entries = [["theme", "ethics-3"], ["title", "Old posts"], ["summary", " "], ["expect", "981"]];
  assert.deepEqual(fieldsOf(/** @type {[string, string][]} */ (entries)), {
    theme: "ethics-3", title: "Old posts", expect: 981,
  });
});
