-- CreateEnum
CREATE TYPE "SampleRule" AS ENUM ('random', 'largest', 'byHand');

-- CreateEnum
CREATE TYPE "AssuranceAct" AS ENUM ('note', 'asked', 'answered', 'concluded');

-- CreateEnum
CREATE TYPE "AssuranceConclusion" AS ENUM ('supported', 'misstated', 'insufficient');

-- CreateTable
CREATE TABLE "AssuranceSample" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "rule" "SampleRule" NOT NULL,
    "seed" TEXT NOT NULL DEFAULT '',
    "within" TEXT NOT NULL DEFAULT '',
    "population" INTEGER NOT NULL,
    "populationPrint" TEXT NOT NULL,
    "drawnBy" UUID NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssuranceSample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssuranceItem" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "sampleId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "AssuranceItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssuranceEntry" (
    "itemId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "organisationId" UUID NOT NULL,
    "act" "AssuranceAct" NOT NULL,
    "conclusion" "AssuranceConclusion",
    "text" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssuranceEntry_pkey" PRIMARY KEY ("itemId","position")
);

-- CreateIndex
CREATE INDEX "AssuranceSample_organisationId_year_idx" ON "AssuranceSample"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "AssuranceSample_organisationId_id_key" ON "AssuranceSample"("organisationId", "id");

-- CreateIndex
CREATE INDEX "AssuranceItem_organisationId_year_idx" ON "AssuranceItem"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "AssuranceItem_organisationId_id_key" ON "AssuranceItem"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AssuranceItem_sampleId_position_key" ON "AssuranceItem"("sampleId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AssuranceItem_sampleId_kpiId_orgUnitId_key" ON "AssuranceItem"("sampleId", "kpiId", "orgUnitId");

-- AddForeignKey
ALTER TABLE "AssuranceSample" ADD CONSTRAINT "AssuranceSample_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssuranceItem" ADD CONSTRAINT "AssuranceItem_organisationId_sampleId_fkey" FOREIGN KEY ("organisationId", "sampleId") REFERENCES "AssuranceSample"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssuranceItem" ADD CONSTRAINT "AssuranceItem_kpiId_orgUnitId_year_version_fkey" FOREIGN KEY ("kpiId", "orgUnitId", "year", "version") REFERENCES "ValueRevision"("kpiId", "orgUnitId", "year", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssuranceEntry" ADD CONSTRAINT "AssuranceEntry_organisationId_itemId_fkey" FOREIGN KEY ("organisationId", "itemId") REFERENCES "AssuranceItem"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An auditor's work is history: added to, never changed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AssuranceSample" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AssuranceItem" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AssuranceEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "AssuranceSample" ADD CONSTRAINT "AssuranceSample_random_has_seed" CHECK ((rule = 'random') = (seed <> ''));
ALTER TABLE "AssuranceItem" ADD CONSTRAINT "AssuranceItem_position_from_1" CHECK (position >= 1);
ALTER TABLE "AssuranceEntry" ADD CONSTRAINT "AssuranceEntry_position_from_1" CHECK (position >= 1);
ALTER TABLE "AssuranceEntry" ADD CONSTRAINT "AssuranceEntry_concludes" CHECK ((act = 'concluded') = (conclusion IS NOT NULL));
ALTER TABLE "AssuranceEntry" ADD CONSTRAINT "AssuranceEntry_says_something" CHECK (btrim(text) <> '' AND length(text) <= 4000);
