import covered from "../ui/covered.css";
import columns from "./columns.css";
import frame from "./lab.css";
import small from "./small.css";
import step from "./step.css";

/** Brings the extension's style sheet into the page, once. */
export function style(): void {
  if (document.getElementById("netwerk-lab-style")) return;
  const sheet = document.createElement("style");
  sheet.id = "netwerk-lab-style";
  sheet.textContent = frame + covered + step + columns + small;
  document.head.append(sheet);
}
