/** What happened at the moment that is shown, in words; and the way on from there. */
import { useEffect, useRef, useState } from "preact/hooks";
import { discreet } from "../case/mirror";
import type { Shown } from "../contract";
import { LIMITS } from "../contract";
import { announce } from "../shared/announce";
import { usePrefs, useStore } from "../shared/hooks";
import { clock, say, t } from "../shared/words";
import { Dialog, GoButtons } from "../ui/dialog";
import { Button } from "../ui/elements";
import { useKeptText } from "../ui/kepttext";
import { Fault, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";
import { dayTitle, type Moment, type Player } from "./player";

export function Happened({ player }: { player: Player }) {
  usePrefs();
  const shown = useStore(player.shown);
  const playing = useStore(player.playing);
  const place = useStore(player.place);
  const moments = useStore(player.moments);
  const element = useRef<HTMLElement>(null);
  const words = shown ? say(shown.message, player.mirror.name) : "";
  useEffect(() => {
    // While it is played every moment would be read over the one before.
    if (shown && !playing && element.current) announce(element.current, `${timeOf(shown)}. ${words}`);
  }, [shown?.number, playing]);
  if (!shown) return null;
  return (
    <section class="nw-card nw-replay-happened" ref={element}>
      <p class="nw-soft">
        {timeOf(shown)}
        {shown.author && ` · ${shown.author}`}
      </p>
      <p class="nw-replay-words">{capital(words)}</p>
      {shown.told.map(({ kind, text }) => (
        <blockquote key={kind + text}>{discreet(text)}</blockquote>
      ))}
      <Legend moments={moments} />
      {place < moments.length - 1 ? <GoOn player={player} shown={shown} /> : <p class="nw-soft">{t("replay.now")}</p>}
    </section>
  );
}

function timeOf({ at }: { at: number }): string {
  return t("replay.moment", { day: dayTitle(at), time: clock(new Date(at).toISOString()) });
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** What the marks on the line mean; only those that are there. */
function Legend({ moments }: { moments: readonly Moment[] }) {
  const signs = (["answer", "note", "stroke", "phase", "version"] as const).filter((sign) =>
    moments.some((moment) => moment.sign === sign),
  );
  if (!signs.length) return null;
  return (
    <ul class="nw-replay-legend">
      {signs.map((sign) => (
        <li key={sign}>
          <svg viewBox="0 0 6 16" width="6" height="16" aria-hidden="true">
            <rect class={`nw-sign-${sign}`} width="6" height="16" />
          </svg>
          {t(`replay.only.${sign}`)}
        </li>
      ))}
    </ul>
  );
}

function GoOn({ player, shown }: { player: Player; shown: Shown }) {
  const writable = useStore(player.connection.writable);
  const [open, setOpen] = useState(false);
  const ask = () => {
    player.stop();
    setOpen(true);
  };
  if (!writable) return null;
  return (
    <>
      <Button onClick={ask}>{t("replay.go_on")}</Button>
      {open && <Going player={player} shown={shown} onClose={() => setOpen(false)} />}
    </>
  );
}

function Going({ player, shown, onClose }: { player: Player; shown: Shown; onClose: () => void }) {
  const kept = useKeptText({ connection: player.connection, place: placed("go_on") });
  const [proposed, setProposed] = useState(t("replay.go_on.name", { day: dayTitle(Date.now()) }));
  const name = kept.text || proposed;
  const type = (next: string) => {
    setProposed("");
    kept.type(next);
  };
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const error = await player.goOn(name);
    setBusy(false);
    if (error) return setFault(say(error, player.mirror.name));
    kept.clear();
    onClose();
    void player.go(player.moments.get().length - 1);
    player.connection.notice.set({
      message: { key: "replay.go_on.done", params: { name: discreet(name) } },
      level: "info",
    });
  };
  const buttons = (
    <GoButtons onClose={onClose} yes={t("replay.go_on.yes")} disabled={busy || !name.trim()} onYes={() => void go()} />
  );
  return (
    <Dialog title={t("replay.go_on.title", { when: timeOf(shown) })} onClose={onClose} buttons={buttons}>
      <p>{t("replay.go_on.what")}</p>
      <PlainField
        label={t("replay.go_on.label")}
        value={name}
        at={kept.at}
        onInput={type}
        limit={LIMITS.version.name}
      />
      <Fault text={fault} />
    </Dialog>
  );
}
