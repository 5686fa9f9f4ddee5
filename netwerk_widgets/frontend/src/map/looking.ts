/**
 * How the map is looked at: through a lens, or beside an earlier version or the wished map. The kernel says it when
 * asked, and from then on with every change; nothing of it is kept in the case.
 */
import type { CanvasNode } from "../canvas/canvas";
import type { BesideView, LensView, Looked, Shade } from "../contract";
import type { Trail } from "../drawing/trail";
import type { Wishes } from "../panel/ground";
import { createStore, type Store } from "../shared/store";
import type { MapController } from "./controller";

const OPACITY: Record<Shade, number> = { bright: 1, ask: 1, dim: 0.35, gone: 0.12 };

export function isBeside(view: LensView | null): view is BesideView {
  return view?.lens === "since" || view?.lens === "wished";
}

/** Set while the wished map is drawn: what was wished so far, by person. */
export function wishesOf(view: LensView | null): Wishes | undefined {
  return isBeside(view) && view.lens === "wished" ? (view.wishes ?? {}) : undefined;
}

export class Looking {
  readonly look: Store<LensView | null> = createStore<LensView | null>(null);
  /** The card of versions is open. */
  readonly open: Store<boolean>;
  /** Two maps stand side by side. */
  readonly pair: Store<boolean> = createStore(false);
  private lens: string;
  private version = "";

  constructor(
    private readonly map: MapController,
    private readonly ends: AbortSignal,
    lens: string,
  ) {
    this.lens = lens;
    this.open = createStore(lens === "since" || lens === "wished");
  }

  /** Whether what is drawn now is a wish, and leaves the map of now as it is. */
  get wishing(): boolean {
    return this.lens === "wished";
  }

  get trail(): Trail | undefined {
    const view = this.look.get();
    return isBeside(view) && !this.pair.get() ? view : undefined;
  }

  async through(lens: string, version = ""): Promise<void> {
    const wished = this.wishing;
    this.lens = lens;
    this.version = version;
    if (lens !== "since" && lens !== "wished") this.pair.set(false);
    if (wished !== this.wishing) this.replace();
    if (!lens) void this.map.connection.ask("look_away");
    await this.refresh();
  }

  /** Opens the card of versions, or closes it together with what it compares. */
  toggle(): void {
    const open = !this.open.get();
    this.open.set(open);
    if (!open && isBeside(this.look.get())) void this.through("");
  }

  /** After a change: shows what came with it, and asks where that is not what one looks through. */
  follow(looked: Looked | undefined): void {
    if (looked && looked.lens === this.lens && looked.version === this.version) this.show(looked.view);
    else void this.refresh();
  }

  async refresh(): Promise<void> {
    const { lens, version } = this;
    if (!lens) return this.show(null);
    const answer = await this.map.connection.ask("lens", { lens, version });
    if (this.ends.aborted || lens !== this.lens || version !== this.version) return;
    if (!answer.error) return this.show(answer as unknown as LensView);
    // The version was taken away meanwhile: the latest one, or none.
    if (version) await this.through(lens);
  }

  /** The node where it stands on this map: on the wished one that is where the client would like it. */
  placed<N extends Pick<CanvasNode, "id" | "x" | "y">>(node: N): N {
    const person = this.wishing ? this.map.mirror.person(node.id) : undefined;
    const { wish_x: x, wish_y: y } = person ?? {};
    return x === undefined || y === undefined ? node : { ...node, x, y };
  }

  /** Everybody to where they stand on the map that is looked at now. */
  private replace(): void {
    const moves = this.map.mirror.people().flatMap((person): [string, number, number][] => {
      if (person.wish_x === undefined) return [];
      const { x, y } = this.placed({ id: person.id, x: person.x, y: person.y });
      return [[person.id, x, y]];
    });
    this.map.canvas.move(moves);
  }

  private show(view: LensView | null): void {
    if (isBeside(view)) this.map.mirror.remember(view.gone);
    if (view?.lens === "wished" && !this.look.get()) this.replace();
    this.look.set(view);
    if (!view) return this.map.canvas.fade(null);
    this.map.canvas.fade({
      node: (id) => OPACITY[view.people[id] ?? "dim"],
      edge: (id) => OPACITY[view.ties[id] ?? "dim"],
    });
  }
}
