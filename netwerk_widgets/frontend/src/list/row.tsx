/** One person in the list. Drawn again only when what it shows has changed. */
import { Component } from "preact";
import { marked } from "../case/known";
import { CIRCLES, choices, DOMAINS } from "../panel/choices";
import { t } from "../shared/words";
import { SelectField } from "../ui/fields";
import type { Line } from "./order";

/** What can be done from a row; one object for all rows, so that they need not be drawn again for it. */
export interface RowActs {
  open(id: string, event: MouseEvent): void;
  /** `through`: everybody between them and whoever was chosen last as well. */
  toggle(id: string, through: boolean): void;
  put(id: string, where: { circle: number } | { domain: string }): void;
}

export interface RowProps extends Line {
  chosen: boolean;
  /** Of all rows only this one is in the order of Tab; the arrow keys go to the others. */
  active: boolean;
  writable: boolean;
  lang: string;
  acts: RowActs;
}

export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return (Object.keys(next) as (keyof RowProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render() {
    const { person, name, marks, support, ties, chosen, active, acts } = this.props;
    const tab = active ? 0 : -1;
    return (
      <tr class={chosen ? "nw-chosen" : ""} data-id={person.id}>
        <td class="nw-cell-check">
          <label class="nw-check">
            <input
              type="checkbox"
              data-part="check"
              tabIndex={tab}
              checked={chosen}
              onClick={(event) => acts.toggle(person.id, event.shiftKey)}
            />
            <span class="nw-visually-hidden">{t("list.choose", { who: name })}</span>
          </label>
        </td>
        <th scope="row" class="nw-cell-name">
          <button
            type="button"
            class="nw-name"
            data-part="name"
            tabIndex={tab}
            aria-current={chosen ? "true" : undefined}
            onClick={(event) => acts.open(person.id, event)}
          >
            {name} {marks && <span class={marked(person, "unsafe") ? "nw-marks nw-fault" : "nw-marks"}>{marks}</span>}
          </button>
        </th>
        <Place {...this.props} tab={tab} />
        <td class="nw-cell-support">{support}</td>
        <td class="nw-cell-ties">
          {ties}
          <span class="nw-visually-hidden"> {t("list.ties.words")}</span>
        </td>
      </tr>
    );
  }
}

/** Circle and domain, to be changed on the spot; whoever stands in the middle has neither. */
function Place({ person, name, writable, acts, tab }: RowProps & { tab: number }) {
  if (person.circle === 0) {
    return (
      <>
        <td class="nw-cell-circle">{t("model.circle.0")}</td>
        <td class="nw-cell-domain" />
      </>
    );
  }
  return (
    <>
      <td class="nw-cell-circle">
        <SelectField
          bare
          part="circle"
          tab={tab}
          label={t("list.circle_of", { who: name })}
          value={String(person.circle)}
          options={choices("circle", CIRCLES)}
          stamp={person}
          disabled={!writable}
          onChange={(circle) => acts.put(person.id, { circle: Number(circle) })}
        />
      </td>
      <td class="nw-cell-domain">
        <SelectField
          bare
          part="domain"
          tab={tab}
          label={t("list.domain_of", { who: name })}
          value={person.domain}
          options={choices("domain", DOMAINS)}
          stamp={person}
          disabled={!writable}
          onChange={(domain) => acts.put(person.id, { domain })}
        />
      </td>
    </>
  );
}
