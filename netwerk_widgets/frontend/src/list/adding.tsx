/** A new person from the list: role, circle, domain; the field stays ready for the next. */
import { useState } from "preact/hooks";
import { SelectField } from "../base/fields";
import { usePrefs } from "../base/hooks";
import { useKeptText } from "../base/kepttext";
import { Form, PlainField } from "../base/plain";
import { choose } from "../base/selection";
import { placed } from "../base/typing";
import { Button, type Ground } from "../base/ui";
import { newId } from "../base/wire";
import { DEFAULTS, LIMITS } from "../contract";
import { CIRCLES, choices, DOMAINS } from "../panel/choices";
import { t } from "../words";

export function Adding({ session }: Pick<Ground, "session">) {
  const { hideNames } = usePrefs();
  const kept = useKeptText({ session, place: placed("new_person", "list") });
  // What stands half typed would show a name that is to be hidden.
  const role = hideNames ? "" : kept.text;
  const [circle, setCircle] = useState("2");
  const [domain, setDomain] = useState<string>(DEFAULTS.person.domain);
  const submit = () => {
    if (role.trim()) kept.bring(() => add(session, role.trim(), Number(circle), domain));
    else kept.clear();
  };
  return (
    <Form class="nw-add" label={t("list.add")} onSubmit={submit}>
      <PlainField
        label={t("list.add")}
        value={role}
        at={kept.at}
        onInput={kept.type}
        limit={LIMITS.person.role}
        mark="add"
        disabled={hideNames}
        placeholder={t(hideNames ? "list.add.hidden" : "list.add.role")}
      />
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
    </Form>
  );
}

function add(session: Ground["session"], role: string, circle: number, domain: string): void {
  const id = newId("p");
  session.edit({ edit: "add_person", id, role, circle, domain });
  choose(session, [id]);
}
