import { getLocale } from "next-intl/server";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { yearFrom } from "@/lib/dashboard/year/model";
import { fileResponse } from "@/lib/export/file/model";
import { findOrgUnit } from "@/lib/import/org-unit/queries";
import { templateCsv, templateWorkbook } from "@/lib/import/template/model";
import { getTemplate } from "@/lib/import/template/queries";

/** The entry sheet of `?unit=` (a code), or of every org unit the person enters for, to fill in and bring back; `?format=csv` for a text file. */
export const GET = guarded<{ org: string; year: string }>(
  "value.import",
  async ({ nextUrl: { searchParams } }, access, { year: text }) => {
    const [year, locale, code] = [yearFrom(text), await getLocale(), searchParams.get("unit")];
    const orgUnitId = code === null ? null : await findOrgUnit(access.organisation.id, code);
    if (code !== null && orgUnitId === null) throw new Refusal("access.notFound");
    if (orgUnitId) requireOrgUnit(access, orgUnitId);
    const rows =
      year === null
        ? null
        : await getTemplate(access.organisation.id, year, orgUnitId ? [orgUnitId] : access.orgUnitIds, locale);
    if (!rows || year === null) throw new Refusal("access.notFound");
    await recordExport(database, access, "template", { year, ...(code && { unit: code }) });
    const of = { slug: [access.organisation.slug, ...(code ? [code] : [])].join("-"), year, locale };
    return searchParams.get("format") === "csv"
      ? fileResponse("csv", of, templateCsv(rows, locale))
      : fileResponse("xlsx", of, await templateWorkbook(rows, locale));
  },
);
