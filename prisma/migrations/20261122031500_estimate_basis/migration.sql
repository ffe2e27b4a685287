-- An estimate says what it rests on. Older rows stay as they are until somebody writes them anew.
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_estimate_says_basis" CHECK (status IS DISTINCT FROM 'estimated' OR btrim(basis) <> '') NOT VALID;

-- Estimates are listed for replacement, and beside what they turned out to be.
CREATE INDEX "YearlyValue_estimates" ON "YearlyValue" ("organisationId", year) WHERE status = 'estimated';
CREATE INDEX "ValueRevision_estimates" ON "ValueRevision" ("organisationId", "kpiId") WHERE status = 'estimated';
