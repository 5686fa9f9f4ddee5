import columns from "../styles/columns.css";
import covered from "../styles/covered.css";
import frame from "../styles/lab.css";
import step from "../styles/step.css";

/** Brings the extension's style sheet into the page, once. */
export function style(): void {
  if (document.getElementById("netwerk-lab-style")) return;
  const sheet = document.createElement("style");
  sheet.id = "netwerk-lab-style";
  sheet.textContent = frame + covered + step + columns;
  document.head.append(sheet);
}
