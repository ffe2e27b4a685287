-- CreateEnum
CREATE TYPE "DiscussionAct" AS ENUM ('message', 'resolved', 'reopened');

-- What an import keeps is what evidence keeps: one store, renamed with all that is in it. What a file is read as belongs
-- to its use, not to its bytes.
ALTER TABLE "ImportFile" RENAME TO "KeptFile";
ALTER TABLE "KeptFile" RENAME CONSTRAINT "ImportFile_pkey" TO "KeptFile_pkey";
ALTER TABLE "KeptFile" RENAME CONSTRAINT "ImportFile_organisationId_fkey" TO "KeptFile_organisationId_fkey";
ALTER INDEX "ImportFile_organisationId_sha256_key" RENAME TO "KeptFile_organisationId_sha256_key";
ALTER INDEX "ImportFile_organisationId_id_key" RENAME TO "KeptFile_organisationId_id_key";
ALTER TABLE "ImportFilePiece" RENAME TO "KeptFilePiece";
ALTER TABLE "KeptFilePiece" RENAME CONSTRAINT "ImportFilePiece_pkey" TO "KeptFilePiece_pkey";
ALTER TABLE "KeptFilePiece" RENAME CONSTRAINT "ImportFilePiece_fileId_fkey" TO "KeptFilePiece_fileId_fkey";
ALTER TABLE "Import" ADD COLUMN "kind" TEXT;
UPDATE "Import" i SET "kind" = f."kind" FROM "KeptFile" f WHERE f."id" = i."fileId";
ALTER TABLE "Import" ALTER COLUMN "kind" SET NOT NULL;
ALTER TABLE "KeptFile" DROP COLUMN "kind";

-- AlterTable
ALTER TABLE "ValueRevision" ADD COLUMN     "restores" INTEGER;

-- CreateTable
CREATE TABLE "Discussion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Discussion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionEntry" (
    "discussionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "organisationId" UUID NOT NULL,
    "act" "DiscussionAct" NOT NULL,
    "text" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionEntry_pkey" PRIMARY KEY ("discussionId","position")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "fileId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceWithdrawal" (
    "evidenceId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvidenceWithdrawal_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateIndex
CREATE INDEX "Discussion_organisationId_year_idx" ON "Discussion"("organisationId", "year");

-- CreateIndex
CREATE INDEX "Discussion_kpiId_orgUnitId_year_idx" ON "Discussion"("kpiId", "orgUnitId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Discussion_organisationId_id_key" ON "Discussion"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Evidence_organisationId_year_idx" ON "Evidence"("organisationId", "year");

-- CreateIndex
CREATE INDEX "Evidence_kpiId_orgUnitId_year_idx" ON "Evidence"("kpiId", "orgUnitId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_organisationId_id_key" ON "Evidence"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceWithdrawal_organisationId_evidenceId_key" ON "EvidenceWithdrawal"("organisationId", "evidenceId");

-- AddForeignKey
ALTER TABLE "Discussion" ADD CONSTRAINT "Discussion_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Discussion" ADD CONSTRAINT "Discussion_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionEntry" ADD CONSTRAINT "DiscussionEntry_organisationId_discussionId_fkey" FOREIGN KEY ("organisationId", "discussionId") REFERENCES "Discussion"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organisationId_fileId_fkey" FOREIGN KEY ("organisationId", "fileId") REFERENCES "KeptFile"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceWithdrawal" ADD CONSTRAINT "EvidenceWithdrawal_organisationId_evidenceId_fkey" FOREIGN KEY ("organisationId", "evidenceId") REFERENCES "Evidence"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- History, like the revisions: added to, never changed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "EvidenceWithdrawal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Discussion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "DiscussionEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Import" ADD CONSTRAINT "Import_kind_known" CHECK (kind IN ('xlsx', 'csv'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_kind_known" CHECK (kind IN ('pdf', 'png', 'jpg', 'webp', 'gif', 'heic', 'tif', 'xlsx', 'ods', 'csv', 'eml', 'msg'));
-- A name with a folder in it, or with a sign that turns the reading direction, must not reach anybody's disk by any path.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_name_clean" CHECK (name <> '' AND name !~ '[/\\\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]');
ALTER TABLE "EvidenceWithdrawal" ADD CONSTRAINT "EvidenceWithdrawal_has_reason" CHECK (reason <> '');
ALTER TABLE "DiscussionEntry" ADD CONSTRAINT "DiscussionEntry_position_from_1" CHECK (position >= 1);
ALTER TABLE "DiscussionEntry" ADD CONSTRAINT "DiscussionEntry_message_says_something" CHECK (act <> 'message' OR text <> '');
ALTER TABLE "ValueRevision" ADD CONSTRAINT "ValueRevision_restores_earlier" CHECK (restores < version);
