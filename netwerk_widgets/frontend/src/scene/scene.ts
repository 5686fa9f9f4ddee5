/** What a map paints around the network: circles, sectors and their names below, marks above. */

import type { Look, NetCanvas } from "../canvas/canvas";
import type { Box } from "../canvas/labels";
import { FONT } from "../canvas/painting";
import { type Namer, type Sentence, say, t } from "../words";
import { badge, circle, cross, disc, struck, warning } from "./marks";

/** Whoever has a map drawn: the map itself, or a map as it was. */
export interface Stage {
  readonly canvas: NetCanvas;
  readonly name: Namer;
  /** Whether this person is chosen. */
  chosen(id: string): boolean;
  /** What stands in a few letters over a person, and nothing where nothing does. */
  mark(id: string): Sentence | undefined;
}

/** Circles from the centre's own outwards, in map units, and the sectors clockwise from the top. */
export interface Frame {
  radii: number[];
  domains: string[];
}

const RING = "#d9e2ec";
const FILLS = ["#f7f1e3", "#faf7ef", "#fdfcf8"];
const SOFT = "#52606d";
const SECTOR_NAME = 20;
const CIRCLE_NAME = 16;

export class Scene<S extends Stage = Stage> implements Look {
  frame: Frame | null = null;

  constructor(readonly map: S) {}

  extent(): number {
    const outer = this.frame?.radii.at(-1) ?? 400;
    const { clientWidth, clientHeight } = this.map.canvas.element;
    // Room above and below for a sector's name, whose size in pixels does not follow the zoom.
    const side = Math.min(clientWidth, clientHeight);
    return (outer * side) / Math.max(120, side - 2 * (SECTOR_NAME + 14) * this.map.canvas.textScale());
  }

  background(ctx: CanvasRenderingContext2D, scale: number): void {
    const { frame } = this;
    if (!frame) return;
    const [inner = 0, ...rings] = frame.radii;
    const outer = rings.at(-1) ?? 0;
    for (const [index, radius] of [...rings.slice(0, -1)].reverse().entries()) {
      disc(ctx, radius, FILLS[2 - index] ?? "#fff");
    }
    ctx.lineWidth = 1 / scale;
    ctx.strokeStyle = RING;
    for (const radius of rings.slice(0, -1)) circle(ctx, radius);
    ctx.setLineDash([4 / scale, 6 / scale]);
    ctx.strokeStyle = "#9aa5b1";
    circle(ctx, outer);
    ctx.setLineDash([]);
    ctx.strokeStyle = RING;
    const turn = (2 * Math.PI) / frame.domains.length;
    for (let index = 0; index < frame.domains.length; index += 1) {
      const [sin, cos] = [Math.sin(index * turn), Math.cos(index * turn)];
      ctx.beginPath();
      ctx.moveTo(sin * inner, -cos * inner);
      ctx.lineTo(sin * outer, -cos * outer);
      ctx.stroke();
    }
    this.names(ctx, scale / this.map.canvas.textScale());
  }

  /** `scale` is that of words: on a large screen they grow with the map. */
  private names(ctx: CanvasRenderingContext2D, scale: number): void {
    ctx.textBaseline = "middle";
    ctx.fillStyle = SOFT;
    ctx.font = `${SECTOR_NAME / scale}px ${FONT}`;
    for (const { text, x, y, align } of this.sectorNames(scale)) {
      ctx.textAlign = align;
      ctx.fillText(text, x, y);
    }
    ctx.font = `${CIRCLE_NAME / scale}px ${FONT}`;
    ctx.fillStyle = "#7a6a45";
    ctx.textAlign = "left";
    for (const [index, radius] of (this.frame?.radii ?? []).slice(1).entries()) {
      ctx.fillText(t(`model.circle.${index + 1}`), 5 / scale, -radius + 12 / scale);
    }
  }

  private sectorNames(scale: number): { text: string; x: number; y: number; align: CanvasTextAlign }[] {
    const domains = this.frame?.domains ?? [];
    const radius = (this.frame?.radii.at(-1) ?? 0) + 16 / scale;
    const turn = (2 * Math.PI) / Math.max(1, domains.length);
    return domains.map((domain, index) => {
      const angle = (index + 0.5) * turn;
      const sin = Math.sin(angle);
      const align: CanvasTextAlign = Math.abs(sin) < 0.2 ? "center" : sin > 0 ? "left" : "right";
      return { text: t(`model.domain.${domain}`), x: sin * radius, y: -Math.cos(angle) * radius, align };
    });
  }

  decorate(ctx: CanvasRenderingContext2D, scale: number): void {
    const { canvas, name } = this.map;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const node of canvas.nodes.values()) {
      const at = canvas.position(node.id);
      const marks = (node.marks as string[] | undefined) ?? [];
      const size = node.size ?? 18;
      if (marks.includes("deceased")) cross(ctx, at.x, at.y, size);
      if (marks.includes("unsafe")) warning(ctx, at.x + size * 0.8, at.y - size * 0.8, 18);
      if (marks.includes("left_out")) struck(ctx, at.x, at.y, size);
      const mark = this.map.mark(node.id);
      if (mark) badge(ctx, at.x, at.y - size - 4 / scale, say(mark, name), scale / canvas.textScale());
    }
    for (const edge of canvas.edges.values()) if (edge.broken) this.slash(ctx, edge.from, edge.to);
  }

  private slash(ctx: CanvasRenderingContext2D, from: string, to: string): void {
    const [a, b] = [this.map.canvas.position(from), this.map.canvas.position(to)];
    const angle = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 3;
    const [x, y, dx, dy] = [(a.x + b.x) / 2, (a.y + b.y) / 2, Math.cos(angle) * 12, Math.sin(angle) * 12];
    ctx.strokeStyle = "#52606d";
    ctx.lineWidth = 3;
    ctx.beginPath();
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
    ctx.stroke();
  }

  /** The sectors' own names: a person's label keeps clear of them. */
  reserved(): Box[] {
    const { canvas } = this.map;
    const larger = canvas.textScale();
    const scale = (canvas.network?.getScale() ?? 1) / larger;
    const circles = (this.frame?.radii ?? []).slice(1).map((radius) => {
      const at = canvas.toScreen({ x: 0, y: -radius });
      return { x: at.x + 5, y: at.y + 3, width: 68 * larger, height: (CIRCLE_NAME + 2) * larger };
    });
    const sectors = this.sectorNames(scale).map(({ text, x, y, align }) => {
      const at = canvas.toScreen({ x, y });
      const width = text.length * SECTOR_NAME * 0.58 * larger;
      const left = align === "left" ? at.x : align === "right" ? at.x - width : at.x - width / 2;
      return { x: left, y: at.y - (SECTOR_NAME * larger) / 2, width, height: SECTOR_NAME * larger };
    });
    return [...circles, ...sectors];
  }

  label(id: string): string {
    return this.map.name(id);
  }

  labelColour(id: string): string {
    const node = this.map.canvas.nodes.get(id);
    if (node?.opacity !== undefined && (node.opacity as number) < 0.5) return "#9aa5b1";
    return node?.faded ? "#52606d" : "#1f2933";
  }

  inside(id: string): boolean {
    return this.map.canvas.nodes.get(id)?.kind === "centre";
  }

  emphasised(id: string): boolean {
    return this.map.chosen(id);
  }
}
