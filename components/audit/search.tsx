import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { auditDoors, type AuditFilter } from "@/lib/audit/model";

type Props = {
  slug: string;
  filter: AuditFilter;
  choices: { people: { id: string; name: string }[]; rooms: string[] };
};

/** Narrows the trail; sent as an address, so that what was found can be shared. */
export function AuditSearch({ slug, filter, choices }: Props) {
  const t = useTranslations("audit");
  const all = { value: "", label: t("all") };
  const roomName = (room: string) => knownMessage(t, `room.${room}`) ?? room;
  return (
    <form className="audit-search" action={`/${slug}/audit`} method="get" role="search">
      <SelectField
        name="room"
        label={t("what")}
        defaultValue={filter.room ?? ""}
        options={[all, ...choices.rooms.map((room) => ({ value: room, label: roomName(room) }))]}
      />
      <SelectField
        name="actorId"
        label={t("who")}
        defaultValue={filter.actorId ?? ""}
        options={[all, ...choices.people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        name="door"
        label={t("doorHead")}
        defaultValue={filter.door ?? ""}
        options={[all, ...auditDoors.map((door) => ({ value: door, label: t(`door.${door}`) }))]}
      />
      <TextField name="from" label={t("from")} type="date" defaultValue={filter.from ?? ""} />
      <TextField name="to" label={t("to")} type="date" defaultValue={filter.to ?? ""} />
      <button type="submit" className="btn">
        {t("search")}
      </button>
    </form>
  );
}
