import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Scroll } from "@/components/ui/scroll";
import type { Role } from "@/lib/access/policy";
import type { Person } from "@/lib/user/queries";
import "./user.css";

const EVERYWHERE: readonly Role[] = ["controller", "administrator"];

/** Everybody with a role, what they may do, where contributors enter, and whether the account is open. */
export function People({ org, people }: { org: string; people: Person[] }) {
  const t = useTranslations("user.list");
  const common = useTranslations("common");
  return (
    <Scroll label={t("title")}>
      <table className="tbl people">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("email")}</th>
            <th scope="col">{t("roles")}</th>
            <th scope="col">{t("orgUnits")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">
              <span className="vh">{t("change")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </Scroll>
  );
}
