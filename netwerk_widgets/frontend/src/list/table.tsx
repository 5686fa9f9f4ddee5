/** The table of persons, under headings; arrow keys go from row to row, Tab through one row and out again. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import type { Arranged, Group, Order } from "./order";
import { Row, type RowActs } from "./row";

const COLUMNS: readonly (readonly [column: string, order: Order | null])[] = [
  ["check", null],
  ["name", "name"],
  ["circle", "circle"],
  ["domain", "domain"],
  ["support", null],
  ["ties", null],
];

/** A heading spans the columns that are always there: the last two give way where there is little room. */
const SPAN = COLUMNS.length - 2;

export interface TableProps extends Ground {
  arranged: Arranged;
  order: Order;
  onOrder: (order: Order) => void;
  chosen: ReadonlySet<string>;
  acts: RowActs;
}

export function Table({ connection, arranged, order, onOrder, chosen, acts }: TableProps) {
  const { element, active, onFocus, onKeyDown } = useRoving(arranged);
  const rest = { chosen, active, writable: connection.writable.get(), acts };
  return (
    <table class="nw-table" ref={element} onFocusCapture={onFocus} onKeyDown={onKeyDown}>
      <caption class="nw-visually-hidden">{t("list.caption", { number: arranged.found })}</caption>
      <thead>
        <tr>
          {COLUMNS.map(([column, by]) => (
            <th key={column} scope="col" class={`nw-cell-${column}`} aria-sort={by === order ? "ascending" : undefined}>
              {by ? (
                <button type="button" class="nw-sort" aria-pressed={by === order} onClick={() => onOrder(by)}>
                  {t(`list.column.${column}`)} <span aria-hidden="true">{by === order ? "↓" : ""}</span>
                </button>
              ) : (
                <span class={column === "check" ? "nw-visually-hidden" : ""}>{t(`list.column.${column}`)}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      {arranged.groups.map((group) => (
        <Rows key={group.key} group={group} {...rest} />
      ))}
    </table>
  );
}

interface RowsProps {
  group: Group;
  chosen: ReadonlySet<string>;
  active: string;
  writable: boolean;
  acts: RowActs;
}

function Rows({ group, chosen, active, writable, acts }: RowsProps) {
  const { lang } = page.prefs.get();
  return (
    <tbody>
      {group.title && (
        <tr class="nw-group">
          <th colSpan={SPAN} scope="rowgroup">
            <h3>
              {group.title} <span class="nw-soft">{group.number}</span>
            </h3>
          </th>
        </tr>
      )}
      {group.lines.map((line) => (
        <Row
          key={line.person.id}
          {...line}
          chosen={chosen.has(line.person.id)}
          active={line.person.id === active}
          writable={writable}
          lang={lang}
          acts={acts}
        />
      ))}
    </tbody>
  );
}

interface Focused {
  id: string;
  part: string;
  index: number;
  element: HTMLElement;
}

/** One row at a time is in the order of Tab; the focus follows a row that moves to another group. */
function useRoving(arranged: Arranged) {
  const element = useRef<HTMLTableElement>(null);
  const focused = useRef<Focused | null>(null);
  const ids = arranged.groups.flatMap((group) => group.lines.map((line) => line.person.id));
  const [wanted, setActive] = useState("");
  const active = ids.includes(wanted) ? wanted : (ids[0] ?? "");
  const part = (id: string | undefined, name: string) =>
    element.current?.querySelector<HTMLElement>(`tr[data-id="${id}"] [data-part="${name}"]`);
  useLayoutEffect(() => {
    const was = focused.current;
    if (!was || was.element.isConnected || document.activeElement !== document.body) return;
    const here = ids.includes(was.id) ? was.id : ids[Math.min(was.index, ids.length - 1)];
    (part(here, was.part) ?? part(here, "name"))?.focus();
  });
  const onFocus = (event: FocusEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>("tr[data-id]")?.dataset.id;
    focused.current = id ? { id, part: target.dataset.part ?? "name", index: ids.indexOf(id), element: target } : null;
    if (id) setActive(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const from = target.closest<HTMLElement>("tr[data-id]")?.dataset.id;
    const next = from && !target.closest("select") ? neighbour(ids, from, event.key) : undefined;
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    (part(next, target.dataset.part ?? "name") ?? part(next, "name"))?.focus();
  };
  return { element, active, onFocus, onKeyDown };
}

function neighbour(ids: string[], from: string, key: string): string | undefined {
  const index = ids.indexOf(from);
  const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 };
  const next = steps[key];
  return next === undefined ? undefined : ids[next];
}
