import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type Box, distance, overlap } from "../src/canvas/boxes";
import { LabelPlacer } from "../src/canvas/labels";
import type { Placed, Wanted } from "../src/canvas/spots";

const SCREEN = { width: 900, height: 600, scale: 1 };
const measure = (text: string) => ({ width: 11 * text.length, height: 24 });

/** So many people in rows, as close as they can be read. */
function people(count: number, name = (at: number) => `buurvrouw ${at}`): Wanted[] {
  const place = (at: number) => ({ x: 60 + 130 * (at % 7), y: 60 + 75 * Math.floor(at / 7) });
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    text: name(at),
    number: String(at + 1),
    reach: 16,
    ...place(at),
  }));
}

/** So many people anywhere on the screen, but not over one another; the same ones for the same seed. */
function crowd(count: number, seed: number): Wanted[] {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const names = ["oma", "buurvrouw", "vriendin van vroeger", "huisarts", "trainer", "wijkteam"];
  const found: Wanted[] = [];
  for (let tries = 0; found.length < count && tries < 5000; tries += 1) {
    const [x, y] = [20 + 860 * next(), 20 + 560 * next()];
    if (found.some((one) => Math.hypot(one.x - x, one.y - y) < 30)) continue;
    const at = found.length;
    found.push({ id: `p${at}`, text: `${names[at % 6]} ${at}`, number: String(at + 1), reach: 8 + 6 * next(), x, y });
  }
  return found;
}

const placing = (labels: Wanted[], placer = new LabelPlacer(), fixed: Box[] = [], busy = false) =>
  placer.place(labels, labels, fixed, SCREEN, measure, busy);
const spots = (placed: Placed[]) => new Map(placed.map(({ id, x, y }) => [id, `${x},${y}`]));
const jumped = (before: Placed[], after: Placed[]) => {
  const now = spots(after);
  return [...spots(before)].filter(([id, at]) => now.get(id) !== at).map(([id]) => id);
};

/** Whose label is as near to another symbol as to its own, or farther from its own than a line. */
function astray(placed: Placed[], symbols: Wanted[]): string[] {
  return placed
    .filter((label) => {
      const own = symbols.find(({ id }) => id === label.id) as Wanted;
      const [to, line] = [distance(label, own), label.height / label.text.split("\n").length];
      const nearer = symbols.some(
        (other) =>
          other !== own &&
          (distance(label, other) <= to || distance(label, other) - other.reach <= Math.max(0, to - own.reach)),
      );
      return nearer || to - own.reach > line + 0.01;
    })
    .map(({ id, text }) => `${id} ${text}`);
}

for (const count of [8, 16, 25, 40, 60, 120]) {
  test(`every label of ${count} people is nearest to its own symbol, and overlaps none`, () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const labels = crowd(count, seed);
      const placed = placing(labels);
      deepEqual(astray(placed, labels), [], `seed ${seed}`);
      placed.forEach((one, at) => {
        for (const other of placed.slice(at + 1)) ok(!overlap(one, other), `${one.id} and ${other.id}`);
      });
      equal(placed.length, labels.length, `seed ${seed}`);
    }
  });
}

test("no two labels overlap, none leaves the screen, and all have one where there is room", () => {
  const placed = placing(people(40));
  equal(placed.length, 40);
  placed.forEach((one, at) => {
    ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= SCREEN.width && one.y + one.height <= SCREEN.height, one.id);
    for (const other of placed.slice(at + 1)) ok(!overlap(one, other), `${one.id} and ${other.id}`);
  });
});

test("whoever is at rest stays where they are, and whoever comes lets nobody jump", () => {
  const placer = new LabelPlacer();
  const near = people(31).map((one, at) => ({ ...one, x: 100 + 90 * (at % 7), y: 150 + 56 * Math.floor(at / 7) }));
  const first = placing(near.slice(1), placer);
  const comer = near.slice(0, 1).map((one) => ({ ...one, x: 450, y: 560 })); // first in order, and in nobody's way
  equal(first.length, 30);
  deepEqual(jumped(first, placing(near.slice(1).reverse(), placer)), [], "in another order");
  deepEqual(jumped(first, placing([...comer, ...near.slice(1)], placer)), [], "somebody came");
  const left = jumped(first, placing(near.slice(2), placer));
  deepEqual(left, first.some(({ id }) => id === "p1") ? ["p1"] : [], "somebody went");
});

test("a label keeps clear of what is fixed and of those who are named", () => {
  const fixed = [{ x: 0, y: 0, width: 900, height: 40 }];
  for (const label of placing(people(30), new LabelPlacer(), fixed)) {
    ok(label.y >= 40, label.id);
    for (const { id, x, y } of people(30))
      ok(!overlap(label, { x: x - 11, y: y - 11, width: 22, height: 22 }), `${label.id} over ${id}`);
  }
});

/** How many labels have each form. */
const formsOf = (placed: Placed[]) => {
  const found = { whole: 0, lines: 0, cut: 0, short: 0, number: 0 };
  for (const { form } of placed) found[form] += 1;
  return found;
};

test("where room is short letters become smaller first, then texts take two lines, are cut, and last become numbers", () => {
  const placer = new LabelPlacer();
  const words = { small: people(6), full: people(49), long: people(49, (at) => `de oude buurvrouw van nummer ${at}`) };
  deepEqual([formsOf(placing(words.small, placer)).whole, placer.letters], [6, 1]);
  deepEqual([formsOf(placing(words.full, placer)).whole, placer.letters < 1], [49, true]);
  const long = formsOf(placing(words.long, placer));
  ok(long.lines > 0 && long.number < 10, JSON.stringify(long));
  const tight = people(56, (at) => `buurvrouw${at}`).map((one, at) => {
    return { ...one, x: 60 + 55 * (at % 14), y: 60 + 45 * Math.floor(at / 14) };
  });
  const packed = placing(tight, placer);
  ok(formsOf(packed).number > 0 && formsOf(packed).cut + formsOf(packed).short > 0, JSON.stringify(formsOf(packed)));
  for (const { id, text, form } of packed)
    if (form === "number") equal(text, tight.find((one) => one.id === id)?.number, id);
    else if (text.endsWith("…")) ok("buurvrouw".startsWith(text.slice(0, -1)), text);
});

test("letters stay as they are while somebody is moved, and until another picture is looked at", () => {
  const placer = new LabelPlacer();
  placing(people(49), placer);
  const small = placer.letters;
  placing(people(20), placer, [], true);
  equal(placer.letters, small);
});

test("in the middle of a movement nobody new gets a label, and the others keep theirs", () => {
  const placer = new LabelPlacer();
  const first = placing(people(10), placer);
  const comers = people(12)
    .slice(10)
    .map((one) => ({ ...one, y: 500 }));
  const busy = placing([...people(10), ...comers], placer, [], true);
  deepEqual([jumped(first, busy), busy.length], [[], 10]);
});
