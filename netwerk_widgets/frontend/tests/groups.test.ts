import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { Boxes, overlap } from "../src/canvas/boxes";
import type { NetCanvas } from "../src/canvas/canvas";
import { within } from "../src/canvas/lasso";
import { DOMAINS } from "../src/contract";
import { sectorAt } from "../src/drawing/carried";
import type { Symbols } from "../src/drawing/framenames";
import { hullAt, hullNames, hullsOf } from "../src/drawing/groups";

type Places = Record<string, [number, number]>;

function canvasOf(places: Places): NetCanvas {
  const nodes = new Map(Object.keys(places).map((id) => [id, { id, size: 20 }]));
  const position = (id: string) => ({ x: places[id]?.[0] ?? 0, y: places[id]?.[1] ?? 0 });
  return { nodes, position } as unknown as NetCanvas;
}

const THREE: Places = { a: [0, 0], b: [200, 0], c: [100, 200] };
const HOUSE = { id: "g", name: "huishouden van oma", members: "a b c gone" };
const SHEET = { width: 900, height: 600, middle: { x: 300, y: 200 }, scale: 1, words: 1, letters: 22 };

test("a hull is drawn around its members, and through them where somebody else stands between", () => {
  const [alone] = hullsOf([HOUSE], canvasOf(THREE));
  equal(alone?.closed, true);
  equal(alone?.lines[0]?.length, 3);
  const [parted] = hullsOf([HOUSE], canvasOf({ ...THREE, other: [100, 60] }));
  equal(parted?.closed, false);
  equal(parted?.lines.length, 2);
  deepEqual(hullsOf([{ ...HOUSE, members: "gone" }], canvasOf(THREE)), []);
});

test("a place lies in the hull or not", () => {
  const hulls = hullsOf([HOUSE, { ...HOUSE, id: "one", members: "d" }], canvasOf({ ...THREE, d: [500, 500] }));
  equal(hullAt(hulls, { x: 100, y: 80 }), "g");
  equal(hullAt(hulls, { x: -25, y: 0 }), "g");
  equal(hullAt(hulls, { x: 500, y: 525 }), "one");
  equal(hullAt(hulls, { x: 300, y: 200 }), undefined);
});

test("the name of a group covers no name and nobody, and is left out where it would", () => {
  const hulls = hullsOf([HOUSE], canvasOf(THREE));
  const nobody = new Boxes([]) as unknown as Symbols;
  const measure = (text: string) => 10 * text.length;
  const [first] = hullNames(hulls, SHEET, [], nobody, measure);
  const [second] = first ? hullNames(hulls, SHEET, [first], nobody, measure) : [];
  ok(first && second && !overlap(first, second));
  deepEqual(hullNames(hulls, SHEET, [{ x: 0, y: 0, width: 900, height: 600 }], nobody, measure), []);
});

test("whoever stands within a line is found, also where it bends inwards", () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
    { x: 50, y: 20 },
    { x: 0, y: 100 },
  ];
  equal(within({ x: 20, y: 30 }, line), true);
  equal(within({ x: 50, y: 60 }, line), false);
  equal(within({ x: 150, y: 10 }, line), false);
});

test("a sector is the one that the kernel says", () => {
  equal(DOMAINS[sectorAt({ x: 10, y: -100 }, DOMAINS.length)], "family");
  equal(DOMAINS[sectorAt({ x: -10, y: -100 }, DOMAINS.length)], "household");
  equal(DOMAINS[sectorAt({ x: -200, y: -60 }, DOMAINS.length)], "professionals");
});
