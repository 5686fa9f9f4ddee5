/**
 * The client sits beside the professional. Before the screen is shared, both are asked; nothing of a "no" is kept.
 * While it is asked, nothing of the workbook is in sight.
 */
import { usePrefs, useStore } from "../shared/hooks";
import { page, setPrefs } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { host } from "./host";

/** The question is on the screen. */
export const asking: Store<boolean> = createStore(false);

/** Asks first; stopping asks nothing. */
export function toggleTogether(): void {
  if (page.prefs.get().together) setPrefs({ together: false });
  else asking.set(true);
}

export function drawAsking(signal: AbortSignal): void {
  host("nw-asking", <Asking />, signal);
}

function Asking() {
  const open = useStore(asking);
  const { lang } = usePrefs();
  if (!open) return null;
  const no = () => asking.set(false);
  const yes = () => {
    setPrefs({ together: true });
    // What is not for the client leaves the page before the question does.
    requestAnimationFrame(() => requestAnimationFrame(() => asking.set(false)));
  };
  const buttons = (
    <>
      <Button onClick={no}>{t("lab.together.no")}</Button>
      <Button onClick={yes}>{t("lab.together.yes")}</Button>
    </>
  );
  return (
    <div lang={lang}>
      <Dialog title={t("lab.together.title")} onClose={no} buttons={buttons}>
        <p>{t("lab.together.may")}</p>
        <p>{t("lab.together.what")}</p>
      </Dialog>
    </div>
  );
}
