-- CreateEnum
CREATE TYPE "AgreementState" AS ENUM ('draft', 'proposed', 'approved', 'signed', 'closed', 'handedOn');

-- CreateEnum
CREATE TYPE "AgreementAct" AS ENUM ('propose', 'return', 'approve', 'sign', 'amend', 'handOn', 'close');

-- CreateEnum
CREATE TYPE "AgreementTextKind" AS ENUM ('agreement', 'amendment', 'succession');

-- CreateEnum
CREATE TYPE "AgreementParty" AS ENUM ('unit', 'central');

-- CreateEnum
CREATE TYPE "AssessmentVerdict" AS ENUM ('sound', 'improvable', 'insufficient');

-- CreateEnum
CREATE TYPE "InitiativeEase" AS ENUM ('easy', 'moderate', 'demanding');

-- CreateEnum
CREATE TYPE "CommitmentStatus" AS ENUM ('notStarted', 'onTrack', 'delayed', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "CommitmentMeasure" AS ENUM ('kpi', 'milestones');

-- CreateEnum
CREATE TYPE "CommitmentOrigin" AS ENUM ('requirement', 'catalogue', 'anew', 'carried', 'changed', 'copied', 'handedOn');

-- CreateEnum
CREATE TYPE "RollDecision" AS ENUM ('carryOn', 'change', 'copy', 'end');

-- CreateTable
CREATE TABLE "AgreementPeriod" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "noteDa" TEXT NOT NULL DEFAULT '',
    "noteEn" TEXT NOT NULL DEFAULT '',
    "followUpMonths" INTEGER NOT NULL DEFAULT 6,
    "previousId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgreementPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackRule" (
    "organisationId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "minimumOwn" INTEGER NOT NULL,

    CONSTRAINT "TrackRule_pkey" PRIMARY KEY ("periodId","trackId")
);

-- CreateTable
CREATE TABLE "Requirement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "orgUnitId" UUID,
    "textDa" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isExample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "state" "AgreementState" NOT NULL DEFAULT 'draft',
    "edition" INTEGER NOT NULL DEFAULT 1,
    "kind" "AgreementTextKind" NOT NULL DEFAULT 'agreement',
    "reason" TEXT NOT NULL DEFAULT '',
    "handsOnFrom" DATE,
    "evaluation" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementStep" (
    "agreementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "organisationId" UUID NOT NULL,
    "act" "AgreementAct" NOT NULL,
    "edition" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgreementStep_pkey" PRIMARY KEY ("agreementId","position")
);

-- CreateTable
CREATE TABLE "AgreementText" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "kind" "AgreementTextKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgreementText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "textId" UUID NOT NULL,
    "party" "AgreementParty" NOT NULL,
    "organisationId" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "capacity" TEXT NOT NULL,
    "signerId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("textId","party")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "verdict" "AssessmentVerdict",
    "text" TEXT NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Initiative" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "effectDa" TEXT NOT NULL,
    "effectEn" TEXT NOT NULL,
    "ease" "InitiativeEase" NOT NULL,
    "kpiId" UUID,
    "expectedEffect" DECIMAL(24,6),
    "retiredOn" DATE,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "origin" "CommitmentOrigin" NOT NULL,
    "requirementId" UUID,
    "initiativeId" UUID,
    "fromId" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "deadline" DATE NOT NULL,
    "measure" "CommitmentMeasure" NOT NULL,
    "kpiId" UUID,
    "targetAmount" DECIMAL(24,6),
    "expectedEffect" DECIMAL(24,6),
    "status" "CommitmentStatus" NOT NULL DEFAULT 'notStarted',
    "reportedEffect" DECIMAL(24,6),
    "followedUpOn" DATE,
    "isExample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "doneOn" DATE,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "onDay" DATE NOT NULL,
    "status" "CommitmentStatus" NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "effect" DECIMAL(24,6),
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentDecision" (
    "commitmentId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "decision" "RollDecision" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommitmentDecision_pkey" PRIMARY KEY ("commitmentId")
);

