-- CreateEnum
CREATE TYPE "RestatementKind" AS ENUM ('value', 'factor', 'definition', 'coverage', 'target');

-- AlterTable
ALTER TABLE "ReportingPeriod" ADD COLUMN     "publishedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Restatement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "kind" "RestatementKind" NOT NULL,
    "kpiId" UUID,
    "orgUnitId" UUID,
    "factorCode" TEXT NOT NULL DEFAULT '',
    "fromYear" INTEGER NOT NULL,
    "toYear" INTEGER NOT NULL,
    "toVersion" INTEGER,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reasonDa" TEXT NOT NULL DEFAULT '',
    "reasonEn" TEXT NOT NULL DEFAULT '',
    "thresholdPercent" DECIMAL(6,3) NOT NULL,
    "isMaterial" BOOLEAN NOT NULL,
    "createdBy" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transactionId" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Restatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RestatementEffect" (
    "organisationId" UUID NOT NULL,
    "restatementId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "beforeStatus" "ValueStatus",
    "beforeAmount" DECIMAL(24,6),
    "beforeMen" DECIMAL(9,6),
    "beforeWomen" DECIMAL(9,6),
    "afterStatus" "ValueStatus",
    "afterAmount" DECIMAL(24,6),
    "afterMen" DECIMAL(9,6),
    "afterWomen" DECIMAL(9,6),
    "decimals" SMALLINT NOT NULL,
    "percent" DECIMAL(24,6),
    "isMaterial" BOOLEAN NOT NULL,

    CONSTRAINT "RestatementEffect_pkey" PRIMARY KEY ("restatementId","kpiId","orgUnitId","year")
);

-- CreateTable
CREATE TABLE "RestatementExplanation" (
    "organisationId" UUID NOT NULL,
    "restatementId" UUID NOT NULL,
    "textDa" TEXT NOT NULL DEFAULT '',
    "textEn" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedBy" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RestatementExplanation_pkey" PRIMARY KEY ("restatementId")
);

-- CreateTable
CREATE TABLE "PublishedFigure" (
    "organisationId" UUID NOT NULL,
    "reportYear" INTEGER NOT NULL,
    "kpiId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "ValueStatus",
    "amount" DECIMAL(24,6),
    "men" DECIMAL(9,6),
    "women" DECIMAL(9,6),
    "decimals" SMALLINT NOT NULL,
    "unitOfMeasure" TEXT NOT NULL,

    CONSTRAINT "PublishedFigure_pkey" PRIMARY KEY ("kpiId","reportYear","year")
);

