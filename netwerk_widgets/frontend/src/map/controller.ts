/**
 * One map: what is on it, what is chosen, which tool is in hand. The parts of the view draw from its stores and
 * call its acts; it alone speaks with the kernel.
 *
 * State: the case itself in the kernel; `mirror` a copy of it; `look` (lens), `tool` and `adding` are the
 * page's own and are gone with it.
 */

import { type CanvasNode, NetCanvas, type Point } from "../canvas/canvas";
import { answeredAt, isAnswered } from "../case/answered";
import { membersOf } from "../case/groups";
import { allMarks, type Marks, privateMarks } from "../case/marks";
import { Mirror, neutral } from "../case/mirror";
import { closedNow, moves } from "../case/moves";
import { pointedOf, selectionOf } from "../case/selection";
import { slipsBeside, table } from "../case/slips";
import type { Domain, Group, LensView, MapChange, MapPicture, Moment } from "../contract";
import { Scene } from "../drawing/scene";
import { slipAt } from "../drawing/slips";
import { personOf } from "../drawing/still";
import type { Line } from "../drawing/strokes";
import type { Trail } from "../drawing/trail";
import { Connection } from "../kernel/connection";
import { newId, whole } from "../kernel/wire";
import { announce } from "../shared/announce";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { type Sentence, t } from "../shared/words";
import type { Root } from "../ui/root";
import { Looking } from "./looking";
import { Pen } from "./pen";

export type Tool = "select" | "add" | "connect" | "more" | "draw";
export type Over = "" | "find" | "legend" | "paper";
export interface Adding {
  /** Where on the map, in its units, and where that is in the element. */
  at: Point;
  screen: Point;
}

const ANSWERED: Sentence = { key: "map.answered", params: {} };

/** What shows on a map nowhere but on persons and ties that are told with it, or not at all. */
const DRAWN_ALONE = new Set<string>(["info", "person", "tie", "compliment"]);

export class MapController {
  readonly mirror = new Mirror();
  readonly tool: Store<Tool> = createStore<Tool>("select");
  readonly looking: Looking;
  readonly look: Store<LensView | null>;
  readonly adding: Store<Adding | null> = createStore<Adding | null>(null);
  readonly listOpen: Store<boolean>;
  /** What lies over the map: the field to find somebody, what the signs mean, the ways to paper. */
  readonly over: Store<Over> = createStore<Over>("");
  readonly drawn: Store<number> = createStore(0);
  readonly connection: Connection;
  readonly scene: Scene<MapController>;
  readonly canvas: NetCanvas;
  readonly pen: Pen;
  private readonly ends: AbortSignal;

  constructor(
    readonly root: Root,
    element: HTMLElement,
  ) {
    const { model, signal } = root;
    this.ends = signal;
    this.looking = new Looking(this, signal, (model.get("lens") as string) || "");
    this.look = this.looking.look;
    this.listOpen = createStore(model.get("pane") === "list");
    this.scene = new Scene(this);
    this.canvas = new NetCanvas(
      element,
      this.scene,
      {
        moved: (moves) => this.place(moves),
        selected: (people, ties) => selectionOf(this.connection.code).set({ people, ties }),
        tapped: (at) => this.tapped(at),
        tappedOn: (id) => pointedOf(this.connection.code).set({ id }),
        markedAt: (at) => slipAt(this.canvas, this.slips(), at),
        tappedTwice: (at) => this.startAdding(at),
        connected: (from, to) => this.connect(from, to),
      },
      signal,
    );
    this.connection = new Connection(
      model,
      {
        picture: (picture) => this.picture(picture as MapPicture),
        change: (change) => this.change(change as MapChange),
      },
      signal,
    );
    this.pen = new Pen(this, element, signal);
    const redraw = () => this.canvas.refresh();
    for (const store of [page.prefs, privateMarks, table, answeredAt, root.seen] as Store<unknown>[])
      store.watch(redraw, signal);
  }

  /** What a person is called here: from the mirror once it is filled, from the drawing before. */
  readonly name = (id: string): string => this.called(id, page.prefs.get().hideNames);

  called(id: string, hidden: boolean): string {
    const node = this.canvas.nodes.get(id);
    if (this.mirror.person(id) || (!node && this.mirror.remembers(id))) return this.mirror.called(id, hidden);
    if (!node) return "";
    return hidden ? neutral(whole("person", personOf(node))) : (node.label ?? "");
  }

  chosen(id: string): boolean {
    return selectionOf(this.connection.code).get().people.includes(id);
  }

  notes(): Marks {
    return allMarks(this.connection.code, this.mirror);
  }

