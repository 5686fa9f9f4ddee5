/** What the kernel and the page say to each other about a case (Python: views/base.py). */
import type { Sentence } from "../words";

export interface Person {
  id: string;
  number?: number;
  role?: string;
  x?: number;
  y?: number;
  /** Where the client would like them to stand. */
  wish_x?: number;
  wish_y?: number;
  circle?: number;
  domain?: string;
  moment?: string;
  closeness?: number;
  frequency?: string;
  years_known?: number;
  age_band?: string;
  home?: number;
  professional?: boolean;
  organisation?: string;
  pet?: boolean;
  deceased?: boolean;
  sleeping?: boolean;
  left_out?: boolean;
  left_out_by?: string;
  left_out_why?: string;
  left_out_shared?: boolean;
  unsafe?: boolean;
  unsafe_why?: string;
  unsafe_shared?: boolean;
  valued_role?: string;
  invited_by?: string;
  notes?: string;
}

export interface Tie {
  id: string;
  source: string;
  target: string;
  directed?: boolean;
  quality?: string;
  weight?: number;
  label?: string;
  moment?: string;
  support?: Record<string, string>;
  notes?: string;
}

export interface Info {
  id: "info";
  code?: string;
  practice?: boolean;
  centre_kind?: string;
  question?: string;
  story?: string;
  source?: string;
}

export interface Other {
  id: string;
  [field: string]: unknown;
}

/** An entity as the kernel writes it: what stands at its default is left out. */
export type Entity = Person | Tie | Info | Other;
export type Kind = "info" | "person" | "tie" | "version" | "compliment" | "answer" | "annotation" | "step" | "stroke";

export type Edit =
  | {
      edit: "add_person";
      id: string;
      role: string;
      x?: number;
      y?: number;
      circle?: number;
      domain?: string;
      tie?: boolean;
      fields?: object;
    }
  | { edit: "add"; kind: Kind; id: string; fields: object }
  | { edit: "change"; kind: Kind; id: string; fields: object; was?: object }
  | { edit: "change_people"; people: string[]; fields: object }
  | { edit: "remove"; ids: [Kind, string][] }
  | { edit: "place"; moves: [string, number, number][]; wished?: boolean }
  | { edit: "put"; people: string[]; circle?: number; domain?: string; wished?: boolean }
  | { edit: "name"; answer: string; person: string; named?: boolean }
  | { edit: "set_support"; person: string; kind: string; direction: string };

/** What undo or redo would do: whose it is, and what. */
export interface Offer {
  message: Sentence;
  author: string;
  mine: boolean;
  /** Whom it speaks of who are not on the map. */
  gone?: Person[];
}

/** A way on where a case cannot be saved (Python: views/parting.py). */
export type Way = "keep" | "put_back" | "other" | "beside" | "again";

/** What keeps a case from being saved; `apart`: what is in view is on disk no longer. */
export interface Trouble {
  message: Sentence;
  ways: Way[];
  apart: boolean;
}

export interface State {
  rev: number;
  at: string;
  writable: boolean;
  trouble?: Trouble | null;
  undo: Offer | null;
  redo: Offer | null;
}

export interface Picture extends State {
  kind: "picture";
  info: Info;
  /** Set instead of all that is known of a case where there is none: a network's own name (canvas). */
  network?: string;
  entities: Partial<Record<Kind, Entity[]>>;
  [extra: string]: unknown;
}

export interface Change extends State {
  kind: "change";
  oids: string[];
  changes: { kind: Kind; id: string; after: Entity | null }[];
  /** Who was forgotten for good by this change. */
  forgotten?: string[];
  [extra: string]: unknown;
}

export type Incoming =
  | Picture
  | Change
  | { kind: "refused"; oid: string; message: Sentence; other?: Offer }
  | { kind: "notice"; message: Sentence; level: "info" | "warning" | "error" }
  | { kind: "answer"; id: string; [field: string]: unknown }
  | { kind: "closed" }
  | { kind: "case" }
  | { kind: "empty"; message: Sentence; offer: boolean };

/** What a user did, and what is sent of it. */
export type Done = { kind: "edit"; oid: string; edit: Edit } | { kind: "undo" | "redo"; oid: string; other: boolean };

/** What was done and is not known to be on disk. */
export interface Pending {
  oid: string;
  since: number;
  message: Done & { code: string };
}

let last = 0;
/** A new id: short, unique on this and every other page. */
export function newId(prefix: string): string {
  last += 1;
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${prefix}${random[0]?.toString(36)}${random[1]?.toString(36)}${last.toString(36)}`.slice(0, 24);
}
