/** The list that opens at an @ in an answer: whom is meant, or somebody new under the whole of the name written. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words";
import { announce } from "./announce";
import type { TextAside } from "./fields";
import { useName, usePrefs } from "./hooks";
import { beingNamed, meant, type Writing } from "./naming";
import { NewName } from "./newname";
import { choose } from "./selection";
import { placed } from "./typing";
import type { Ground } from "./ui";

/** How many people the list offers; more letters make it shorter. */
const OFFERED = 5;

/** In the place of an id: somebody new under the name as written, or under another one that is asked for. */
const NEW = "";
const OTHER = "+";

interface Choice {
  id: string;
  name: string;
}

/** An answer in which people are named. */
export interface Naming {
  /** Names somebody who is on the map. */
  link: (person: string) => void;
  /** Puts somebody new on the map and names them; gives their id. */
  add: (role: string) => string;
}

interface Mention {
  aside: TextAside;
  /** The list, or the field for the whole role of somebody new; to stand under the field. */
  list: ComponentChildren;
}

interface Open extends Writing {
  /** Which choice Enter takes; -1 for none: somebody new is never added by a stray Enter. */
  active: number;
}

/** Naming people while one writes; `aside` goes to the field, `list` under it. */
export function useMention({ session, mirror }: Ground, answering: Naming): Mention {
  const { hideNames } = usePrefs();
  const id = useName();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const shut = useRef(-1);
  const [open, setOpen] = useState<Open | null>(null);
  const [asking, setAsking] = useState<Writing | null>(null);
  const people = mirror.people().filter(({ circle, unsafe }) => circle !== 0 && !unsafe);
  const choices = open && !hideNames ? choicesFor(open.name, people) : [];
  useSaid(field, choices.length);
  useScrolled(id, choices.length);
  const close = () => {
    shut.current = open?.from ?? -1;
    setOpen(null);
  };
  const look = (element: HTMLTextAreaElement) => {
    field.current = element;
    const { selectionStart, selectionEnd, value } = element;
    const found = selectionStart === selectionEnd ? beingNamed(value, selectionEnd, people) : null;
    if (found?.from !== shut.current) shut.current = -1;
    if (!found || found.from === shut.current) return setOpen(null);
    if (open?.from === found.from && open.name === found.name) return;
    setOpen({ ...found, active: meant(found.name, people).length ? 0 : -1 });
  };
  const pick = (choice: Choice) => {
    if (!open) return;
    close();
    if (choice.id === OTHER) return setAsking(open);
    if (choice.id) answering.link(choice.id);
    put(open, choice.name, !choice.id);
  };
  const put = (at: Writing, name: string, fresh: boolean) => {
    if (!field.current) return;
    // Where somebody new belongs is asked beside the map, or under "more about".
    if (fresh) choose(session, [answering.add(name)]);
    insert(field.current, at, name);
    field.current.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (!open || !choices.length) return false;
    const move = (active: number) => setOpen({ ...open, active });
    return pressed(event, { active: open.active, choices, move, pick, close });
  };
  const option = (index: number) => `${id}-${index}`;
  const active = open && choices[open.active] ? option(open.active) : undefined;
  const attributes = {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": choices.length ? id : undefined,
    "aria-activedescendant": active,
  } as const;
  if (asking && !hideNames) {
    const list = (
      <NewName
        first={asking.name}
        kept={{ session, place: placed("new_name", "mention") }}
        onAdd={(name) => put(asking, name, true)}
        onClose={() => setAsking(null)}
      />
    );
    return { aside: { look, key, leave: () => setOpen(null), attributes }, list };
  }
  const list = choices.length > 0 && (
    <div id={id} class="nw-mention" role="listbox" aria-label={t("cards.mention")}>
      {choices.map((choice, index) => (
        <Offered key={choice.id} id={option(index)} chosen={option(index) === active} {...{ choice, pick }} />
      ))}
    </div>
  );
  return { aside: { look, key, leave: () => setOpen(null), attributes }, list };
}

interface Pressing {
  active: number;
  choices: Choice[];
  move: (active: number) => void;
  pick: (choice: Choice) => void;
  close: () => void;
}

/** Arrows go through the list, Enter and Tab take what is active, Escape shuts it; whether the key was for the list. */
function pressed(event: KeyboardEvent, { active, choices, move, pick, close }: Pressing): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const chosen = choices[active];
  if (event.key === "ArrowDown") move((active + 1) % choices.length);
  else if (event.key === "ArrowUp") move(active > 0 ? active - 1 : choices.length - 1);
  else if (event.key === "Escape") close();
  else if (chosen && (event.key === "Enter" || event.key === "Tab")) pick(chosen);
  else return false;
  return true;
}

interface OfferedProps {
  id: string;
  choice: Choice;
  chosen: boolean;
  pick: (choice: Choice) => void;
}

function Offered({ id, choice, chosen, pick }: OfferedProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, where the focus stays
    // biome-ignore lint/a11y/useFocusableInteractive: as the active descendant of the field
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      class="nw-mention-one"
      // The field keeps the focus, or leaving it would close the list before the tap is heard.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => pick(choice)}
    >
      {choice.id === NEW ? t("cards.add", { who: choice.name }) : choice.name}
    </div>
  );
}

function choicesFor(name: string, people: Parameters<typeof meant>[1]): Choice[] {
  const known = meant(name, people).map(({ id, role = "" }): Choice => ({ id, name: role }));
  const wanted = name.trim();
  const other = { id: OTHER, name: t("cards.name.other") };
  if (known.length) return [...known.slice(0, OFFERED), other];
  return /[\p{L}\p{N}]/u.test(wanted) ? [{ id: NEW, name: wanted }] : [other];
}

/** Writes the whole name where a part of it stood, with a space after it, and lets the field know. */
function insert(field: HTMLTextAreaElement, { from, name }: Writing, whole: string): void {
  const rest = field.value.slice(from + 1 + name.length);
  const written = `@${whole}${/^\s/.test(rest) ? "" : " "}`;
  field.value = field.value.slice(0, from) + written + rest;
  const caret = from + written.length;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Says that there is something to choose, once, when the list opens. */
function useSaid(field: { current: HTMLElement | null }, number: number): void {
  const before = useRef(0);
  useEffect(() => {
    if (field.current && number && !before.current) announce(field.current, t("cards.mention.said", { number }));
    before.current = number;
  }, [number]);
}

/** A list that opens below what is in sight comes into sight. */
function useScrolled(id: string, number: number): void {
  useEffect(() => {
    if (number) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id, number]);
}
