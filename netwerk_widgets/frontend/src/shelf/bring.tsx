/** Brings in a file from elsewhere: a case file, or another program's network with its questions. */
import { useEffect, useState } from "preact/hooks";
import { Dialog, GoButtons } from "../base/dialog";
import { Fault, PlainField } from "../base/plain";
import type { Sentence } from "../words";
import { t } from "../words";
import { ReadDialog } from "./read";
import { type Answer, faultOf, type ShelfModel } from "./shelf";
import { send } from "./upload";

/** Another program's file as the kernel read it (Python: views/bringing.py). */
export interface Reading extends Answer {
  questions: { id: string; options: string[]; suggested: string }[];
  lost: Sentence[];
  warnings: Sentence[];
  people: Record<string, string>;
}

export interface BringProps {
  shelf: ShelfModel;
  /** A file that was given with the command: it is read at once. */
  offered?: string;
  onClose: () => void;
  /** A case file came onto the shelf: go on to open it. */
  onCase: (code: string) => void;
}

export function BringDialog({ shelf, offered = "", onClose, onCase }: BringProps) {
  const [path, setPath] = useState(offered);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState<Reading | null>(null);
  const bring = async (source: Promise<Record<string, unknown>>) => {
    setBusy(true);
    const found = await source;
    const answer = found.error ? (found as Answer) : await shelf.act("bring_in", found);
    setBusy(false);
    setFault(faultOf(answer));
    if (answer.error) return;
    if (answer.code) onCase(answer.code);
    else setReading(answer as Reading);
  };
  useEffect(() => {
    if (offered) void bring(Promise.resolve({ path: offered }));
  }, [offered]);
  const file = async (one: File) => ({ ...(await send(shelf, one)), name: one.name });
  if (reading) return <ReadDialog shelf={shelf} reading={reading} onClose={onClose} />;
  const buttons = (
    <GoButtons
      onClose={onClose}
      yes={t("shelf.bring.do")}
      disabled={busy || !path.trim()}
      onYes={() => void bring(Promise.resolve({ path: path.trim() }))}
    />
  );
  return (
    <Dialog title={t("shelf.bring")} onClose={onClose} buttons={buttons}>
      <p>{t("shelf.bring.explain")}</p>
      <Drop busy={busy} onFile={(one) => void bring(file(one))} endings={shelf.known.get()?.imports ?? []} />
      <PlainField label={t("shelf.bring.path")} value={path} onInput={setPath} />
      {busy && <p role="status">{t("shelf.bring.busy")}</p>}
      <Fault text={fault} />
    </Dialog>
  );
}

function Drop({ busy, onFile, endings }: { busy: boolean; onFile: (file: File) => void; endings: string[] }) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    <label
      class={over ? "nw-drop nw-over" : "nw-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <span>{t("shelf.bring.drop")}</span>
      <span class="nw-button">{t("shelf.bring.choose")}</span>
      <input
        type="file"
        class="nw-visually-hidden"
        accept={[".casus", ...endings].join(",")}
        disabled={busy}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </label>
  );
}
