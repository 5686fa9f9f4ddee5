/** The map on paper or as a picture. Names leave only when the user says so. */
import { useState } from "preact/hooks";
import { Dialog } from "../base/dialog";
import { Button } from "../base/ui";
import { page, setPrefs } from "../page";
import { t } from "../words";
import type { MapController } from "./controller";
import { drawSvg } from "./svg";

type Size = "A4" | "A3";

export function Paper({ map, close }: { map: MapController; close: () => void }) {
  const [roles, setRoles] = useState(false);
  const [size, setSize] = useState<Size>("A4");
  const svg = () => drawing(map, roles);
  return (
    <Dialog title={t("map.paper")} onClose={close}>
      <p>{t("map.paper.explain")}</p>
      <label class="nw-map-check">
        <input type="checkbox" checked={roles} onChange={(event) => setRoles(event.currentTarget.checked)} />
        {t("map.paper.roles")}
      </label>
      <label>
        {t("map.paper.size")}
        <select value={size} onChange={(event) => setSize(event.currentTarget.value as Size)}>
          <option>A4</option>
          <option>A3</option>
        </select>
      </label>
      <div class="nw-map-row">
        <Button main onClick={() => printed(svg(), size)}>
          {t("map.paper.print")}
        </Button>
        <Button onClick={() => void png(svg()).then((file) => save(file, "netwerkkaart.png"))}>PNG</Button>
        <Button onClick={() => save(new Blob([svg()], { type: "image/svg+xml" }), "netwerkkaart.svg")}>SVG</Button>
      </div>
    </Dialog>
  );
}

/** The map as SVG, with roles or with neutral labels whatever the screen shows now. */
function drawing(map: MapController, roles: boolean): string {
  const before = page.prefs.get().hideNames;
  setPrefs({ hideNames: !roles });
  try {
    return drawSvg(map);
  } finally {
    setPrefs({ hideNames: before });
  }
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

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A page of its own in a frame, so that nothing of the screen is on the paper. */
function printed(svg: string, size: Size): void {
  const frame = document.createElement("iframe");
  frame.className = "nw-print";
  frame.setAttribute("aria-hidden", "true");
  document.body.append(frame);
  const sheet = frame.contentDocument;
  if (!sheet) return frame.remove();
  sheet.title = t("map.paper.title");
  const style = sheet.createElement("style");
  style.textContent = `@page{size:${size} landscape;margin:12mm}body{margin:0}svg{width:100%;height:auto;max-height:96vh}`;
  sheet.head.append(style);
  sheet.body.append(sheet.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove(), { once: true });
  frame.contentWindow?.print();
}
