/** What a view says of its own accord: the bar with a notice, and changes in words for screen readers. */
import { useEffect, useRef } from "preact/hooks";
import type { Empty, Trouble } from "../contract";
import type { Connection } from "../kernel/connection";
import { announce, liveRegion } from "../shared/announce";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { createStore } from "../shared/store";
import { say, t } from "../shared/words";
import { Button, type Ground } from "./elements";
import { TroubleNotice } from "./trouble";

/** Of whoever shows notices without a case of their own. */
const LAID = createStore<Empty | null>(null);
const NO_TROUBLE = createStore<Trouble | null>(null);
const SIGNS = { info: "i", warning: "!", error: "!" };

/** A connection's notice, until it is closed; with a button where undo asks first. */
export function NoticeBar({
  connection,
  mirror,
}: {
  connection: Pick<Connection, "notice" | "ask"> & Partial<Pick<Connection, "empty" | "takeUp" | "trouble">>;
  mirror: Ground["mirror"];
}) {
  usePrefs();
  const notice = useStore(connection.notice);
  const empty = useStore(connection.empty ?? LAID);
  const trouble = useStore(connection.trouble ?? NO_TROUBLE);
  const close = () => connection.notice.set(null);
  const confirm = () => {
    close();
    notice?.confirm?.();
  };
  return (
    <div class="nw-notice-place" role="status">
      {empty && <EmptyDesk empty={empty} onTakeUp={() => void connection.takeUp?.()} />}
      {trouble && <TroubleNotice {...{ connection, mirror, trouble }} />}
      {notice && notice.message.key !== trouble?.message.key && (
        <div class={`nw-notice nw-${notice.level}`}>
          <span class="nw-notice-sign" aria-hidden="true">
            {SIGNS[notice.level]}
          </span>
          <p>{say(notice.message, mirror.name)}</p>
          {notice.confirm && (
            <Button main onClick={confirm}>
              {t("ui.undo.anyway")}
            </Button>
          )}
          <Button class="nw-icon" label={t("ui.close")} onClick={close} sign="✕" />
        </div>
      )}
    </div>
  );
}

/** No case is open: said so, with the way on in one tap. */
function EmptyDesk({ empty, onTakeUp }: { empty: Empty; onTakeUp: () => void }) {
  return (
    <div class="nw-notice nw-info nw-empty-desk">
      <p>{say(empty.message)}</p>
      {empty.offer && (
        <Button main onClick={onTakeUp}>
          {t("ui.take_up")}
        </Button>
      )}
    </div>
  );
}

/** Announces every change of the case in words: what was done, undone or done again, and by whom. */
export function SpokenChanges({ connection, mirror }: Ground) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const region = liveRegion(element);
    let was = seen({ connection, mirror });
    const ends = [
      mirror.version.watch(() => {
        const now = seen({ connection, mirror });
        if (now.revision === was.revision + 1) announce(element, spoken(was, now, { connection, mirror }));
        was = now;
      }),
      page.prefs.watch(({ hideNames, together }) => {
        if (hideNames || together) region.textContent = "";
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [connection, mirror]);
  return <span ref={place} hidden />;
}

interface Seen {
  undo: string;
  redo: string;
  revision: number;
}

function seen({ connection }: Ground): Seen {
  return {
    undo: JSON.stringify(connection.undo.get()?.message ?? null),
    redo: JSON.stringify(connection.redo.get()?.message ?? null),
    revision: connection.revision,
  };
}

function spoken(was: Seen, now: Seen, { connection, mirror }: Ground): string {
  const undo = connection.undo.get();
  const redo = connection.redo.get();
  if (redo && now.redo === was.undo) return t("ui.said.undone", { what: say(redo.message, mirror.name) });
  if (!undo) return t("ui.said.changed");
  const what = say(undo.message, mirror.name);
  if (connection.redo.get() === null && was.redo === "null")
    return undo.mine || !undo.author ? what : t("ui.said.by", { what, who: undo.author });
  return now.undo === was.redo ? t("ui.said.redone", { what }) : what;
}
