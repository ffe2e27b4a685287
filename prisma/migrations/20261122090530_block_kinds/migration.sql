-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "BlockKind" ADD VALUE 'quote';
ALTER TYPE "BlockKind" ADD VALUE 'picture';
ALTER TYPE "BlockKind" ADD VALUE 'story';
ALTER TYPE "BlockKind" ADD VALUE 'callout';
ALTER TYPE "BlockKind" ADD VALUE 'sdgs';
ALTER TYPE "BlockKind" ADD VALUE 'policy';
ALTER TYPE "BlockKind" ADD VALUE 'pageBreak';
ALTER TYPE "BlockKind" ADD VALUE 'answers';
