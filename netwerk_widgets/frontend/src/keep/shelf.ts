/**
 * A shelf of encrypted files as this page knows it: told by the kernel (views/handlers/files.py), never kept
 * elsewhere. There are two: "Mijn casussen", and the professional's own file, which is spoken of in other words.
 */
import type { Mirror } from "../case/mirror";
import type { ShelfAnswer, Shelved, Trouble } from "../contract";
import type { Connection, Notice } from "../kernel/connection";
import { hear } from "../kernel/hear";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { clock, dayWith, known, type Param, type Sentence, say, t } from "../shared/words";
import type { Root } from "../ui/root";

export type Answer = ShelfAnswer;

/** What a shelf needs of a view's conversation with the kernel. */
export interface Conversation {
  ask: Connection["ask"];
  notice: Store<Notice | null>;
  writable: Store<boolean>;
  trouble?: Store<Trouble | null>;
}

export class ShelfModel {
  readonly known: Store<Shelved | null> = createStore<Shelved | null>(null);
  /** Where a case went that was moved away: said by the shelf, since its own row is gone. */
  readonly moved: Store<string> = createStore("");
  /** These are own files, not cases. */
  readonly own: boolean;

  constructor(
    readonly connection: Conversation,
    readonly mirror: Mirror,
    { model, signal }: Root,
    /** The room whose words are used where it has its own; "shelf" has them all. */
    private readonly room: "shelf" | "own" = "shelf",
  ) {
    this.own = room === "own";
    // Another case came on the desk, or none: here, or in another workbook of this kernel.
    hear(model, signal, ({ kind }) => void (kind === "case" && this.refresh()));
    // Taken over from elsewhere: it can be opened again.
    connection.writable.watch(() => void this.refresh(), signal);
    // While the client looks along the kernel tells nothing of it.
    page.prefs.watch(({ together }) => void (together || this.known.get() || this.refresh()), signal);
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const answer = await this.connection.ask("cases");
    if (!answer.error) this.known.set(answer as unknown as Shelved);
  }

  async ask(...question: Parameters<Connection["ask"]>): Promise<Answer> {
    return (await this.connection.ask(...question)) as Answer;
  }

  /** Asks for something that alters the shelf, and shows the shelf as it then is. */
  async act(what: string, content: Record<string, unknown> = {}): Promise<Answer> {
    const answer = await this.ask(what, content);
    await this.refresh();
    return answer;
  }

  /** The key in this shelf's own room, where that has other words for it. */
  key(key: string): string {
    const own = key.replace(/^shelf/, this.room);
    return known(own) ? own : key;
  }

  t(key: string, params: Record<string, Param> = {}): string {
    return t(this.key(key), params);
  }

  tell(message: Sentence, level: "info" | "warning" = "info"): void {
    this.connection.notice.set({ message, level });
  }
}

/** An error as text. */
export function faultOf(answer: Answer): string {
  return answer.error ? say(answer.error) : "";
}

/** "22 november, 14:02" */
export function moment(iso: string): string {
  return [dayWith(iso, { day: "numeric", month: "long" }), clock(iso)].filter(Boolean).join(", ");
}

/** How many days are left until this moment, the day that has begun included. */
export function daysLeft(iso: string): number {
  return Math.max(0, Math.ceil((new Date(iso).getTime() - Date.now()) / 86_400_000));
}
