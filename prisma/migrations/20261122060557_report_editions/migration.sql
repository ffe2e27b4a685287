-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "publicEdition" INTEGER,
ADD COLUMN     "readyAt" TIMESTAMPTZ(3),
ADD COLUMN     "readyBy" UUID,
ADD COLUMN     "readyDigest" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Edition" (
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "figuresDigest" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "publishedBy" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transactionId" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("organisationId","year","number")
);

-- CreateTable
CREATE TABLE "EditionFile" (
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "EditionFile_pkey" PRIMARY KEY ("organisationId","year","number","path")
);

-- CreateTable
CREATE TABLE "CheckAcceptance" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "finding" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "acceptedBy" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CheckAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CheckAcceptance_organisationId_year_idx" ON "CheckAcceptance"("organisationId", "year");

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_organisationId_year_fkey" FOREIGN KEY ("organisationId", "year") REFERENCES "Report"("organisationId", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_organisationId_year_number_fkey" FOREIGN KEY ("organisationId", "year", "number") REFERENCES "Edition"("organisationId", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckAcceptance" ADD CONSTRAINT "CheckAcceptance_organisationId_year_fkey" FOREIGN KEY ("organisationId", "year") REFERENCES "Report"("organisationId", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Editions are history: added to, never changed, each with its files in one transaction.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Edition" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "EditionFile" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION stamp_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."publishedAt" := now();
  NEW."transactionId" := current_transaction();
  -- Whoever publishes at the same time waits here, and is then refused by number or key.
  PERFORM FROM "Report" r WHERE r."organisationId" = NEW."organisationId" AND r.year = NEW.year FOR UPDATE;
  IF NEW.number <> (SELECT coalesce(max(e.number), 0) + 1 FROM "Edition" e WHERE e."organisationId" = NEW."organisationId" AND e.year = NEW.year) THEN
    RAISE EXCEPTION 'editions are numbered without a gap' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION stamp_edition();
-- Both are compared, as for restatements: after a restore transaction numbers begin again, times do not.
CREATE FUNCTION close_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Edition" e WHERE e."organisationId" = NEW."organisationId" AND e.year = NEW.year AND e.number = NEW.number
    AND e."transactionId" = current_transaction() AND e."publishedAt" = now()::timestamptz(3);
  IF NOT FOUND THEN RAISE EXCEPTION 'an edition is closed with the transaction that made it' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed BEFORE INSERT ON "EditionFile" FOR EACH ROW EXECUTE FUNCTION close_edition();
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_bytes_as_said" CHECK (size = octet_length(bytes) AND sha256 = encode(sha256(bytes), 'hex'));
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_path_stays_inside" CHECK (path ~ '^([a-z]{2}/)?[a-z0-9][a-z0-9.-]*$' AND path !~ '\.\.');
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_digest_form" CHECK ("figuresDigest" ~ '^[0-9a-f]{64}$');
ALTER TABLE "CheckAcceptance" ADD CONSTRAINT "CheckAcceptance_has_reason" CHECK (reason <> '');
-- One that holds per finding; what was taken back stays to be seen.
CREATE UNIQUE INDEX "CheckAcceptance_holds_once" ON "CheckAcceptance"("organisationId", year, finding) WHERE "withdrawnAt" IS NULL;
