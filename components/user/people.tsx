import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { overButtons, Table } from "@/components/ui/table";
import type { Role } from "@/lib/access/policy";
import type { Person } from "@/lib/user/queries";
import "./user.css";

const EVERYWHERE: readonly Role[] = ["controller", "administrator"];

/** Everybody with a role, what they may do, where contributors enter, and whether the account is open. */
export function People({ org, people }: { org: string; people: Person[] }) {
  const t = useTranslations("user.list");
  const common = useTranslations("common");
  return (
    <Table
      label={t("title")}
      className="people"
      columns={[t("name"), t("email"), t("roles"), t("orgUnits"), t("state"), overButtons(t("change"))]}
    >
      {people.map(({ id, name, email, roles, orgUnits, isDisabled }) => (
        <tr key={id} className={isDisabled ? "closed" : undefined}>
          <th scope="row">{name}</th>
          <td>{email}</td>
          <td>{roles.map((role) => common(`role.${role}`)).join(", ")}</td>
          <td data-label={t("orgUnits")}>
            {roles.some((role) => EVERYWHERE.includes(role))
              ? t("everyOrgUnit")
              : orgUnits.map((orgUnit) => orgUnit.name).join(", ")}
          </td>
          <td data-label={t("state")}>{isDisabled ? t("disabled") : t("active")}</td>
          <td className="r">
            <Link className="act" href={`/${org}/users/${id}`}>
              {t("change")}
              <span className="vh"> {name}</span>
            </Link>
          </td>
        </tr>
      ))}
    </Table>
  );
}