-- CreateIndex
CREATE INDEX "Restatement_organisationId_at_idx" ON "Restatement"("organisationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Restatement_organisationId_id_key" ON "Restatement"("organisationId", "id");

-- CreateIndex
CREATE INDEX "RestatementEffect_organisationId_year_idx" ON "RestatementEffect"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "RestatementExplanation_organisationId_restatementId_key" ON "RestatementExplanation"("organisationId", "restatementId");

-- CreateIndex
CREATE INDEX "PublishedFigure_organisationId_reportYear_idx" ON "PublishedFigure"("organisationId", "reportYear");

-- AddForeignKey
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestatementEffect" ADD CONSTRAINT "RestatementEffect_organisationId_restatementId_fkey" FOREIGN KEY ("organisationId", "restatementId") REFERENCES "Restatement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestatementEffect" ADD CONSTRAINT "RestatementEffect_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestatementEffect" ADD CONSTRAINT "RestatementEffect_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestatementExplanation" ADD CONSTRAINT "RestatementExplanation_organisationId_restatementId_fkey" FOREIGN KEY ("organisationId", "restatementId") REFERENCES "Restatement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedFigure" ADD CONSTRAINT "PublishedFigure_organisationId_reportYear_fkey" FOREIGN KEY ("organisationId", "reportYear") REFERENCES "ReportingPeriod"("organisationId", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedFigure" ADD CONSTRAINT "PublishedFigure_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A restatement says what, why and of which years.
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_years_in_order" CHECK ("fromYear" <= "toYear");
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_gives_a_reason" CHECK (btrim("reasonDa") <> '' OR btrim("reasonEn") <> '');
ALTER TABLE "Restatement" ADD CONSTRAINT "Restatement_names_what_it_changes" CHECK (CASE kind
  WHEN 'value' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "toVersion" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'coverage' THEN "kpiId" IS NOT NULL AND "orgUnitId" IS NOT NULL AND "fromYear" = "toYear"
  WHEN 'factor' THEN "factorCode" <> ''
  ELSE "kpiId" IS NOT NULL END);
ALTER TABLE "RestatementEffect" ADD CONSTRAINT "RestatementEffect_says_a_difference" CHECK (
  ("beforeStatus", "beforeAmount", "beforeMen", "beforeWomen") IS DISTINCT FROM ("afterStatus", "afterAmount", "afterMen", "afterWomen"));

-- What guards history names its tables whatever a session puts in their place: a temporary table of the same name comes
-- before the real one in a function without a path of its own.
ALTER FUNCTION chain_audit_entry() SET search_path = public, pg_temp;

-- Restatements and the published record are history: nobody changes or deletes them.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Restatement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "RestatementEffect" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PublishedFigure" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A year that is published stays so, with the day it was; else it could be opened, changed and closed again.
UPDATE "ReportingPeriod" SET "publishedAt" = now() WHERE state = 'published';
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_published_on_a_day" CHECK ((state = 'published') = ("publishedAt" IS NOT NULL));
CREATE FUNCTION keep_publication() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'published' THEN
    IF TG_OP = 'DELETE' OR (NEW."organisationId", NEW.year, NEW.state, NEW."publishedAt") IS DISTINCT FROM (OLD."organisationId", OLD.year, OLD.state, OLD."publishedAt") THEN
      RAISE EXCEPTION '% is published and stays so', OLD.year USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.state = 'published' THEN NEW."publishedAt" := coalesce(NEW."publishedAt", now()); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_publication BEFORE INSERT OR UPDATE OR DELETE ON "ReportingPeriod" FOR EACH ROW EXECUTE FUNCTION keep_publication();
CREATE TRIGGER keep_publication_whole BEFORE TRUNCATE ON "ReportingPeriod" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The published record is filled before its year is published, and closed from then on.
CREATE FUNCTION close_published_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "ReportingPeriod" WHERE "organisationId" = NEW."organisationId" AND year = NEW."reportYear" AND state = 'published' LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'the published record of % is closed', NEW."reportYear" USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed BEFORE INSERT ON "PublishedFigure" FOR EACH ROW EXECUTE FUNCTION close_published_record();

-- Time and transaction are the database's to say: a restatement covers changes of its own transaction and no others.
CREATE FUNCTION current_transaction() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT pg_current_xact_id()::text::bigint $$;
CREATE FUNCTION stamp_restatement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.at := now();
  NEW."transactionId" := current_transaction();
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON "Restatement" FOR EACH ROW EXECUTE FUNCTION stamp_restatement();

-- Both are compared: after a restore into a new cluster transaction numbers begin again, times do not.
CREATE FUNCTION is_of_this_transaction(restatement "Restatement") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT restatement."transactionId" = current_transaction() AND restatement.at = now()::timestamptz(3)
$$;
CREATE FUNCTION refuse_late_effect() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Restatement" r WHERE r.id = NEW."restatementId" AND is_of_this_transaction(r);
  IF NOT FOUND THEN RAISE EXCEPTION 'the effects of a restatement are written with it' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER with_its_restatement BEFORE INSERT ON "RestatementEffect" FOR EACH ROW EXECUTE FUNCTION refuse_late_effect();

-- A restatement of a value is of a published year, and the value is changed with it: judged when the transaction ends.
CREATE FUNCTION require_restated_value() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "YearlyValue" v
    JOIN "ReportingPeriod" p ON p."organisationId" = v."organisationId" AND p.year = v.year AND p.state = 'published'
    JOIN "RestatementEffect" e ON e."restatementId" = NEW.id AND e."kpiId" = v."kpiId" AND e."orgUnitId" = v."orgUnitId" AND e.year = v.year
    WHERE v."kpiId" = NEW."kpiId" AND v."orgUnitId" = NEW."orgUnitId" AND v.year = NEW."fromYear" AND v.version = NEW."toVersion";
  IF NOT FOUND THEN RAISE EXCEPTION 'a restatement without the value it restates' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER with_its_value AFTER INSERT ON "Restatement" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'value') EXECUTE FUNCTION require_restated_value();

