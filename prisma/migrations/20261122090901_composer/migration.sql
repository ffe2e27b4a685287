-- CreateEnum
CREATE TYPE "BlockAct" AS ENUM ('begin', 'add', 'save', 'set', 'move', 'hide', 'show', 'duplicate', 'remove', 'restore', 'roll', 'confirm');

-- AlterTable
ALTER TABLE "Block" ADD COLUMN     "isHidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mustRewrite" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "structure" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "isHidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "BlockRevision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "blockId" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "act" "BlockAct" NOT NULL,
    "version" INTEGER NOT NULL,
    "sectionCode" TEXT NOT NULL,
    "kind" "BlockKind" NOT NULL,
    "isHidden" BOOLEAN NOT NULL,
    "titleDa" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "bodyDa" TEXT NOT NULL,
    "bodyEn" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "changedBy" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BlockRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlockHold" (
    "blockId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BlockHold_pkey" PRIMARY KEY ("blockId")
);

-- CreateIndex
CREATE INDEX "BlockRevision_organisationId_year_blockId_sequence_idx" ON "BlockRevision"("organisationId", "year", "blockId", "sequence");

-- AddForeignKey
ALTER TABLE "BlockRevision" ADD CONSTRAINT "BlockRevision_organisationId_year_fkey" FOREIGN KEY ("organisationId", "year") REFERENCES "Report"("organisationId", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockHold" ADD CONSTRAINT "BlockHold_blockId_fkey" FOREIGN KEY ("blockId") REFERENCES "Block"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The history of blocks is added to, never changed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "BlockRevision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Places are changed in one statement, in which two blocks may stand at one place for a moment: checked at its end.
DROP INDEX "Section_reportId_position_key";
ALTER TABLE "Section" ADD CONSTRAINT "Section_reportId_position_key" UNIQUE ("reportId", "position") DEFERRABLE INITIALLY IMMEDIATE;
DROP INDEX "Block_sectionId_position_key";
ALTER TABLE "Block" ADD CONSTRAINT "Block_sectionId_position_key" UNIQUE ("sectionId", "position") DEFERRABLE INITIALLY IMMEDIATE;
