/** The list of one's own cases: what is known of each, and what can be done with it. */
import { useState } from "preact/hooks";
import type { ShelfEntry as Entry, Shelved } from "../contract";
import { CopyDialog } from "../keep/copy";
import { ForgetDialog } from "../keep/forget";
import { daysLeft, moment, type ShelfModel } from "../keep/shelf";
import { t } from "../shared/words";
import { Button } from "../ui/elements";

export interface CaseProps {
  shelf: ShelfModel;
  entry: Entry;
  /** Set where this case lies on the desk. */
  current: Shelved["current"];
  onOpen: (entry: Entry) => void;
}

export function CaseRow(props: CaseProps) {
  const { entry, current, onOpen } = props;
  const [more, setMore] = useState(false);
  return (
    <li class={current ? "nw-case nw-card nw-current" : "nw-case nw-card"} data-code={entry.code}>
      <div class="nw-case-what">
        <h3>{entry.code}</h3>
        <p class="nw-soft">
          {[entry.practice ? t("shelf.practice") : t("shelf.own"), opened(entry)].filter(Boolean).join(" · ")}
        </p>
      </div>
      <Expiry {...props} />
      <div class="nw-buttons">
        <Button expanded={more} label={t("shelf.more_of", { code: entry.code })} onClick={() => setMore(!more)}>
          {t("shelf.more")}
        </Button>
        {current && <span class="nw-here">{t(current.writable ? "shelf.current" : "shelf.current.read")}</span>}
        {!current?.writable && (
          <Button
            main
            label={t(current ? "shelf.open_again_one" : "shelf.open_one", { code: entry.code })}
            onClick={() => onOpen(entry)}
          >
            {t(current ? "shelf.open_again" : "shelf.open")}
          </Button>
        )}
      </div>
      {more && <More {...props} />}
    </li>
  );
}

function opened(entry: Entry): string {
  return entry.opened ? t("shelf.last_opened", { when: moment(entry.opened) }) : t("shelf.never_opened");
}

/** "nog 12 dagen · bewaren", or that it is kept. */
function Expiry({ shelf, entry }: CaseProps) {
  const keep = async (on: boolean) => {
    const answer = await shelf.act("keep", { code: entry.code, on });
    if (answer.error) shelf.tell(answer.error, "warning");
  };
  const days = daysLeft(entry.expires);
  const words = entry.expired ? t("shelf.expired") : t(days === 1 ? "shelf.days.one" : "shelf.days", { number: days });
  return (
    <div class="nw-expiry">
      <span class={entry.expired ? "nw-fault" : "nw-soft"}>{entry.kept ? t("shelf.kept") : words}</span>
      <Button
        label={t(entry.kept ? "shelf.keep.not_one" : "shelf.keep_one", { code: entry.code })}
        onClick={() => void keep(!entry.kept)}
      >
        {t(entry.kept ? "shelf.keep.not" : "shelf.keep")}
      </Button>
    </div>
  );
}

function More({ shelf, entry }: CaseProps) {
  const [dialog, setDialog] = useState<"" | "back_up" | "move" | "forget">("");
  const close = () => setDialog("");
  const stopRemembering = async () => {
    const answer = await shelf.act("remember", { code: entry.code, on: false });
    shelf.tell(answer.error ?? { key: "shelf.remember.stopped", params: { code: entry.code } });
  };
  return (
    <div class="nw-buttons nw-case-more">
      <Button onClick={() => setDialog("back_up")}>{t("shelf.back_up.short")}</Button>
      {!entry.practice && <Button onClick={() => setDialog("move")}>{t("shelf.move.short")}</Button>}
      {entry.remembered && <Button onClick={() => void stopRemembering()}>{t("shelf.remember.stop")}</Button>}
      <Button danger onClick={() => setDialog("forget")}>
        {t("shelf.forget.short")}
      </Button>
      {(dialog === "back_up" || dialog === "move") && (
        <CopyDialog shelf={shelf} entry={entry} move={dialog === "move"} onClose={close} />
      )}
      {dialog === "forget" && <ForgetDialog shelf={shelf} entry={entry} onClose={close} />}
    </div>
  );
}
