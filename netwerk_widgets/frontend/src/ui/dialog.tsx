/** Questions that wait for an answer: the browser's own dialog, so that focus stays inside and Escape closes. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useName, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { Button } from "./elements";

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** The buttons, under a line; without them there is one that closes. */
  buttons?: ComponentChildren;
  wide?: boolean | undefined;
}

export function Dialog({ title, onClose, children, buttons, wide }: DialogProps) {
  const id = useName();
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
      onKeyDown={entered}
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

/** Enter in a field does what the dialog's main button does; where that takes something away there is none. */
function entered(event: KeyboardEvent): void {
  const field = (event.target as HTMLElement).closest("input:not([type='checkbox'], form *)");
  if (event.key !== "Enter" || event.isComposing || !field) return;
  event.preventDefault();
  const dialog = event.currentTarget as HTMLElement;
  dialog.querySelector<HTMLElement>(".nw-dialog-buttons .nw-main:not(:disabled)")?.click();
}

export interface GoProps {
  onClose: () => void;
  /** What the button that goes on is called, and does. */
  yes: string;
  onYes: () => void;
  disabled?: boolean;
  /** It takes something away. */
  danger?: boolean;
}

/** The two buttons of most dialogs: back, and on. */
export function GoButtons({ onClose, yes, onYes, disabled = false, danger = false }: GoProps) {
  return (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button main={!danger} danger={danger} disabled={disabled} onClick={onYes}>
        {yes}
      </Button>
    </>
  );
}

/** Asks whether something that cannot be undone is really meant. */
export function Confirm({ title, children, ...rest }: GoProps & { title: string; children: ComponentChildren }) {
  return (
    <Dialog title={title} onClose={rest.onClose} buttons={<GoButtons danger {...rest} />}>
      {children}
    </Dialog>
  );
}
