/** A desk without a case on it: what the kernel says of it, and what a view then shows. */
import type { Picture } from "../contract";

/** What a view shows of an empty desk: nothing of the case that lay there before. */
export const NOTHING: Picture = {
  kind: "picture",
  rev: -1,
  at: "",
  writable: false,
  trouble: null,
  undo: null,
  redo: null,
  own_open: false,
  info: { id: "info" },
  entities: {},
};
