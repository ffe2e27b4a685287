-- AlterTable
ALTER TABLE "Kpi" ADD COLUMN     "lastYear" INTEGER;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "colour" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['da', 'en']::TEXT[],
ADD COLUMN     "logoId" UUID,
ADD COLUMN     "yearBeginsInMonth" SMALLINT NOT NULL DEFAULT 1;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_id_logoId_fkey" FOREIGN KEY ("id", "logoId") REFERENCES "KeptFile"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express.
ALTER TABLE "Organisation" ALTER COLUMN "languages" SET NOT NULL;
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_month_exists" CHECK ("yearBeginsInMonth" BETWEEN 1 AND 12);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_languages_known" CHECK (cardinality(languages) > 0 AND languages <@ ARRAY['da', 'en']);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_colour_form" CHECK (colour ~ '^(#[0-9a-f]{6})?$');
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_last_year_range" CHECK ("lastYear" BETWEEN 1990 AND 2100);
