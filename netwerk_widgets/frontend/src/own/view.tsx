/** "Mijn eigen schrift": where the professional's own file is begun, opened, locked, copied and forgotten. */
import { useState } from "preact/hooks";
import type { ShelfEntry as Entry } from "../contract";
import { BeginDialog } from "../keep/begin";
import { CopyDialog } from "../keep/copy";
import { Door } from "../keep/door";
import { ForgetDialog } from "../keep/forget";
import { Away, ownShelf } from "../keep/gate";
import type { ShelfModel } from "../keep/shelf";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { NoticeBar } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw } from "../ui/view";

export function ownView(root: Root): void {
  draw(root, <OwnBook shelf={ownShelf(root)} />);
}

function OwnBook({ shelf }: { shelf: ShelfModel }) {
  const { together } = usePrefs();
  const known = useStore(shelf.known);
  if (together) return <Away />;
  if (!known) return null;
  const open = known.cases.find((entry) => entry.code === known.current?.code);
  return (
    <div class="nw-view nw-shelf nw-own-book">
      <NoticeBar connection={shelf.connection} mirror={shelf.mirror} />
      <p>{t("own.what")}</p>
      <Door shelf={shelf} />
      {open && <Opened shelf={shelf} entry={open} />}
      <p class="nw-soft nw-small">
        {t("own.folder")} <span class="nw-path">{known.folder}</span>
      </p>
    </div>
  );
}

type Dialogs = "" | "change_phrase" | "back_up" | "forget";

function Opened({ shelf, entry }: { shelf: ShelfModel; entry: Entry }) {
  const [dialog, setDialog] = useState<Dialogs>("");
  const close = () => setDialog("");
  const stop = async () => {
    const answer = await shelf.act("remember", { code: entry.code, on: false });
    shelf.tell(answer.error ?? { key: "shelf.remember.stopped", params: { code: entry.code } });
  };
  return (
    <section class="nw-card nw-own-card">
      <p>
        <strong>{t("own.private")}.</strong> {t("own.open_now", { code: entry.code })}
      </p>
      <div class="nw-buttons">
        <Button main onClick={() => void shelf.act("put_away")}>
          {t("own.put_away")}
        </Button>
        <Button onClick={() => setDialog("change_phrase")}>{t("shelf.change_phrase.short")}</Button>
        <Button onClick={() => setDialog("back_up")}>{t("shelf.back_up.short")}</Button>
        {entry.remembered && <Button onClick={() => void stop()}>{t("shelf.remember.stop")}</Button>}
        <Button danger onClick={() => setDialog("forget")}>
          {t("shelf.forget.short")}
        </Button>
      </div>
      {dialog === "change_phrase" && <BeginDialog shelf={shelf} what="change_phrase" onClose={close} />}
      {dialog === "back_up" && <CopyDialog shelf={shelf} entry={entry} move={false} onClose={close} />}
      {dialog === "forget" && <ForgetDialog shelf={shelf} entry={entry} onClose={close} />}
    </section>
  );
}
