-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('submitted', 'approved', 'returned');

-- AlterTable
ALTER TABLE "Kpi" ADD COLUMN     "needsFourEyes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "needsFourEyes" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "ValueVerdict" (
    "id" BIGSERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "batchId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "door" TEXT NOT NULL,

    CONSTRAINT "ValueVerdict_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ValueVerdict_organisationId_year_kpiId_orgUnitId_id_idx" ON "ValueVerdict"("organisationId", "year", "kpiId", "orgUnitId", "id");

-- CreateIndex
CREATE INDEX "ValueVerdict_batchId_idx" ON "ValueVerdict"("batchId");

-- AddForeignKey
ALTER TABLE "ValueVerdict" ADD CONSTRAINT "ValueVerdict_kpiId_orgUnitId_year_version_fkey" FOREIGN KEY ("kpiId", "orgUnitId", "year", "version") REFERENCES "ValueRevision"("kpiId", "orgUnitId", "year", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Verdicts are history, and a value is not returned without a word why.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ValueVerdict" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "ValueVerdict" ADD CONSTRAINT "ValueVerdict_returned_says_why" CHECK (verdict <> 'returned' OR btrim(comment) <> '');
ALTER TABLE "ValueVerdict" ADD CONSTRAINT "ValueVerdict_comment_length" CHECK (length(comment) <= 2000);

-- What a figure means: a name, a tolerance or the number of decimals may change without anybody looking at it again.
CREATE FUNCTION definition_print(definition "KpiVersion") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT left(encode(sha256(convert_to(jsonb_build_array(definition."unitOfMeasure", definition."valueKind", definition."definitionDa", definition."definitionEn",
    definition."collectionLevel", definition.consolidation, definition."weightKpiId", definition.formula)::text, 'UTF8')), 'hex'), 16)
$$;
