/** One tool of the map: a picture of 44 pixels, or in the menu of what did not fit the same with its words. */
import { page } from "../shared/page";
import { icon } from "./icons";

export interface ToolProps {
  /** Its picture (see icons). */
  sign: string;
  label: string;
  /** Its key. */
  hint?: string;
  act: (byKey: boolean) => void;
  pressed?: boolean;
  /** It opens something: whether that is open. */
  expanded?: boolean;
  off?: boolean;
}

export function Tool({
  sign,
  label,
  hint = "",
  act,
  pressed,
  expanded,
  off = false,
  named = false,
}: ToolProps & { named?: boolean }) {
  const key = hint && (hint.length > 1 || page.prefs.get().singleKeys) ? ` (${hint})` : "";
  return (
    <button
      type="button"
      class={named ? "nw-button nw-map-named" : "nw-button nw-map-tool"}
      data-nw-tool={sign}
      aria-label={label}
      title={label + key}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={off}
      onClick={({ detail }) => act(detail === 0)}
    >
      {icon(sign)}
      {named && <span>{label}</span>}
    </button>
  );
}

/** Where a tool is to be found: in the column, or else the button of the menu that holds it. */
export function toolOf(root: HTMLElement, sign: string): HTMLElement | null {
  const find = (which: string) => root.querySelector<HTMLElement>(`.nw-map-tools [data-nw-tool='${which}']`);
  return find(sign) ?? find("rest");
}
