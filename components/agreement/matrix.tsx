import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Scroll } from "@/components/ui/scroll";
import { Sign } from "@/components/ui/sign";
import { isShort, type Cell, type MatrixRow } from "@/lib/agreement/matrix/model";
import { agreementHref } from "@/lib/agreement/place/model";
import { commitmentStatuses } from "@/lib/commitment/model";
import type { Track } from "@/lib/strategy/model";
import { ExampleMark, StateMark, statusSigns } from "./marks";

type Props = {
  org: string;
  period: string;
  rows: MatrixRow[];
  tracks: Track[];
  minima: Map<string, number>;
};

/** Org units by tracks: how far each agreement is, and its commitments in each track. */
export function Matrix({ org, period, rows, tracks, minima }: Props) {
  const t = useTranslations("agreement");
  return (
    <Scroll label={t("matrix.label")}>
      <table className="tbl matrix">
        <caption className="vh">{t("matrix.label")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("unit")}</th>
            <th scope="col">{t("stateHead")}</th>
            {tracks.map((track) => (
              <th key={track.id} scope="col" className={`track ${track.colour}`}>
                <Link href={`/${org}/agreements/${period}/tracks/${track.code}`}>{track.name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agreementId, orgUnit, state, edition, cells, isExample }) => (
            <tr key={agreementId}>
              <th scope="row">
                <Link href={agreementHref(org, period, orgUnit.code)}>{orgUnit.name}</Link>
                {isExample ? <ExampleMark /> : null}
              </th>
              <td data-label={t("stateHead")}>
                <StateMark state={state} edition={edition} />
              </td>
              {tracks.map(({ id, name }) => (
                <td key={id} data-label={name}>
                  <CellView cell={cells.find(({ trackId }) => trackId === id)} minimum={minima.get(id) ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function CellView({ cell, minimum }: { cell: Cell | undefined; minimum: number }) {
  const t = useTranslations("agreement");
  const total = cell ? cell.own + cell.required : 0;
  if (!cell || total === 0) return <span className="muted">{t("matrix.nothing")}</span>;
  return (
    <div className="cell">
      <ul className="counts">
        {(
          [
            "done",
            "onTrack",
            "delayed",
            "notStarted",
            "dropped",
          ] as const satisfies readonly (typeof commitmentStatuses)[number][]
        ).map((status) =>
          cell.statuses[status] > 0 ? (
            <li key={status} className={`status ${status}`}>
              <Sign name={statusSigns[status]} />
              <b>{cell.statuses[status]}</b>
              <span className="vh">{t(`status.${status}`)}</span>
            </li>
          ) : null,
        )}
      </ul>
      <small className={isShort(cell, minimum) ? "short" : undefined}>
        {isShort(cell, minimum)
          ? t("matrix.short", { own: cell.own, minimum })
          : t("matrix.own", { own: cell.own, required: cell.required })}
      </small>
    </div>
  );
}

/** What the signs of the matrix mean, in words. */
export function StatusKey() {
  const t = useTranslations("agreement");
  return (
    <ul className="status-key" aria-label={t("key")}>
      {(["done", "onTrack", "delayed", "notStarted", "dropped"] as const).map((status) => (
        <li key={status} className={`status ${status}`}>
          <Sign name={statusSigns[status]} />
          <span>{t(`status.${status}`)}</span>
        </li>
      ))}
    </ul>
  );
}
