/**
 * The panel on the wished map: where the client would like somebody to stand. Whatever cannot be wished lies shut in
 * a group that says that it is about now.
 */
import type { ComponentChildren } from "preact";
import { t } from "../shared/words";
import { Button, Fold } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { CIRCLES, choices, DOMAINS } from "./choices";
import type { PersonPart, Wishes } from "./ground";

export function WishFor({ children, ...part }: PersonPart & { wishes: Wishes; children: ComponentChildren }) {
  const { mirror, person } = part;
  // Whoever comes later is a wish altogether: of them nothing is about now.
  const later = person.moment === "soon";
  return (
    <>
      {person.circle === 0 ? <p class="nw-soft">{t("panel.wish.middle")}</p> : <Where {...part} />}
      {later ? (
        <Fold title={t("panel.more", { who: mirror.name(person.id) })}>{children}</Fold>
      ) : (
        <AboutNow>{children}</AboutNow>
      )}
    </>
  );
}

/** What stays as it is drawn today; shut until somebody means to alter just that. */
export function AboutNow({ children }: { children: ComponentChildren }) {
  return (
    <Fold title={t("panel.wish.now")}>
      <p class="nw-soft">{t("panel.wish.now.hint")}</p>
      {children}
    </Fold>
  );
}

function Where({ connection, person, writable, wishes }: PersonPart & { wishes: Wishes }) {
  const wish = wishes[person.id];
  const [circle, domain] = wish ?? [person.circle, person.domain];
  const put = (where: { circle?: number; domain?: string }) =>
    connection.edit({ edit: "put", people: [person.id], ...where, wished: true });
  const none = () => connection.edit({ edit: "place", moves: [[person.id, person.x, person.y]], wished: true });
  return (
    <>
      <p class="nw-soft">{t("panel.wish.explain")}</p>
      <SelectField
        label={t("panel.wish.circle")}
        value={String(circle)}
        options={choices("circle", CIRCLES)}
        stamp={wishes}
        disabled={!writable}
        onChange={(next) => put({ circle: Number(next) })}
      />
      <SelectField
        label={t("panel.wish.domain")}
        value={domain}
        options={choices("domain", DOMAINS)}
        stamp={wishes}
        disabled={!writable}
        onChange={(next) => put({ domain: next })}
      />
      {wish && writable && <Button onClick={none}>{t("panel.wish.none")}</Button>}
    </>
  );
}
