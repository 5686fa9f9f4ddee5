import { deepEqual, equal, ok } from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Connection } from "../src/kernel/connection";
import { page } from "../src/shared/page";
import { settled } from "./page";

type Said = { kind: string; oid?: string; code?: string; told?: boolean };
const OWNER = { end: new AbortController() };

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: 1_000_000 });
  OWNER.end = new AbortController();
  page.waiting.clear();
  page.status.set({ ...page.status.get(), pending: 0, away: false });
});
afterEach(() => {
  OWNER.end.abort();
  mock.timers.reset();
});

/** A view of a case at revision 1, and what it says to a kernel that the test plays. */
function view({ dead = false } = {}) {
  const listeners = new Set<(message: object) => void>();
  const said: Said[] = [];
  const shown: string[] = [];
  const kernel = { dead };
  const model = {
    get: () => false,
    on: (_event: string, listener: never) => listeners.add(listener),
    off: (_event: string, listener: never) => listeners.delete(listener),
    send: (message: Said) => {
      if (kernel.dead) throw new Error("gone");
      said.push(message);
    },
  };
  const handlers = { picture: () => shown.push("picture"), change: () => shown.push("change") };
  const connection = new Connection(model as never, handlers, OWNER.end.signal);
  const hear = (message: object) => {
    for (const listener of [...listeners]) listener(message);
  };
  const state = { at: "2026-01-01T10:00:00", writable: true, undo: null, redo: null };
  const picture = (rev = 1, code = "Linde-7") =>
    hear({ kind: "picture", ...state, rev, info: { id: "info", code }, entities: {} });
  const change = (rev: number, oids: string[]) => hear({ kind: "change", ...state, rev, oids, changes: [] });
  const edits = () => said.filter(({ kind }) => kind === "edit").map(({ oid }) => oid);
  const hellos = () => said.filter(({ kind }) => kind === "hello").length;
  picture();
  const edit = () => connection.edit({ edit: "place", moves: [] });
  return { connection, said, shown, kernel, hear, picture, change, edits, hellos, edit };
}

test("an edit is sent at once and waits until the kernel says that it is on disk", () => {
  const { connection, said, edit, change } = view();
  edit();
  const [sent] = said.slice(-1) as [Said];
  deepEqual([sent.kind, sent.code, connection.pending().length, page.status.get().pending], ["edit", "Linde-7", 1, 1]);
  change(2, [sent.oid as string]);
  deepEqual([connection.pending().length, page.status.get().pending, connection.revision], [0, 0, 2]);
});

test("what is not acknowledged is sent again in order, under the same ids, once a picture comes", () => {
  const { said, edit, edits, picture, hellos } = view();
  edit();
  edit();
  const [before, asked] = [edits(), hellos()];
  mock.timers.tick(2600);
  equal(page.status.get().away, true);
  mock.timers.tick(8000);
  equal(hellos(), asked + 1);
  deepEqual(edits(), before, "nothing is sent to a kernel that does not answer");
  picture();
  deepEqual(edits(), [...before, ...before]);
  equal(page.status.get().away, false);
  ok(said.length);
});

test("whoever does not answer for long is not asked for a hundred pictures", () => {
  const { edit, hellos } = view();
  edit();
  const before = hellos();
  for (let second = 0; second < 60; second += 1) mock.timers.tick(1000);
  ok(hellos() - before <= 6, `${hellos() - before} in a minute`);
  ok(hellos() > before);
});

test("a kernel that is gone loses nothing", () => {
  const { connection, edit, edits, kernel, picture } = view();
  kernel.dead = true;
  edit();
  deepEqual([page.status.get().away, connection.pending().length, edits().length], [true, 1, 0]);
  kernel.dead = false;
  mock.timers.tick(12_000);
  picture();
  equal(edits().length, 1);
});

test("a change that is not the next asks for the true state, and one that was heard is not shown twice", () => {
  const { shown, change, hellos } = view();
  mock.timers.tick(3000);
  const before = hellos();
  change(3, []);
  deepEqual([shown, hellos() - before], [["picture"], 1]);
  change(1, []);
  deepEqual(shown, ["picture"]);
  change(2, []);
  deepEqual(shown, ["picture", "change"]);
});

test("an edit that is refused waits no longer, is said in words, and the true state is asked for", () => {
  const { connection, edit, edits, hear, hellos } = view();
  edit();
  mock.timers.tick(100);
  const before = hellos();
  hear({ kind: "refused", oid: edits()[0], message: { key: "model.error.unknown_edit" } });
  deepEqual([connection.pending().length, connection.notice.get()?.level, hellos() - before], [0, "warning", 1]);
});

test("what was done in a case waits for that case, whatever lies on the desk meanwhile", async () => {
  const { connection, edit, edits, picture, hear } = view();
  edit();
  hear({ kind: "case" });
  picture(1, "Berk-2");
  deepEqual([connection.pending().length, edits().length, page.status.get().pending], [0, 1, 1]);
  hear({ kind: "case" });
  picture(1);
  await settled();
  deepEqual([connection.pending().length, edits().length], [1, 2]);
});
