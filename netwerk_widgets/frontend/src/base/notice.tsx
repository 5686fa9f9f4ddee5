/** What a view says of its own accord: the bar with a notice, and changes in words for screen readers. */
import { useEffect, useRef } from "preact/hooks";
import { page } from "../page";
import { createStore } from "../store";
import { say, t } from "../words";
import { announce, liveRegion } from "./announce";
import { usePrefs, useStore } from "./hooks";
import type { Session } from "./session";
import { TroubleNotice } from "./trouble";
import { Button, type Ground } from "./ui";
import type { Empty, Trouble } from "./wire";

/** Of whoever shows notices without a case of their own. */
const LAID = createStore<Empty | null>(null);
const NO_TROUBLE = createStore<Trouble | null>(null);
const SIGNS = { info: "i", warning: "!", error: "!" };

/** The session's notice, until it is closed; with a button where undo asks first. */
export function NoticeBar({
  session,
  mirror,
}: {
  session: Pick<Session, "notice" | "ask"> & Partial<Pick<Session, "empty" | "takeUp" | "trouble">>;
  mirror: Ground["mirror"];
}) {
  usePrefs();
  const notice = useStore(session.notice);
  const empty = useStore(session.empty ?? LAID);
  const trouble = useStore(session.trouble ?? NO_TROUBLE);
  const close = () => session.notice.set(null);
  const confirm = () => {
    close();
    notice?.confirm?.();
  };
  return (
    <div class="nw-notice-place" role="status">
      {empty && <EmptyDesk empty={empty} onTakeUp={() => void session.takeUp?.()} />}
      {trouble && <TroubleNotice {...{ session, mirror, trouble }} />}
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
          <Button class="nw-icon" label={t("ui.close")} onClick={close}>
            <span aria-hidden="true">✕</span>
          </Button>
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
export function SpokenChanges({ session, mirror }: Ground) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const region = liveRegion(element);
    let was = seen({ session, mirror });
    const ends = [
      mirror.version.watch(() => {
        const now = seen({ session, mirror });
        if (now.revision === was.revision + 1) announce(element, spoken(was, now, { session, mirror }));
        was = now;
      }),
      page.prefs.watch(({ hideNames, together }) => {
        if (hideNames || together) region.textContent = "";
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [session, mirror]);
  return <span ref={place} hidden />;
}

interface Seen {
  undo: string;
  redo: string;
  revision: number;
}

function seen({ session }: Ground): Seen {
  return {
    undo: JSON.stringify(session.undo.get()?.message ?? null),
    redo: JSON.stringify(session.redo.get()?.message ?? null),
    revision: session.revision,
  };
}

function spoken(was: Seen, now: Seen, { session, mirror }: Ground): string {
  const undo = session.undo.get();
  const redo = session.redo.get();
  if (redo && now.redo === was.undo) return t("ui.said.undone", { what: say(redo.message, mirror.name) });
  if (!undo) return t("ui.said.changed");
  const what = say(undo.message, mirror.name);
  if (session.redo.get() === null && was.redo === "null")
    return undo.mine || !undo.author ? what : t("ui.said.by", { what, who: undo.author });
  return now.undo === was.redo ? t("ui.said.redone", { what }) : what;
}
