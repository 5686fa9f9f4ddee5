/** A silence: a calm ring that fills; it can be stopped, and one may also say that it was there. */
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../shared/announce";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import type { PartProps } from "./part";

/** How the silence is kept in the answer: the ring ran, or one says so. */
const RAN = "ran";
const FACED = "faced";

/** How often the ring is drawn, in milliseconds: slow enough to be calm. */
const TICK = 250;
const ROUND = 2 * Math.PI * 54;

export function SilencePart({ part, answers, writable }: PartProps) {
  const element = useRef<HTMLDivElement>(null);
  const [since, setSince] = useState<number | null>(null);
  const told = answers.one?.marks[0] ?? "";
  const length = part.seconds * 1000;
  const end = (said: string) => {
    if (element.current) announce(element.current, said);
    setSince(null);
  };
  const done = () => {
    answers.save({ mark: RAN });
    end(t("board.silence.over"));
  };
  const passed = usePassed(since, length, done);
  const start = () => {
    if (element.current) announce(element.current, t("board.silence.begun"));
    setSince(performance.now());
  };
  const running = since !== null;
  const share = running ? passed / length : told ? 1 : 0;
  return (
    <div class="nw-part-answer nw-silence" ref={element}>
      <svg class="nw-silence-ring" viewBox="0 0 120 120" aria-hidden="true">
        <circle class="nw-ring-whole" cx="60" cy="60" r="54" />
        <circle class="nw-ring-passed" cx="60" cy="60" r="54" style={dashes(share)} />
      </svg>
      <p class="nw-silence-word" aria-live="off">
        {running ? t("board.silence.now") : told ? t(`board.silence.${told === RAN ? "ran" : "faced"}`) : ""}
      </p>
      <div class="nw-buttons">
        {running ? (
          <Button onClick={() => end(t("board.silence.stopped"))}>{t("board.silence.stop")}</Button>
        ) : (
          <Button main={!told} disabled={!writable} onClick={start}>
            {t(told ? "board.silence.again" : "board.silence.start")}
          </Button>
        )}
        {!told && !running && (
          <Button disabled={!writable} onClick={() => answers.save({ mark: FACED })}>
            {t("board.silence.told")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How long it has been silent, in milliseconds, by the clock and not by counting: a tab that sleeps is not late. */
function usePassed(since: number | null, length: number, done: () => void): number {
  const [passed, setPassed] = useState(0);
  const finish = useRef(done);
  finish.current = done;
  useEffect(() => {
    setPassed(0);
    if (since === null) return;
    const timer = setInterval(() => {
      const now = performance.now() - since;
      setPassed(Math.min(now, length));
      if (now >= length) finish.current();
    }, TICK);
    return () => clearInterval(timer);
  }, [since, length]);
  return passed;
}

function dashes(share: number): Record<string, string> {
  return { strokeDasharray: `${ROUND}`, strokeDashoffset: `${ROUND * (1 - share)}` };
}