  lines(): Line[] {
    return page.prefs.get().hideNames ? [] : this.pen.lines();
  }

  /** The groups, as this screen or a paper may name them. */
  groups(named = !page.prefs.get().hideNames): Group[] {
    const groups = this.mirror.others("group");
    return named ? groups : groups.map((one) => ({ ...one, name: "" }));
  }

  /** The numbers of the slips beside somebody, on the map that is in sight together with the guide of the meeting. */
  slips(): ReadonlyMap<string, number[]> {
    const beside = this.root.seen.get() ? [...slipsBeside(this.connection.code)] : [];
    return new Map(beside.map(([id, slips]) => [id, slips.map(({ number }) => number)]));
  }

  /** Lays it over the map, or takes it away again. */
  lay(over: Over): void {
    this.over.set(this.over.get() === over ? "" : over);
  }

  /** What a lens says of somebody; or, beside a board, that something is answered about them. */
  mark(id: string): Sentence | undefined {
    return this.seen(id) ?? (isAnswered(this.connection.code, id) ? ANSWERED : undefined);
  }

  becomes(domain: Domain): string {
    return t(this.looking.wishing ? "map.becomes.wish" : "map.becomes", { domain: t(`model.domain.${domain}`) });
  }

  seen(id: string): Sentence | undefined {
    return this.look.get()?.marks[id];
  }

  /** Takes a tool in hand, where it stays until it is put down: the same tool again, another one, or Escape. */
  take(tool: Tool): void {
    const next = this.tool.get() === tool ? "select" : tool;
    this.tool.set(next);
    this.adding.set(null);
    this.canvas.setMode(next === "connect" ? "connect" : next === "more" ? "more" : "select");
    this.canvas.element.style.cursor = next === "add" || next === "draw" ? "crosshair" : "";
    if (next !== "select") announce(this.root.element, t(`map.hint.${next}`));
  }

  startAdding(at: Point): void {
    if (!this.connection.writable.get()) return;
    if (closedNow("complete")) return this.askToDeviate(() => this.startAdding(at));
    this.adding.set({ at, screen: this.canvas.toScreen(at) });
  }

  /** The phase of a meeting has nobody added now: said once, and one tap opens it all the same. */
  private askToDeviate(go: () => void): void {
    const confirm = async () => {
      if (await moves.get()?.deviate("complete")) go();
    };
    const message = { key: "guide.map.closed" };
    this.connection.notice.set({ message, level: "info", confirm: () => void confirm() });
  }

  /** Adds a person where the map was tapped; the role is all that is asked, and when they belonged there where that is then. */
  add(role: string, moment?: Moment): void {
    const where = this.adding.get();
    this.adding.set(null);
    if (!where || !role.trim()) return;
    const id = newId("p");
    const { x, y } = where.at;
    const when = this.looking.wishing ? "soon" : moment;
    const fields = when ? { fields: { moment: when } } : {};
    this.connection.edit({ edit: "add_person", id, role: role.trim(), x, y, ...fields });
    this.ghost(id, role.trim(), x, y);
  }

  connect(source: string, target: string): void {
    const id = newId("t");
    const later = this.looking.wishing ? { moment: "soon" } : {};
    this.connection.edit({ edit: "add", kind: "tie", id, fields: { source, target, ...later } });
    selectionOf(this.connection.code).set({ people: [], ties: [id] });
  }

  removeSelected(): void {
    const { people, ties } = selectionOf(this.connection.code).get();
    const chosen = [...people.map((id) => ["person", id] as const), ...ties.map((id) => ["tie", id] as const)];
    const later = (id: string) => (this.mirror.person(id) ?? this.mirror.tie(id))?.moment === "soon";
    if (this.looking.wishing && !chosen.every(([, id]) => later(id)))
      return this.connection.notice.set({ message: { key: "map.wish.not_away" }, level: "info" });
    if (chosen.length) this.connection.edit({ edit: "remove", ids: chosen.map(([kind, id]) => [kind, id]) });
  }

  /** Puts people elsewhere; on the wished map that is a wish, and the map of now stays as it is. */
  private place(moves: [string, number, number][]): void {
    this.connection.edit({ edit: "place", moves, ...(this.looking.wishing ? { wished: true } : {}) });
  }

  /** Moves what is selected by some units, for the arrow keys. */
  nudge(dx: number, dy: number): void {
    const moves = this.canvas.selectedNodes.flatMap((id): [string, number, number][] => {
      const node = this.canvas.nodes.get(id);
      return node ? [[id, node.x + dx, node.y + dy]] : [];
    });
    if (!moves.length) return;
    this.canvas.move(moves); // at once: the next press of the key starts from there
    this.place(moves);
  }

