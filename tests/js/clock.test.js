import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock, age, duration, timeOfDay } from "../../wall-ui/assets/js/clock.js";

const NOON = "2014-06-26T12:00:00Z";

test("the clock goes on from what the server said, at the server's rate", () => {
  let ticks = 500;
  const clock = new ServerClock(NOON, () => ticks);
  ticks += 1_000;
  assert.equal(clock.now() - Date.parse(NOON), 1_000);
  clock.set(NOON, 60);
  ticks += 1_000;
  assert.equal(clock.now() - Date.parse(NOON), 60_000);
});

test("times of day are the conference's, not the device's", () => {
  assert.equal(timeOfDay(Date.parse(NOON), "Europe/Paris"), "14:00");
  assert.equal(timeOfDay(Date.parse("2014-06-26T22:05:00Z"), "Europe/Paris"), "00:05");
  assert.equal(timeOfDay(Date.parse(NOON), ""), "12:00");
});

test("ages are said in words", () => {
  assert.equal(age(20_000, "en"), "now");
  assert.equal(age(20_000, "fr"), "maintenant");
  assert.equal(age(125_000, "en"), "2 min");
  assert.equal(age(76 * 60_000, "en"), "76 min");
});

test("durations count seconds below an hour and minutes above", () => {
  assert.equal(duration(70_000), "1:10");
  assert.equal(duration(0), "0:00");
  assert.equal(duration(-5), "0:00");
  assert.equal(duration(76 * 60_000), "76 min");
});
