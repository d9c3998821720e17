import assert from "node:assert/strict";
import { test } from "node:test";
import { afterFallback, pause, way } from "../../wall-ui/assets/js/backoff.js";

test("a pause lies between half a second and fifteen", () => {
  for (let failures = 0; failures < 2_000; failures += 1) {
    for (const chance of [0, 0.25, 0.5, 0.999_999]) {
      const milliseconds = pause(failures, chance);
      assert.ok(milliseconds >= 500 && milliseconds <= 15_000, `${failures}, ${chance}: ${milliseconds}`);
    }
  }
});

test("pauses grow with the failures and spread over the whole range", () => {
  assert.equal(pause(0, 0), 500);
  assert.ok(pause(0, 0.999) < 1_001);
  assert.ok(pause(3, 0.5) > pause(1, 0.5));
  assert.ok(pause(9, 0) < 501);
  assert.ok(pause(9, 0.999) > 14_900);
});

test("after two failed upgrades the other way is taken, and then an upgrade is tried again", () => {
  assert.equal(way(0), "socket");
  assert.equal(way(1), "socket");
  assert.equal(way(2), "events");
  assert.equal(way(afterFallback()), "socket");
  assert.equal(way(afterFallback() + 1), "events");
});
