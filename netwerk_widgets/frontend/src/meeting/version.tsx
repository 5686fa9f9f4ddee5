/** A name for the map of today, in one tap; where the map still is that of an earlier name, that is said. */
import { useState } from "preact/hooks";
import { discreet } from "../case/mirror";
import { LIMITS, type Version, type Written } from "../contract";
import { newId } from "../kernel/wire";
import { useAsked, useStore } from "../shared/hooks";
import { dayWith, t } from "../shared/words";
import { Button } from "../ui/elements";
import { Form, PlainField } from "../ui/plain";
import type { PartProps } from "./view";

type Kept = Written<Version> | null;

export function NamedMap({ connection, mirror }: PartProps) {
  const version = useStore(mirror.version);
  const [same, setSame] = useState<Kept | undefined>(undefined);
  useAsked(
    async (wanted) => {
      const answer = await connection.ask("as_it_is");
      if (wanted()) setSame((answer.version as Kept | undefined) ?? null);
    },
    [connection, connection.code, version],
  );
  if (same === undefined || !connection.writable.get()) return null;
  if (same) {
    const day = dayWith(same.at ?? "", { day: "numeric", month: "long" });
    return <p class="nw-soft">{t("guide.version.same", { name: discreet(same.name), day })}</p>;
  }
  return <Naming key={connection.code} {...{ connection, mirror }} />;
}

function Naming({ connection, mirror }: Pick<PartProps, "connection" | "mirror">) {
  const at = new Date().toISOString();
  const proposed = t("guide.version.proposed", { day: dayWith(at, { day: "numeric", month: "long" }) });
  const taken = new Set(mirror.others("version").map(({ name }) => name));
  const free = [proposed, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${proposed} (${count})`)];
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? free.find((one) => !taken.has(one)) ?? proposed;
  const keep = () => {
    if (!name.trim()) return;
    const fields = { name: name.trim(), revision: connection.revision, at };
    connection.edit({ edit: "add", kind: "version", id: newId("v"), fields });
    setTyped(null);
  };
  return (
    <Form class="nw-take-form" onSubmit={keep}>
      <PlainField label={t("guide.version.name")} value={name} limit={LIMITS.version.name} onInput={setTyped} />
      <Button submit disabled={!name.trim()}>
        {t("guide.version.keep")}
      </Button>
    </Form>
  );
}
