-- CreateEnum
CREATE TYPE "BreakKind" AS ENUM ('newSeries', 'methodChange', 'scopeChange');

-- CreateEnum
CREATE TYPE "Counts" AS ENUM ('entered', 'consolidated');

-- AlterTable
ALTER TABLE "OrgUnit" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "fteKpiId" UUID;

-- CreateTable
CREATE TABLE "SeriesBreak" (
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "BreakKind" NOT NULL,
    "noteDa" TEXT NOT NULL,
    "noteEn" TEXT NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeriesBreak_pkey" PRIMARY KEY ("kpiId","year")
);

-- CreateTable
CREATE TABLE "CountingChoice" (
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "counts" "Counts" NOT NULL,
    "chosenBy" UUID NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CountingChoice_pkey" PRIMARY KEY ("kpiId","orgUnitId","year")
);

-- CreateIndex
CREATE INDEX "SeriesBreak_organisationId_idx" ON "SeriesBreak"("organisationId");

-- CreateIndex
CREATE INDEX "CountingChoice_organisationId_year_idx" ON "CountingChoice"("organisationId", "year");

-- AddForeignKey
ALTER TABLE "SeriesBreak" ADD CONSTRAINT "SeriesBreak_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrgUnit" ADD CONSTRAINT "OrgUnit_organisationId_mergedIntoId_fkey" FOREIGN KEY ("organisationId", "mergedIntoId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_id_fteKpiId_fkey" FOREIGN KEY ("id", "fteKpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountingChoice" ADD CONSTRAINT "CountingChoice_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountingChoice" ADD CONSTRAINT "CountingChoice_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express. ------------------------------------------------------------------------------------

-- Only what has closed can have been merged, and into something else.
ALTER TABLE "OrgUnit" ADD CONSTRAINT "OrgUnit_merged_when_closed" CHECK ("mergedIntoId" IS NULL OR ("closesOn" IS NOT NULL AND "mergedIntoId" <> id));

-- A break without a reason explains nothing.
ALTER TABLE "SeriesBreak" ADD CONSTRAINT "SeriesBreak_says_why" CHECK (btrim("noteDa") <> '' AND btrim("noteEn") <> '');
ALTER TABLE "SeriesBreak" ADD CONSTRAINT "SeriesBreak_year_range" CHECK (year BETWEEN 1990 AND 2100);
