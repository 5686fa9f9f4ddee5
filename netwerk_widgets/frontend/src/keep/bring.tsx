/** Brings in a file from elsewhere: a case file, or another program's network with its questions. */
import { useEffect, useState } from "preact/hooks";
import type { Read } from "../contract";
import { Dialog, GoButtons } from "../ui/dialog";
import { Fault, PlainField } from "../ui/plain";
import { type Answer, faultOf, type ShelfModel } from "./shelf";
import { send } from "./upload";

/** Another program's file as the kernel read it. */
export type Reading = Answer & Read;

export interface BringProps {
  shelf: ShelfModel;
  /** A file that was given with the command: it is read at once. */
  offered?: string;
  onClose: () => void;
  /** Another program's file was read: go on with its questions. */
  onRead: (reading: Reading) => void;
  /** A case file came onto the shelf: go on to open it. */
  onCase: (code: string) => void;
}

export function BringDialog({ shelf, offered = "", onClose, onRead, onCase }: BringProps) {
  const [path, setPath] = useState(offered);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const bring = async (source: Promise<Record<string, unknown>>) => {
    setBusy(true);
    const found = await source;
    const answer = found.error ? (found as Answer) : await shelf.act("bring_in", found);
    setBusy(false);
    setFault(faultOf(answer));
    if (answer.error) return;
    if (answer.code) onCase(answer.code);
    else onRead(answer as Reading);
  };
  useEffect(() => {
    if (offered) void bring(Promise.resolve({ path: offered }));
  }, [offered]);
  const file = async (one: File) => ({ ...(await send(shelf, one)), name: one.name });
  const buttons = (
    <GoButtons
      onClose={onClose}
      yes={shelf.t("shelf.bring.do")}
      disabled={busy || !path.trim()}
      onYes={() => void bring(Promise.resolve({ path: path.trim() }))}
    />
  );
  return (
    <Dialog title={shelf.t("shelf.bring")} onClose={onClose} buttons={buttons}>
      <p>{shelf.t("shelf.bring.explain")}</p>
      <Drop shelf={shelf} busy={busy} onFile={(one) => void bring(file(one))} />
      <PlainField label={shelf.t("shelf.bring.path")} value={path} onInput={setPath} />
      {busy && <p role="status">{shelf.t("shelf.bring.busy")}</p>}
      <Fault text={fault} />
    </Dialog>
  );
}

interface DropProps {
  shelf: ShelfModel;
  busy: boolean;
  onFile: (file: File) => void;
}

function Drop({ shelf, busy, onFile }: DropProps) {
  const endings = shelf.known.get()?.imports ?? [];
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    <label
      class={over ? "nw-line nw-drop nw-over" : "nw-line nw-drop"}
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
      <span>{shelf.t("shelf.bring.drop")}</span>
      <span class="nw-button">{shelf.t("shelf.bring.choose")}</span>
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
