/** The small pieces that every view is made of: buttons, groups, and the row of undo and redo. */
import type { ComponentChildren } from "preact";
import type { Mirror } from "../case/mirror";
import type { Offer } from "../contract";
import type { Connection } from "../kernel/connection";
import { usePrefs, useStore } from "../shared/hooks";
import { say, t } from "../shared/words";

/** What every part of a view works with: its conversation with the kernel and its copy of the case. */
export interface Ground {
  connection: Connection;
  mirror: Mirror;
}

export interface ButtonProps {
  children?: ComponentChildren;
  /** A sign in the place of words, which is not read out; `label` says what it means. */
  sign?: string;
  onClick?: (event: MouseEvent) => void;
  /** The one thing to do here. */
  main?: boolean;
  /** Takes something away. */
  danger?: boolean;
  /** An on/off button: whether it is on. */
  pressed?: boolean;
  /** Opens something: whether it is open. */
  expanded?: boolean;
  /** What a screen reader says, where the button shows only a sign. */
  label?: string;
  disabled?: boolean;
  class?: string;
  submit?: boolean;
}

export function Button(props: ButtonProps) {
  const looks = [props.main && "nw-main", props.danger && "nw-danger", props.class].filter(Boolean);
  return (
    <button
      type={props.submit ? "submit" : "button"}
      class={["nw-button", ...looks].join(" ")}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.sign ? <span aria-hidden="true">{props.sign}</span> : props.children}
    </button>
  );
}

/** A group that folds; open or closed is the browser's to keep. */
export function Fold(props: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="nw-fold" open={props.open}>
      <summary>{props.title}</summary>
      <div class="nw-fields nw-fold-body">{props.children}</div>
    </details>
  );
}

/** Undo and redo; each button says what it would do, and whose work that was. */
export function UndoRedo({ connection, mirror, signs = false }: Ground & { signs?: boolean }) {
  usePrefs();
  const undo = useStore(connection.undo);
  const redo = useStore(connection.redo);
  const writable = useStore(connection.writable);
  useStore(mirror.version);
  return (
    <>
      <Button
        class="nw-undo"
        label={offered("ui.undo", undo, mirror)}
        disabled={!undo || !writable}
        onClick={() => connection.take("undo")}
      >
        <span aria-hidden="true">↶</span> {!signs && <span class="nw-undo-words">{t("ui.undo.short")}</span>}
      </Button>
      <Button
        class="nw-redo"
        label={offered("ui.redo", redo, mirror)}
        disabled={!redo || !writable}
        onClick={() => connection.take("redo")}
      >
        <span aria-hidden="true">↷</span> {!signs && <span class="nw-undo-words">{t("ui.redo.short")}</span>}
      </Button>
    </>
  );
}

/** "Ongedaan maken: tante verplaatst", or with the initials of whoever did it. */
export function offered(key: "ui.undo" | "ui.redo", offer: Offer | null, mirror: Mirror): string {
  if (!offer) return t(`${key}.nothing`);
  const params = { what: say(offer.message, mirror.name), who: offer.author };
  return t(offer.mine || !offer.author ? `${key}.own` : `${key}.other`, params);
}
