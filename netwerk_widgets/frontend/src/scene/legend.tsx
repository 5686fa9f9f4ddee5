/** What the lines and shapes mean; always in sight, drawn as on the map. */
import { isShareable, marksOn } from "../base/known";
import { together } from "../base/mirror";
import type { CanvasNode } from "../canvas/canvas";
import { t } from "../words";

const LINES: [string, string][] = [
  ["strong", "M1 8h30"],
  ["ordinary", "M1 8h30"],
  ["weak", "M1 8h30"],
  ["strained", "M1 8h30"],
  ["broken", "M1 8h30M19 3l-6 10"],
];
const SHAPES: [string, string][] = [
  ["kin", "M16 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z"],
  ["other", "M10 2h12v12H10z"],
  ["professional", "M16 .5 24 8l-8 7.5L8 8Z"],
  ["pet", "M12 1.5h8l4 6.5-4 6.5h-8L8 8Z"],
  ["sleeping", "M16 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z"],
  ["deceased", "M16 1v14M12 5.5h8"],
  ["unsafe", "M13 1h6l4 4v6l-4 4h-6l-4-4V5ZM12 8h8"],
  ["left_out", "M20.6 3.4a6.5 6.5 0 1 0 0 9.2"],
  ["valued", "M16 1l2 5h5.2l-4.2 3.2 1.6 5.2L16 11.2l-4.6 3.2L13 9.2 8.8 6H14Z"],
  ["ring", "M16 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 0 0 0-12.4Z"],
];

/**
 * `nodes` are those that are drawn: what few people have is told only where somebody has it; its place is kept, or the
 * map would shrink under the hand of whoever adds the first.
 */
export function Legend({ nodes = [] }: { nodes?: Iterable<CanvasNode> | undefined }) {
  const drawn = [...nodes];
  const rare = (name: string) => name === "ring" || name === "valued";
  // What nobody has need not be explained to a client who looks along.
  const quiet = (name: string) => together() && isShareable(name) && !drawn.some((node) => looks(node, name));
  const shapes = SHAPES.filter(([name]) => !quiet(name));
  return (
    <ul class="nw-map-legend" aria-label={t("map.legend")}>
      {LINES.map(([name, path]) => (
        <Item key={name} kind="line" name={name} path={path} label={t(`model.quality.${name}`)} />
      ))}
      {shapes.map(([name, path]) => (
        <Item
          key={name}
          kind="shape"
          name={name}
          path={path}
          label={t(`map.legend.${name}`)}
          absent={!drawn.some((node) => looks(node, name))}
          rare={rare(name)}
        />
      ))}
    </ul>
  );
}

/** Whether somebody is drawn so. Where a map stands between other columns, what nobody has is not explained. */
function looks(node: CanvasNode, name: string): boolean {
  return (
    node.kind === name || marksOn(node).includes(name) || (name === "sleeping" && node.faded === true) || !!node[name]
  );
}

interface ItemProps {
  kind: string;
  name: string;
  path: string;
  label: string;
  absent?: boolean;
  rare?: boolean;
}

function Item({ kind, name, path, label, absent, rare }: ItemProps) {
  return (
    <li class={absent ? `nw-absent${rare ? " nw-rare" : ""}` : ""}>
      <svg
        viewBox="0 0 32 16"
        width={kind === "line" ? 32 : 26}
        height="16"
        aria-hidden="true"
        class={`nw-${kind} nw-${kind}-${name}`}
      >
        <path d={path} />
      </svg>
      {label}
    </li>
  );
}
