/** Chooses a method: from a list, or from reasons why it may fit this group. No method is kept from anybody. */
import { useEffect, useState } from "preact/hooks";
import {
  type Fit,
  FULL_HOUR,
  LEVELS,
  LONGEST_PHASE,
  type Method,
  type Methods,
  QUESTIONS,
  type Told,
  WISHED,
} from "../contract";
import { useAsked } from "../shared/hooks";
import { clock, type Sentence, say, spoken, t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { PlainField } from "../ui/plain";
import { Stops } from "./stops";
import type { PartProps } from "./view";
import { minutesOf } from "./wire";

export function MethodChoice(props: PartProps) {
  const { connection, meeting, told } = props;
  const [{ methods, problems }, setFound] = useState(NOTHING);
  const [fitting, setFitting] = useState(false);
  const [minutes, setMinutes] = useState(false);
  const chosen = methods.find(({ id }) => id === told.meeting?.method);
  const choose = (method: string) => method && meeting.ask("choose", { method });
  useEffect(() => {
    void connection.ask("methods").then((answer) => setFound({ ...NOTHING, ...(answer as object) }));
  }, [connection]);
  const options = [
    ["", t("guide.checkin.choose")] as const,
    ...methods.map((one) => [one.id, spoken(one.name)] as const),
  ];
  return (
    <div class="nw-stack">
      <div class="nw-method-row">
        <SelectField
          label={t("guide.checkin.method")}
          value={told.meeting?.method ?? ""}
          stamp={told}
          options={options}
          onChange={(id) => void choose(id)}
        />
        <Button onClick={() => setFitting(true)}>{t("guide.checkin.fit")}</Button>
      </div>
      {chosen && <About method={chosen} told={told} />}
      {chosen && (
        <div class="nw-line nw-day">
          <Stops {...props} />
          <Button onClick={() => setMinutes(true)}>{t("guide.checkin.minutes")}</Button>
        </div>
      )}
      {problems.map((problem) => (
        <p key={JSON.stringify(problem)} class="nw-fault">
          {say(problem)}
        </p>
      ))}
      {minutes && <Minutes {...props} onClose={() => setMinutes(false)} />}
      {fitting && <Fitting {...props} methods={methods} onChoose={choose} onClose={() => setFitting(false)} />}
    </div>
  );
}

const NOTHING: Methods = { methods: [], problems: [] };

function About({ method, told }: { method: Method; told: Told }) {
  const [least, most] = method.group;
  const { stops = "", phases = [] } = told.meeting ?? {};
  const minutes = phases.reduce((sum, _, place) => sum + minutesOf(told, place), 0) || method.minutes;
  const facts = t("guide.checkin.method.about", { minutes: method.minutes, least, most });
  const general = method.general ? t("methods.general") : method.minutes_general ? t("methods.minutes_general") : "";
  return (
    <p class="nw-soft nw-small">
      {spoken(method.purpose)} {facts}
      {general && ` (${general})`}. {minutes < FULL_HOUR && t("guide.checkin.short")}{" "}
      {stops && t("guide.stops.today", { minutes, time: clock(stops) })}
    </p>
  );
}

/** The minutes of today: every phase may be shorter or longer than the method says. */
function Minutes({ meeting, told, onClose }: PartProps & { onClose: () => void }) {
  const { phases = [], stops = "" } = told.meeting ?? {};
  const change = (id: string, text: string) => {
    const minutes = Object.fromEntries(phases.map((phase) => [phase.id, phase.minutes]));
    const wished = Number(text);
    if (!Number.isInteger(wished) || wished < 1 || wished > LONGEST_PHASE) return;
    void meeting.ask("choose", { method: told.meeting?.method, minutes: { ...minutes, [id]: wished } });
  };
  return (
    <Dialog wide title={t("guide.checkin.minutes")} onClose={onClose}>
      {stops && <p>{t("guide.stops.explain", { time: clock(stops) })}</p>}
      <div class="nw-minutes">
        {phases.map((phase, place) => (
          <label key={phase.id}>
            <span>
              {spoken(phase.title)}
              {stops && <em>{t("guide.stops.becomes", { minutes: minutesOf(told, place) })}</em>}
            </span>
            <input
              type="number"
              autocomplete="off"
              min={1}
              max={LONGEST_PHASE}
              value={phase.minutes}
              onChange={(event) => change(phase.id, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </Dialog>
  );
}

interface FittingProps extends PartProps {
  methods: Method[];
  onChoose: (method: string) => void;
  onClose: () => void;
}

function Fitting({ connection, told, methods, onChoose, onClose }: FittingProps) {
  const count = told.meeting?.members.length ?? 0;
  const [wish, setWish] = useState({ people: count ? String(count) : "", minutes: "60", level: "", question: "" });
  const [fits, setFits] = useState<Fit[]>([]);
  useAsked(
    async (wanted) => {
      const asked = { ...wish, people: Number(wish.people) || null, minutes: Number(wish.minutes) || null };
      const answer = await connection.ask("fit", asked);
      if (wanted()) setFits((answer.fits as Fit[] | undefined) ?? []);
    },
    [connection, wish],
  );
  const set = (change: Partial<typeof wish>) => setWish({ ...wish, ...change });
  const any = (value: string, key: string) => [value, value ? t(`${key}.${value}`) : t("guide.fit.any")] as const;
  const pick = (id: string) => {
    onChoose(id);
    onClose();
  };
  return (
    <Dialog wide title={t("guide.fit.title")} onClose={onClose}>
      <p class="nw-soft">{t("guide.fit.explain")}</p>
      <div class="nw-fit-asks">
        <PlainField
          label={t("guide.fit.people")}
          value={wish.people}
          limit={String(WISHED.people).length}
          onInput={(people) => set({ people: people.replace(/\D/g, "") })}
        />
        <PlainField
          label={t("guide.fit.minutes")}
          value={wish.minutes}
          limit={String(WISHED.minutes).length}
          onInput={(minutes) => set({ minutes: minutes.replace(/\D/g, "") })}
        />
        <SelectField
          label={t("guide.fit.level")}
          value={wish.level}
          options={["", ...LEVELS].map((level) => any(level, "methods.level"))}
          onChange={(level) => set({ level })}
        />
        <SelectField
          label={t("guide.fit.question")}
          value={wish.question}
          options={["", ...QUESTIONS].map((question) => any(question, "methods.question"))}
          onChange={(question) => set({ question })}
        />
      </div>
      <ul class="nw-fits">
        {fits.map((fit) => (
          <FitRow key={fit.method} fit={fit} method={methods.find(({ id }) => id === fit.method)} onPick={pick} />
        ))}
      </ul>
    </Dialog>
  );
}

function FitRow({ fit, method, onPick }: { fit: Fit; method: Method | undefined; onPick: (id: string) => void }) {
  const reasons = (key: string, found: Sentence[]) => found.length > 0 && <p>{t(key, { reasons: found as never })}</p>;
  return (
    <li>
      <div>
        <h3>{spoken(method?.name)}</h3>
        <p class="nw-soft">{spoken(method?.purpose)}</p>
        {reasons("guide.fit.suits", fit.suits)}
        {reasons("guide.fit.mind", fit.mind)}
      </div>
      <Button onClick={() => onPick(fit.method)}>{t("guide.fit.choose")}</Button>
    </li>
  );
}
