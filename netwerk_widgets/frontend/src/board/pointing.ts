/** A part of a board beside a map: whoever is tapped there is taken into it, and whom it tells of is marked there. */
import { useEffect, useRef } from "preact/hooks";
import { tellAnswered } from "../case/answered";
import { pointedOf } from "../case/selection";
import type { Ground } from "../ui/elements";
import { offered } from "./who";

/** Where somebody was last: of several parts in sight that one takes whoever is tapped, or else the first. */
let last: Element | null = null;

export function usePointing(
  { connection, mirror }: Ground,
  place: { current: HTMLElement | null },
  people: readonly string[],
  take: ((person: string) => void) | undefined,
): void {
  const taking = useRef(take);
  taking.current = take;
  const { code } = connection;
  useEffect(() => {
    const element = place.current;
    if (!element || !take) return;
    element.dataset.nwTakes = "";
    const remember = () => {
      last = element;
    };
    element.addEventListener("focusin", remember);
    const end = pointedOf(code).watch((at) => {
      const person = at && mirror.person(at.id);
      if (person && offered([person]).length && taker() === element) taking.current?.(person.id);
    });
    return () => {
      end();
      element.removeEventListener("focusin", remember);
      delete element.dataset.nwTakes;
    };
  }, [code, mirror, !take]);
  useEffect(() => {
    tellAnswered(place, { code, people, shown: () => place.current?.checkVisibility() ?? false });
  }, [code, people.join()]);
  useEffect(() => () => tellAnswered(place, null), []);
}

function taker(): Element | undefined {
  const inSight = [...document.querySelectorAll("[data-nw-takes]")].filter((one) => one.checkVisibility());
  return inSight.find((one) => one === last) ?? inSight[0];
}
