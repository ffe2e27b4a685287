-- AlterTable
ALTER TABLE "Theme" ADD COLUMN     "sdgs" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- What Prisma cannot express.
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_sdgs_exist" CHECK (1 <= ALL (sdgs) AND 17 >= ALL (sdgs));
