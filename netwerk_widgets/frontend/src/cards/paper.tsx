/** The cards on paper: which family, in which language; printed from here, or kept as a page of its own. */
import { useState } from "preact/hooks";
import type { Connection } from "../kernel/connection";
import { page } from "../shared/page";
import { type Sentence, say, t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { type Option, SelectField } from "../ui/fields";
import { type Deck, familyName } from "./deck";

interface PaperProps {
  connection: Connection;
  deck: Deck;
  family: string;
  onClose: () => void;
}

export function Paper({ connection, deck, family: first, onClose }: PaperProps) {
  const [family, setFamily] = useState(first);
  const [lang, setLang] = useState(page.prefs.get().lang);
  const [trouble, setTrouble] = useState("");
  const families = deck.families.map(({ id }): Option => [id, familyName(deck, id)]);
  const made = async (use: (html: string) => void) => {
    const answer = await connection.ask("paper", { family, lang });
    if (typeof answer.html === "string") use(answer.html);
    else setTrouble(say(answer.error as Sentence));
  };
  return (
    <Dialog title={t("cards.paper")} onClose={onClose}>
      <p>{t("deck.print.explain")}</p>
      <SelectField
        label={t("cards.choose.family")}
        value={family}
        options={[["", t("cards.every")], ...families]}
        onChange={setFamily}
      />
      <SelectField
        label={t("cards.paper.language")}
        value={lang}
        options={[
          ["nl", "Nederlands"],
          ["en", "English"],
        ]}
        onChange={(next) => setLang(next as typeof lang)}
      />
      <div class="nw-buttons">
        <Button main onClick={() => void made(printed)}>
          {t("cards.paper.print")}
        </Button>
        <Button onClick={() => void made((html) => saved(html, `${t("cards.paper.file")}.html`))}>
          {t("cards.paper.save")}
        </Button>
      </div>
      <p role="status">{trouble}</p>
    </Dialog>
  );
}

/** Prints a page in a frame of its own, in which nothing can run whatever a card says. */
function printed(html: string): void {
  const frame = document.createElement("iframe");
  frame.className = "nw-print";
  frame.setAttribute("aria-hidden", "true");
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.addEventListener(
    "load",
    () => {
      frame.contentWindow?.addEventListener("afterprint", () => frame.remove(), { once: true });
      frame.contentWindow?.print();
    },
    { once: true },
  );
  frame.srcdoc = html;
  document.body.append(frame);
}

function saved(html: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
