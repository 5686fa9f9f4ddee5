/**
 * What stands in a field while somebody is in it. One sitting is one draft until the field is left, and then one edit
 * (see drafts.ts): a field that shows a draft again goes on with it, and one whose text was changed meanwhile by
 * somebody else shows theirs and offers the draft.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../kernel/connection";
import type { Draft, Where } from "../shared/draft";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";

/** Where nobody keeps drafts (a notebook without `netwerk`): silence after which what was typed is sent. */
const IDLE = 2000;

/** Where a field stands, for its drafts. */
export interface Kept {
  connection: Connection;
  place: string;
  /** What else is to be known of it, where the field has to be made again after a reload. */
  more?: string | undefined;
}

/** The name of a field: its kind and what it belongs to (Python: casefile/storage/drafts.py). */
export function placed(kind: string, ...ids: (string | undefined)[]): string {
  return [kind, ...ids.map((id) => (id ?? "").replaceAll(":", ";").slice(0, 80))].join(":");
}

/** What a place belongs to: what {@link placed} was given after the kind. */
export function belongings(place: string): string[] {
  return place
    .split(":")
    .slice(1)
    .map((id) => id.replaceAll(";", ":"));
}

export function whereOf({ connection, place, more }: Kept): Where {
  return { own: connection.own, code: connection.code, place, more };
}

export interface Typing {
  /** What somebody is typing; null while nobody does. */
  text: string | null;
  shown: string;
  /** A draft that no longer fits what the case says by now. */
  offered: Draft | undefined;
  type: (text: string) => void;
  enter: () => void;
  commit: () => void;
  leave: () => void;
  take: (draft: Draft) => void;
}

export interface TypingProps {
  kept: Kept | null;
  /** What the case says, and what stands in the field for it: what was sent and is not told yet. */
  value: string;
  sent: string;
  /** What is wrong with a text that cannot be sent. */
  wrong?: ((text: string) => string) | undefined;
  disabled?: boolean | undefined;
  hidden: boolean;
  onCommit: (text: string) => void;
}

export function useTyping(props: TypingProps): Typing {
  const { kept, value, sent, hidden } = props;
  const [text, setText] = useState<string | null>(null);
  const { together } = usePrefs();
  const hold = useHold(props);
  const { rests, offered } = useResting(kept, [value, sent], hold.sitting.current);
  const commit = () => hold.commit(rests);
  const latest = useRef(commit);
  latest.current = commit;
  const type = (next: string) => {
    hold.type(next, rests, () => latest.current());
    setText(next);
  };
  const leave = () => {
    commit();
    if (!hold.sitting.current) setText(null);
    hold.touched.current = false;
  };
  const take = (draft: Draft) => {
    hold.begin(draft);
    type(draft.text);
  };
  // Whoever hides the names, or lets the client look along, loses nothing; nor does who goes to another person.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) leave();
    first.current = false;
    if (!together || !hold.sitting.current) return;
    // Words that cannot be sent as they are: not for the client's eyes either.
    hold.end();
    setText(null);
  }, [hidden, together]);
  useEffect(
    () => () => {
      latest.current();
      hold.end();
    },
    [],
  );
  const enter = () => {
    hold.touched.current = true;
  };
  return { text, shown: text ?? rests?.text ?? sent, offered, type, enter, commit, leave, take };
}

/** The draft that rests in the field: shown in it, or offered beside it. */
function useResting(kept: Kept | null, [value, sent]: [string, string], sitting: Sitting | null) {
  useStore(page.drafts.version);
  const found = kept && !sitting ? page.drafts.at(whereOf(kept)) : undefined;
  const same = found !== undefined && found.text === value;
  useEffect(() => {
    if (same && found) page.drafts.drop(found);
  }, [same, found]);
  if (!found || same) return { rests: undefined, offered: undefined };
  return found.base === sent || found.base === value
    ? { rests: found, offered: undefined }
    : { rests: undefined, offered: found };
}

type Sitting = Pick<Draft, "text" | "base"> & Partial<Draft>;

/** The sitting of a field, from its first key until it is left. */
function useHold({ kept, sent, wrong, disabled, hidden, onCommit }: TypingProps) {
  const sitting = useRef<Sitting | null>(null);
  const touched = useRef(false);
  const timer = useRef(0);
  /** What this field sent last: the case need not say so yet. */
  const mine = useRef<string | null>(null);
  const begin = (from?: Draft) => {
    sitting.current = kept ? page.drafts.begin(whereOf(kept), sent, from) : { text: sent, base: sent };
  };
  const type = (next: string, rests: Draft | undefined, commit: () => void) => {
    if (!sitting.current) begin(rests);
    const now = sitting.current as Sitting;
    if (isDraft(now)) page.drafts.type(now, next);
    else now.text = next;
    clearTimeout(timer.current);
    if (kept && !page.drafts.send.get()) timer.current = window.setTimeout(commit, IDLE);
  };
  const commit = (rests: Draft | undefined) => {
    clearTimeout(timer.current);
    if (!sitting.current && rests && touched.current && !disabled && !hidden) begin(rests);
    const now = sitting.current;
    if (!now || wrong?.(now.text)) return;
    sitting.current = null;
    const send = () => onCommit(now.text);
    if (isDraft(now))
      return settle(now, kept?.connection.code === now.code && (now.base === sent || sent === mine.current), send);
    if (now.text !== sent) send();
  };
  /** Never over somebody else's words, nor into another case (not `free`). */
  const settle = (draft: Draft, free: boolean, send: () => void) => {
    if (draft.text === sent) return page.drafts.drop(draft);
    if (!free) return page.drafts.rest(draft);
    mine.current = draft.text;
    draft.base = sent;
    page.drafts.bring(draft, send);
  };
  /** What cannot be sent stays a draft. */
  const end = () => {
    if (sitting.current && isDraft(sitting.current)) page.drafts.rest(sitting.current);
    sitting.current = null;
  };
  return { sitting, touched, begin, type, commit, end };
}

function isDraft(sitting: Sitting): sitting is Draft {
  return sitting.id !== undefined;
}
