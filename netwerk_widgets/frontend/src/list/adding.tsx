/** A new person from the list: role, circle, domain; the field stays ready for the next. */
import { useState } from "preact/hooks";
import { choose } from "../case/selection";
import { DEFAULTS, LIMITS } from "../contract";
import { newId } from "../kernel/wire";
import { CIRCLES, choices, DOMAINS } from "../panel/choices";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { useKeptText } from "../ui/kepttext";
import { Form, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";

export function Adding({ connection }: Pick<Ground, "connection">) {
  const { hideNames } = usePrefs();
  const kept = useKeptText({ connection, place: placed("new_person", "list") });
  // What stands half typed would show a name that is to be hidden.
  const role = hideNames ? "" : kept.text;
  const [circle, setCircle] = useState("2");
  const [domain, setDomain] = useState<string>(DEFAULTS.person.domain);
  const submit = () => {
    if (role.trim()) kept.bring(() => add(connection, role.trim(), Number(circle), domain));
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

function add(connection: Ground["connection"], role: string, circle: number, domain: string): void {
  const id = newId("p");
  connection.edit({ edit: "add_person", id, role, circle, domain });
  choose(connection, [id]);
}
