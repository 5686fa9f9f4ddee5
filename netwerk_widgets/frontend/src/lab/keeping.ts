/** The way of what is typed to the server, by requests that outlive the page (`/netwerk/draft`). */
import { ServerConnection } from "@jupyterlab/services";
import type { Answer } from "../shared/draft";
import { page } from "../shared/page";

/** A browser takes no larger request along when the page goes (bytes; 64 kB for all of them together). */
const OUTLIVES = 60_000;

export function keepDrafts(settings: ServerConnection.ISettings, signal: AbortSignal): void {
  const url = `${settings.baseUrl}netwerk/draft`;
  page.drafts.send.set(async (query, body) => {
    const keepalive = body !== undefined && new Blob([body]).size < OUTLIVES;
    const how: RequestInit = body === undefined ? {} : { method: "POST", body, keepalive };
    const answer = await ServerConnection.makeRequest(url + query, how, settings);
    return { ...((await answer.json()) as object), status: answer.status } as Answer;
  });
  signal.addEventListener("abort", () => page.drafts.send.set(null));
}

/** Whoever goes on has left the field: its words go into history. */
export function leaveField(): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement && field.closest(".nw-root") && !field.closest("dialog")) field.blur();
}
