/**
 * What is on the screen that has no entity of its own: a card, a phase. A view says so on its element
 * (`data-nw-about="card:facts-01"`), and whoever pins a note finds it there.
 */

/** The card or phase that is in sight now; "" where there is none. */
export function aboutNow(): string {
  for (const element of document.querySelectorAll<HTMLElement>("[data-nw-about]")) {
    if (element.offsetParent !== null && element.dataset.nwAbout) return element.dataset.nwAbout;
  }
  return "";
}
