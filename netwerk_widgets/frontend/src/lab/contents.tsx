/** Where one is in the bar: pressed, it lists the steps of this workbook and all workbooks, to go to any of them. */
import { ServerConnection } from "@jupyterlab/services";
import { useRef, useState } from "preact/hooks";
import { spoken, t } from "../shared/words";
import { useClosing } from "../ui/closing";
import type { Book } from "./book";
import type { Desk, Place } from "./desk";

type Listed = Pick<Book, "name" | "title">;

export function Contents({ desk, place }: { desk: Desk; place: Place }) {
  const [open, setOpen] = useState(false);
  const [books, setBooks] = useState<Listed[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useClosing(open, { box, close: () => setOpen(false) });
  const toggle = () => {
    setOpen(!open);
    if (!open) void listed().then(setBooks);
  };
  const act = (go: () => void) => () => {
    setOpen(false);
    go();
  };
  return (
    <div class="nw-bar-contents" ref={box}>
      <button type="button" class="nw-bar-where" aria-expanded={open} title={t("lab.bar.contents")} onClick={toggle}>
        <Where place={place} />
      </button>
      {open && (
        <nav class="nw-bar-menu-list nw-bar-contents-list" aria-label={t("lab.bar.contents")}>
          <Steps {...{ desk, place, act }} />
          <Books {...{ desk, place, books, act }} />
        </nav>
      )}
    </div>
  );
}

function Where({ place }: { place: Place }) {
  const { steps, index, book } = place;
  return (
    <>
      <span class="nw-bar-title">{spoken(book.title, book.name)}</span>
      <span class="nw-dashes" aria-hidden="true" style={{ "--nw-steps": String(steps.length) }}>
        {steps.map((step, at) => (
          <i key={step} class={at === index ? "nw-now" : at < index ? "nw-done" : ""} />
        ))}
      </span>
      <span class="nw-bar-step" aria-live="polite">
        {t("lab.bar.step", { step: index + 1, steps: steps.length })}
      </span>
    </>
  );
}

interface Listing {
  desk: Desk;
  place: Place;
  act: (go: () => void) => () => void;
}

function Steps({ desk, place, act }: Listing) {
  const here = place.steps[place.index];
  return (
    <section>
      <h2>{t("lab.contents.steps")}</h2>
      <ol>
        {desk.contents().map(({ step, title }) => (
          <li key={step}>
            <button type="button" aria-current={step === here ? "step" : undefined} onClick={act(() => desk.go(step))}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Books({ desk, place, books, act }: Listing & { books: Listed[] }) {
  return (
    <section>
      <h2>{t("lab.contents.books")}</h2>
      <ul>
        {books.map(({ name, title }) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === place.book.name ? "page" : undefined}
              onClick={act(() => name !== place.book.name && desk.open(name))}
            >
              {spoken(title, name)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those that there are now; without an answer the steps are listed alone. */
async function listed(): Promise<Listed[]> {
  try {
    const settings = ServerConnection.makeSettings();
    const answer = await ServerConnection.makeRequest(`${settings.baseUrl}netwerk/workbooks`, {}, settings);
    const { workbooks } = (await answer.json()) as { workbooks?: Listed[] };
    return workbooks ?? [];
  } catch {
    return [];
  }
}
