-- DropForeignKey
ALTER TABLE "ImportCell" DROP CONSTRAINT "ImportCell_importId_fkey";

-- DropForeignKey
ALTER TABLE "YearlyValue" DROP CONSTRAINT "YearlyValue_organisationId_kpiId_fkey";

-- DropForeignKey
ALTER TABLE "YearlyValue" DROP CONSTRAINT "YearlyValue_organisationId_orgUnitId_fkey";

-- AlterTable
ALTER TABLE "ImportCell" ADD COLUMN     "answer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "questions" JSONB;

-- What the foreign keys of a value saw to, seen to once for a statement: for a hundred thousand rows a check of each
-- took as long as writing them. The parents are locked as a foreign key locks them, so that nobody deletes one in
-- between; whoever deletes one asks for its values after that lock.
CREATE FUNCTION require_kpi_and_org_unit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE lost record;
BEGIN
  WITH asked AS MATERIALIZED (SELECT DISTINCT "organisationId", "kpiId" FROM added),
  found AS MATERIALIZED (SELECT kpi."organisationId", kpi.id FROM "Kpi" kpi JOIN asked ON asked."organisationId" = kpi."organisationId" AND asked."kpiId" = kpi.id FOR KEY SHARE OF kpi)
  SELECT asked.* INTO lost FROM asked LEFT JOIN found ON found."organisationId" = asked."organisationId" AND found.id = asked."kpiId" WHERE found.id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a value of KPI %, which its organisation does not have', lost."kpiId" USING ERRCODE = 'foreign_key_violation', TABLE = 'YearlyValue', COLUMN = 'kpiId';
  END IF;
  WITH asked AS MATERIALIZED (SELECT DISTINCT "organisationId", "orgUnitId" FROM added),
  found AS MATERIALIZED (SELECT unit."organisationId", unit.id FROM "OrgUnit" unit JOIN asked ON asked."organisationId" = unit."organisationId" AND asked."orgUnitId" = unit.id FOR KEY SHARE OF unit)
  SELECT asked.* INTO lost FROM asked LEFT JOIN found ON found."organisationId" = asked."organisationId" AND found.id = asked."orgUnitId" WHERE found.id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a value of org unit %, which its organisation does not have', lost."orgUnitId" USING ERRCODE = 'foreign_key_violation', TABLE = 'YearlyValue', COLUMN = 'orgUnitId';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER has_kpi_and_org_unit AFTER INSERT ON "YearlyValue" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_kpi_and_org_unit();
-- A cell never moves to another KPI, org unit or year.
CREATE OR REPLACE TRIGGER stays_in_place BEFORE UPDATE ON "YearlyValue" FOR EACH ROW
  WHEN ((OLD.id, OLD."organisationId", OLD."kpiId", OLD."orgUnitId", OLD.year) IS DISTINCT FROM (NEW.id, NEW."organisationId", NEW."kpiId", NEW."orgUnitId", NEW.year))
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_to_leave_values() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE has_values boolean;
BEGIN
  IF TG_TABLE_NAME = 'Kpi' THEN has_values := EXISTS (SELECT FROM "YearlyValue" WHERE "kpiId" = OLD.id);
  ELSE has_values := EXISTS (SELECT FROM "YearlyValue" WHERE "orgUnitId" = OLD.id);
  END IF;
  IF has_values THEN
    RAISE EXCEPTION '% % has values', TG_TABLE_NAME, OLD.id USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER leaves_no_values AFTER DELETE ON "Kpi" FOR EACH ROW EXECUTE FUNCTION refuse_to_leave_values();
CREATE TRIGGER leaves_no_values AFTER DELETE ON "OrgUnit" FOR EACH ROW EXECUTE FUNCTION refuse_to_leave_values();
CREATE TRIGGER keeps_its_values AFTER UPDATE ON "Kpi" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD.id) IS DISTINCT FROM (NEW."organisationId", NEW.id)) EXECUTE FUNCTION refuse_to_leave_values();
CREATE TRIGGER keeps_its_values AFTER UPDATE ON "OrgUnit" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD.id) IS DISTINCT FROM (NEW."organisationId", NEW.id)) EXECUTE FUNCTION refuse_to_leave_values();
