/**
 * The state of the page, shared by all views and by the JupyterLab extension (two bundles: so it lives on
 * `globalThis`).
 *
 *   prefs   what the user chose for this screen: kept in localStorage here, and by the extension on disk
 *   status  what the views know of the case: its code, when it was last saved, what still waits
 *   drafts  what is typed and not in history yet: in this page's memory, and kept in the case file
 *
 * Nothing of a case's content is ever kept in the browser.
 */
import { type KeptPrefs, LABEL_SIZES, LANGUAGES, SIZES } from "../contract";
import { Drafts } from "./drafts";
import { createStore, type Store } from "./store";

export type Prefs = Required<Omit<KeptPrefs, "steps" | "last">>;

export interface Status {
  code: string;
  practice: boolean;
  /** The professional's own file is open. */
  own: boolean;
  writable: boolean;
  /** When the last edit was on disk (ISO), or "" before the first. */
  saved: string;
  /** How many edits wait in this page's memory. */
  pending: number;
  /** No answer from the kernel: it is restarting, or the connection is lost. */
  away: boolean;
  /** What is in view of the case, or of the own file, is on disk no longer: another file lies there, or none. */
  apart: boolean;
  ownApart: boolean;
}

/** "blank" by one key; "pause" while a meeting's clock runs and nobody does anything; "locked" on the way to the door. */
export type Cover = "" | "blank" | "pause" | "locked";

export interface Page {
  prefs: Store<Prefs>;
  status: Store<Status>;
  /** How much larger all is than on a screen of 1280 by 720; set by the extension (lab/scale). */
  scale: Store<number>;
  /** What lies over everything. */
  cover: Store<Cover>;
  /** Which step of which workbook is in front, or "" in a notebook without the extension. */
  step: Store<string>;
  /** Goes to a step of the workbook in front; set by the extension, so null in a notebook without it. */
  goTo: Store<((step: string) => void) | null>;
  /** What waits for the kernel, by case code (see kernel/connection). */
  waiting: Map<string, unknown[]>;
  /** What is typed and not in history yet. */
  drafts: Drafts;
}

const KEY = Symbol.for("netwerk-widgets.page.1");
const STORED = "netwerk.prefs";
/** Whether the client looks along in this very window (session), and in the one that said so last (local: a new window
 * begins so). Apart from the others: where it ends in another window, this one may still face them. */
const TOGETHER = "netwerk.together";

const DEFAULTS: Prefs = {
  lang: "nl",
  hideNames: false,
  singleKeys: true,
  labelSize: 22,
  size: "room",
  tags: [],
  hush: false,
  together: false,
};

const NOTHING_KNOWN: Status = {
  code: "",
  practice: true,
  own: false,
  writable: true,
  saved: "",
  pending: 0,
  away: false,
  apart: false,
  ownApart: false,
};

export function readPrefs(data: unknown, base: Prefs = DEFAULTS): Prefs {
  const found = (typeof data === "object" && data ? data : {}) as Record<string, unknown>;
  return {
    lang: LANGUAGES.find((lang) => lang === found.lang) ?? base.lang,
    hideNames: typeof found.hideNames === "boolean" ? found.hideNames : base.hideNames,
    singleKeys: typeof found.singleKeys === "boolean" ? found.singleKeys : base.singleKeys,
    labelSize: LABEL_SIZES.find((size) => size === found.labelSize) ?? base.labelSize,
    size: SIZES.find((size) => size === found.size) ?? base.size,
    tags: Array.isArray(found.tags) && found.tags.every((tag) => typeof tag === "string") ? found.tags : base.tags,
    hush: typeof found.hush === "boolean" ? found.hush : base.hush,
    together: typeof found.together === "boolean" ? found.together : base.together,
  };
}

function stored(): Prefs {
  try {
    const together = (sessionStorage.getItem(TOGETHER) ?? localStorage.getItem(TOGETHER)) === "true";
    return { ...readPrefs(JSON.parse(localStorage.getItem(STORED) ?? "null")), together };
  } catch {
    return DEFAULTS;
  }
}

/** Writes what is other than it was: another window is told of nothing else, and has nothing to say back. */
function store(prefs: Prefs): void {
  const { together, ...others } = prefs;
  try {
    localStorage.setItem(STORED, JSON.stringify(others));
    for (const storage of [sessionStorage, localStorage]) storage.setItem(TOGETHER, String(together));
  } catch {
    // A browser that keeps nothing: the choice then lasts as long as the page.
  }
}

function samePrefs(one: Prefs, other: Prefs): boolean {
  return Object.keys(differing(one, other)).length === 0;
}

/** What `now` has other than `before`, by value. */
export function differing(now: Prefs, before: Prefs): Partial<Prefs> {
  const rows = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(before[name as keyof Prefs]) !== JSON.stringify(value),
  );
  return Object.fromEntries(rows) as Partial<Prefs>;
}

function create(): Page {
  const prefs = createStore(stored());
  // On the page itself, so that also what no view draws (the words of a step) knows it before it is painted.
  const mark = () => document.documentElement.classList.toggle("nw-together", prefs.get().together);
  mark();
  prefs.watch((value) => {
    mark();
    store(value);
  });
  // Another window of the same browser hides names: so does this one.
  window.addEventListener("storage", (event) => {
    if (event.key !== STORED || !event.newValue) return;
    const here = prefs.get();
    const told = { ...readPrefs(JSON.parse(event.newValue), here), together: here.together };
    if (!samePrefs(told, here)) prefs.set(told);
  });
  const status = createStore<Status>({ ...NOTHING_KNOWN });
  const drafts = new Drafts(
    () => prefs.get().together,
    (own) => (own ? status.get().ownApart : status.get().apart),
  );
  let before = prefs.get().together;
  prefs.watch(({ together }) => {
    if (together !== before) drafts.turned();
    before = together;
  });
  return {
    prefs,
    drafts,
    status,
    scale: createStore(1),
    cover: createStore<Cover>(""),
    step: createStore(""),
    goTo: createStore<((step: string) => void) | null>(null),
    waiting: new Map(),
  };
}

const home = globalThis as unknown as Record<symbol, Page>;
home[KEY] ??= create();
export const page: Page = home[KEY];

export function setPrefs(change: Partial<Prefs>): void {
  page.prefs.set({ ...page.prefs.get(), ...change });
}

export function setStatus(change: Partial<Status>): void {
  page.status.set({ ...page.status.get(), ...change });
}

/** The least size of labels on the map while somebody looks along, in pixels. */
const TOGETHER_LABELS = 32;

export function labelSize(): number {
  const { labelSize: chosen, together } = page.prefs.get();
  return together ? Math.max(TOGETHER_LABELS, chosen) : chosen;
}

/** How many edits of this page wait, for whichever file. */
export function waitingNow(): number {
  return [...page.waiting.values()].reduce((sum, edits) => sum + edits.length, 0);
}
