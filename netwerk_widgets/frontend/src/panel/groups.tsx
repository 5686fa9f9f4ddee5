/** The groups of whoever is chosen: made, named, joined, left and dissolved. */
import { groupsOf, membersOf, sameGroup } from "../case/groups";
import { discreet } from "../case/mirror";
import { choose } from "../case/selection";
import { type Group, LIMITS } from "../contract";
import { newId } from "../kernel/wire";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { type Option, SelectField, TextField } from "../ui/fields";
import { useKeptText } from "../ui/kepttext";
import { Form, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";
import { changer } from "./ground";

export interface GroupsProps extends Ground {
  ids: string[];
  writable: boolean;
}

/** By what a group goes on this screen. */
export function groupName(group: Group): string {
  return discreet(group.name) || t("panel.group.unnamed");
}

export function Groups(props: GroupsProps) {
  const { connection, mirror, ids, writable } = props;
  const whole = ids.length > 1 ? sameGroup(mirror, ids) : undefined;
  const theirs = groupsOf(mirror, ids).filter(({ id }) => id !== whole?.id);
  const open = mirror.others("group").filter((group) => !ids.every((id) => membersOf(group, mirror).includes(id)));
  const join = (id: string) => {
    const group = mirror.others("group").find((one) => one.id === id);
    if (group) changer(props, "group", id)({ members: [...new Set([...membersOf(group, mirror), ...ids])].join(" ") });
  };
  return (
    <>
      {whole && <Whole key={whole.id} {...props} group={whole} />}
      {theirs.map((group) => (
        <div key={group.id} class="nw-buttons">
          <Button onClick={() => choose(connection, membersOf(group, mirror))}>
            {t("panel.group.of", { group: groupName(group) })}
          </Button>
          {writable && <Button onClick={() => leave(props, group)}>{t("panel.group.leave")}</Button>}
        </div>
      ))}
      {writable && open.length > 0 && (
        <SelectField
          label={t("panel.group.join")}
          value=""
          stamp={mirror.version.get()}
          options={[["", t("panel.many.choose")], ...open.map((group): Option => [group.id, groupName(group)])]}
          onChange={(id) => id && join(id)}
        />
      )}
      {writable && ids.length > 1 && !whole && <NewGroup {...props} />}
    </>
  );
}

/** Just this group is chosen: what it is called, and a way to dissolve it. */
function Whole(props: GroupsProps & { group: Group }) {
  const { connection, group, writable } = props;
  return (
    <>
      <TextField
        label={t("panel.group.name")}
        value={group.name}
        stamp={group}
        limit={LIMITS.group.name}
        disabled={!writable}
        kept={{ connection, place: placed("group", group.id, "name") }}
        onCommit={(name) => changer(props, "group", group.id)({ name: name.trim() })}
      />
      {writable && (
        <Button onClick={() => connection.edit({ edit: "remove", ids: [["group", group.id]] })}>
          {t("panel.group.dissolve")}
        </Button>
      )}
    </>
  );
}

function NewGroup({ connection, ids }: GroupsProps) {
  const { hideNames } = usePrefs();
  const kept = useKeptText({ connection, place: placed("new_group", "panel") });
  // What stands half typed may be a name that is to be hidden.
  const name = hideNames ? "" : kept.text;
  const submit = () => {
    const fields = { name: name.trim(), members: ids.join(" ") };
    if (fields.name) kept.bring(() => connection.edit({ edit: "add", kind: "group", id: newId("g"), fields }));
  };
  return (
    <Form class="nw-stack" label={t("panel.group.new")} onSubmit={submit}>
      <PlainField
        label={t("panel.group.new")}
        value={name}
        at={kept.at}
        onInput={kept.type}
        limit={LIMITS.group.name}
        mark="group"
        disabled={hideNames}
        placeholder={t("panel.group.example")}
      />
      <Button submit onClick={submit} disabled={!name.trim()}>
        {t("panel.group.make")}
      </Button>
    </Form>
  );
}

/** Out of a group, which goes with its last member. */
function leave(ground: GroupsProps, group: Group): void {
  const left = membersOf(group, ground.mirror).filter((id) => !ground.ids.includes(id));
  if (left.length) changer(ground, "group", group.id)({ members: left.join(" ") });
  else ground.connection.edit({ edit: "remove", ids: [["group", group.id]] });
}
