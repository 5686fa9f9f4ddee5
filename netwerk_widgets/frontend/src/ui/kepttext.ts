/** A text in a dialog or a composer: a draft until it is put down, also over Escape, another step and a reload. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../kernel/connection";
import type { Draft } from "../shared/draft";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { address } from "./catcher";
import { belongings, type Kept, whereOf } from "./typing";

export interface KeptText {
  text: string;
  /** What its field carries as `data-place`. */
  at: string;
  type: (text: string) => void;
  /** Puts it down by an edit, which takes the draft along. */
  bring: (edit: () => void) => void;
  /** Puts it down by another way, which is told the draft's id; where that fails it stands here again. */
  by: (way: (draft: string) => Promise<boolean>) => void;
  clear: () => void;
  /** It becomes a text of another place: of another kind of note, for instance. */
  move: (place: string) => void;
}

/** Which kind of field holds the newest draft, for a dialog that has several; "" where none does. */
export function begun(connection: Connection, dialog: string, kinds: readonly string[]): string {
  const found = page.drafts.of(connection.own, connection.code, dialog).map(({ place }) => belongings(place)[0] ?? "");
  return found.filter((kind) => kinds.includes(kind)).at(-1) ?? "";
}

/** What {@link placed} was given of the newest draft of a kind, for a field that has to be made again; null without one. */
export function useBegun(connection: Connection, kind: string, without: readonly { id: string }[]): string[] | null {
  useStore(page.drafts.version);
  const skip = belongings(kind).length;
  const found = page.drafts.of(connection.own, connection.code, kind).map(({ place }) => belongings(place).slice(skip));
  return found.filter(([id]) => !without.some((one) => one.id === id)).at(-1) ?? null;
}

export function useKeptText(kept: Kept): KeptText {
  useStore(page.drafts.version);
  const { together, hideNames } = usePrefs();
  const [, redraw] = useState(0);
  const sitting = useRef<Draft | null>(null);
  // What comes back does not come onto a screen on which names are hidden: it waits until they are shown.
  const rests = sitting.current || hideNames ? undefined : page.drafts.at(whereOf(kept));
  const text = sitting.current?.text ?? rests?.text ?? "";
  const begin = (): Draft => {
    sitting.current ??= page.drafts.begin(whereOf(kept), "", rests);
    return sitting.current;
  };
  const type = (next: string) => {
    if (!next) return clear();
    page.drafts.type(begin(), next);
    redraw((count) => count + 1);
  };
  const clear = () => {
    const draft = sitting.current ?? rests;
    sitting.current = null;
    if (draft) page.drafts.drop(draft);
  };
  /** Ends the sitting; what was typed for a case that is no longer shown stays that one's. */
  const end = (put: (draft: Draft) => void) => {
    const draft = begin();
    sitting.current = null;
    if (draft.code === kept.connection.code) put(draft);
    else page.drafts.rest(draft);
    redraw((count) => count + 1);
  };
  const bring = (edit: () => void) => end((draft) => page.drafts.bring(draft, edit));
  const by = (way: (draft: string) => Promise<boolean>) => end((draft) => void page.drafts.by(draft, way));
  const move = (place: string) => {
    if (!text) return;
    const draft = begin();
    draft.place = place;
    page.drafts.type(draft, text);
    page.drafts.rest(draft);
    sitting.current = null;
  };
  // The dialog is shut, another case or the client comes: the words stay where they are.
  useEffect(
    () => () => {
      if (sitting.current?.live) page.drafts.rest(sitting.current);
      sitting.current = null;
    },
    [kept.place, kept.connection, kept.connection.code, together],
  );
  return { text, at: address(whereOf(kept)), type, bring, by, clear, move };
}
