/** The board as the kernel tells it (Python: model/board.py), in all its languages. */
import { useEffect, useState } from "preact/hooks";
import { usePrefs, useStore } from "../base/hooks";
import { together } from "../base/mirror";
import type { Ground } from "../base/ui";
import { page } from "../page";
import type { Sentence } from "../words";

type Said<T = string> = Record<string, T>;

export interface Option {
  id: string;
  labels: Said;
  texts: Said;
}

export interface RowField {
  id: string;
  labels: Said;
  /** What it is called while the client looks along, where that differs. */
  client_labels: Said;
}

export type PartKind = "words" | "choice" | "rows" | "steps" | "trail" | "scene" | "silence" | "exercise" | "text";

export interface Part {
  id: string;
  kind: PartKind;
  titles: Said;
  texts: Said;
  placeholders: Said;
  prompts: Said;
  closeds: Said;
  options: Option[];
  many: boolean;
  look: "" | "gauge" | "ladder" | "line" | "iceberg";
  reason: boolean;
  fields: RowField[];
  person: boolean;
  date: boolean;
  supposition: boolean;
  after: string;
  hidden_with_client: boolean;
  /** Title, text and placeholder in the words for a client who looks along. */
  with_client: { title?: Said; text?: Said; placeholder?: Said };
  seconds: number;
  moment: string;
  sleeping: boolean;
  /** What the first text of a row becomes of its person too. */
  onto: "" | "valued_role";
  thoughts: Said<string[]>;
}

export interface Board {
  id: string;
  title: Said;
  desk: "case" | "own";
  per_case: boolean;
  sources: Sentence[];
  parts: Part[];
}

export interface Content {
  board: Board | null;
  /** The ids of the parts that this step shows. */
  parts: string[];
  problems: Sentence[];
  /** It is another board with each case, shown one part at a time; `missing` says why there is none with this one. */
  by_case: boolean;
  missing: Sentence | null;
}

/** A text of the board in the page's language; in another where it has none in that. */
export function spoken<T>(texts: Said<T>, otherwise: T): T {
  return texts[page.prefs.get().lang] ?? Object.values(texts)[0] ?? otherwise;
}

/** The part as it speaks now: what was written for the professional is not said to a client who looks along. */
export function addressed(part: Part): Part {
  if (!together()) return part;
  const { title = part.titles, text, placeholder = {} } = part.with_client;
  const called = (field: RowField) => (Object.keys(field.client_labels).length ? field.client_labels : field.labels);
  const fields = part.fields.map((field) => ({ ...field, labels: called(field) }));
  // What is only to be read would be gone with its text.
  const texts = text ?? (part.kind === "text" ? part.texts : {});
  return { ...part, titles: title, texts, placeholders: placeholder, fields };
}

/** The board, once the kernel has told it; asked again with every picture until then, and where it is another's. */
export function useContent({ session, mirror }: Ground): Content | null {
  const version = useStore(mirror.version);
  const [told, setTold] = useState<{ code: string; content: Content; together: boolean } | null>(null);
  const { code } = session;
  const { together } = usePrefs();
  const known = told && (!told.content.by_case || told.code === code) ? told.content : null;
  useEffect(() => {
    // With the client the kernel tells only what is for them; what is on the page stays until it did.
    if (known && told?.together === together) return;
    let stale = false;
    session.ask("board").then((answer) => {
      if (!stale && answer.parts) setTold({ code, content: answer as unknown as Content, together });
    });
    return () => {
      stale = true;
    };
  }, [version, known, code, together]);
  return known;
}
