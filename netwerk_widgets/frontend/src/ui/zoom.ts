/** How much a part of the page is zoomed (see lab/scale): what is placed in it is told in so many pixels of the screen. */
export function zoomOf(element: Element): number {
  return Number(getComputedStyle(element).getPropertyValue("--nw-zoom")) || 1;
}
