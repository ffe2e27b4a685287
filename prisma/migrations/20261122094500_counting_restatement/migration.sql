-- AlterEnum
ALTER TYPE "RestatementKind" ADD VALUE 'counting';

-- Which figure counts decides what a published year says: choosing another needs a restatement. (The new kind is
-- compared as text: it may not be used in the transaction that adds it.)
ALTER TABLE "Restatement" DROP CONSTRAINT "Restatement_names_what_it_changes";
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_names_what_it_changes" CHECK (CASE kind::text
  WHEN 'value' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "toVersion" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'coverage' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'counting' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'factor' THEN "factorCode" <> ''
  WHEN 'orgUnit' THEN "orgUnitId" IS NOT NULL
  ELSE "kpiId" IS NOT NULL END);
CREATE OR REPLACE FUNCTION guard_published_choices() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  SELECT p.year INTO broken FROM changed
  JOIN "ReportingPeriod" p ON p."organisationId" = changed."organisationId" AND p.year = changed.year AND p.state = 'published'
  WHERE NOT EXISTS (
    SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind::text IN ('value', 'coverage', 'counting')
      AND r."kpiId" = changed."kpiId" AND r."orgUnitId" = changed."orgUnitId" AND r."fromYear" = changed.year)
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a choice', broken); END IF;
  RETURN NULL;
END $$;
