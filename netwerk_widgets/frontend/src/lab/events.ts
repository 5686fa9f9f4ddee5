/**
 * The line to the server (`/netwerk/events`, see lab/events.py): on it every window hears at once that all are locked,
 * and what another window chose. A web socket, since a browser lets only six lasting requests of all its tabs through.
 */
import type { ServerConnection } from "@jupyterlab/services";
import type { Standing } from "../contract";

export interface News extends Standing {
  /** The line is there again: what happened meanwhile was not heard. */
  back?: boolean;
}

/** After how long a lost line is drawn anew, in milliseconds. */
const AGAIN = 1000;
/** After so many times without ever an answer, this is not the `netwerk` server. */
const TRIES = 5;

export class Line {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<(news: News) => void>();
  private begun = false;
  private tries = 0;

  constructor(
    private readonly settings: ServerConnection.ISettings,
    signal: AbortSignal,
  ) {
    const draw = () => this.draw(signal);
    draw();
    // A tab that slept has no timers: it looks when it is seen again.
    for (const sign of ["visibilitychange", "resume"]) document.addEventListener(sign, draw, { signal });
    window.addEventListener("pageshow", draw, { signal });
    signal.addEventListener("abort", () => {
      clearTimeout(this.timer);
      this.socket?.close();
    });
  }

  /** Hear what the server says, until the signal ends. */
  hear(listener: (news: News) => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener("abort", () => this.listeners.delete(listener));
  }

  /** The address of the server. */
  get base(): string {
    return this.settings.baseUrl;
  }

  /** Tells that somebody is there, or asks how things stand; false where that could not be said. */
  say(word: "alive" | "how"): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(word);
    return true;
  }

  private draw(signal: AbortSignal): void {
    if (this.socket || signal.aborted || (!this.begun && this.tries >= TRIES)) return;
    clearTimeout(this.timer);
    this.tries += 1;
    const socket = new WebSocket(`${this.settings.wsUrl}netwerk/events`);
    this.socket = socket;
    socket.addEventListener("message", ({ data }) => this.tell(JSON.parse(data as string) as News), { signal });
    socket.addEventListener(
      "open",
      () => {
        if (this.begun) this.tell({ back: true });
        this.begun = true;
      },
      { signal },
    );
    socket.addEventListener(
      "close",
      () => {
        this.socket = null;
        this.timer = setTimeout(() => this.draw(signal), AGAIN);
      },
      { signal },
    );
  }

  private tell(news: News): void {
    for (const listener of [...this.listeners]) listener(news);
  }
}
