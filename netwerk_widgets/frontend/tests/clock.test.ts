import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { PhaseClock, shown } from "../src/shared/clock";

/** A clock whose time the test moves: the page's own, and that of the day. */
function clock(running = true) {
  const time = { steady: 0, day: 1_000_000 };
  const made = new PhaseClock(
    () => time.steady,
    () => time.day,
  );
  made.take({ left: 60, ahead: 600, running });
  const pass = (seconds: number) => {
    time.steady += 1000 * seconds;
    time.day += 1000 * seconds;
  };
  return { made, time, pass };
}

test("a clock that runs counts on over its end, and one that stands does not", () => {
  const [runs, stands] = [clock(), clock(false)];
  for (const one of [runs, stands]) one.pass(75);
  deepEqual([runs.made.left(), stands.made.left()], [-15, 60]);
});

test("the meeting ends as planned while a phase is in time, and later by what it runs over", () => {
  const { made, pass } = clock();
  const planned = made.until().getTime();
  pass(60);
  equal(made.until().getTime(), planned);
  pass(20);
  equal(made.until().getTime(), planned + 20_000);
});

test("a page that slept, whose time was changed, or that heard nothing for long asks again", () => {
  const { made, time, pass } = clock();
  pass(14);
  equal(made.doubtful(), false);
  time.day += 1000; // the computer slept: its own clock stood still
  equal(made.doubtful(), true);
  made.take({ left: 40, ahead: 500, running: true });
  equal(made.doubtful(), false);
  pass(16);
  equal(made.doubtful(), true);
});

test("seconds are shown as minutes, and with a plus once the time is over", () => {
  deepEqual([554, 59.2, 0, -0.4, -80].map(shown), ["9:14", "1:00", "0:00", "+0:00", "+1:20"]);
});
