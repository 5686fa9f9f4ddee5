/** The tools' pictures: lines of one weight, in the colour of their button. */
const PATHS: Record<string, string> = {
  add: "M9 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 3-6.5 6.5-6.5 1.5 0 2.8.4 3.9 1.2M17.5 13v8M13.5 17h8",
  connect: "M5 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM19 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM7.5 12h9",
  more: "M4 4h9v9H4zM10 16v4h10V10h-4",
  draw: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  undo: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  redo: "m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M12 10v4M10 12h4",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  find: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
  time: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2",
  letters:
    "M3 19 8.5 5 14 19M5 14.5h7M20.5 19v-6.5a3 3 0 0 0-5.5-1.5M20.5 14.5c-3.5 0-5.5.8-5.5 2.7 0 2.6 4.5 2.4 5.5-.7",
  legend: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M12 17h.01",
  rest: "M5 12h.01M12 12h.01M19 12h.01",
  paper: "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
};

export function icon(name: string) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name] ?? ""}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
