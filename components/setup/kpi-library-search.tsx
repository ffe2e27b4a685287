import { useTranslations } from "next-intl";
import { Views } from "@/components/ui/views";
import { inSet, librarySets, type LibrarySet } from "@/lib/setup/kpi-library/model";

/** Which set of the library is looked at, what is searched for in it, and all of it ticked at once. */
export function LibrarySearch({ here, set, text }: { here: string; set: LibrarySet; text: string }) {
  const t = useTranslations("setup.kpiLibrary");
  const address = (query: Record<string, string>) => `${here}?${new URLSearchParams(query).toString()}`;
  const searched: Record<string, string> = text ? { q: text } : {};
  return (
    <>
      <Views
        label={t("sets")}
        views={librarySets.map((other) => ({
          label: `${t(`set.${other}`)} (${inSet(other).length})`,
          href: address({ set: other, ...searched }),
          current: other === set,
        }))}
      />
      <p className="prose">{t(`aboutSet.${set}`)}</p>
      <form action={here} method="get" role="search" className="search">
        <input type="hidden" name="set" value={set} />
        <label htmlFor="q">{t("searchLabel")}</label>
        <div className="btns">
          <input id="q" type="search" name="q" defaultValue={text} maxLength={100} />
          <button type="submit" className="btn">
            {t("search")}
          </button>
          <a className="act" href={address({ set, ...searched, all: "1" })}>
            {t("tickAll")}
          </a>
        </div>
      </form>
    </>
  );
}
