/** The list that opens at an @ in an answer: whom is meant, or somebody new under the whole of the name written. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { choose } from "../case/selection";
import type { Meant } from "../contract";
import { announce } from "../shared/announce";
import { useName, usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import type { TextAside } from "../ui/fields";
import { placed } from "../ui/typing";
import { NewName } from "./newname";
import { offer, toldApart, type Writing, writing } from "./reading";

/** For so long, in milliseconds, a key waits for the list that the letters before it ask for. */
const PATIENCE = 300;

/** In the place of an id: somebody new under the name as written, or under another one that is asked for. */
const NEW = "";
const OTHER = "+";

interface Choice {
  id: string;
  name: string;
  /** What the list shows, where it is more than the name. */
  shown?: string;
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
  choices: Choice[];
  /** Which choice Enter takes; -1 for none: somebody new is never added by a stray Enter. */
  active: number;
}

/** What was asked of the kernel last, and the keys that were pressed before it answered. */
interface Asked extends Writing {
  since: number;
  answered: boolean;
  keys: KeyboardEvent[];
}

/** Naming people while one writes; `aside` goes to the field, `list` under it. */
export function useMention({ connection, mirror }: Ground, answering: Naming): Mention {
  const { hideNames } = usePrefs();
  const id = useName();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const shut = useRef(-1);
  const asked = useRef<Asked | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [asking, setAsking] = useState<Writing | null>(null);
  const choices = open && !hideNames ? open.choices : [];
  useSaid(field, choices.length);
  useScrolled(id, choices.length);
  const show = (next: Open | null) => {
    if (!next) asked.current = null;
    setOpen(next);
  };
  const close = (from: number) => {
    shut.current = from;
    show(null);
  };
  const look = (element: HTMLTextAreaElement) => {
    field.current = element;
    const { selectionStart, selectionEnd, value } = element;
    const found = selectionStart === selectionEnd && !hideNames ? writing(value, selectionEnd) : null;
    if (found?.from !== shut.current) shut.current = -1;
    if (!found || found.from === shut.current) return show(null);
    if (asked.current?.from === found.from && asked.current.name === found.name) return;
    const mine: Asked = { ...found, since: Date.now(), answered: false, keys: [] };
    asked.current = mine;
    void offer(connection, found.name).then((answer) => asked.current === mine && answered(mine, answer));
  };
  const answered = (mine: Asked, answer: Meant) => {
    mine.answered = true;
    const offered = answer.people && choicesFor(answer, toldApart(mirror), mirror.name);
    let next: Open | null = offered && { ...mine, choices: offered, active: answer.people?.length ? 0 : -1 };
    show(next);
    const move = (active: number) => {
      next = next && { ...next, active };
      setOpen(next);
    };
    const taken = (at: Open, choice: Choice) => {
      next = null;
      pick(at, choice);
    };
    for (const event of mine.keys) {
      if (next && pressed(event, next, { move, pick: taken, close })) continue;
      if (event.key === "Enter") typed(field.current, "\n");
    }
  };
  const pick = (at: Open, choice: Choice) => {
    close(at.from);
    if (choice.id === OTHER) return setAsking(at);
    if (choice.id) answering.link(choice.id);
    put(at, choice.name, !choice.id);
  };
  const put = (at: Writing, name: string, fresh: boolean) => {
    if (!field.current) return;
    // Where somebody new belongs is asked beside the map, or under "more about".
    if (fresh) choose(connection, [answering.add(name)]);
    insert(field.current, at, name);
    field.current.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (chorded(event)) return false;
    const waiting = asked.current;
    if (waiting && !waiting.answered && HELD.has(event.key) && Date.now() - waiting.since < PATIENCE) {
      waiting.keys.push(event);
      return true;
    }
    if (!open || !choices.length) return false;
    return pressed(event, open, { move: (active) => setOpen({ ...open, active }), pick, close });
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
        kept={{ connection, place: placed("new_name", "mention") }}
        onAdd={(name) => put(asking, name, true)}
        onClose={() => setAsking(null)}
      />
    );
    return { aside: { look, key, leave: () => show(null), attributes }, list };
  }
  const list = choices.length > 0 && (
    <div id={id} class="nw-mention" role="listbox" aria-label={t("cards.mention")}>
      {choices.map((choice, index) => (
        <Offered
          key={choice.id}
          id={option(index)}
          chosen={option(index) === active}
          {...{ choice }}
          pick={(one) => open && pick(open, one)}
        />
      ))}
    </div>
  );
  return { aside: { look, key, leave: () => show(null), attributes }, list };
}

/** Keys that are for the list; pressed before it is there they wait for it. */
const HELD: ReadonlySet<string> = new Set(["ArrowDown", "ArrowUp", "Enter", "Tab"]);

function chorded(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}

interface Pressing {
  move: (active: number) => void;
  pick: (at: Open, choice: Choice) => void;
  close: (from: number) => void;
}

/** Arrows go through the list, Enter and Tab take what is active, Escape shuts it; whether the key was for the list. */
function pressed(event: KeyboardEvent, open: Open, { move, pick, close }: Pressing): boolean {
  const { active, choices, from } = open;
  const chosen = choices[active];
  if (event.key === "ArrowDown") move((active + 1) % choices.length);
  else if (event.key === "ArrowUp") move(active > 0 ? active - 1 : choices.length - 1);
  else if (event.key === "Escape") close(from);
  else if (chosen && (event.key === "Enter" || event.key === "Tab")) pick(open, chosen);
  else return false;
  return true;
}

/** Types at the caret, as the key would have that waited in vain. */
function typed(field: HTMLTextAreaElement | null, text: string): void {
  field?.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
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
      {choice.id === NEW ? t("cards.add", { who: choice.name }) : (choice.shown ?? choice.name)}
    </div>
  );
}

function choicesFor(found: Meant, shown: (id: string) => string, name: (id: string) => string): Choice[] {
  const other = { id: OTHER, name: t("cards.name.other") };
  if (found.people?.length) return [...found.people.map((id) => ({ id, name: name(id), shown: shown(id) })), other];
  return [found.new ? { id: NEW, name: found.new } : other];
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
