/** "Mijn casussen": the view in which a case is begun, opened, kept, copied, brought in and forgotten. */
import { useEffect, useState } from "preact/hooks";
import type { ShelfEntry as Entry, Shelved } from "../contract";
import { LONGEST_INITIALS } from "../contract";
import { BeginDialog, type BeginWhat } from "../keep/begin";
import { BringDialog, type Reading } from "../keep/bring";
import { Copied } from "../keep/copy";
import { OpenDialog } from "../keep/open";
import { ShelfModel } from "../keep/shelf";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { TextField } from "../ui/fields";
import { NoticeBar } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw, groundOf } from "../ui/view";
import { CaseRow } from "./cases";
import { Practice, PracticeChooser } from "./practice";
import { ReadDialog } from "./read";

export function shelfView(root: Root): void {
  const { connection, mirror } = groundOf(root);
  const shelf = new ShelfModel(connection, mirror, root);
  const chooses = root.model.get("part") === "practice";
  draw(root, chooses ? <ChooserView shelf={shelf} /> : <ShelfView shelf={shelf} />);
}

type Dialogs = BeginWhat | "bring" | "";

function ShelfView({ shelf }: { shelf: ShelfModel }) {
  usePrefs();
  const known = useStore(shelf.known);
  const moved = useStore(shelf.moved);
  const [dialog, setDialog] = useState<Dialogs>("");
  const [opening, setOpening] = useState<Entry | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const offered = known?.offered ?? "";
  useEffect(() => {
    if (offered) setDialog("bring");
  }, [offered]);
  const close = () => {
    setDialog("");
    setReading(null);
    if (shelf.known.get()?.offered) void shelf.act("take_offer");
  };
  const open = (code: string) => {
    close();
    setOpening(shelf.known.get()?.cases.find((entry) => entry.code === code) ?? null);
  };
  return (
    <div class="nw-view nw-shelf">
      <NoticeBar connection={shelf.connection} mirror={shelf.mirror} />
      {known && <Shelf shelf={shelf} known={known} onDialog={setDialog} onOpen={setOpening} />}
      {(dialog === "begin" || dialog === "save_as_own" || dialog === "change_phrase") && (
        <BeginDialog shelf={shelf} what={dialog} onClose={close} />
      )}
      {moved && <Copied shelf={shelf} move gone path={moved} onClose={() => shelf.moved.set("")} />}
      {dialog === "bring" && !reading && (
        <BringDialog shelf={shelf} offered={offered} onClose={close} onRead={setReading} onCase={open} />
      )}
      {reading && <ReadDialog shelf={shelf} reading={reading} onClose={close} />}
      {opening && <OpenDialog key={opening.code} shelf={shelf} entry={opening} onClose={() => setOpening(null)} />}
    </div>
  );
}

/** Only the practice cases, in a step that is there to choose one. */
function ChooserView({ shelf }: { shelf: ShelfModel }) {
  usePrefs();
  const known = useStore(shelf.known);
  return (
    <div class="nw-view nw-shelf nw-chooser">
      <NoticeBar connection={shelf.connection} mirror={shelf.mirror} />
      {known && <PracticeChooser shelf={shelf} examples={known.examples} current={known.current?.code ?? ""} />}
    </div>
  );
}

interface ShelfProps {
  shelf: ShelfModel;
  known: Shelved;
  onDialog: (dialog: Dialogs) => void;
  onOpen: (entry: Entry) => void;
}

function Shelf({ shelf, known, onDialog, onOpen }: ShelfProps) {
  const { cases, current } = known;
  return (
    <>
      <header class="nw-line nw-shelf-top">
        <h2>{t("shelf.title")}</h2>
        <div class="nw-buttons">
          <Button onClick={() => onDialog("bring")}>{t("shelf.bring.short")}</Button>
          <Button main onClick={() => onDialog("begin")}>
            {t("shelf.begin.short")}
          </Button>
        </div>
      </header>
      <Current known={known} onDialog={onDialog} />
      {cases.length === 0 && <p class="nw-soft">{t("shelf.none")}</p>}
      <ul class="nw-cases">
        {cases.map((entry) => (
          <CaseRow
            key={entry.code}
            shelf={shelf}
            entry={entry}
            current={entry.code === current?.code ? current : null}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <div class="nw-shelf-below">
        <Practice shelf={shelf} examples={known.examples} />
        <Who shelf={shelf} initials={known.initials} />
      </div>
      <p class="nw-soft nw-small">
        {t("shelf.folder")} <span class="nw-path">{known.folder}</span>
      </p>
    </>
  );
}

/** What lies on the desk, and what only concerns that. */
function Current({ known, onDialog }: Pick<ShelfProps, "known" | "onDialog">) {
  const { current } = known;
  if (!current) return null;
  return current.practice ? (
    <div class="nw-notice nw-banner">
      <p>
        <strong>{t("shelf.practice.banner")}</strong> {t("shelf.practice.explain", { code: current.code })}
      </p>
      <Button onClick={() => onDialog("save_as_own")}>{t("shelf.save_as_own.short")}</Button>
    </div>
  ) : (
    <div class="nw-notice nw-banner">
      <p>{t("shelf.own.explain", { code: current.code })}</p>
      <Button onClick={() => onDialog("change_phrase")}>{t("shelf.change_phrase.short")}</Button>
    </div>
  );
}

/** Who works here, asked once. */
function Who({ shelf, initials }: { shelf: ShelfModel; initials: string }) {
  return (
    <section class="nw-who">
      <h3>{t("shelf.who")}</h3>
      <TextField
        plain
        kept={null}
        label={t("shelf.who.initials")}
        value={initials}
        stamp={initials}
        limit={LONGEST_INITIALS}
        hint={t("shelf.who.explain")}
        onCommit={(said) => void shelf.act("initials", { initials: said })}
      />
    </section>
  );
}