CREATE FUNCTION refuse_published(what text, year int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of %, which is published, changes only with a restatement in the same transaction', what, year
    USING ERRCODE = 'restrict_violation', HINT = 'lib/restatement/mutations.ts';
END $$;

-- Values. The period is locked before it is judged, so that nobody publishes it in between. A statement may write a
-- hundred thousand rows, so they are judged together. A cell never moves, and one of a published year is never deleted:
-- emptied, it stays as a row.
CREATE FUNCTION guard_published_values() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  WITH touched AS MATERIALIZED (
    SELECT p."organisationId", p.year, p.state FROM "ReportingPeriod" p
    WHERE (p."organisationId", p.year) IN (SELECT DISTINCT changed."organisationId", changed.year FROM changed) FOR SHARE OF p
  )
  SELECT changed.year INTO broken FROM touched JOIN changed USING ("organisationId", year)
  WHERE touched.state = 'published' AND NOT EXISTS (
    SELECT FROM "Restatement" r WHERE TG_OP <> 'DELETE' AND is_of_this_transaction(r) AND r.kind = 'value'
      AND r."kpiId" = changed."kpiId" AND r."orgUnitId" = changed."orgUnitId" AND r."fromYear" = changed.year AND r."toVersion" = changed.version
      AND (r.after->>'status', (r.after->>'amount')::numeric, (r.after->>'men')::numeric, (r.after->>'women')::numeric)
        IS NOT DISTINCT FROM (changed.status::text, changed.amount, changed.men, changed.women))
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a value', broken); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_insert AFTER INSERT ON "YearlyValue" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_values();
CREATE TRIGGER published_update AFTER UPDATE ON "YearlyValue" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_values();
CREATE TRIGGER published_delete AFTER DELETE ON "YearlyValue" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_values();
CREATE TRIGGER published_whole BEFORE TRUNCATE ON "YearlyValue" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "YearlyValue" FOR EACH ROW
  WHEN ((OLD.id, OLD."organisationId", OLD."kpiId", OLD."orgUnitId", OLD.year) IS DISTINCT FROM (NEW.id, NEW."organisationId", NEW."kpiId", NEW."orgUnitId", NEW.year))
  EXECUTE FUNCTION refuse_change();

-- Declared coverage belongs to its value.
CREATE FUNCTION guard_published_coverage() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  WITH touched AS MATERIALIZED (
    SELECT v."organisationId", v."kpiId", v."orgUnitId", p.year, p.state FROM "YearlyValue" v
    JOIN "ReportingPeriod" p ON p."organisationId" = v."organisationId" AND p.year = v.year
    WHERE v.id IN (SELECT DISTINCT changed."valueId" FROM changed) FOR SHARE OF p
  )
  SELECT touched.year INTO broken FROM touched
  WHERE touched.state = 'published' AND NOT EXISTS (
    SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind IN ('value', 'coverage')
      AND r."kpiId" = touched."kpiId" AND r."orgUnitId" = touched."orgUnitId" AND r."fromYear" = touched.year)
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a coverage', broken); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_insert AFTER INSERT ON "ValueCoverage" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_coverage();
CREATE TRIGGER published_update AFTER UPDATE ON "ValueCoverage" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_coverage();
CREATE TRIGGER published_delete AFTER DELETE ON "ValueCoverage" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_coverage();
CREATE TRIGGER published_whole BEFORE TRUNCATE ON "ValueCoverage" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "ValueCoverage" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."valueId") IS DISTINCT FROM (NEW."organisationId", NEW."valueId")) EXECUTE FUNCTION refuse_change();

-- A definition holds from its first year until the next one's. What it says of figures does not change under a
-- published year; names and what is asked of new entries may. A KPI's first definitions restate nothing.
CREATE FUNCTION definition_years(kpi uuid, from_year int) RETURNS int4range LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT int4range(from_year, (SELECT min(v."validFromYear") FROM "KpiVersion" v WHERE v."kpiId" = kpi AND v."validFromYear" > from_year))
$$;
CREATE FUNCTION guard_published_definitions() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  SELECT p.year INTO broken FROM changed
  JOIN "ReportingPeriod" p ON p."organisationId" = changed."organisationId" AND p.state = 'published'
    AND p.year <@ definition_years(changed."kpiId", changed."validFromYear")
  WHERE (TG_OP <> 'INSERT' OR EXISTS (
      SELECT FROM "KpiVersion" other WHERE other."kpiId" = changed."kpiId"
        AND NOT EXISTS (SELECT FROM changed same WHERE same."kpiId" = other."kpiId" AND same."validFromYear" = other."validFromYear")))
    AND NOT EXISTS (
      SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind = 'definition' AND r."kpiId" = changed."kpiId"
        AND p.year BETWEEN r."fromYear" AND r."toYear")
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a definition', broken); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION guard_published_definition() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  SELECT p.year INTO broken FROM "ReportingPeriod" p
  WHERE p."organisationId" = NEW."organisationId" AND p.state = 'published' AND p.year <@ definition_years(NEW."kpiId", NEW."validFromYear")
    AND NOT EXISTS (
      SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind = 'definition' AND r."kpiId" = NEW."kpiId"
        AND p.year BETWEEN r."fromYear" AND r."toYear")
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a definition', broken); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_insert AFTER INSERT ON "KpiVersion" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_definitions();
CREATE TRIGGER published_delete AFTER DELETE ON "KpiVersion" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_definitions();
CREATE TRIGGER published_update AFTER UPDATE ON "KpiVersion" FOR EACH ROW
  WHEN ((OLD."unitOfMeasure", OLD."valueKind", OLD.direction, OLD.decimals, OLD."collectionLevel", OLD.consolidation, OLD."weightKpiId", OLD.formula, OLD."definitionDa", OLD."definitionEn")
    IS DISTINCT FROM (NEW."unitOfMeasure", NEW."valueKind", NEW.direction, NEW.decimals, NEW."collectionLevel", NEW.consolidation, NEW."weightKpiId", NEW.formula, NEW."definitionDa", NEW."definitionEn"))
  EXECUTE FUNCTION guard_published_definition();
