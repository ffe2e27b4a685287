-- AlterEnum
ALTER TYPE "RestatementKind" ADD VALUE 'orgUnit';

-- What the tree was in a year decides whom its figures cover: an org unit that opens, closes or moves in a published
-- year changes it, and needs a restatement. (The new kind is compared as text: it may not be used in the transaction
-- that adds it.)
ALTER TABLE "Restatement" DROP CONSTRAINT "Restatement_names_what_it_changes";
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_names_what_it_changes" CHECK (CASE kind::text
  WHEN 'value' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "toVersion" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'coverage' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'factor' THEN "factorCode" <> ''
  WHEN 'orgUnit' THEN "orgUnitId" IS NOT NULL
  ELSE "kpiId" IS NOT NULL END);

CREATE FUNCTION exists_in(opens date, closes date, in_year int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(opens <= make_date(in_year, 12, 31), true) AND coalesce(closes >= make_date(in_year, 1, 1), true)
$$;
CREATE FUNCTION is_tree_restated(organisation uuid, org_unit uuid, in_year int) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind::text = 'orgUnit'
    AND r."organisationId" = organisation AND r."orgUnitId" = org_unit AND in_year BETWEEN r."fromYear" AND r."toYear")
$$;

-- The period is locked before it is judged, so that nobody publishes it in between.
CREATE FUNCTION guard_published_org_units() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE period record;
BEGIN
  FOR period IN SELECT year FROM "ReportingPeriod" WHERE "organisationId" = NEW."organisationId" AND state = 'published' ORDER BY year FOR SHARE LOOP
    IF exists_in(NEW."opensOn", NEW."closesOn", period.year) IS DISTINCT FROM (TG_OP = 'UPDATE' AND exists_in(OLD."opensOn", OLD."closesOn", period.year))
      AND NOT is_tree_restated(NEW."organisationId", NEW.id, period.year) THEN
      PERFORM refuse_published('the org units', period.year);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER published_insert AFTER INSERT ON "OrgUnit" FOR EACH ROW EXECUTE FUNCTION guard_published_org_units();
CREATE TRIGGER published_update AFTER UPDATE ON "OrgUnit" FOR EACH ROW
  WHEN ((OLD."opensOn", OLD."closesOn") IS DISTINCT FROM (NEW."opensOn", NEW."closesOn")) EXECUTE FUNCTION guard_published_org_units();
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "OrgUnit" FOR EACH ROW
  WHEN ((OLD.id, OLD."organisationId", OLD."isRoot") IS DISTINCT FROM (NEW.id, NEW."organisationId", NEW."isRoot")) EXECUTE FUNCTION refuse_change();

-- Where an org unit hung last in a year, and where it hung before this row was written; without a placement, under the root.
CREATE FUNCTION guard_published_placements() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  period record;
  unit "OrgUnit";
  placed "OrgUnitPlacement";
  root uuid;
  was uuid;
  is_now uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN placed := OLD; ELSE placed := NEW; END IF;
  SELECT * INTO unit FROM "OrgUnit" WHERE id = placed."orgUnitId";
  SELECT id INTO root FROM "OrgUnit" WHERE "organisationId" = placed."organisationId" AND "isRoot";
  FOR period IN SELECT year FROM "ReportingPeriod" WHERE "organisationId" = placed."organisationId" AND state = 'published' ORDER BY year FOR SHARE LOOP
    CONTINUE WHEN placed."validFrom" > make_date(period.year, 12, 31) OR NOT exists_in(unit."opensOn", unit."closesOn", period.year);
    SELECT "parentId" INTO is_now FROM "OrgUnitPlacement" WHERE "orgUnitId" = placed."orgUnitId" AND "validFrom" <= make_date(period.year, 12, 31)
      ORDER BY "validFrom" DESC LIMIT 1;
    SELECT earlier."parentId" INTO was FROM (
      SELECT "parentId", "validFrom" FROM "OrgUnitPlacement" WHERE "orgUnitId" = placed."orgUnitId" AND "validFrom" <> placed."validFrom"
      UNION ALL SELECT OLD."parentId", OLD."validFrom" WHERE TG_OP <> 'INSERT') earlier
      WHERE earlier."validFrom" <= make_date(period.year, 12, 31) ORDER BY earlier."validFrom" DESC LIMIT 1;
    IF coalesce(is_now, root) IS DISTINCT FROM coalesce(was, root) AND NOT is_tree_restated(placed."organisationId", placed."orgUnitId", period.year) THEN
      PERFORM refuse_published('the org units', period.year);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER published_write AFTER INSERT OR UPDATE OR DELETE ON "OrgUnitPlacement" FOR EACH ROW EXECUTE FUNCTION guard_published_placements();
CREATE TRIGGER published_whole BEFORE TRUNCATE ON "OrgUnitPlacement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "OrgUnitPlacement" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."orgUnitId", OLD."validFrom") IS DISTINCT FROM (NEW."organisationId", NEW."orgUnitId", NEW."validFrom")) EXECUTE FUNCTION refuse_change();
