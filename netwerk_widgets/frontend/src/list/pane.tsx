/**
 * The network as a list: all that the map can do, by keyboard and without dragging. Stands by itself (view
 * "list") or beside the map. Where there is room, what is selected stands beside the list; where there is not,
 * in its place, with a way back.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { privateMarks } from "../case/marks";
import { choose, selectionOf, toggle, useSelection } from "../case/selection";
import { type Found, useFound } from "../mention/reading";
import { ProfessionalOrNot } from "../panel/asking";
import { KeyHelp } from "../panel/keyhelp";
import { SelectionPanel } from "../panel/panel";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground, UndoRedo } from "../ui/elements";
import { Adding } from "./adding";
import { paneKey } from "./keys";
import { type Arranged, arrange, type Order, PAGE, pageOf } from "./order";
import { Table } from "./table";

/** From so many pixels on list and panel stand side by side. */
const WIDE = 880;

export interface ListPaneProps extends Ground {
  /** Set where the panel of what is selected stands elsewhere: called when somebody is opened. */
  onOpen?: (byKey: boolean) => void;
}

export function NetworkListPane({ connection, mirror, onOpen }: ListPaneProps) {
  const ground = { connection, mirror };
  const element = useRef<HTMLDivElement>(null);
  const wide = useWide(element);
  const [opened, setOpened] = useState(false);
  const selection = useSelection(connection);
  const anything = selection.people.length + selection.ties.length > 0;
  const inPlace = !onOpen && !wide && opened && anything;
  const focusPanel = useRef(false);
  useLayoutEffect(() => {
    if (focusPanel.current) element.current?.querySelector<HTMLElement>(".nw-panel-title")?.focus();
    focusPanel.current = false;
  });
  const open = (byKey: boolean) => {
    focusPanel.current = byKey;
    setOpened(true);
  };
  const back = () => {
    const [id] = selection.people;
    setOpened(false);
    setTimeout(() => focusRow(element.current, id));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is inside
    <div
      class={wide && !onOpen ? "nw-list nw-list-wide" : "nw-list"}
      ref={element}
      onKeyDown={(event) => paneKey(event, ground, back)}
    >
      {!onOpen && <ProfessionalOrNot {...ground} />}
      {!inPlace && <ListPart {...ground} onOpen={onOpen ?? open} />}
      {(inPlace || (wide && !onOpen)) && (
        <div class="nw-list-panel nw-card">
          {inPlace && <Back onClick={back} />}
          <SelectionPanel {...ground} />
        </div>
      )}
    </div>
  );
}

function Back({ onClick }: { onClick: () => void }) {
  return (
    <Button class="nw-back" onClick={onClick}>
      <span aria-hidden="true">←</span> {t("list.back")}
    </Button>
  );
}

function focusRow(within: HTMLElement | null, id: string | undefined): void {
  const row = id ? `tr[data-id="${id}"] [data-part="name"]` : '[data-part="name"][tabindex="0"]';
  within?.querySelector<HTMLElement>(row)?.focus();
}

function useWide(element: { current: HTMLElement | null }): boolean {
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWide(entry.contentRect.width >= WIDE));
    observer.observe(element.current);
    setWide(element.current.clientWidth >= WIDE);
    return () => observer.disconnect();
  }, []);
  return wide;
}

