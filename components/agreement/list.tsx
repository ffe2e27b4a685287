import { useTranslations } from "next-intl";
import { Pager } from "@/components/ui/pager";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { Link } from "@/components/ui/link";
import { agreementStates } from "@/lib/agreement/life/model";
import type { ListFilter } from "@/lib/agreement/list/model";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { commitmentStatuses } from "@/lib/commitment/model";
import type { Paged } from "@/lib/paging/model";
import type { Track } from "@/lib/strategy/model";

type Narrowed = Partial<Omit<ListFilter, "page">>;

type SearchProps = {
  path: string;
  /** What the list can be narrowed by, and what it is narrowed by now. */
  narrowed: Narrowed;
  /** How many lines there are in all, fit on a page, and are found. */
  count: number;
  size: number;
  found: number;
  tracks?: Track[];
  /** How far the commitments of the list can be; all there are, unless it holds only some. */
  statuses?: readonly CommitmentStatus[];
};

/** Narrows a long list; sent as an address, so that what was found can be shared. A list of one page needs no search. */
export function ListSearch({
  path,
  narrowed,
  count,
  size,
  found,
  tracks = [],
  statuses = commitmentStatuses,
}: SearchProps) {
  const t = useTranslations("agreement.list");
  const words = useTranslations("agreement");
  const isNarrowed = Object.values(narrowed).some((value) => value !== null);
  if (count <= size && !isNarrowed) return null;
  const all = { value: "", label: t("all") };
  return (
    <>
      <form className="list-search" action={path} method="get" role="search">
        {narrowed.unit === undefined ? null : (
          <TextField name="unit" label={t("unit")} defaultValue={narrowed.unit ?? ""} autoComplete="off" />
        )}
        {narrowed.track === undefined ? null : (
          <SelectField
            name="track"
            label={words("track")}
            defaultValue={narrowed.track ?? ""}
            options={[all, ...tracks.map(({ code, name }) => ({ value: code, label: name }))]}
          />
        )}
        {narrowed.state === undefined ? null : (
          <SelectField
            name="state"
            label={words("stateHead")}
            defaultValue={narrowed.state ?? ""}
            options={[all, ...agreementStates.map((state) => ({ value: state, label: words(`state.${state}`) }))]}
          />
        )}
        {narrowed.status === undefined ? null : (
          <SelectField
            name="status"
            label={words("due.status")}
            defaultValue={narrowed.status ?? ""}
            options={[all, ...statuses.map((status) => ({ value: status, label: words(`status.${status}`) }))]}
          />
        )}
        <button type="submit" className="btn">
          {t("search")}
        </button>
      </form>
      {isNarrowed ? (
        <p className="muted" role="status">
          {t("found", { found, count })} <Link href={path}>{t("clear")}</Link>
        </p>
      ) : null}
    </>
  );
}

/** The pages of a list that is narrowed like this. */
export function ListPager({ path, narrowed, paged }: { path: string; narrowed: Narrowed; paged: Paged }) {
  const t = useTranslations("agreement.list");
  const { first, size, count } = paged;
  return (
    <Pager
      paged={paged}
      path={path}
      narrowed={narrowed}
      words={{
        label: t("pages"),
        shown: t("shown", { first: first + 1, last: Math.min(first + size, count), count }),
        page: (page) => t("page", { page }),
        before: t("before"),
        after: t("after"),
      }}
    />
  );
}
