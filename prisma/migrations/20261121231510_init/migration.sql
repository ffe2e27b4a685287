-- CreateEnum
CREATE TYPE "KpiPurpose" AS ENUM ('indicator', 'base');

-- CreateEnum
CREATE TYPE "AppendixPart" AS ENUM ('environment', 'social', 'governance');

-- CreateEnum
CREATE TYPE "CollectionLevel" AS ENUM ('organisation', 'orgUnit');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('higher', 'lower', 'balance', 'neutral');

-- CreateEnum
CREATE TYPE "ValueKind" AS ENUM ('number', 'split');

-- CreateEnum
CREATE TYPE "Consolidation" AS ENUM ('sum', 'weighted', 'none');

-- CreateEnum
CREATE TYPE "PeriodState" AS ENUM ('open', 'inReview', 'closed', 'published');

-- CreateEnum
CREATE TYPE "SectionKind" AS ENUM ('cover', 'contents', 'strategy', 'pillar', 'appendix', 'text');

-- CreateEnum
CREATE TYPE "BlockKind" AS ENUM ('text', 'highlights', 'focusPoints', 'risks', 'chart', 'table', 'keyFacts', 'comparison');

-- CreateEnum
CREATE TYPE "TargetKind" AS ENUM ('atLeast', 'atMost', 'above', 'below', 'reduction', 'split');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('contributor', 'controller', 'manager', 'auditor', 'administrator');

-- CreateEnum
CREATE TYPE "ValueStatus" AS ENUM ('reported', 'estimated', 'pending', 'notMeasured', 'discontinued', 'notApplicable');

-- CreateEnum
CREATE TYPE "ValueOrigin" AS ENUM ('entered', 'imported', 'derived');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "organisationId" UUID,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "door" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Benchmark" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "labelDa" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "amount" DECIMAL(24,6) NOT NULL,
    "scale" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "Benchmark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Footnote" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "textDa" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,

    CONSTRAINT "Footnote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FootnoteUse" (
    "organisationId" UUID NOT NULL,
    "footnoteId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "fromYear" INTEGER NOT NULL,
    "toYear" INTEGER,

    CONSTRAINT "FootnoteUse_pkey" PRIMARY KEY ("footnoteId","kpiId","fromYear")
);

-- CreateTable
CREATE TABLE "Kpi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "purpose" "KpiPurpose" NOT NULL DEFAULT 'indicator',
    "pillarId" UUID,
    "appendixPart" "AppendixPart",
    "tableDa" TEXT,
    "tableEn" TEXT,
    "position" INTEGER NOT NULL,
    "pillarPosition" INTEGER NOT NULL DEFAULT 0,
    "parentId" UUID,
    "replacesId" UUID,
    "ownerId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KpiVersion" (
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "validFromYear" INTEGER NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "shortNameDa" TEXT NOT NULL,
    "shortNameEn" TEXT NOT NULL,
    "definitionDa" TEXT NOT NULL DEFAULT '',
    "definitionEn" TEXT NOT NULL DEFAULT '',
    "unitOfMeasure" TEXT NOT NULL,
    "valueKind" "ValueKind" NOT NULL DEFAULT 'number',
    "direction" "Direction" NOT NULL DEFAULT 'neutral',
    "decimals" INTEGER,
    "collectionLevel" "CollectionLevel" NOT NULL DEFAULT 'organisation',
    "consolidation" "Consolidation" NOT NULL DEFAULT 'none',
    "weightKpiId" UUID,
    "formula" JSONB,
    "minimum" DECIMAL(24,6),
    "maximum" DECIMAL(24,6),
    "tolerancePercent" DECIMAL(6,2) NOT NULL DEFAULT 25,

    CONSTRAINT "KpiVersion_pkey" PRIMARY KEY ("kpiId","validFromYear")
);

-- CreateTable
CREATE TABLE "KpiCollection" (
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "fromYear" INTEGER NOT NULL,
    "toYear" INTEGER,

    CONSTRAINT "KpiCollection_pkey" PRIMARY KEY ("kpiId","orgUnitId","fromYear")
);

