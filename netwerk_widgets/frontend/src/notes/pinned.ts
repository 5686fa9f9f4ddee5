/** What a note is pinned on, in words. */
import { t } from "../shared/words";
import type { Draft, Note, NotesController } from "./controller";

export function pinnedOn(notes: NotesController, { on, about, reply }: Note | Draft): string {
  if (reply) return t("notes.on.reply");
  if (on) {
    const tie = notes.mirror.tie(on);
    if (tie) return t("notes.on.tie", { one: notes.mirror.name(tie.source), other: notes.mirror.name(tie.target) });
    return notes.mirror.name(on);
  }
  const [kind = ""] = about.split(":");
  return ["card", "phase", "step"].includes(kind) ? t(`notes.on.${kind}`) : t("notes.on.case");
}
