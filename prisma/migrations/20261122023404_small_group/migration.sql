-- CreateEnum
CREATE TYPE "SmallGroup" AS ENUM ('none', 'cases', 'replies');

-- AlterTable
ALTER TABLE "KpiVersion" ADD COLUMN     "smallGroup" "SmallGroup" NOT NULL DEFAULT 'none';