CREATE TRIGGER published_whole BEFORE TRUNCATE ON "KpiVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "KpiVersion" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."kpiId", OLD."validFromYear") IS DISTINCT FROM (NEW."organisationId", NEW."kpiId", NEW."validFromYear")) EXECUTE FUNCTION refuse_change();

-- A target judges the years from the one it was set in.
CREATE FUNCTION guard_published_target() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  SELECT p.year INTO broken FROM "ReportingPeriod" p JOIN (
    SELECT OLD."organisationId", OLD."kpiId", OLD."setInYear", OLD.year WHERE TG_OP <> 'INSERT'
    UNION ALL SELECT NEW."organisationId", NEW."kpiId", NEW."setInYear", NEW.year WHERE TG_OP <> 'DELETE') target ("organisationId", "kpiId", "setInYear", "dueYear")
    ON p."organisationId" = target."organisationId" AND p.year BETWEEN coalesce(target."setInYear", 0) AND target."dueYear"
  WHERE p.state = 'published' AND NOT EXISTS (
    SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind = 'target' AND r."kpiId" = target."kpiId"
      AND p.year BETWEEN r."fromYear" AND r."toYear")
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a target', broken); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_write AFTER INSERT OR DELETE ON "Target" FOR EACH ROW EXECUTE FUNCTION guard_published_target();
CREATE TRIGGER published_update AFTER UPDATE ON "Target" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."kpiId", OLD."orgUnitId", OLD.year, OLD.kind, OLD.amount, OLD.men, OLD.women, OLD."baselineYear", OLD."setInYear")
    IS DISTINCT FROM (NEW."organisationId", NEW."kpiId", NEW."orgUnitId", NEW.year, NEW.kind, NEW.amount, NEW.men, NEW.women, NEW."baselineYear", NEW."setInYear"))
  EXECUTE FUNCTION guard_published_target();
CREATE TRIGGER published_whole BEFORE TRUNCATE ON "Target" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Which of an entered and a consolidated figure counts decides what the year says.
CREATE FUNCTION guard_published_choices() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  SELECT p.year INTO broken FROM changed
  JOIN "ReportingPeriod" p ON p."organisationId" = changed."organisationId" AND p.year = changed.year AND p.state = 'published'
  WHERE NOT EXISTS (
    SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind IN ('value', 'coverage')
      AND r."kpiId" = changed."kpiId" AND r."orgUnitId" = changed."orgUnitId" AND r."fromYear" = changed.year)
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('a choice', broken); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_insert AFTER INSERT ON "CountingChoice" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_choices();
CREATE TRIGGER published_update AFTER UPDATE ON "CountingChoice" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_choices();
CREATE TRIGGER published_delete AFTER DELETE ON "CountingChoice" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_choices();
CREATE TRIGGER published_whole BEFORE TRUNCATE ON "CountingChoice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stays_in_place BEFORE UPDATE ON "CountingChoice" FOR EACH ROW
  WHEN ((OLD."organisationId", OLD."kpiId", OLD."orgUnitId", OLD.year) IS DISTINCT FROM (NEW."organisationId", NEW."kpiId", NEW."orgUnitId", NEW.year))
  EXECUTE FUNCTION refuse_change();