function ListPart({ connection, mirror, onOpen }: Ground & { onOpen: (byKey: boolean) => void }) {
  const { hideNames, together, lang } = usePrefs();
  const pinned = useStore(privateMarks);
  const version = useStore(mirror.version);
  const writable = useStore(connection.writable);
  const selection = useSelection(connection);
  const [order, setOrder] = useState<Order>("circle");
  const [wanted, setWanted] = useState("");
  const [page, setPage] = useState(0);
  const { found } = useFound({ connection, mirror }, wanted, hideNames);
  const arranged = useMemo(
    () => arrange(mirror, order, found, page),
    [mirror, version, pinned, order, found, page, hideNames, together, lang],
  );
  const acts = useRowActs(connection, onOpen, arranged);
  const chosen = useMemo(() => new Set(selection.people), [selection]);
  const scroll = useRef<HTMLDivElement>(null);
  // What was typed to find somebody is a name too.
  useEffect(() => setWanted(""), [hideNames]);
  useEffect(() => setPage(0), [wanted, order]);
  useFollow({ connection, mirror }, { order, found, setPage, scroll });
  return (
    <div class="nw-list-part nw-card">
      <div class="nw-buttons nw-list-top">
        <Find wanted={wanted} onFind={setWanted} />
        <UndoRedo connection={connection} mirror={mirror} />
      </div>
      {writable && <Adding connection={connection} />}
      <div class="nw-list-scroll" ref={scroll}>
        <Table {...{ connection, mirror, arranged, order, chosen, acts }} onOrder={setOrder} />
        {arranged.found === 0 && <p class="nw-soft">{t(wanted ? "list.none_found" : "list.empty")}</p>}
        <Pages arranged={arranged} page={page} onPage={setPage} />
        <KeyHelp room="list" />
      </div>
    </div>
  );
}

function Find({ wanted, onFind }: { wanted: string; onFind: (wanted: string) => void }) {
  return (
    <input
      type="search"
      autocomplete="off"
      data-nw-find=""
      placeholder={t("list.find")}
      aria-label={t("list.find")}
      value={wanted}
      onInput={(event) => onFind(event.currentTarget.value)}
    />
  );
}

function useRowActs(connection: Ground["connection"], onOpen: (byKey: boolean) => void, arranged: Arranged) {
  const now = useRef({ onOpen, ids: [] as string[], last: "" });
  now.current.onOpen = onOpen;
  now.current.ids = arranged.groups.flatMap(({ lines }) => lines.map(({ person }) => person.id));
  return useMemo(() => {
    const pick = (id: string, through: boolean) => {
      const { ids, last } = now.current;
      now.current.last = id;
      const [from, to] = [ids.indexOf(last), ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      if (!through || from < 0) return toggle(connection, id);
      const { people } = selectionOf(connection.code).get();
      choose(connection, [...new Set([...people, ...ids.slice(from, to + 1)])]);
    };
    return {
      toggle: pick,
      open(id: string, event: MouseEvent) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return pick(id, event.shiftKey);
        now.current.last = id;
        choose(connection, [id]);
        // A click by Enter or Space has no place and no count: the focus then goes along to the panel.
        now.current.onOpen(event.detail === 0);
      },
      put: (id: string, where: { circle: number } | { domain: string }) =>
        connection.edit({ edit: "put", people: [id], ...where }),
    };
  }, [connection]);
}

interface Shown {
  order: Order;
  found: Found;
  setPage: (page: number) => void;
  scroll: { current: HTMLElement | null };
}

/** Whoever is chosen elsewhere comes into sight here. */
function useFollow({ connection, mirror }: Ground, { order, found, setPage, scroll }: Shown): void {
  const { people } = useSelection(connection);
  const first = people.length === 1 ? people[0] : undefined;
  useEffect(() => {
    if (!first) return;
    const at = pageOf(mirror, order, found, first);
    if (at >= 0) setPage(at);
    const timer = setTimeout(() => {
      scroll.current?.querySelector(`tr[data-id="${first}"]`)?.scrollIntoView({ block: "nearest" });
    }, 30);
    return () => clearTimeout(timer);
  }, [first, order]);
}

function Pages(props: { arranged: Arranged; page: number; onPage: (page: number) => void }) {
  const { arranged, page, onPage } = props;
  if (arranged.pages < 2) return null;
  const from = page * PAGE + 1;
  return (
    <nav class="nw-pages" aria-label={t("list.pages")}>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t("list.pages.before")}
      </Button>
      <span role="status">
        {t("list.pages.at", { from, to: Math.min(from + PAGE - 1, arranged.found), all: arranged.found })}
      </span>
      <Button disabled={page >= arranged.pages - 1} onClick={() => onPage(page + 1)}>
        {t("list.pages.after")}
      </Button>
    </nav>
  );
}
