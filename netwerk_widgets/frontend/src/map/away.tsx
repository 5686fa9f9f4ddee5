/** Who was taken off the map and is still in the history of the case: a way to forget them for good. */
import { useEffect, useState } from "preact/hooks";
import type { Gone } from "../contract";
import { Forgetting } from "../panel/leaving";
import { announce } from "../shared/announce";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import type { MapController } from "./controller";

export function Away({ map }: { map: MapController }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("map.away")}</Button>
      {open && <List map={map} onClose={() => setOpen(false)} />}
    </>
  );
}

function List({ map, onClose }: { map: MapController; onClose: () => void }) {
  const [people, setPeople] = useState<Gone[] | null>(null);
  const [chosen, setChosen] = useState("");
  usePrefs();
  const ask = async () => {
    const answer = await map.connection.ask("taken_away");
    if (map.connection.failed(answer)) return onClose();
    const found = answer.people as Gone[];
    map.mirror.remember(found);
    setPeople(found);
  };
  useEffect(() => void ask(), []);
  const done = () => {
    announce(map.root.element, t("map.away.done"));
    void ask();
  };
  if (people === null) return null;
  if (chosen) {
    return (
      <Forgetting
        connection={map.connection}
        mirror={map.mirror}
        id={chosen}
        onClose={() => setChosen("")}
        onDone={done}
      />
    );
  }
  return (
    <Dialog title={t("map.away.title")} onClose={onClose}>
      <p>{t(people.length ? "map.away.explain" : "map.away.nobody")}</p>
      <div class="nw-buttons">
        {people.map(({ id }) => (
          <Button key={id} danger onClick={() => setChosen(id)}>
            {t("panel.forget", { who: map.mirror.name(id) })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
