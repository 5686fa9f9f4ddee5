/** When the meeting stops: a time on the wall, set at check-in or later. The kernel shares the minutes out. */
import { useEffect, useState } from "preact/hooks";
import { useName } from "../shared/hooks";
import { clock, t } from "../shared/words";
import { Button } from "../ui/elements";
import { Field } from "../ui/fields";
import type { PartProps } from "./view";

export function Stops({ meeting, told }: Pick<PartProps, "meeting" | "told">) {
  const id = useName();
  const stops = told.meeting?.stops ? clock(told.meeting.stops) : "";
  const [time, setTime] = useState(stops);
  useEffect(() => setTime(stops), [stops]);
  const set = async (next: string) => {
    if (next !== stops && !(await meeting.act("stops", { time: next }))) setTime(stops);
  };
  return (
    <div class="nw-stops">
      <Field id={id} label={t("guide.stops")}>
        <input
          id={id}
          type="time"
          autocomplete="off"
          value={time}
          onInput={(event) => setTime(event.currentTarget.value)}
          onBlur={() => void set(time)}
          onKeyDown={(event) => event.key === "Enter" && void set(time)}
        />
      </Field>
      {stops && (
        <Button
          class="nw-icon"
          label={t("guide.stops.none")}
          onClick={() => void meeting.act("stops", { time: "" })}
          sign="✕"
        />
      )}
    </div>
  );
}
