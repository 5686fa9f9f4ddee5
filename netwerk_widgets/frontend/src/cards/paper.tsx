/** The cards on paper: which family, in which language; printed from here, or kept as a page of its own. */
import { useState } from "preact/hooks";
import { LANGUAGES, TONGUES } from "../contract";
import type { Connection } from "../kernel/connection";
import { printPage, save } from "../shared/leaving";
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
        options={LANGUAGES.map((one) => [one, TONGUES[one].name])}
        onChange={(next) => setLang(next as typeof lang)}
      />
      <div class="nw-buttons">
        <Button main onClick={() => void made(printPage)}>
          {t("cards.paper.print")}
        </Button>
        <Button onClick={() => void made(kept)}>{t("cards.paper.save")}</Button>
      </div>
      <p role="status">{trouble}</p>
    </Dialog>
  );
}

function kept(html: string): void {
  save(new Blob([html], { type: "text/html" }), `${t("cards.paper.file")}.html`);
}
