import { useTranslations } from "next-intl";
import { Message } from "@/components/ui/message";
import type { Lack } from "@/lib/agreement/rule/model";
import type { Track } from "@/lib/strategy/model";

/** What stands between an agreement and its signatures, each with what would mend it. */
export function Lacks({ lacks, tracks }: { lacks: Lack[]; tracks: Track[] }) {
  const t = useTranslations("agreement");
  if (lacks.length === 0) return null;
  const nameOf = (id: string) => tracks.find((track) => track.id === id)?.name ?? "";
  return (
    <Message tone="question" title={t("lacksTitle", { count: lacks.length })}>
      <ul className="lacks">
        {lacks.map((lack) => (
          <li key={lack.code + ("trackId" in lack ? lack.trackId : "")}>
            {lack.code === "undecided"
              ? t("lack.undecided", { count: lack.count })
              : lack.code === "tooFewOwn"
                ? t("lack.tooFewOwn", { own: lack.own, minimum: lack.minimum, track: nameOf(lack.trackId) })
                : t(`lack.${lack.code}`, { count: lack.count, track: nameOf(lack.trackId) })}
          </li>
        ))}
      </ul>
    </Message>
  );
}
