/** The map on paper or as a picture. Names leave only when the user says so. */
import { useState } from "preact/hooks";
import { onPaper, save } from "../shared/leaving";
import { dayWith, t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import type { MapController } from "./controller";
import { layOut, partsOf } from "./day";
import { drawSvg } from "./sheet";

type Size = "A4" | "A3";

export function Paper({ map, close }: { map: MapController; close: () => void }) {
  const [roles, setRoles] = useState(false);
  const [size, setSize] = useState<Size>("A4");
  const [day, setDay] = useState(false);
  const svg = () => drawSvg(map, roles);
  return (
    <Dialog title={t("map.paper")} onClose={close}>
      <p>{t("map.paper.explain")}</p>
      <label class="nw-map-check">
        <input type="checkbox" checked={roles} onChange={(event) => setRoles(event.currentTarget.checked)} />
        {t("map.paper.roles")}
      </label>
      <label class="nw-map-check">
        <input type="checkbox" checked={day} onChange={(event) => setDay(event.currentTarget.checked)} />
        {t("map.paper.day")}
      </label>
      <label hidden={day}>
        {t("map.paper.size")}
        <select value={size} onChange={(event) => setSize(event.currentTarget.value as Size)}>
          <option>A4</option>
          <option>A3</option>
        </select>
      </label>
      <div class="nw-buttons nw-map-row">
        <Button main onClick={() => (day ? void printedDay(map, roles) : printed(svg(), size))}>
          {t("map.paper.print")}
        </Button>
        <Button onClick={() => void png(svg()).then((file) => save(file, "netwerkkaart.png"))}>PNG</Button>
        <Button onClick={() => save(new Blob([svg()], { type: "image/svg+xml" }), "netwerkkaart.svg")}>SVG</Button>
      </div>
    </Dialog>
  );
}

async function png(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** The map alone, as large as the paper. */
function printed(svg: string, size: Size): void {
  onPaper(t("map.paper.title"), (sheet) => {
    const style = sheet.createElement("style");
    style.textContent = `@page{size:${size} landscape;margin:12mm}body{margin:0}svg{width:100%;height:auto;max-height:96vh}`;
    sheet.head.append(style);
    sheet.body.append(picture(sheet, svg));
  });
}

/** The map with what was agreed and noted today, on one sheet. */
async function printedDay(map: MapController, roles: boolean): Promise<void> {
  const today = new Date();
  const svg = drawSvg(map, roles);
  const title = t("map.day.title", { code: map.connection.code, day: dayWith(today.toISOString(), {}) });
  const parts = await partsOf(map, roles, today.toLocaleDateString("sv-SE"));
  onPaper(t("map.paper.title"), (sheet) => layOut(sheet, title, picture(sheet, svg), parts));
}

function picture(sheet: Document, svg: string): Node {
  return sheet.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}
