/** The agenda of the method on one sheet of A4. */
import { printPage } from "../shared/leaving";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import type { PartProps } from "./view";

export function AgendaButton({ connection }: Pick<PartProps, "connection">) {
  const print = async () => {
    const answer = await connection.ask("agenda");
    if (!connection.failed(answer)) printPage(String(answer.html));
  };
  return <Button onClick={() => void print()}>{t("guide.agenda")}</Button>;
}
