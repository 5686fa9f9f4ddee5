/** Questions that wait for an answer: the browser's own dialog, so that focus stays inside and Escape closes. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { page } from "../page";
import { t } from "../words";
import { useStore } from "./hooks";
import { Button } from "./ui";

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** The buttons, under a line; without them there is one that closes. */
  buttons?: ComponentChildren;
  wide?: boolean;
}

export function Dialog({ title, onClose, children, buttons, wide }: DialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const covered = useStore(page.cover) !== "";
  // A modal dialog lies over everything: while the screen is blank or locked it must not.
  useEffect(() => {
    const dialog = element.current;
    if (covered || !dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [covered]);
  return (
    <dialog
      ref={element}
      class={wide ? "nw-dialog nw-wide" : "nw-dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div class="nw-dialog-body">{children}</div>
      <div class="nw-dialog-buttons">{buttons ?? <Button onClick={onClose}>{t("ui.close")}</Button>}</div>
    </dialog>
  );
}

/** Asks whether something that cannot be undone is really meant. */
export function Confirm(props: {
  title: string;
  children: ComponentChildren;
  yes: string;
  onYes: () => void;
  onClose: () => void;
  disabled?: boolean;
}) {
  const buttons = (
    <>
      <Button onClick={props.onClose}>{t("ui.cancel")}</Button>
      <Button danger disabled={props.disabled === true} onClick={props.onYes}>
        {props.yes}
      </Button>
    </>
  );
  return (
    <Dialog title={props.title} onClose={props.onClose} buttons={buttons}>
      {props.children}
    </Dialog>
  );
}
