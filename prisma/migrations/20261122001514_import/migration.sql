-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('looking', 'mapping', 'previewing', 'previewed', 'importing', 'imported', 'undoing', 'undone', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('added', 'changed', 'unchanged', 'refused', 'compared');

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFilePiece" (
    "fileId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportFilePiece_pkey" PRIMARY KEY ("fileId","position")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'looking',
    "door" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "look" JSONB,
    "plan" JSONB,
    "summary" JSONB,
    "failure" TEXT NOT NULL DEFAULT '',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "reach" JSONB,
    "definitions" BIGINT,
    "leaseUntil" TIMESTAMPTZ(3),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledBy" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportCell" (
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sheet" SMALLINT NOT NULL,
    "cell" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kpiId" UUID,
    "orgUnitId" UUID,
    "year" INTEGER,
    "status" "ValueStatus",
    "amount" DECIMAL(24,6),
    "scale" SMALLINT,
    "men" DECIMAL(9,6),
    "women" DECIMAL(9,6),
    "basis" TEXT,
    "comment" TEXT,
    "source" TEXT,
    "outcome" "ImportOutcome" NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "hint" TEXT NOT NULL DEFAULT '',
    "seen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ImportCell_pkey" PRIMARY KEY ("importId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportFile_organisationId_sha256_key" ON "ImportFile"("organisationId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "ImportFile_organisationId_id_key" ON "ImportFile"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Import_organisationId_createdAt_idx" ON "Import"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "Import_state_leaseUntil_idx" ON "Import"("state", "leaseUntil");

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFilePiece" ADD CONSTRAINT "ImportFilePiece_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "ImportFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_organisationId_fileId_fkey" FOREIGN KEY ("organisationId", "fileId") REFERENCES "ImportFile"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCell" ADD CONSTRAINT "ImportCell_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A file is evidence: it is kept as it came.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ImportFile" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ImportFilePiece" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_kind_known" CHECK (kind IN ('xlsx', 'csv'));
ALTER TABLE "Import" ADD CONSTRAINT "Import_progress_range" CHECK (progress BETWEEN 0 AND 1000);
ALTER TABLE "Import" ADD CONSTRAINT "Import_settled_by_somebody" CHECK (("settledBy" IS NULL) = ("settledAt" IS NULL));
-- A figure that is to be written is a whole one: what the write takes over unseen is judged here once more.
ALTER TABLE "ImportCell" ADD CONSTRAINT "ImportCell_accepted_is_whole" CHECK (
  outcome NOT IN ('added', 'changed') OR ("kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND year IS NOT NULL AND status IS NOT NULL AND figure_matches_status(status, amount, men, women)));
