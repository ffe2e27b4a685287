-- CreateEnum
CREATE TYPE "FactorMethod" AS ENUM ('location', 'market', 'supplier');

-- CreateTable
CREATE TABLE "EmissionFactor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "activityDa" TEXT NOT NULL,
    "activityEn" TEXT NOT NULL,
    "scope" SMALLINT NOT NULL,
    "method" "FactorMethod",
    "region" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmissionFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmissionFactorVersion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "factorId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "validFromYear" INTEGER NOT NULL,
    "value" DECIMAL(30,12) NOT NULL,
    "scale" SMALLINT NOT NULL,
    "unitIn" TEXT NOT NULL,
    "unitOut" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "retrievedOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "isBackCalculated" BOOLEAN NOT NULL DEFAULT false,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmissionFactorVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactorPin" (
    "id" BIGSERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "factorId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "pinnedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactorPin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ValueChangeCount" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "changes" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "ValueChangeCount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EmissionFactor_organisationId_code_key" ON "EmissionFactor"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "EmissionFactor_organisationId_id_key" ON "EmissionFactor"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EmissionFactorVersion_factorId_version_key" ON "EmissionFactorVersion"("factorId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "EmissionFactorVersion_organisationId_id_key" ON "EmissionFactorVersion"("organisationId", "id");

-- CreateIndex
CREATE INDEX "FactorPin_organisationId_year_idx" ON "FactorPin"("organisationId", "year");

-- CreateIndex
CREATE INDEX "ValueChangeCount_organisationId_year_idx" ON "ValueChangeCount"("organisationId", "year");

-- AddForeignKey
ALTER TABLE "EmissionFactor" ADD CONSTRAINT "EmissionFactor_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmissionFactorVersion" ADD CONSTRAINT "EmissionFactorVersion_organisationId_factorId_fkey" FOREIGN KEY ("organisationId", "factorId") REFERENCES "EmissionFactor"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactorPin" ADD CONSTRAINT "FactorPin_organisationId_factorId_fkey" FOREIGN KEY ("organisationId", "factorId") REFERENCES "EmissionFactor"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactorPin" ADD CONSTRAINT "FactorPin_organisationId_versionId_fkey" FOREIGN KEY ("organisationId", "versionId") REFERENCES "EmissionFactorVersion"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express. ------------------------------------------------------------------------------------

ALTER TABLE "EmissionFactor" ADD CONSTRAINT "EmissionFactor_code_form" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "EmissionFactor" ADD CONSTRAINT "EmissionFactor_scope_known" CHECK (scope IN (1, 2, 3));
-- Only scope 2 has two accounts.
ALTER TABLE "EmissionFactor" ADD CONSTRAINT "EmissionFactor_method_in_scope_2" CHECK (method IS NULL OR scope = 2);
ALTER TABLE "EmissionFactorVersion" ADD CONSTRAINT "EmissionFactorVersion_year_range" CHECK ("validFromYear" BETWEEN 1990 AND 2100);
ALTER TABLE "EmissionFactorVersion" ADD CONSTRAINT "EmissionFactorVersion_not_negative" CHECK (value >= 0);
ALTER TABLE "EmissionFactorVersion" ADD CONSTRAINT "EmissionFactorVersion_scale_range" CHECK (scale BETWEEN 0 AND 12);
ALTER TABLE "EmissionFactorVersion" ADD CONSTRAINT "EmissionFactorVersion_counts_up" CHECK (version >= 1);
ALTER TABLE "FactorPin" ADD CONSTRAINT "FactorPin_year_range" CHECK (year BETWEEN 1990 AND 2100);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "EmissionFactorVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "FactorPin" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Of the versions that hold in a year, the one of the latest year, and of that year the one added last.
CREATE FUNCTION factor_versions_in(organisation uuid, for_year int) RETURNS TABLE ("factorId" uuid, "versionId" uuid)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (v."factorId") v."factorId", v.id FROM "EmissionFactorVersion" v
    WHERE v."organisationId" = organisation AND v."validFromYear" <= for_year
    ORDER BY v."factorId", v."validFromYear" DESC, v.version DESC
$$;

-- A year that is published keeps the factor versions it was published with. Nobody can forget it here.
CREATE FUNCTION pin_factors(organisation uuid, for_year int) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO "FactorPin" ("organisationId", year, "factorId", "versionId")
    SELECT organisation, for_year, held."factorId", held."versionId" FROM factor_versions_in(organisation, for_year) held
    WHERE NOT EXISTS (SELECT FROM "FactorPin" pin WHERE pin."organisationId" = organisation AND pin.year = for_year AND pin."factorId" = held."factorId")
$$;
CREATE FUNCTION pin_factors_of_published_year() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pin_factors(NEW."organisationId", NEW.year);
  RETURN NEW;
END $$;
-- Before the year is published, because afterwards a pin needs a restatement.
CREATE TRIGGER pin_factors BEFORE INSERT OR UPDATE OF state ON "ReportingPeriod" FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION pin_factors_of_published_year();

CREATE FUNCTION guard_published_factors() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE broken int;
BEGIN
  SELECT p.year INTO broken FROM changed
  JOIN "ReportingPeriod" p ON p."organisationId" = changed."organisationId" AND p.year = changed.year AND p.state = 'published'
  JOIN "EmissionFactor" factor ON factor.id = changed."factorId"
  WHERE NOT EXISTS (
    SELECT FROM "Restatement" r WHERE is_of_this_transaction(r) AND r.kind = 'factor' AND r."organisationId" = changed."organisationId"
      AND r."factorCode" = factor.code AND changed.year BETWEEN r."fromYear" AND r."toYear")
  LIMIT 1;
  IF broken IS NOT NULL THEN PERFORM refuse_published('an emission factor', broken); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_insert AFTER INSERT ON "FactorPin" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_published_factors();

-- Readers keep what they loaded of a year until its count rises. A writer raises a row that nobody holds, or adds
-- one: no writer ever waits here, whatever order it takes its other locks in.
ALTER TABLE "ValueChangeCount" ADD CONSTRAINT "ValueChangeCount_year_range" CHECK (year BETWEEN 1990 AND 2100);
CREATE FUNCTION count_value_change(organisation uuid, in_year int) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE free uuid;
BEGIN
  SELECT id INTO free FROM "ValueChangeCount" WHERE "organisationId" = organisation AND year = in_year LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF FOUND THEN
    UPDATE "ValueChangeCount" SET changes = changes + 1 WHERE id = free;
  ELSE
    INSERT INTO "ValueChangeCount" ("organisationId", year) VALUES (organisation, in_year);
  END IF;
END $$;
CREATE FUNCTION count_value_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_value_change("organisationId", year) FROM (SELECT DISTINCT "organisationId", year FROM changed) touched;
  RETURN NULL;
END $$;
CREATE FUNCTION count_coverage_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_value_change("organisationId", year) FROM (
    SELECT DISTINCT value."organisationId", value.year FROM changed JOIN "YearlyValue" value ON value.id = changed."valueId") touched;
  RETURN NULL;
END $$;
CREATE TRIGGER count_insert AFTER INSERT ON "YearlyValue" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_value_changes();
CREATE TRIGGER count_update AFTER UPDATE ON "YearlyValue" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_value_changes();
CREATE TRIGGER count_delete AFTER DELETE ON "YearlyValue" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_value_changes();
CREATE TRIGGER count_insert AFTER INSERT ON "ValueCoverage" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_coverage_changes();
CREATE TRIGGER count_update AFTER UPDATE ON "ValueCoverage" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_coverage_changes();
CREATE TRIGGER count_delete AFTER DELETE ON "ValueCoverage" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_coverage_changes();
INSERT INTO "ValueChangeCount" ("organisationId", year) SELECT DISTINCT "organisationId", year FROM "YearlyValue";
