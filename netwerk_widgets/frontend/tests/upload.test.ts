import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { LARGEST_FILE } from "../src/contract";
import { send } from "../src/keep/upload";

/** A shelf that keeps the parts that came; of those for which it has an error, it answers that. */
function shelf(error?: (buffers: ArrayBuffer[]) => object | undefined) {
  const parts: { part: unknown; buffers: ArrayBuffer[] }[] = [];
  const ask = async (_what: string, { part }: { part?: unknown }, buffers: ArrayBuffer[]) => {
    parts.push({ part, buffers });
    return { error: error?.(buffers) };
  };
  return { parts, shelf: { ask } as never };
}

test("a file goes in parts of which each is its own bytes and no more", async () => {
  const { parts, shelf: to } = shelf();
  const bytes = Uint8Array.from({ length: 600_000 }, (_, at) => at % 251);
  await send(to, new File([bytes], "a.casus"));
  deepEqual(
    parts.map(({ part, buffers }) => [part, buffers.map(({ byteLength }) => byteLength)]),
    [
      [0, [262_144]],
      [1, [262_144]],
      [2, [75_712]],
    ],
  );
  const all = parts.flatMap(({ buffers }) => buffers.flatMap((one) => [...new Uint8Array(one)]));
  deepEqual(Uint8Array.from(all), bytes);
});

test("of a file that is too large no more is sent than it takes to see so", async () => {
  const { parts, shelf: to } = shelf();
  await send(to, new File([new Uint8Array(LARGEST_FILE + 500_000)], "a.casus"));
  equal(
    parts.reduce((sum, { buffers: [one] }) => sum + (one?.byteLength ?? 0), 0),
    LARGEST_FILE + 1,
  );
});

test("a folder that was dropped, which cannot be read, is said to be no file", async () => {
  const unread = { size: 4096, slice: () => unread, arrayBuffer: () => Promise.reject(new Error("NotFoundError")) };
  const refused = { key: "shelf.error.upload" };
  const { parts, shelf: to } = shelf((buffers) => (buffers.length ? undefined : refused));
  deepEqual(await send(to, unread as never), { error: refused });
  equal(parts.length, 1);
});