-- CreateTable
CREATE TABLE "KpiReference" (
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "edition" TEXT NOT NULL DEFAULT '',
    "disclosure" TEXT NOT NULL,

    CONSTRAINT "KpiReference_pkey" PRIMARY KEY ("kpiId","framework","disclosure")
);

-- CreateTable
CREATE TABLE "OrgUnit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isRoot" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "opensOn" DATE,
    "closesOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrgUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrgUnitPlacement" (
    "organisationId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "parentId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,

    CONSTRAINT "OrgUnitPlacement_pkey" PRIMARY KEY ("orgUnitId","validFrom")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL DEFAULT 'DK',
    "currency" CHAR(3) NOT NULL DEFAULT 'DKK',
    "suppressBelowCases" INTEGER NOT NULL DEFAULT 5,
    "suppressBelowReplies" INTEGER NOT NULL DEFAULT 10,
    "materialityPercent" DECIMAL(6,3) NOT NULL DEFAULT 5,
    "dataVersion" BIGINT NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportingPeriod" (
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "PeriodState" NOT NULL DEFAULT 'open',
    "dueOn" DATE,

    CONSTRAINT "ReportingPeriod_pkey" PRIMARY KEY ("organisationId","year")
);

-- CreateTable
CREATE TABLE "Pillar" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "colour" TEXT NOT NULL DEFAULT 'ethics',
    "isGuiding" BOOLEAN NOT NULL DEFAULT true,
    "sdgs" INTEGER[],

    CONSTRAINT "Pillar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pillarId" UUID NOT NULL,
    "nameDa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "titleDa" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "subtitleDa" TEXT NOT NULL DEFAULT '',
    "subtitleEn" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reportId" UUID NOT NULL,
    "kind" "SectionKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "titleDa" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "pillarId" UUID,
    "appendixPart" "AppendixPart",

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Block" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sectionId" UUID NOT NULL,
    "kind" "BlockKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "titleDa" TEXT NOT NULL DEFAULT '',
    "titleEn" TEXT NOT NULL DEFAULT '',
    "bodyDa" TEXT NOT NULL DEFAULT '',
    "bodyEn" TEXT NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID,
    "year" INTEGER NOT NULL,
    "kind" "TargetKind" NOT NULL,
    "amount" DECIMAL(24,6),
    "scale" SMALLINT NOT NULL DEFAULT 0,
    "men" DECIMAL(9,6),
    "women" DECIMAL(9,6),
    "baselineYear" INTEGER,
    "setInYear" INTEGER,
    "printsUnit" BOOLEAN NOT NULL DEFAULT false,
    "noteDa" TEXT NOT NULL DEFAULT '',
    "noteEn" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'da',
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MembershipOrgUnit" (
    "organisationId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,

    CONSTRAINT "MembershipOrgUnit_pkey" PRIMARY KEY ("membershipId","orgUnitId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationOrgUnit" (
    "organisationId" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,

    CONSTRAINT "InvitationOrgUnit_pkey" PRIMARY KEY ("invitationId","orgUnitId")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "YearlyValue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "ValueStatus",
    "amount" DECIMAL(24,6),
    "scale" SMALLINT,
    "men" DECIMAL(9,6),
    "women" DECIMAL(9,6),
    "numerator" DECIMAL(24,6),
    "denominator" DECIMAL(24,6),
    "promoters" INTEGER,
    "passives" INTEGER,
    "detractors" INTEGER,
    "origin" "ValueOrigin" NOT NULL DEFAULT 'entered',
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "basis" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedBy" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "YearlyValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ValueCoverage" (
    "organisationId" UUID NOT NULL,
    "valueId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,

    CONSTRAINT "ValueCoverage_pkey" PRIMARY KEY ("valueId","orgUnitId")
);

-- CreateTable
CREATE TABLE "ValueRevision" (
    "id" BIGSERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "ValueStatus",
    "amount" DECIMAL(24,6),
    "scale" SMALLINT,
    "men" DECIMAL(9,6),
    "women" DECIMAL(9,6),
    "numerator" DECIMAL(24,6),
    "denominator" DECIMAL(24,6),
    "promoters" INTEGER,
    "passives" INTEGER,
    "detractors" INTEGER,
    "origin" "ValueOrigin" NOT NULL,
    "isExample" BOOLEAN NOT NULL,
    "basis" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "door" TEXT NOT NULL,

    CONSTRAINT "ValueRevision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_at_idx" ON "AuditEntry"("organisationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_organisationId_sequence_key" ON "AuditEntry"("organisationId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Benchmark_kpiId_year_labelEn_key" ON "Benchmark"("kpiId", "year", "labelEn");

-- CreateIndex
CREATE UNIQUE INDEX "Footnote_organisationId_code_key" ON "Footnote"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Footnote_organisationId_id_key" ON "Footnote"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Kpi_replacesId_key" ON "Kpi"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "Kpi_organisationId_code_key" ON "Kpi"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Kpi_organisationId_id_key" ON "Kpi"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OrgUnit_organisationId_code_key" ON "OrgUnit"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "OrgUnit_organisationId_id_key" ON "OrgUnit"("organisationId", "id");

-- CreateIndex
CREATE INDEX "OrgUnitPlacement_organisationId_parentId_idx" ON "OrgUnitPlacement"("organisationId", "parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Pillar_organisationId_code_key" ON "Pillar"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Pillar_organisationId_id_key" ON "Pillar"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_pillarId_position_key" ON "Theme"("pillarId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Report_organisationId_year_key" ON "Report"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Section_reportId_code_key" ON "Section"("reportId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Section_reportId_position_key" ON "Section"("reportId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Block_sectionId_position_key" ON "Block"("sectionId", "position");

-- CreateIndex
CREATE INDEX "Target_organisationId_kpiId_year_idx" ON "Target"("organisationId", "kpiId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_organisationId_userId_role_key" ON "Membership"("organisationId", "userId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_organisationId_id_key" ON "Membership"("organisationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_organisationId_id_key" ON "Invitation"("organisationId", "id");

-- CreateIndex
CREATE INDEX "YearlyValue_organisationId_year_idx" ON "YearlyValue"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "YearlyValue_kpiId_orgUnitId_year_key" ON "YearlyValue"("kpiId", "orgUnitId", "year");

-- CreateIndex
CREATE INDEX "ValueRevision_organisationId_at_idx" ON "ValueRevision"("organisationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ValueRevision_kpiId_orgUnitId_year_version_key" ON "ValueRevision"("kpiId", "orgUnitId", "year", "version");

-- AddForeignKey
ALTER TABLE "Benchmark" ADD CONSTRAINT "Benchmark_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Footnote" ADD CONSTRAINT "Footnote_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootnoteUse" ADD CONSTRAINT "FootnoteUse_organisationId_footnoteId_fkey" FOREIGN KEY ("organisationId", "footnoteId") REFERENCES "Footnote"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootnoteUse" ADD CONSTRAINT "FootnoteUse_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_organisationId_pillarId_fkey" FOREIGN KEY ("organisationId", "pillarId") REFERENCES "Pillar"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_organisationId_parentId_fkey" FOREIGN KEY ("organisationId", "parentId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_organisationId_replacesId_fkey" FOREIGN KEY ("organisationId", "replacesId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiVersion" ADD CONSTRAINT "KpiVersion_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiVersion" ADD CONSTRAINT "KpiVersion_organisationId_weightKpiId_fkey" FOREIGN KEY ("organisationId", "weightKpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiCollection" ADD CONSTRAINT "KpiCollection_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiCollection" ADD CONSTRAINT "KpiCollection_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiReference" ADD CONSTRAINT "KpiReference_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrgUnit" ADD CONSTRAINT "OrgUnit_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrgUnitPlacement" ADD CONSTRAINT "OrgUnitPlacement_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrgUnitPlacement" ADD CONSTRAINT "OrgUnitPlacement_organisationId_parentId_fkey" FOREIGN KEY ("organisationId", "parentId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pillar" ADD CONSTRAINT "Pillar_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_pillarId_fkey" FOREIGN KEY ("pillarId") REFERENCES "Pillar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_pillarId_fkey" FOREIGN KEY ("pillarId") REFERENCES "Pillar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipOrgUnit" ADD CONSTRAINT "MembershipOrgUnit_organisationId_membershipId_fkey" FOREIGN KEY ("organisationId", "membershipId") REFERENCES "Membership"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipOrgUnit" ADD CONSTRAINT "MembershipOrgUnit_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationOrgUnit" ADD CONSTRAINT "InvitationOrgUnit_organisationId_invitationId_fkey" FOREIGN KEY ("organisationId", "invitationId") REFERENCES "Invitation"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationOrgUnit" ADD CONSTRAINT "InvitationOrgUnit_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ValueCoverage" ADD CONSTRAINT "ValueCoverage_valueId_fkey" FOREIGN KEY ("valueId") REFERENCES "YearlyValue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ValueCoverage" ADD CONSTRAINT "ValueCoverage_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express. ------------------------------------------------------------------------------------

-- One root per organisation.
CREATE UNIQUE INDEX "OrgUnit_one_root" ON "OrgUnit" ("organisationId") WHERE "isRoot";
ALTER TABLE "OrgUnit" ADD CONSTRAINT "OrgUnit_opens_before_it_closes" CHECK ("closesOn" IS NULL OR "opensOn" IS NULL OR "opensOn" <= "closesOn");
ALTER TABLE "OrgUnitPlacement" ADD CONSTRAINT "OrgUnitPlacement_not_under_itself" CHECK ("orgUnitId" <> "parentId");

-- Codes stand in addresses and formulas.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "OrgUnit" ADD CONSTRAINT "OrgUnit_code_form" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Pillar" ADD CONSTRAINT "Pillar_code_form" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_code_form" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- Sustainable Development Goals are numbered 1 to 17.
ALTER TABLE "Pillar" ADD CONSTRAINT "Pillar_sdgs_exist" CHECK (1 <= ALL (sdgs) AND 17 >= ALL (sdgs));

-- Definitions.
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_not_its_own_parent" CHECK ("parentId" IS NULL OR "parentId" <> id);
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_not_its_own_successor" CHECK ("replacesId" IS NULL OR "replacesId" <> id);
ALTER TABLE "KpiVersion" ADD CONSTRAINT "KpiVersion_short_names_are_short" CHECK (length("shortNameDa") <= 36 AND length("shortNameEn") <= 36);
ALTER TABLE "KpiVersion" ADD CONSTRAINT "KpiVersion_decimals_range" CHECK (decimals BETWEEN 0 AND 6);
ALTER TABLE "KpiVersion" ADD CONSTRAINT "KpiVersion_bounds_in_order" CHECK (minimum IS NULL OR maximum IS NULL OR minimum <= maximum);
ALTER TABLE "KpiVersion" ADD CONSTRAINT "KpiVersion_weight_exactly_when_weighted" CHECK ((consolidation = 'weighted') = ("weightKpiId" IS NOT NULL));
ALTER TABLE "KpiCollection" ADD CONSTRAINT "KpiCollection_years_in_order" CHECK ("toYear" IS NULL OR "fromYear" <= "toYear");
ALTER TABLE "FootnoteUse" ADD CONSTRAINT "FootnoteUse_years_in_order" CHECK ("toYear" IS NULL OR "fromYear" <= "toYear");
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_year_range" CHECK (year BETWEEN 1990 AND 2100);

-- A figure is there exactly when the status says so; a split sums to 100; no data is not zero.
CREATE FUNCTION figure_matches_status(status "ValueStatus", amount numeric, men numeric, women numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN status IN ('reported', 'estimated')
    THEN (amount IS NOT NULL AND men IS NULL AND women IS NULL) OR (amount IS NULL AND men IS NOT NULL AND women IS NOT NULL)
    ELSE amount IS NULL AND men IS NULL AND women IS NULL END
$$;
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_figure_matches_status" CHECK (figure_matches_status(status, amount, men, women));
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_split_sums_to_100" CHECK (men IS NULL OR (men >= 0 AND women >= 0 AND men + women = 100));
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_scale_exactly_when_figure" CHECK ((scale IS NOT NULL) = (amount IS NOT NULL OR men IS NOT NULL));
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_scale_range" CHECK (scale BETWEEN 0 AND 6);
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_year_range" CHECK (year BETWEEN 1990 AND 2100);
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_counts_not_negative" CHECK (promoters >= 0 AND passives >= 0 AND detractors >= 0);
ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_counts_need_a_figure" CHECK (
  amount IS NOT NULL OR men IS NOT NULL OR num_nonnulls(numerator, denominator, promoters, passives, detractors) = 0);

-- Targets.
ALTER TABLE "Target" ADD CONSTRAINT "Target_limit_matches_kind" CHECK (
  CASE WHEN kind = 'split' THEN amount IS NULL AND men IS NOT NULL AND women IS NOT NULL AND men >= 0 AND women >= 0 AND men + women = 100
       ELSE amount IS NOT NULL AND men IS NULL AND women IS NULL END);
ALTER TABLE "Target" ADD CONSTRAINT "Target_reduction_has_baseline" CHECK (kind <> 'reduction' OR ("baselineYear" IS NOT NULL AND amount BETWEEN 0 AND 100));
ALTER TABLE "Target" ADD CONSTRAINT "Target_baseline_before_target" CHECK ("baselineYear" < year);
ALTER TABLE "Target" ADD CONSTRAINT "Target_year_range" CHECK (year BETWEEN 1990 AND 2150);
CREATE UNIQUE INDEX "Target_one_per_year" ON "Target" ("kpiId", year) WHERE "orgUnitId" IS NULL;
CREATE UNIQUE INDEX "Target_one_per_org_unit_and_year" ON "Target" ("kpiId", "orgUnitId", year) WHERE "orgUnitId" IS NOT NULL;

-- Blocks and people.
ALTER TABLE "Section" ADD CONSTRAINT "Section_pillar_exactly_in_its_chapter" CHECK (kind <> 'pillar' OR "pillarId" IS NOT NULL);
ALTER TABLE "Section" ADD CONSTRAINT "Section_part_exactly_in_the_appendix" CHECK ((kind = 'appendix') = ("appendixPart" IS NOT NULL));
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower_case" CHECK (email = lower(email));
ALTER TABLE "User" ADD CONSTRAINT "User_locale_known" CHECK (locale IN ('da', 'en'));

-- History is append-only, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ValueRevision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One chain of audit entries per organisation (and one for the installation). The lock comes before the last entry
-- is read, so that ten writers cannot continue the chain from the same link.
CREATE FUNCTION audit_entry_hash(entry "AuditEntry") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    entry."organisationId", entry.sequence, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry."actorId", entry.door, entry.action, entry.subject, entry.detail, entry."previousHash")::text, 'UTF8')), 'hex')
$$;
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || coalesce(NEW."organisationId"::text, 'installation'), 0));
  SELECT sequence, hash INTO last FROM "AuditEntry"
    WHERE "organisationId" IS NOT DISTINCT FROM NEW."organisationId" ORDER BY sequence DESC LIMIT 1;
  NEW.sequence := coalesce(last.sequence, 0) + 1;
  NEW."previousHash" := coalesce(last.hash, '');
  NEW.hash := audit_entry_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE UNIQUE INDEX "AuditEntry_installation_chain" ON "AuditEntry" (sequence) WHERE "organisationId" IS NULL;
