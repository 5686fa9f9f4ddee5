/** A new person from the list: role, circle, domain; the field stays ready for the next. */
import { useEffect, useId, useState } from "preact/hooks";
import { SelectField } from "../base/fields";
import { usePrefs } from "../base/hooks";
import { choose } from "../base/selection";
import { Button, type Ground } from "../base/ui";
import { newId } from "../base/wire";
import { CIRCLES, choices, DOMAINS } from "../panel/choices";
import { t } from "../words";

export function Adding({ session }: Pick<Ground, "session">) {
  const { hideNames } = usePrefs();
  const field = useId();
  const [role, setRole] = useState("");
  const [circle, setCircle] = useState("2");
  const [domain, setDomain] = useState("family");
  // What stands half typed would show a name that is to be hidden.
  useEffect(() => {
    if (hideNames) setRole("");
  }, [hideNames]);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    if (!role.trim()) return;
    const id = newId("p");
    session.edit({ edit: "add_person", id, role: role.trim(), circle: Number(circle), domain });
    choose(session, [id]);
    setRole("");
  };
  return (
    <form class="nw-add" aria-label={t("list.add")} onSubmit={add} autocomplete="off">
      <div class="nw-field nw-add-role">
        <label class="nw-label" for={field}>
          {t("list.add")}
        </label>
        <input
          id={field}
          data-nw-add=""
          type="text"
          autocomplete="off"
          maxLength={60}
          value={role}
          disabled={hideNames}
          placeholder={t(hideNames ? "list.add.hidden" : "list.add.role")}
          onInput={(event) => setRole(event.currentTarget.value)}
        />
      </div>
      <SelectField
        label={t("list.column.circle")}
        value={circle}
        options={choices("circle", CIRCLES)}
        onChange={setCircle}
      />
      <SelectField
        label={t("list.column.domain")}
        value={domain}
        options={choices("domain", DOMAINS)}
        onChange={setDomain}
      />
      <Button submit disabled={!role.trim()}>
        {t("list.add.do")}
      </Button>
    </form>
  );
}
