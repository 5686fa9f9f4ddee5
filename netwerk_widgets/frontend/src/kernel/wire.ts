/** What the kernel and the page say to each other about a case; what of it is declared in Python stands in the contract. */
import { type Asked, DEFAULTS, type Edit, type Entities, type Kind, type Written } from "../contract";

/** An entity with what stands at its default, as every view has it. */
export function whole<K extends Kind>(kind: K, written: Written): Entities[K] {
  return { ...DEFAULTS[kind], ...written } as Entities[K];
}

/** A message to the kernel. */
export interface Sent {
  kind: Asked;
  [more: string]: unknown;
}

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
