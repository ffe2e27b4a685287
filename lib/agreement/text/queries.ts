import { createTranslator } from "use-intl/core";
import { unitLabel } from "@/lib/unit-of-measure/model";
import type { Prisma } from "@/lib/database/generated/client";
import { defaultLocale } from "@/lib/language/model";
import { messages } from "@/lib/language/messages";
import { formatDate, formatDecimal } from "@/lib/number/format";
import type { ContentCommitment, TextContent, TextWords } from "./model";

/** Agreements are written in one language, so that both parties sign the same words. */
const textLocale = defaultLocale;

/** The words around an agreement's own. */
export function textWords(): TextWords {
  const t = createTranslator({ locale: textLocale, messages: messages[textLocale], namespace: "agreement.text" });
  const names = [
    ...["title", "parties", "strategy", "amendment", "succession", "successionFrom", "takesOver", "required", "own"],
    ...["nothing", "responsible", "deadline", "measure", "milestone", "effect"],
  ];
  const say = t as unknown as (key: string, values?: Record<string, string | number>) => string;
  return Object.fromEntries(
    names.map((name) => [name, (values?: Record<string, string | number>) => say(name, values)]),
  ) as TextWords;
}

/** Everything an agreement's text is made of, as it stands in the transaction. */
export async function contentOf(tx: Prisma.TransactionClient, agreementId: string): Promise<TextContent> {
  const row = await tx.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    include: {
      orgUnit: true,
      period: { include: { organisation: { include: { strategy: true, tracks: { orderBy: { position: "asc" } } } } } },
      commitments: {
        include: {
          requirement: true,
          initiative: true,
          milestones: { orderBy: { position: "asc" } },
          kpi: { include: { versions: { orderBy: { validFromYear: "desc" }, take: 1 } } },
          handover: { include: { toOrgUnit: true } },
        },
        orderBy: { position: "asc" },
      },
    },
  });
  const { organisation } = row.period;
  return {
    organisation: organisation.name,
    centralFunction: organisation.strategy?.centralFunction || organisation.name,
    strategy: organisation.strategy?.nameDa ?? "",
    orgUnit: row.orgUnit.name,
    period: row.period.code.replace("-", "–"),
    edition: row.edition,
    kind: row.kind,
    reason: row.reason,
    succession:
      row.kind === "succession" && row.handsOnFrom
        ? {
            from: formatDate(row.handsOnFrom, textLocale, "long"),
            parts: row.commitments.flatMap((one) =>
              one.handover ? [{ commitment: wordsOf(one), orgUnit: one.handover.toOrgUnit.name }] : [],
            ),
          }
        : null,
    tracks: organisation.tracks.map((track) => {
      const here = row.commitments.filter(({ trackId }) => trackId === track.id);
      return {
        name: track.nameDa,
        required: here.filter(({ requirementId }) => requirementId !== null).map(commitmentOf),
        own: here.filter(({ requirementId }) => requirementId === null).map(commitmentOf),
      };
    }),
  };
}

type Row = Prisma.CommitmentGetPayload<{
  include: { requirement: true; initiative: true; milestones: true; kpi: { include: { versions: true } } };
}>;

function commitmentOf(row: Row): ContentCommitment {
  const version = row.kpi?.versions[0];
  const amount = (value: { toFixed(): string }) =>
    `${formatDecimal(value.toFixed(), textLocale)} ${version ? unitLabel(version.unitOfMeasure, textLocale) : ""}`;
  const target = row.measure === "kpi" && row.targetAmount ? amount(row.targetAmount) : null;
  return {
    text: wordsOf(row),
    responsible: row.responsible,
    deadline: formatDate(row.deadline, textLocale, "long"),
    measuredBy: target ? `${version?.nameDa ?? ""}, ${target}` : messages[textLocale].agreement.measure.milestones,
    milestones: row.milestones.map(({ text, dueOn }) => `${text} (${formatDate(dueOn, textLocale, "long")})`),
    expectedEffect: row.expectedEffect ? `${version?.shortNameDa ?? ""} ${amount(row.expectedEffect)}` : null,
  };
}

function wordsOf({ text, requirement, initiative }: Pick<Row, "text" | "requirement" | "initiative">): string {
  return text || (requirement?.textDa ?? initiative?.nameDa ?? "");
}
