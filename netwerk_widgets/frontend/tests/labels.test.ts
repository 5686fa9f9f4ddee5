import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { LabelPlacer } from "../src/canvas/labels";
import type { Placed, Wanted } from "../src/canvas/spots";

const SCREEN = { width: 900, height: 600, scale: 1 };
const measure = (text: string) => ({ width: 11 * text.length, height: 24 });

/** So many people in rows, as close as they can be read. */
function people(count: number, name = (at: number) => `buurvrouw ${at}`): Wanted[] {
  const place = (at: number) => ({ x: 60 + 130 * (at % 7), y: 60 + 75 * Math.floor(at / 7) });
  return Array.from({ length: count }, (_, at) => ({ id: `p${at}`, text: name(at), reach: 16, ...place(at) }));
}

const overlap = (a: Placed, b: Placed) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const spots = (placed: Placed[]) => new Map(placed.map(({ id, x, y }) => [id, `${x},${y}`]));
const jumped = (before: Placed[], after: Placed[]) => {
  const now = spots(after);
  return [...spots(before)].filter(([id, at]) => now.get(id) !== at).map(([id]) => id);
};

test("no two labels overlap, none leaves the screen, and all have one where there is room", () => {
  const placed = new LabelPlacer().place(people(40), [], SCREEN, measure);
  equal(placed.length, 40);
  placed.forEach((one, at) => {
    ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= SCREEN.width && one.y + one.height <= SCREEN.height, one.id);
    for (const other of placed.slice(at + 1)) ok(!overlap(one, other), `${one.id} and ${other.id}`);
  });
});

test("whoever is at rest stays where they are, and whoever comes lets nobody jump", () => {
  const placer = new LabelPlacer();
  const near = people(31).map((one, at) => ({ ...one, x: 100 + 90 * (at % 7), y: 150 + 56 * Math.floor(at / 7) }));
  const first = placer.place(near.slice(1), [], SCREEN, measure);
  const comer = near.slice(0, 1).map((one) => ({ ...one, x: 450, y: 560 })); // first in order, and in nobody's way
  equal(first.length, 30);
  deepEqual(jumped(first, placer.place(near.slice(1).reverse(), [], SCREEN, measure)), [], "in another order");
  deepEqual(jumped(first, placer.place([...comer, ...near.slice(1)], [], SCREEN, measure)), [], "somebody came");
  const left = jumped(first, placer.place(near.slice(2), [], SCREEN, measure));
  deepEqual(left, first.some(({ id }) => id === "p1") ? ["p1"] : [], "somebody went");
});

test("a label keeps clear of what is fixed and of those who are named", () => {
  const fixed = [{ x: 0, y: 0, width: 900, height: 40 }];
  for (const label of new LabelPlacer().place(people(30), fixed, SCREEN, measure)) {
    ok(label.y >= 40, label.id);
    for (const { id, x, y } of people(30))
      ok(!overlap(label, { ...label, x: x - 12, y: y - 12, width: 24, height: 24 }), `${label.id} over ${id}`);
  }
});

test("where there is no room a text is shortened, and reads so", () => {
  const long = people(49, (at) => `de buurvrouw van nummer ${at}`);
  const placed = new LabelPlacer().place(long, [], SCREEN, measure);
  const cut = placed.filter(({ text }) => text.endsWith("…"));
  ok(cut.length > 0);
  for (const { text } of cut) ok("de buurvrouw van nummer".startsWith(text.slice(0, -1)), text);
});

test("in the middle of a movement nobody new gets a label, and the others keep theirs", () => {
  const placer = new LabelPlacer();
  const first = placer.place(people(10), [], SCREEN, measure);
  const busy = placer.place(people(12), [], SCREEN, measure, true);
  deepEqual([jumped(first, busy), busy.length], [[], 10]);
});
