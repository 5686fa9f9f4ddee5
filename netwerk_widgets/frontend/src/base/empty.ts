/** A desk without a case on it: what the kernel says of it, and what a view then shows. */
import type { Sentence } from "../words";
import type { Picture } from "./wire";

/** No case lies on the desk: why, and whether one can be put there with one tap. */
export interface Empty {
  message: Sentence;
  offer: boolean;
}

/** What a view shows of an empty desk: nothing of the case that lay there before. */
export const NOTHING: Picture = {
  kind: "picture",
  rev: -1,
  at: "",
  writable: false,
  undo: null,
  redo: null,
  info: { id: "info" },
  entities: {},
};
