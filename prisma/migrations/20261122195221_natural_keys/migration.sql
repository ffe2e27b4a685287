-- A value is the one of a KPI, an org unit and a year, and a revision the one of a value and a version: that is their
-- name, and no number stands beside it. Of each row written one index less, and what held the number.

-- DropForeignKey
ALTER TABLE "ValueCoverage" DROP CONSTRAINT "ValueCoverage_valueId_fkey";

-- Declared coverage names its value as everything else does. What is declared stays, of published years too: nothing
-- of it is changed, so that no restatement is asked for.
ALTER TABLE "ValueCoverage" DISABLE TRIGGER USER;
DROP TRIGGER stays_in_place ON "ValueCoverage";
ALTER TABLE "ValueCoverage" ADD COLUMN "kpiId" UUID, ADD COLUMN "rootId" UUID, ADD COLUMN "year" INTEGER;
UPDATE "ValueCoverage" c SET "kpiId" = v."kpiId", "rootId" = v."orgUnitId", year = v.year FROM "YearlyValue" v WHERE v.id = c."valueId";
ALTER TABLE "ValueCoverage" DROP CONSTRAINT "ValueCoverage_pkey",
DROP COLUMN "valueId",
ALTER COLUMN "kpiId" SET NOT NULL,
ALTER COLUMN "rootId" SET NOT NULL,
ALTER COLUMN "year" SET NOT NULL,
ADD CONSTRAINT "ValueCoverage_pkey" PRIMARY KEY ("kpiId", "rootId", "year", "orgUnitId");
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "ValueCoverage" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."kpiId", OLD."rootId", OLD.year) IS DISTINCT FROM (NEW."organisationId", NEW."kpiId", NEW."rootId", NEW.year)) EXECUTE FUNCTION refuse_change();
ALTER TABLE "ValueCoverage" ENABLE TRIGGER USER;

-- The index that kept the key unique becomes the primary key as it stands: nothing is read again, however much is stored.
DROP TRIGGER stays_in_place ON "YearlyValue";
ALTER TABLE "YearlyValue" DROP CONSTRAINT "YearlyValue_pkey",
DROP COLUMN "id",
ADD CONSTRAINT "YearlyValue_pkey" PRIMARY KEY USING INDEX "YearlyValue_kpiId_orgUnitId_year_key";
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "YearlyValue" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."kpiId", OLD."orgUnitId", OLD.year) IS DISTINCT FROM (NEW."organisationId", NEW."kpiId", NEW."orgUnitId", NEW.year))
  EXECUTE FUNCTION refuse_change();

ALTER TABLE "ValueRevision" DROP CONSTRAINT "ValueRevision_pkey",
DROP COLUMN "id",
ADD CONSTRAINT "ValueRevision_pkey" PRIMARY KEY USING INDEX "ValueRevision_kpiId_orgUnitId_year_version_key";

-- Revisions are only ever added, in the order of time.
DROP INDEX "ValueRevision_organisationId_at_idx";
CREATE INDEX "ValueRevision_at_idx" ON "ValueRevision" USING BRIN ("at");

-- AddForeignKey
ALTER TABLE "ValueCoverage" ADD CONSTRAINT "ValueCoverage_kpiId_rootId_year_fkey" FOREIGN KEY ("kpiId", "rootId", "year") REFERENCES "YearlyValue"("kpiId", "orgUnitId", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION guard_published_coverage() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  WITH touched AS MATERIALIZED (
    SELECT v."organisationId", v."kpiId", v."orgUnitId", p.year, p.state FROM "YearlyValue" v
    JOIN "ReportingPeriod" p ON p."organisationId" = v."organisationId" AND p.year = v.year
    WHERE (v."kpiId", v."orgUnitId", v.year) IN (SELECT DISTINCT changed."kpiId", changed."rootId", changed.year FROM changed) FOR SHARE OF p
  )
  SELECT touched.year INTO broken FROM touched
  WHERE touched.state = 'published' AND NOT EXISTS (
    SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind IN ('value', 'coverage')
      AND r."kpiId" = touched."kpiId" AND r."orgUnitId" = touched."orgUnitId" AND r."fromYear" = touched.year)
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a coverage', broken); END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION count_coverage_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_value_change("organisationId", year) FROM (SELECT DISTINCT "organisationId", year FROM changed) touched;
  RETURN NULL;
END $$;
