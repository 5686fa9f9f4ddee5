/** The learning log: what a register asks of a meeting, the hours of five years, and a text document. */
import { useEffect, useRef, useState } from "preact/hooks";
import { DEFAULTS, type LogEntry as Entry, type Lasted, type KeptLog as Log } from "../contract";
import type { Connection } from "../kernel/connection";
import { hear } from "../kernel/hear";
import { usePrefs, useStore } from "../shared/hooks";
import { save as saveFile } from "../shared/leaving";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { dayWith, say, t } from "../shared/words";
import { Confirm } from "../ui/dialog";
import { Button, type Ground } from "../ui/elements";
import { NoticeBar } from "../ui/notice";
import { Form, InitialsField } from "../ui/plain";
import type { Root } from "../ui/root";
import { draw, groundOf } from "../ui/view";
import { begun, EntryForm, hold } from "./form";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export function learningView(root: Root): void {
  const ground = groundOf(root);
  const news = createStore(0);
  hear(root.model, root.signal, ({ kind }) => kind === "meeting" && news.set(news.get() + 1));
  root.element.classList.add("nw-meeting-root");
  draw(root, <LearningLog {...ground} news={news} />);
}

function LearningLog({ connection, mirror, news }: Ground & { news: Store<number> }) {
  const { together } = usePrefs();
  useStore(mirror.version);
  // Whoever works here may have become another in another step.
  const step = useStore(page.step);
  const [log, setLog] = useState<Log | null>(null);
  const [entry, setEntry] = useState<Entry | null>(null);
  const whose = useRef<string | null>(null);
  const told = (answer: Record<string, unknown>): boolean => {
    if (connection.failed(answer)) return false;
    const found = answer as unknown as Log;
    setLog(found);
    // Another's log begins with what is theirs.
    if (found.initials !== whose.current) touched.current = false;
    whose.current = found.initials;
    if (!touched.current) setEntry(begun(found.initials).at(-1) ?? proposed(found));
    return true;
  };
  // The meeting goes on while this step waits: as long as nobody wrote here, what is filled in follows it.
  const touched = useRef(false);
  const touch = () => {
    touched.current = true;
  };
  useEffect(() => {
    const look = async () => told(await connection.ask("log"));
    if (together) return;
    void look();
    return news.watch(() => void look());
  }, [connection, news, together, step]);
  const open = (chosen: Entry) => {
    touch();
    setEntry(chosen);
  };
  if (!log) return <NoticeBar {...{ connection, mirror }} />;
  const who = log.initials;
  const keep = async (kept: Entry) => told(await connection.ask("keep_log", { entry: kept }));
  return (
    <div class="nw-view nw-meeting nw-log">
      <NoticeBar {...{ connection, mirror }} />
      <div class="nw-log-columns">
        {entry && (
          <EntryForm
            key={`${who} ${entry.id} ${entry.end}`}
            {...{ connection, who, entry }}
            onTouch={touch}
            onKeep={keep}
          />
        )}
        <Entries
          {...{ connection, log }}
          onOpen={open}
          onNew={() => open(fresh(log))}
          onWho={async (initials) => told(await connection.ask("log_of", { initials }))}
          onDrop={async (id) => {
            hold(who, id, null);
            told(await connection.ask("drop_log", { entry: id }));
          }}
        />
      </div>
    </div>
  );
}

/** What the form begins with: the meeting of just now, as kept before or as it was; else an empty one. */
function proposed(log: Log): Entry {
  const { meeting } = log;
  if (!meeting) return fresh(log);
  return log.entries.find(({ id }) => id === meeting.id) ?? meeting;
}

function fresh(log: Log): Entry {
  const id = `e${crypto.getRandomValues(new Uint32Array(2)).join("")}`.slice(0, 24);
  return { ...DEFAULTS.log, id, day: log.today };
}

function Length({ counts, minutes }: Lasted) {
  return <span class={counts ? "nw-soft" : "nw-log-short"}>{t(counts ? "log.counts" : "log.short", { minutes })}</span>;
}

/** One log each: whoever says their initials reads and writes their own. */
function Whose({ initials, onWho }: { initials: string; onWho: (initials: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState(initials);
  const other = typed.trim().toUpperCase() !== initials && typed.trim() !== "";
  return (
    <Form class="nw-take-form" onSubmit={() => other && void onWho(typed)}>
      <InitialsField label={t("log.whose")} value={typed} onInput={setTyped} />
      <Button submit disabled={!other}>
        {t("log.whose.take")}
      </Button>
    </Form>
  );
}

interface EntriesProps {
  connection: Connection;
  log: Log;
  onOpen: (entry: Entry) => void;
  onNew: () => void;
  onDrop: (id: string) => Promise<void>;
  onWho: (initials: string) => Promise<boolean>;
}

function Entries({ connection, log, onOpen, onNew, onDrop, onWho }: EntriesProps) {
  const [dropping, setDropping] = useState("");
  useStore(page.drafts.only);
  const unkept = begun(log.initials);
  const others = unkept.filter(({ id }) => !log.entries.some((entry) => entry.id === id));
  const save = async () => {
    const answer = await connection.ask("log_docx");
    if (connection.failed(answer)) return;
    saveFile(new Blob(answer.buffers as ArrayBuffer[], { type: DOCX }), String(answer.name));
    connection.notice.set({ message: { key: "log.docx.made" }, level: "info" });
  };
  return (
    <section class="nw-card nw-scrolls nw-log-side">
      <Whose key={log.initials} initials={log.initials} onWho={onWho} />
      <p class="nw-log-hours">{say(log.hours)}</p>
      <div class="nw-buttons">
        <Button onClick={onNew}>{t("log.new")}</Button>
        <Button disabled={!log.entries.length} onClick={() => void save()}>
          {t("log.docx")}
        </Button>
      </div>
      <h3>{t("log.all")}</h3>
      {!log.entries.length && <p class="nw-soft">{t("log.empty")}</p>}
      <ul>
        {[...others, ...log.entries].map((entry) => (
          <li key={entry.id}>
            <Button class="nw-log-entry" onClick={() => onOpen(entry)}>
              <strong>{t("log.meeting", { form: t(`log.form.${entry.form}`), day: day(entry.day) })}</strong>
              {unkept.some(({ id }) => id === entry.id) ? (
                <span class="nw-log-short">{t("log.unkept")}</span>
              ) : (
                <Length {...(log.lasted[entry.id] as Lasted)} />
              )}
            </Button>
            <Button class="nw-icon" label={t("log.remove")} onClick={() => setDropping(entry.id)} sign="✕" />
          </li>
        ))}
      </ul>
      {dropping && (
        <Confirm
          title={t("log.remove")}
          yes={t("log.remove")}
          onClose={() => setDropping("")}
          onYes={() => {
            void onDrop(dropping);
            setDropping("");
          }}
        >
          <p>{t("log.remove.sure")}</p>
        </Confirm>
      )}
    </section>
  );
}

function day(iso: string): string {
  if (!iso) return "…"; // somebody is writing it
  return dayWith(`${iso}T12:00:00`, { day: "numeric", month: "long", year: "numeric" });
}