-- CreateTable
CREATE TABLE "CommitmentHandover" (
    "commitmentId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "toOrgUnitId" UUID NOT NULL,

    CONSTRAINT "CommitmentHandover_pkey" PRIMARY KEY ("commitmentId")
);

-- CreateTable
CREATE TABLE "Strategy" (
    "organisationId" UUID NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "adoptedYear" INTEGER NOT NULL,
    "centralFunction" TEXT NOT NULL,

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "StrategyGoal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kpiId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StrategyGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Track" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "colour" TEXT NOT NULL DEFAULT 'producer',
    "goalId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpecialistFunction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SpecialistFunction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackFunction" (
    "organisationId" UUID NOT NULL,
    "trackId" UUID NOT NULL,
    "functionId" UUID NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TrackFunction_pkey" PRIMARY KEY ("trackId","functionId")
);

-- CreateTable
CREATE TABLE "FunctionMember" (
    "organisationId" UUID NOT NULL,
    "functionId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "FunctionMember_pkey" PRIMARY KEY ("functionId","userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "AgreementPeriod_organisationId_code_key" ON "AgreementPeriod"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementPeriod_organisationId_id_key" ON "AgreementPeriod"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Requirement_periodId_idx" ON "Requirement"("periodId");

-- CreateIndex
CREATE UNIQUE INDEX "Requirement_organisationId_id_key" ON "Requirement"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Agreement_organisationId_idx" ON "Agreement"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_periodId_orgUnitId_key" ON "Agreement"("periodId", "orgUnitId");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_organisationId_id_key" ON "Agreement"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementText_agreementId_number_key" ON "AgreementText"("agreementId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementText_organisationId_id_key" ON "AgreementText"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Assessment_agreementId_idx" ON "Assessment"("agreementId");

-- CreateIndex
CREATE INDEX "Assessment_organisationId_trackId_idx" ON "Assessment"("organisationId", "trackId");

-- CreateIndex
CREATE UNIQUE INDEX "Initiative_organisationId_code_key" ON "Initiative"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Initiative_organisationId_id_key" ON "Initiative"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Commitment_agreementId_idx" ON "Commitment"("agreementId");

-- CreateIndex
CREATE INDEX "Commitment_organisationId_initiativeId_idx" ON "Commitment"("organisationId", "initiativeId");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_organisationId_id_key" ON "Commitment"("organisationId", "id");

-- CreateIndex
CREATE INDEX "Milestone_commitmentId_idx" ON "Milestone"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_organisationId_id_key" ON "Milestone"("organisationId", "id");

-- CreateIndex
CREATE INDEX "FollowUp_commitmentId_idx" ON "FollowUp"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitmentDecision_organisationId_commitmentId_key" ON "CommitmentDecision"("organisationId", "commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitmentHandover_organisationId_commitmentId_key" ON "CommitmentHandover"("organisationId", "commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyGoal_organisationId_code_key" ON "StrategyGoal"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyGoal_organisationId_id_key" ON "StrategyGoal"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Track_organisationId_code_key" ON "Track"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Track_organisationId_id_key" ON "Track"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SpecialistFunction_organisationId_code_key" ON "SpecialistFunction"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "SpecialistFunction_organisationId_id_key" ON "SpecialistFunction"("organisationId", "id");

-- CreateIndex
CREATE INDEX "FunctionMember_userId_idx" ON "FunctionMember"("userId");

-- AddForeignKey
ALTER TABLE "AgreementPeriod" ADD CONSTRAINT "AgreementPeriod_organisationId_previousId_fkey" FOREIGN KEY ("organisationId", "previousId") REFERENCES "AgreementPeriod"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementPeriod" ADD CONSTRAINT "AgreementPeriod_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackRule" ADD CONSTRAINT "TrackRule_organisationId_periodId_fkey" FOREIGN KEY ("organisationId", "periodId") REFERENCES "AgreementPeriod"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackRule" ADD CONSTRAINT "TrackRule_organisationId_trackId_fkey" FOREIGN KEY ("organisationId", "trackId") REFERENCES "Track"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Requirement" ADD CONSTRAINT "Requirement_organisationId_periodId_fkey" FOREIGN KEY ("organisationId", "periodId") REFERENCES "AgreementPeriod"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Requirement" ADD CONSTRAINT "Requirement_organisationId_trackId_fkey" FOREIGN KEY ("organisationId", "trackId") REFERENCES "Track"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Requirement" ADD CONSTRAINT "Requirement_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_organisationId_periodId_fkey" FOREIGN KEY ("organisationId", "periodId") REFERENCES "AgreementPeriod"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementStep" ADD CONSTRAINT "AgreementStep_organisationId_agreementId_fkey" FOREIGN KEY ("organisationId", "agreementId") REFERENCES "Agreement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementText" ADD CONSTRAINT "AgreementText_organisationId_agreementId_fkey" FOREIGN KEY ("organisationId", "agreementId") REFERENCES "Agreement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_organisationId_textId_fkey" FOREIGN KEY ("organisationId", "textId") REFERENCES "AgreementText"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_organisationId_agreementId_fkey" FOREIGN KEY ("organisationId", "agreementId") REFERENCES "Agreement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_organisationId_trackId_fkey" FOREIGN KEY ("organisationId", "trackId") REFERENCES "Track"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_organisationId_trackId_fkey" FOREIGN KEY ("organisationId", "trackId") REFERENCES "Track"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_organisationId_agreementId_fkey" FOREIGN KEY ("organisationId", "agreementId") REFERENCES "Agreement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_organisationId_trackId_fkey" FOREIGN KEY ("organisationId", "trackId") REFERENCES "Track"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_organisationId_requirementId_fkey" FOREIGN KEY ("organisationId", "requirementId") REFERENCES "Requirement"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_organisationId_initiativeId_fkey" FOREIGN KEY ("organisationId", "initiativeId") REFERENCES "Initiative"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_organisationId_fromId_fkey" FOREIGN KEY ("organisationId", "fromId") REFERENCES "Commitment"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_organisationId_commitmentId_fkey" FOREIGN KEY ("organisationId", "commitmentId") REFERENCES "Commitment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_organisationId_commitmentId_fkey" FOREIGN KEY ("organisationId", "commitmentId") REFERENCES "Commitment"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentDecision" ADD CONSTRAINT "CommitmentDecision_organisationId_commitmentId_fkey" FOREIGN KEY ("organisationId", "commitmentId") REFERENCES "Commitment"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentHandover" ADD CONSTRAINT "CommitmentHandover_organisationId_commitmentId_fkey" FOREIGN KEY ("organisationId", "commitmentId") REFERENCES "Commitment"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentHandover" ADD CONSTRAINT "CommitmentHandover_organisationId_toOrgUnitId_fkey" FOREIGN KEY ("organisationId", "toOrgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyGoal" ADD CONSTRAINT "StrategyGoal_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyGoal" ADD CONSTRAINT "StrategyGoal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Track" ADD CONSTRAINT "Track_organisationId_goalId_fkey" FOREIGN KEY ("organisationId", "goalId") REFERENCES "StrategyGoal"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Track" ADD CONSTRAINT "Track_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpecialistFunction" ADD CONSTRAINT "SpecialistFunction_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackFunction" ADD CONSTRAINT "TrackFunction_organisationId_trackId_fkey" FOREIGN KEY ("organisationId", "trackId") REFERENCES "Track"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackFunction" ADD CONSTRAINT "TrackFunction_organisationId_functionId_fkey" FOREIGN KEY ("organisationId", "functionId") REFERENCES "SpecialistFunction"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FunctionMember" ADD CONSTRAINT "FunctionMember_organisationId_functionId_fkey" FOREIGN KEY ("organisationId", "functionId") REFERENCES "SpecialistFunction"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FunctionMember" ADD CONSTRAINT "FunctionMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What holds of every row.
ALTER TABLE "AgreementPeriod" ADD CONSTRAINT "AgreementPeriod_runs_forward" CHECK ("from" <= "to");
ALTER TABLE "AgreementPeriod" ADD CONSTRAINT "AgreementPeriod_follow_up_known" CHECK ("followUpMonths" BETWEEN 1 AND 24);
ALTER TABLE "TrackRule" ADD CONSTRAINT "TrackRule_minimum_known" CHECK ("minimumOwn" BETWEEN 0 AND 50);
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_change_has_reason" CHECK ((edition = 1 AND kind = 'agreement') OR (edition > 1 AND kind <> 'agreement' AND reason <> ''));
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_succession_has_day" CHECK (kind <> 'succession' OR "handsOnFrom" IS NOT NULL);
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_closed_is_evaluated" CHECK (state <> 'closed' OR evaluation <> '');
ALTER TABLE "AgreementStep" ADD CONSTRAINT "AgreementStep_position_from_1" CHECK (position >= 1);
ALTER TABLE "AgreementStep" ADD CONSTRAINT "AgreementStep_says_why" CHECK (act NOT IN ('return', 'amend', 'handOn', 'close') OR note <> '');
ALTER TABLE "AgreementText" ADD CONSTRAINT "AgreementText_hash_is_its_own" CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_says_something" CHECK (text <> '');
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_says_something" CHECK (text <> '');
ALTER TABLE "CommitmentDecision" ADD CONSTRAINT "CommitmentDecision_end_has_reason" CHECK (decision <> 'end' OR reason <> '');
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_promises_something" CHECK (text <> '' OR "requirementId" IS NOT NULL OR "initiativeId" IS NOT NULL);
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_is_measured" CHECK (measure <> 'kpi' OR ("kpiId" IS NOT NULL AND "targetAmount" IS NOT NULL));
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_effect_has_kpi" CHECK ("kpiId" IS NOT NULL OR ("expectedEffect" IS NULL AND "reportedEffect" IS NULL));

-- History: added to, never changed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AgreementStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AgreementText" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Signature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Assessment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "FollowUp" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "CommitmentDecision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON "Agreement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keeps_promises BEFORE TRUNCATE ON "Commitment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The life of an agreement: begun as a draft, one known step at a time, signed only with both signatures on its newest
-- text, and nothing after the end. lib/agreement/life/model.ts is the same list; a test compares them.
CREATE FUNCTION is_agreement_step(was "AgreementState", will "AgreementState") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (was, will) IN (('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'approved'), ('approved', 'draft'),
    ('approved', 'signed'), ('approved', 'handedOn'), ('signed', 'draft'), ('signed', 'approved'), ('signed', 'closed'))
$$;
CREATE FUNCTION guard_agreement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' OR NEW.edition <> 1 THEN
      RAISE EXCEPTION 'an agreement begins as a draft' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.id, OLD."organisationId", OLD."periodId", OLD."orgUnitId") IS DISTINCT FROM (NEW.id, NEW."organisationId", NEW."periodId", NEW."orgUnitId") THEN
    RAISE EXCEPTION 'an agreement stays with its org unit and period' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('closed', 'handedOn') THEN
    RAISE EXCEPTION 'the agreement has ended' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT is_agreement_step(OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'no step leads from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.edition NOT IN (OLD.edition, OLD.edition + 1) OR (NEW.edition > OLD.edition AND OLD.state <> 'signed') THEN
    RAISE EXCEPTION 'an edition follows a signed one' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'approved' AND NEW.state IN ('signed', 'handedOn') AND 2 <> (
    SELECT count(*) FROM "Signature" s JOIN "AgreementText" t ON t.id = s."textId"
    WHERE t."agreementId" = NEW.id AND t.edition = NEW.edition
      AND t.number = (SELECT max(number) FROM "AgreementText" WHERE "agreementId" = NEW.id)) THEN
    RAISE EXCEPTION 'both parties sign' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER known_life BEFORE INSERT OR UPDATE ON "Agreement" FOR EACH ROW EXECUTE FUNCTION guard_agreement();

-- What is promised changes in a draft only. How far it is may be said until the agreement ends.
CREATE FUNCTION agreement_state(agreement uuid) RETURNS "AgreementState" LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT state FROM "Agreement" WHERE id = agreement
$$;
CREATE FUNCTION guard_commitment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE state "AgreementState" := agreement_state(coalesce(NEW."agreementId", OLD."agreementId"));
BEGIN
  IF state = 'draft' AND (TG_OP <> 'UPDATE' OR (OLD."organisationId", OLD."agreementId") IS NOT DISTINCT FROM (NEW."organisationId", NEW."agreementId")) THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP <> 'UPDATE' OR state IN ('closed', 'handedOn') OR
    (to_jsonb(OLD) - '{status,reportedEffect,followedUpOn}'::text[]) IS DISTINCT FROM (to_jsonb(NEW) - '{status,reportedEffect,followedUpOn}'::text[]) THEN
    RAISE EXCEPTION 'what was promised changes by an amendment' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER promised BEFORE INSERT OR UPDATE OR DELETE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION guard_commitment();
CREATE FUNCTION guard_milestone() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE state "AgreementState" := (SELECT agreement_state(c."agreementId") FROM "Commitment" c WHERE c.id = coalesce(NEW."commitmentId", OLD."commitmentId"));
BEGIN
  -- Without a commitment any more it goes with it, which the commitment's own guard has allowed.
  IF state IS NULL OR state = 'draft' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP <> 'UPDATE' OR state IN ('closed', 'handedOn') OR (to_jsonb(OLD) - 'doneOn') IS DISTINCT FROM (to_jsonb(NEW) - 'doneOn') THEN
    RAISE EXCEPTION 'what was promised changes by an amendment' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER promised BEFORE INSERT OR UPDATE OR DELETE ON "Milestone" FOR EACH ROW EXECUTE FUNCTION guard_milestone();
CREATE FUNCTION guard_follow_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT agreement_state(c."agreementId") FROM "Commitment" c WHERE c.id = NEW."commitmentId") IN ('closed', 'handedOn') THEN
    RAISE EXCEPTION 'the agreement has ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER in_time BEFORE INSERT ON "FollowUp" FOR EACH ROW EXECUTE FUNCTION guard_follow_up();

-- A signature is on the newest text of an approved agreement, on exactly that text, and by two different people.
CREATE FUNCTION guard_signature() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "AgreementText" t JOIN "Agreement" a ON a.id = t."agreementId"
    WHERE t.id = NEW."textId" AND t.sha256 = NEW.sha256 AND a.state = 'approved' AND a.edition = t.edition
      AND t.number = (SELECT max(number) FROM "AgreementText" WHERE "agreementId" = a.id))
    OR EXISTS (SELECT FROM "Signature" s WHERE s."textId" = NEW."textId" AND s."signerId" = NEW."signerId") THEN
    RAISE EXCEPTION 'this text is not to be signed so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER on_this_text BEFORE INSERT ON "Signature" FOR EACH ROW EXECUTE FUNCTION guard_signature();
CREATE FUNCTION guard_agreement_text() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF agreement_state(NEW."agreementId") IN ('closed', 'handedOn') THEN
    RAISE EXCEPTION 'the agreement has ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER in_time BEFORE INSERT ON "AgreementText" FOR EACH ROW EXECUTE FUNCTION guard_agreement_text();
