-- CreateTable
CREATE TABLE "ValueConfirmation" (
    "id" BIGSERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ValueConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ValueConfirmation_organisationId_year_idx" ON "ValueConfirmation"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "ValueConfirmation_kpiId_orgUnitId_year_version_code_key" ON "ValueConfirmation"("kpiId", "orgUnitId", "year", "version", "code");

-- AddForeignKey
ALTER TABLE "ValueConfirmation" ADD CONSTRAINT "ValueConfirmation_kpiId_orgUnitId_year_version_fkey" FOREIGN KEY ("kpiId", "orgUnitId", "year", "version") REFERENCES "ValueRevision"("kpiId", "orgUnitId", "year", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said of a figure is history, and says something.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ValueConfirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "ValueConfirmation" ADD CONSTRAINT "ValueConfirmation_comment_says_something" CHECK (btrim(comment) <> '' AND length(comment) <= 2000);
ALTER TABLE "ValueConfirmation" ADD CONSTRAINT "ValueConfirmation_code_known" CHECK (code IN ('factor', 'change', 'sign', 'part', 'same'));
