/**
 * A board: one widget whose parts come from data. What is answered is in the case (or in one's own file); which row
 * is being begun and what is unfolded is in the page's memory only.
 */
import { together } from "../case/mirror";
import type { Board, BoardContent, Part } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { say, spoken, t } from "../shared/words";
import { Dilemma } from "../ui/dilemma";
import { type Ground, UndoRedo } from "../ui/elements";
import { NoticeBar, SpokenChanges } from "../ui/notice";
import { Problems } from "../ui/problems";
import type { Root } from "../ui/root";
import { undoKey } from "../ui/undokey";
import { draw, groundOf } from "../ui/view";
import { useContent } from "./content";
import { MOST, Turning, usePages } from "./pages";
import { PartCard, partShown } from "./part";

export function boardView(root: Root): void {
  const about = createStore("");
  const ground = groundOf(root, (picture) => about.set(String(picture.about ?? "")));
  draw(root, <BoardView {...ground} about={about} />);
}

function BoardView({ connection, mirror, about }: Ground & { about: Store<string> }) {
  usePrefs();
  // What was done is shown at once; that it is on disk is said elsewhere.
  useStore(page.status);
  const version = useStore(mirror.version);
  const code = useStore(about);
  const ground = { connection, mirror };
  const content = useContent(ground);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is inside
    <div class="nw-view nw-board" onKeyDown={(event) => undoKey(event, connection)}>
      <NoticeBar {...ground} />
      <SpokenChanges {...ground} />
      {content && <Problems problems={content.problems} />}
      {content?.missing && <p class="nw-card nw-board-empty">{say(content.missing)}</p>}
      {content?.board && version > 0 ? (
        <Shown
          key={content.by_case ? connection.code : ""}
          {...ground}
          board={content.board}
          content={content}
          about={code}
        />
      ) : (
        !content && <p class="nw-soft">{t("board.waiting")}</p>
      )}
    </div>
  );
}

interface ShownProps extends Ground {
  board: Board;
  content: BoardContent;
  about: string;
}

function Shown({ connection, mirror, board, content, about }: ShownProps) {
  const ground = { connection, mirror };
  const writable = useStore(connection.writable);
  const all = content.parts.flatMap((id) => board.parts.find((part) => part.id === id) ?? []).filter(partShown);
  const pages = usePages(all, content.by_case ? 1 : MOST);
  const { parts } = pages;
  const columns = laidOut(parts);
  return (
    <>
      <div class="nw-board-top">
        {!together() && <Title board={board} />}
        {!all.some(({ dilemma }) => dilemma) && <Dilemma mirror={mirror} />}
        <div class="nw-buttons">
          <Turning {...pages} />
          <UndoRedo connection={connection} mirror={mirror} signs />
        </div>
      </div>
      {parts.length === 0 && <p class="nw-card nw-board-empty">{t("board.not_now")}</p>}
      <div
        class={content.by_case ? "nw-board-parts nw-board-one" : "nw-board-parts"}
        style={{ gridTemplateColumns: columns.map(({ width }) => width).join(" ") }}
      >
        {columns.map(({ parts: shared }) => (
          <div class="nw-board-column" key={shared[0]?.id}>
            {shared.map((part) => (
              // Another case on the desk: nothing half typed goes along.
              <PartCard
                key={`${connection.code} ${about} ${part.id}`}
                {...{ ...ground, board, part, about, writable }}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** What the board is called and whose thinking it rests on: the trade's words, which say nothing to a client. */
function Title({ board }: { board: Board }) {
  return (
    <>
      <p class="nw-board-name">
        <strong>{spoken(board.title)}</strong>
      </p>
      <Sources board={board} />
    </>
  );
}

function Sources({ board }: { board: Board }) {
  if (!board.sources.length) return null;
  const sources = board.sources.map((source) => say(source)).join("; ");
  return (
    <details class="nw-board-source">
      <summary>{t("board.source")}</summary>
      <p>{t("board.sources", { sources })}</p>
    </details>
  );
}

const WIDE = new Set(["rows", "steps", "trail", "scene"]);
const SMALL = new Set(["words", "text"]);

interface Column {
  width: string;
  parts: Part[];
}

/** Each part has a column of its own, wide where it needs room; beside a wide one what is small shares a column. */
function laidOut(parts: Part[]): Column[] {
  const crowded = parts.some(({ kind }) => WIDE.has(kind));
  const columns: Column[] = [];
  for (const part of parts) {
    const wide = WIDE.has(part.kind);
    const shared = crowded && SMALL.has(part.kind) && columns.find((column) => SMALL.has(column.parts[0]?.kind ?? ""));
    if (shared) shared.parts.push(part);
    else columns.push({ width: `minmax(0, ${wide ? 3 : 2}fr)`, parts: [part] });
  }
  return columns;
}
