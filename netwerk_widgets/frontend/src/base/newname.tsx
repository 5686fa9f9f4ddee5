/** The role of somebody new who is named, of as many words as it needs. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { useName } from "./hooks";
import { Button } from "./ui";

/** Past the end of any role. */
const LAST = 1000;

export interface NewNameProps {
  /** What was written of it already. */
  first?: string;
  onAdd: (role: string) => void;
  onClose: () => void;
}

export function NewName({ first = "", onAdd, onClose }: NewNameProps) {
  const id = useName();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(LAST, LAST);
  }, []);
  const done = () => {
    const role = field.current?.value.trim() ?? "";
    onClose();
    if (role) onAdd(role);
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") done();
    else onClose();
  };
  return (
    <div class="nw-new-name">
      <label for={id} class="nw-visually-hidden">
        {t("cards.name.role")}
      </label>
      <input
        id={id}
        ref={field}
        type="text"
        defaultValue={first.trim()}
        maxLength={60}
        autocomplete="off"
        placeholder={t("cards.name.example")}
        onKeyDown={key}
      />
      <Button main onClick={done}>
        {t("cards.name.done")}
      </Button>
      <Button class="nw-icon" label={t("ui.cancel")} onClick={onClose}>
        <span aria-hidden="true">✕</span>
      </Button>
    </div>
  );
}
