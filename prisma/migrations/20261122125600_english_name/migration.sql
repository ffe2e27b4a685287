-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "nameEn" TEXT NOT NULL DEFAULT '';
