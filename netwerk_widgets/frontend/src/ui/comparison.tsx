/** What is in view beside what lies on disk: what was done in the one and not in the other; or the last question before the other is taken. */
import { useEffect, useState } from "preact/hooks";
import { type Mirror, together } from "../case/mirror";
import type { Acts, Apart } from "../contract";
import { clock, day, type Sentence, say, t } from "../shared/words";
import { Dialog, GoButtons } from "./dialog";
import { Fault } from "./plain";
import type { TroubleProps } from "./trouble";

interface BesideProps extends Omit<TroubleProps, "trouble"> {
  /** Asks whether the other version shall be taken. */
  takes: boolean;
  onClose: () => void;
}

export function BesideDialog({ connection, mirror, takes, onClose }: BesideProps) {
  const [found, setFound] = useState<Apart | null>(null);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void connection.ask("beside").then((answer) => {
      if (answer.error) return setFault(say(answer.error as Sentence));
      const beside = answer as unknown as Apart;
      mirror.remember(beside.people);
      setFound(beside);
    });
  }, []);
  const take = async () => {
    setBusy(true);
    const answer = await connection.ask("take_other");
    setBusy(false);
    if (answer.error) return setFault(say(answer.error as Sentence));
    connection.notice.set({ message: { key: "ui.trouble.taken" }, level: "info" });
    onClose();
  };
  const asks = (
    <GoButtons
      danger
      onClose={onClose}
      yes={t("ui.trouble.other")}
      disabled={busy || !found}
      onYes={() => void take()}
    />
  );
  return (
    <Dialog
      wide
      title={t(takes ? "ui.trouble.other.title" : "ui.beside.title")}
      onClose={onClose}
      {...(takes ? { buttons: asks } : {})}
    >
      {takes && <p>{t("ui.trouble.other.what")}</p>}
      <Fault text={fault} />
      {found && !together() && <Found {...{ found, mirror, takes }} />}
    </Dialog>
  );
}

function Found({ found, mirror, takes }: { found: Apart; mirror: Mirror; takes: boolean }) {
  return (
    <>
      <Told title="ui.beside.mine" acts={found.mine} mirror={mirror} />
      <Told title="ui.beside.theirs" acts={found.theirs} mirror={mirror} />
      {!takes && found.map.length > 0 && (
        <section class="nw-beside">
          <h3>{t("ui.beside.map")}</h3>
          <ul>
            {found.map.map((sentence) => (
              <li key={JSON.stringify(sentence)}>{say(sentence, mirror.name)}</li>
            ))}
            {found.more > 0 && <li class="nw-soft">{t("ui.beside.more", { number: found.more })}</li>}
          </ul>
        </section>
      )}
    </>
  );
}

function Told({ title, acts: { acts, more }, mirror }: { title: string; acts: Acts; mirror: Mirror }) {
  return (
    <section class="nw-beside">
      <h3>{t(title)}</h3>
      {acts.length === 0 && <p class="nw-soft">{t("ui.beside.nothing")}</p>}
      <ul>
        {acts.map(({ at, author, message }, place) => (
          <li key={place}>
            {say(message, mirror.name)}{" "}
            <span class="nw-soft">{[`${day(at)} ${clock(at)}`, author].filter(Boolean).join(", ")}</span>
          </li>
        ))}
        {more > 0 && <li class="nw-soft">{t("ui.beside.more", { number: more })}</li>}
      </ul>
    </section>
  );
}
