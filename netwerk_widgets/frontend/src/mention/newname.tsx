/** The role of somebody new who is named, of as many words as it needs. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LIMITS } from "../contract";
import { useName } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { useKeptText } from "../ui/kepttext";
import type { Kept } from "../ui/typing";

/** Past the end of any role. */
const LAST = 1000;

export interface NewNameProps {
  /** What was written of it already. */
  first?: string;
  /** Where its draft is kept. */
  kept: Kept;
  onAdd: (role: string) => void;
  onClose: () => void;
}

export function NewName({ first = "", kept: place, onAdd, onClose }: NewNameProps) {
  const kept = useKeptText(place);
  const [begun, setBegun] = useState(first.trim());
  const text = kept.text || begun;
  const id = useName();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(LAST, LAST);
  }, []);
  const done = () => {
    const role = text.trim();
    onClose();
    if (role) kept.bring(() => onAdd(role));
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
        data-place={kept.at}
        value={text}
        onInput={(event) => {
          setBegun("");
          kept.type(event.currentTarget.value);
        }}
        maxLength={LIMITS.person.role}
        autocomplete="off"
        placeholder={t("cards.name.example")}
        onKeyDown={key}
      />
      <Button main onClick={done}>
        {t("cards.name.done")}
      </Button>
      <Button class="nw-icon" label={t("ui.cancel")} onClick={onClose} sign="✕" />
    </div>
  );
}
