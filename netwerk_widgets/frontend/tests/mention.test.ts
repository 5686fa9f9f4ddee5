import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { writing } from "../src/mention/reading";

const read = (text: string) => writing(text, text.length);

test("a name is what stands between the last @ and the caret", () => {
  deepEqual(read("Mijn @tan"), { from: 5, name: "tan" });
  deepEqual(read("@oma en @tante B"), { from: 8, name: "tante B" });
  deepEqual(writing("@tante zag het", 4), { from: 0, name: "tan" });
  deepEqual(read("ik zag @"), { from: 7, name: "" });
});

test("the @ of an e-mail address names nobody, whatever the letters before it", () => {
  for (const text of ["x@y", "zoë@huis", "Zoe\u0308@huis", "नीता@x", "4@x"]) equal(read(text), null, text);
  deepEqual(read("(@tante"), { from: 1, name: "tante" });
});

test("longer than a name can be is no name, and without an @ there is none", () => {
  equal(read(`@${"a".repeat(61)}`), null);
  equal(read(`@${"a".repeat(60)}`)?.name.length, 60);
  equal(read("tante"), null);
});
