/**
 * All words that are kept and not put down yet, from the bar: where they are, since when, and a way to let them go. Also
 * those whose field is gone, since somebody was taken off the map meanwhile: nothing typed is out of reach.
 */
import type { Draft } from "../shared/draft";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { clock, t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { host } from "./host";

export const listing: Store<boolean> = createStore(false);

export function drawUnfinished(signal: AbortSignal): void {
  host("nw-unfinished", <Unfinished />, signal);
}

function Unfinished() {
  const open = useStore(listing);
  const { lang } = usePrefs();
  useStore(page.drafts.version);
  if (!open) return null;
  const found = page.drafts.list();
  return (
    <div lang={lang}>
      <Dialog title={t("lab.draft.title")} onClose={() => listing.set(false)}>
        <p>{t(found.length ? "lab.bar.draft.what" : "lab.draft.none")}</p>
        <ul class="nw-unfinished">
          {found.map((draft) => (
            <One key={draft.id} draft={draft} />
          ))}
        </ul>
      </Dialog>
    </div>
  );
}

/** A slip of the silent round stays covered here: it is nobody's to read yet. */
function One({ draft }: { draft: Draft }) {
  const { hideNames } = usePrefs();
  const [kind = ""] = draft.place.split(":");
  return (
    <li>
      <p class="nw-soft">
        {t(`lab.draft.kind.${KINDS.has(kind) ? kind : "other"}`)} · {clock(draft.at)}
      </p>
      <blockquote>{hideNames || kind === "silent" ? t("model.hidden") : draft.text}</blockquote>
      <Button onClick={() => page.drafts.drop(draft)}>{t("ui.draft.drop")}</Button>
    </li>
  );
}

const KINDS = new Set([
  "person",
  "tie",
  "card",
  "board",
  "row",
  "step",
  "compliment",
  "answer",
  "said",
  "note",
  "put_down",
  "silent",
  "new_person",
  "version",
]);