  find(id: string): void {
    selectionOf(this.connection.code).set({ people: [id], ties: [] });
    this.canvas.reveal(id);
  }

  async lookThrough(lens: string, version = ""): Promise<void> {
    await this.looking.through(lens, version);
  }

  get trail(): Trail | undefined {
    return this.looking.trail;
  }

  private tapped(at: Point): void {
    if (this.tool.get() === "add") this.startAdding(at);
    else this.adding.set(null);
    const group =
      this.tool.get() === "select" && this.mirror.others("group").find(({ id }) => id === this.scene.groupAt(at));
    if (group) selectionOf(this.connection.code).set({ people: membersOf(group, this.mirror), ties: [] });
  }

  private picture(picture: MapPicture): void {
    if (picture.rev < 0) return this.clear(picture);
    // Until the entities come, nobody here goes by the name that the same id had in the case before.
    if (this.mirror.info.code !== picture.info.code) this.mirror.picture({ ...picture, entities: {} });
    this.scene.frame = picture.frame;
    this.canvas.show(picture.nodes, picture.edges, picture.options);
    for (const pending of this.connection.pending()) {
      if (pending.message.kind !== "edit") continue;
      const { edit } = pending.message;
      if (edit.edit === "place") this.canvas.move(edit.moves);
      if (edit.edit === "add_person") this.ghost(edit.id, edit.role, edit.x ?? 0, edit.y ?? 0);
    }
    this.followSelection();
    this.drawn.set(this.drawn.get() + 1);
    requestAnimationFrame(() => void this.fill(picture));
  }

  /** No case is open: what was drawn goes, and what a lens said of it. */
  private clear(picture: MapPicture): void {
    if (this.canvas.network) this.canvas.show([], [], {});
    this.mirror.picture(picture);
    this.look.set(null);
    this.adding.set(null);
    this.drawn.set(this.drawn.get() + 1);
  }

  /** The entities behind the drawing come once it is painted: the side panel and the list need them. */
  private async fill(picture: MapPicture): Promise<void> {
    const answer = await this.connection.ask("entities");
    if (this.connection.code !== picture.info.code) return; // another case, or none, came on the desk meanwhile
    this.mirror.picture({ ...picture, entities: (answer.entities ?? {}) as MapPicture["entities"] });
    await this.looking.refresh();
    this.drawn.set(this.drawn.get() + 1);
  }

  private change(change: MapChange): void {
    this.mirror.change(change);
    const waiting = new Set(
      this.connection
        .pending()
        .flatMap(({ message }) =>
          message.kind === "edit" && message.edit.edit === "place" ? message.edit.moves.map(([id]) => id) : [],
        ),
    );
    // Whoever was dragged on stays where they were put until that drag is saved too.
    const nodes = change.nodes.map((told) => {
      const node = { ...this.standing(told.id), ...told };
      if (!waiting.has(node.id)) return this.looking.placed(node);
      const { x, y } = this.canvas.position(node.id);
      return { ...node, x, y };
    });
    const { people, ties } = selectionOf(this.connection.code).get();
    // Names of groups stand where no other does: any of them may move.
    const grouped = this.mirror.others("group").length > 0;
    const alone = !grouped && !this.look.get() && change.changes.every(({ kind }) => DRAWN_ALONE.has(kind));
    this.canvas.update(nodes, change.edges, change.gone, { chosen: { nodes: people, edges: ties }, alone });
    this.looking.follow(change.look);
    this.drawn.set(this.drawn.get() + 1);
  }

  /** Where somebody is and what they are called: told once, with their person. */
  private standing(id: string): CanvasNode {
    const person = this.mirror.person(id);
    if (!person) return this.canvas.nodes.get(id) ?? { id, x: 0, y: 0 };
    return { id, x: person.x, y: person.y, label: person.role, n: person.number };
  }

  private ghost(id: string, role: string, x: number, y: number): void {
    if (this.canvas.nodes.get(id)) return;
    const node = { id, label: role, x, y, size: 28, shape: "dot", n: 0, kind: "waiting", color: "#e4e7eb" };
    this.canvas.update([node], [], []);
  }

  private followSelection(): void {
    const selection = selectionOf(this.connection.code);
    if (this.followed === this.connection.code) return;
    this.followed = this.connection.code;
    selection.watch(({ people, ties }) => this.canvas.select(people, ties), this.ends);
    const { people, ties } = selection.get();
    this.canvas.select(people, ties);
  }
  private followed: string | null = null;
}
