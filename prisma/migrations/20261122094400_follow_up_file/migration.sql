-- CreateTable
CREATE TABLE "FollowUpFile" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "followUpId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowUpFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FollowUpFile_organisationId_id_key" ON "FollowUpFile"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUpFile_followUpId_fileId_key" ON "FollowUpFile"("followUpId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_organisationId_id_key" ON "FollowUp"("organisationId", "id");

-- AddForeignKey
ALTER TABLE "FollowUpFile" ADD CONSTRAINT "FollowUpFile_organisationId_followUpId_fkey" FOREIGN KEY ("organisationId", "followUpId") REFERENCES "FollowUp"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpFile" ADD CONSTRAINT "FollowUpFile_organisationId_fileId_fkey" FOREIGN KEY ("organisationId", "fileId") REFERENCES "KeptFile"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What backs a follow-up is history like it, and keeps the rules of evidence.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "FollowUpFile" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "FollowUpFile" ADD CONSTRAINT "FollowUpFile_kind_known" CHECK (kind IN ('pdf', 'png', 'jpg', 'webp', 'gif', 'heic', 'tif', 'xlsx', 'ods', 'csv', 'eml', 'msg'));
ALTER TABLE "FollowUpFile" ADD CONSTRAINT "FollowUpFile_name_clean" CHECK (name <> '' AND name !~ '[/\\\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]');
