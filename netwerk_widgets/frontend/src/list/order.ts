/** The list in an order, in groups and in pages. */
import { groupsOf } from "../case/groups";
import { allMarks } from "../case/marks";
import { discreet, type Mirror } from "../case/mirror";
import { type Person, SUPPORT_KINDS } from "../contract";
import type { Found } from "../mention/reading";
import { carriers, supportFor } from "../panel/centre";
import { DOMAINS } from "../panel/choices";
import { marks } from "../panel/person";
import { page } from "../shared/page";
import { t } from "../shared/words";

export type Order = "circle" | "domain" | "name";

/** So many rows are drawn at once; more would make every key slow. */
export const PAGE = 150;

export interface Line {
  person: Person;
  name: string;
  marks: string;
  support: string;
  ties: number;
}

export interface Group {
  key: string;
  title: string;
  /** How many there are in all, on this page and on others. */
  number: number;
  lines: Line[];
}

export interface Arranged {
  groups: Group[];
  /** How many persons fit the filter, and how many pages they fill. */
  found: number;
  pages: number;
}

export function arrange(mirror: Mirror, order: Order, found: Found, pageNumber: number): Arranged {
  const people = sorted(mirror, order, found);
  const lines = lineMaker(mirror);
  const first = pageNumber * PAGE;
  const groups = new Map<string, Group>();
  for (const [index, person] of people.entries()) {
    const key = groupOf(person, order);
    const group = groups.get(key) ?? { key, title: title(key, order), number: 0, lines: [] };
    groups.set(key, group);
    group.number += 1;
    if (index >= first && index < first + PAGE) group.lines.push(lines(person));
  }
  return {
    groups: [...groups.values()].filter((group) => group.lines.length),
    found: people.length,
    pages: Math.max(1, Math.ceil(people.length / PAGE)),
  };
}

/** On which page a person stands, or -1 where the filter leaves them out. */
export function pageOf(mirror: Mirror, order: Order, found: Found, id: string): number {
  const index = sorted(mirror, order, found).findIndex((person) => person.id === id);
  return index < 0 ? -1 : Math.floor(index / PAGE);
}

function sorted(mirror: Mirror, order: Order, { wanted, people }: Found): Person[] {
  const [text, named] = [wanted.toLocaleLowerCase(), new Set(people)];
  const fitting = mirror.people().filter((person) => !text || named.has(person.id) || besides(person).includes(text));
  const compare = new Intl.Collator(page.prefs.get().lang, { numeric: true }).compare;
  const rank = (person: Person) => RANKS[order](person);
  // By their roles also while those are hidden: nobody's row moves because names go from the screen.
  const role = (person: Person) => person.role || mirror.name(person.id);
  return fitting.sort((a, b) => rank(a) - rank(b) || compare(role(a), role(b)));
}

const circleOf = (person: Person): number => person.circle;
const domainOf = (person: Person) => person.domain;

const RANKS: Record<Order, (person: Person) => number> = {
  circle: circleOf,
  domain: (person) => (circleOf(person) === 0 ? -1 : DOMAINS.indexOf(domainOf(person))),
  name: () => 0,
};

function groupOf(person: Person, order: Order): string {
  if (order === "name") return "";
  return order === "circle" || circleOf(person) === 0 ? String(circleOf(person)) : domainOf(person);
}

function title(key: string, order: Order): string {
  if (!key) return "";
  return order === "circle" || key === "0" ? t(`model.circle.${key}`) : t(`model.domain.${key}`);
}

/** What else stands in the row, and is looked in too. */
function besides(person: Person): string {
  const words = [t(`model.circle.${circleOf(person)}`), ...marks(person)];
  if (circleOf(person) !== 0) words.push(t(`model.domain.${domainOf(person)}`));
  return words.join(" ").toLocaleLowerCase();
}

/** Goes over the ties once, however many rows are drawn. */
function lineMaker(mirror: Mirror): (person: Person) => Line {
  const numbers = new Map<string, number>();
  for (const { source, target } of mirror.ties()) {
    for (const end of [source, target]) numbers.set(end, (numbers.get(end) ?? 0) + 1);
  }
  const ties = carriers(mirror);
  const praised = new Set(mirror.others("compliment").map((compliment) => compliment.person));
  const noted = allMarks(mirror.info.code, mirror);
  const grouped = (id: string) =>
    groupsOf(mirror, [id]).map(({ name }) => t("list.in_group", { group: discreet(name) }));
  const said = (id: string) => [
    ...grouped(id),
    praised.has(id) ? t("list.praised") : "",
    notes(noted.get(id)?.length ?? 0),
  ];
  return (person) => ({
    person,
    name: mirror.name(person.id),
    marks: [...marks(person), ...said(person.id)].filter(Boolean).join(" · "),
    support: supportWords(supportFor(person.id, ties.get(person.id))),
    ties: numbers.get(person.id) ?? 0,
  });
}

function notes(number: number): string {
  if (number === 0) return "";
  return number === 1 ? t("list.noted.one") : t("list.noted", { number });
}

/** "krijgt praktisch, advies · geeft waardering", as seen from the centre. */
function supportWords(support: Record<string, string>): string {
  const kinds = (way: string) =>
    SUPPORT_KINDS.filter((kind) => support[kind] === way || support[kind] === "both").map((kind) =>
      t(`model.support.${kind}`),
    );
  return (["given", "received"] as const)
    .map((way) => [way, kinds(way)] as const)
    .filter(([, found]) => found.length)
    .map(([way, found]) => t(`list.${way}`, { kinds: found.join(", ") }))
    .join(" · ");
}
