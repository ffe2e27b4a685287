import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

/** Initiatives to pick from, each leading to the form it fills in. */
export function PickList({
  initiatives,
  href,
}: {
  initiatives: { code: string; name: string }[];
  href: (code: string) => string;
}) {
  const t = useTranslations("agreement");
  if (initiatives.length === 0) return <p className="muted">{t("nonePart")}</p>;
  return (
    <ul className="uses">
      {initiatives.map(({ code, name }) => (
        <li key={code}>
          <span>{name}</span>
          <Link className="act" href={href(code)}>
            {t("commitment.pick")}
            <span className="vh"> {name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
