-- DropIndex
DROP INDEX "FollowUpFile_followUpId_fileId_key";

-- CreateTable
CREATE TABLE "FollowUpFileWithdrawal" (
    "followUpFileId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowUpFileWithdrawal_pkey" PRIMARY KEY ("followUpFileId")
);

-- CreateIndex
CREATE UNIQUE INDEX "FollowUpFileWithdrawal_organisationId_followUpFileId_key" ON "FollowUpFileWithdrawal"("organisationId", "followUpFileId");

-- CreateIndex
CREATE INDEX "FollowUpFile_followUpId_idx" ON "FollowUpFile"("followUpId");

-- AddForeignKey
ALTER TABLE "FollowUpFileWithdrawal" ADD CONSTRAINT "FollowUpFileWithdrawal_organisationId_followUpFileId_fkey" FOREIGN KEY ("organisationId", "followUpFileId") REFERENCES "FollowUpFile"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Taking a file back is history like the file itself, and says why.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "FollowUpFileWithdrawal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "FollowUpFileWithdrawal" ADD CONSTRAINT "FollowUpFileWithdrawal_has_reason" CHECK (reason <> '');
