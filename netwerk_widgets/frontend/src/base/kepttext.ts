/** A text in a dialog or a composer: a draft until it is put down, also over Escape, another step and a reload. */
import { useEffect, useRef } from "preact/hooks";
import type { Draft } from "../drafts";
import { page } from "../page";
import { usePrefs, useStore } from "./hooks";
import { type Kept, whereOf } from "./typing";

export interface KeptText {
  text: string;
  /** It stood here before this view was drawn: a draft that came back. */
  back: boolean;
  type: (text: string) => void;
  /** Puts it down by an edit, which takes the draft along. */
  bring: (edit: () => void) => void;
  /** Throws it away, or says that it was put down by another way; gives its draft's id. */
  clear: () => string;
}

export function useKeptText(kept: Kept): KeptText {
  useStore(page.drafts.version);
  const { together } = usePrefs();
  const sitting = useRef<Draft | null>(null);
  // Its edit was sent, or it was taken back, or another field goes on with it.
  if (sitting.current && !sitting.current.live) sitting.current = null;
  const rests = sitting.current ? undefined : page.drafts.at(whereOf(kept));
  const { place } = kept;
  const rest = () => {
    if (sitting.current?.live) page.drafts.rest(sitting.current);
    sitting.current = null;
  };
  const begin = () => {
    sitting.current ??= page.drafts.begin(whereOf(kept), "", rests);
    return sitting.current;
  };
  const type = (text: string) => {
    const draft = begin();
    page.drafts.type(draft, text);
    if (!text) clear();
    else page.drafts.version.set(page.drafts.version.get() + 1);
  };
  const clear = () => {
    const draft = sitting.current ?? rests;
    sitting.current = null;
    if (draft) page.drafts.drop(draft);
    return draft?.id ?? "";
  };
  const bring = (edit: () => void) => {
    const draft = begin();
    sitting.current = null;
    page.drafts.bring(draft, edit);
  };
  useEffect(() => rest, [place, kept.session, kept.session.code, together]);
  return { text: sitting.current?.text ?? rests?.text ?? "", back: rests !== undefined, type, bring, clear };
}
