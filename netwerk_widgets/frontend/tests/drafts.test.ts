import { deepEqual, equal } from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { Answer } from "../src/shared/draft";
import { Drafts } from "../src/shared/drafts";
import { settled } from "./page";

const FIELD = { own: false, code: "Linde-7", place: "answer:a1:text" };
interface Sent {
  drafts: { id: string; text: string | null; tick: number }[];
}

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: 1_000_000 }));
afterEach(() => mock.timers.reset());

/** The drafts of a page, and a server that answers as the test says. */
function typist(answer: Partial<Answer> = {}) {
  const drafts = new Drafts(
    () => false,
    () => false,
  );
  const sent: Sent[] = [];
  const server = { status: 200, ...answer };
  drafts.send.set(async (_query, body) => {
    if (body === undefined) return { status: 200, drafts: [], hidden: 0, ...answer } as Answer;
    sent.push(JSON.parse(body) as Sent);
    return { status: server.status };
  });
  const pass = async (milliseconds: number) => {
    mock.timers.tick(milliseconds);
    await settled();
  };
  return { drafts, sent, server, pass };
}

test("words leave the page within two seconds of the first key, also while one types on", async () => {
  const { drafts, sent, pass } = typist();
  const draft = drafts.begin(FIELD, "");
  for (const text of ["B", "Bi", "Bij", "Bij ", "Bij m"]) {
    drafts.type(draft, text);
    await pass(300);
  }
  equal(sent.length, 1);
  equal(drafts.bar.get(), "new", "what was typed since is in this page only");
  await pass(1000);
  deepEqual([sent.at(-1)?.drafts[0]?.text, drafts.bar.get()], ["Bij m", "kept"]);
});

test("what does not arrive is sent again until it does", async () => {
  const { drafts, sent, server, pass } = typist();
  server.status = 0;
  drafts.type(drafts.begin(FIELD, ""), "Bij mijn zus");
  await pass(1000);
  await pass(1500);
  deepEqual([sent.length, drafts.bar.get()], [2, "new"]);
  server.status = 200;
  await pass(1500);
  deepEqual([sent.length, drafts.bar.get()], [3, "kept"]);
  await pass(60_000);
  equal(sent.length, 3);
});

test("words for a case that lies elsewhere are kept on the page, said, and come once it is back", async () => {
  const { drafts, sent, server, pass } = typist();
  server.status = 409;
  drafts.type(drafts.begin(FIELD, ""), "Bij mijn zus");
  await pass(1000);
  await pass(60_000);
  deepEqual([sent.length, drafts.bar.get(), drafts.atRisk], [1, "refused", true]);
  server.status = 200;
  drafts.read(false, FIELD.code);
  await pass(0);
  deepEqual([sent.length, drafts.bar.get()], [2, "kept"]);
});

test("an edit takes the id of its sitting, and the draft goes when that is on disk", async () => {
  const { drafts, pass } = typist();
  const draft = drafts.begin(FIELD, "");
  drafts.type(draft, "Bij mijn zus");
  drafts.bring(draft, () => {
    equal(drafts.entering?.id, draft.id);
    drafts.entering = null; // as kernel/connection does
  });
  deepEqual([draft.leaving, drafts.list()], ["edit", []]);
  await pass(1000);
  drafts.done([draft.id]);
  deepEqual([drafts.list(), drafts.bar.get()], [[], ""]);
});

test("an edit that is refused puts its words back in the field", () => {
  const { drafts } = typist();
  const draft = drafts.begin(FIELD, "");
  drafts.type(draft, "Bij mijn zus");
  drafts.bring(draft, () => {
    drafts.entering = null;
  });
  drafts.refused(draft.id);
  equal(drafts.at(FIELD)?.text, "Bij mijn zus");
});

test("what was taken back leaves the disk too, where it may have come there", async () => {
  const { drafts, sent, pass } = typist();
  const [kept, fresh] = [drafts.begin(FIELD, ""), drafts.begin({ ...FIELD, place: "answer:a2:text" }, "")];
  drafts.type(kept, "Bij mijn zus");
  await pass(1000);
  drafts.type(fresh, "oom");
  for (const one of [fresh, kept]) drafts.drop(one);
  await settled();
  deepEqual(sent.at(-1)?.drafts, [{ id: kept.id, tick: kept.tick, text: null }]);
  deepEqual([drafts.bar.get(), sent.length], ["", 2]);
});

test("what comes back from an answer under way is not what was done meanwhile", async () => {
  const row = { id: "d1", place: FIELD.place, text: "oud", base: "", shared: false, at: "" };
  const { drafts } = typist({ drafts: [row] });
  drafts.read(false, FIELD.code);
  drafts.done(["d1"]);
  await settled();
  deepEqual(drafts.list(), []);
});
