/** What keeps a case from being saved, for as long as it lasts, with the ways on; the kernel says which there are. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Mirror, together } from "../case/mirror";
import type { Trouble, Way } from "../contract";
import type { Notice } from "../kernel/connection";
import type { Store } from "../shared/store";
import { type Param, type Sentence, say, t } from "../shared/words";
import { BesideDialog } from "./comparison";
import { Button } from "./elements";

export interface TroubleProps {
  connection: {
    ask(what: string, content?: Record<string, unknown>): Promise<Record<string, unknown>>;
    notice: Store<Notice | null>;
  };
  mirror: Mirror;
  trouble: Trouble;
}

export function TroubleNotice({ connection, mirror, trouble }: TroubleProps) {
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // Beside a map it stands under the words of the step: its ways on must be in sight too.
  useEffect(() => place.current?.scrollIntoView({ block: "nearest" }), [trouble.message.key]);
  const [looks, setLooks] = useState<"" | "beside" | "other">("");
  const ask = async (what: string, done: (answer: Record<string, unknown>) => Sentence | null) => {
    setBusy(true);
    const answer = await connection.ask(what);
    setBusy(false);
    const error = answer.error as Sentence | undefined;
    const message = error ?? done(answer);
    connection.notice.set(message && { message, level: error ? "warning" : "info" });
  };
  const keep = (key: string) => void ask("keep_mine", (answer) => ({ key, params: answer as Record<string, Param> }));
  const act: Record<Way, () => void> = {
    keep: () => keep("ui.trouble.kept"),
    put_back: () => keep("ui.trouble.back"),
    again: () => void ask("try_again", ({ writable }) => (writable ? null : { key: "ui.trouble.still" })),
    other: () => setLooks("other"),
    beside: () => setLooks("beside"),
  };
  // What was done is told in words, also of what is not for the client: not while they look along.
  const ways = trouble.ways.filter((way) => way !== "beside" || !together());
  return (
    <div class="nw-notice nw-warning nw-trouble">
      <span class="nw-notice-sign" aria-hidden="true">
        !
      </span>
      <p>{say(trouble.message)}</p>
      <div ref={place} class="nw-buttons">
        {ways.map((way, at) => (
          <Button key={way} main={at === 0} disabled={busy} onClick={act[way]}>
            {t(`ui.trouble.${way}`)}
          </Button>
        ))}
      </div>
      {trouble.apart && <p class="nw-soft">{t("ui.trouble.closing")}</p>}
      {looks && <BesideDialog {...{ connection, mirror }} takes={looks === "other"} onClose={() => setLooks("")} />}
    </div>
  );
}
