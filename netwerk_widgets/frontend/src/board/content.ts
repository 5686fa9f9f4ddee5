/** The board as the kernel tells it, in all its languages. */
import { useState } from "preact/hooks";
import { together } from "../case/mirror";
import type { BoardContent, Part, RowField } from "../contract";
import { useAsked, usePrefs, useStore } from "../shared/hooks";
import type { Ground } from "../ui/elements";

/** The part as it speaks now: what was written for the professional is not said to a client who looks along. */
export function addressed(part: Part): Part {
  if (!together()) return part;
  const { title = part.titles, text, placeholder = {} } = part.with_client;
  const called = (field: RowField) => (Object.keys(field.client_labels).length ? field.client_labels : field.labels);
  const fields = part.fields.map((field) => ({ ...field, labels: called(field) }));
  // What is only to be read would be gone with its text.
  const texts = text ?? (part.kind === "text" ? part.texts : {});
  return { ...part, titles: title, texts, placeholders: placeholder, fields };
}

/** The board, once the kernel has told it; asked again with every picture until then, and where it is another's. */
export function useContent({ connection, mirror }: Ground): BoardContent | null {
  const version = useStore(mirror.version);
  const [told, setTold] = useState<{ code: string; content: BoardContent; together: boolean } | null>(null);
  const { code } = connection;
  const { together } = usePrefs();
  const known = told && (!told.content.by_case || told.code === code) ? told.content : null;
  useAsked(
    (wanted) => {
      // With the client the kernel tells only what is for them; what is on the page stays until it did.
      if (known && told?.together === together) return;
      connection.ask("board").then((answer) => {
        if (wanted() && answer.parts) setTold({ code, content: answer as unknown as BoardContent, together });
      });
    },
    [version, known, code, together],
  );
  return known;
}
