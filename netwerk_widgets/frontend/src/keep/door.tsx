/** Before an own file that is closed: open it, begin one, or bring one back from a backup. */
import { useState } from "preact/hooks";
import type { ShelfEntry as Entry } from "../contract";
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { BeginDialog } from "./begin";
import { BringDialog } from "./bring";
import { OpenDialog } from "./open";
import type { ShelfModel } from "./shelf";

/** Stays where it is when the file opens: a recovery code that was just made is still to be read. */
export function Door({ shelf }: { shelf: ShelfModel }) {
  const known = useStore(shelf.known);
  const [dialog, setDialog] = useState<"" | "begin" | "bring">("");
  const [opening, setOpening] = useState<Entry | null>(null);
  if (!known) return null;
  const close = () => setDialog("");
  const { cases, current } = known;
  const open = (code: string) => {
    close();
    setOpening(shelf.known.get()?.cases.find((entry) => entry.code === code) ?? null);
  };
  return (
    <>
      {!current && (
        <section class="nw-card nw-own-card">
          <h2>{t("own.title")}</h2>
          <p>{t(cases.length ? "own.closed" : "own.none")}</p>
          <div class="nw-buttons">
            {cases.map((entry) => (
              <Button key={entry.code} main onClick={() => setOpening(entry)}>
                {t("own.open_one", { code: entry.code })}
              </Button>
            ))}
            <Button main={!cases.length} onClick={() => setDialog("begin")}>
              {t(cases.length ? "own.begin.another" : "own.begin.short")}
            </Button>
            <Button onClick={() => setDialog("bring")}>{t("own.bring.short")}</Button>
          </div>
        </section>
      )}
      {dialog === "begin" && <BeginDialog shelf={shelf} what="begin" onClose={close} />}
      {dialog === "bring" && <BringDialog shelf={shelf} onClose={close} onRead={close} onCase={open} />}
      {opening && <OpenDialog key={opening.code} shelf={shelf} entry={opening} onClose={() => setOpening(null)} />}
    </>
  );
}
