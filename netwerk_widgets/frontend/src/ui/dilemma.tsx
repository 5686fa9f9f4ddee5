/** Where it got stuck, in one line that unfolds. */
import { useState } from "preact/hooks";
import { dilemmaOf } from "../case/dilemma";
import type { Mirror } from "../case/mirror";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";

export function Dilemma({ mirror }: { mirror: Mirror }) {
  useStore(mirror.version);
  usePrefs();
  const [open, setOpen] = useState(false);
  const text = dilemmaOf(mirror);
  if (!text) return null;
  return (
    <button
      type="button"
      class={open ? "nw-dilemma nw-dilemma-open" : "nw-dilemma"}
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      <span class="nw-dilemma-words">
        <span class="nw-soft">{t("ui.dilemma")}</span> {text}
      </span>
    </button>
  );
}
