import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { OpenDiscussion } from "@/lib/discussion/model";
import { whenSaid } from "./said";
import "./beside.css";

/** Signs shown of what was said last. */
const excerpt = 160;

/** The discussions of a year that wait for somebody, each leading to its value. `path` is the year's address. */
export async function Waiting({ discussions, path }: { discussions: OpenDiscussion[]; path: string }) {
  const [t, locale] = await Promise.all([getTranslations("entry.overview"), getLocale()]);
  if (discussions.length === 0) return null;
  return (
    <section className="beside-waiting" aria-labelledby="waiting">
      <h2 id="waiting">{t("waiting")}</h2>
      <p className="muted">{t("waitingText")}</p>
      <ul>
        {discussions.map(({ id, code, name, unit, orgUnit, text, by, at }) => (
          <li key={id}>
            <Link href={`${path}/${unit}/${code}#discussions`}>
              {name}, {orgUnit}
            </Link>
            {text ? <p className="beside-text">{shortened(text)}</p> : null}
            <p className="beside-by">{t("said", { who: by || t("erased"), when: whenSaid(at, locale) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= excerpt ? text : `${signs.slice(0, excerpt).join("").trimEnd()} …`;
}
