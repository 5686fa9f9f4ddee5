/** A column that folds to a slim strip with one button: what stands beside it has its room. Remembered on this page. */
import type { Connection } from "../kernel/connection";
import { useStore } from "../shared/hooks";
import { createStore } from "../shared/store";
import { t } from "../shared/words";
import { Button } from "./elements";

const folded = createStore<ReadonlySet<string>>(new Set());

export interface Folding {
  open: boolean;
  fold: (open: boolean) => void;
}

/** Whether this column is open; it opens by itself for what must be read in it. */
export function useFolding(column: string, connection: Pick<Connection, "notice">): Folding {
  const told = useStore(connection.notice) !== null;
  const shut = useStore(folded).has(column);
  const fold = (open: boolean) => {
    const others = [...folded.get()].filter((one) => one !== column);
    folded.set(new Set(open ? others : [...others, column]));
  };
  return { open: told || !shut, fold };
}

/** The one button of the column, in sight and under the finger whether it is open or not; `left`: the column is. */
export function FoldButton({ what, left = false, open, fold }: Folding & { what: string; left?: boolean }) {
  return (
    <Button
      class="nw-icon nw-fold-column"
      label={t(open ? "ui.fold" : "ui.unfold", { what })}
      expanded={open}
      onClick={() => fold(!open)}
      sign={open === left ? "«" : "»"}
    />
  );
}

/** The class of a column, for the style sheets. */
export function foldedClass({ open }: Folding): string {
  return open ? "nw-foldable" : "nw-foldable nw-folded";
}
