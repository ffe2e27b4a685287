-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('asked', 'passedOn', 'reminded', 'soon', 'late');

-- CreateEnum
CREATE TYPE "NoticeMail" AS ENUM ('off', 'waiting', 'sent', 'failed');

-- CreateTable
CREATE TABLE "Request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "sentBy" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestedCell" (
    "organisationId" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "orgUnitId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "requestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "passedOnBy" UUID,

    CONSTRAINT "RequestedCell_pkey" PRIMARY KEY ("kpiId","orgUnitId","year")
);

-- CreateTable
CREATE TABLE "RequestNotice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "once" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mail" "NoticeMail" NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "heldUntil" TIMESTAMPTZ(3),

    CONSTRAINT "RequestNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Request_organisationId_year_idx" ON "Request"("organisationId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Request_organisationId_id_key" ON "Request"("organisationId", "id");

-- CreateIndex
CREATE INDEX "RequestedCell_organisationId_year_idx" ON "RequestedCell"("organisationId", "year");

-- CreateIndex
CREATE INDEX "RequestedCell_organisationId_personId_idx" ON "RequestedCell"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "RequestedCell_requestId_idx" ON "RequestedCell"("requestId");

-- CreateIndex
CREATE INDEX "RequestNotice_organisationId_personId_idx" ON "RequestNotice"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "RequestNotice_mail_heldUntil_idx" ON "RequestNotice"("mail", "heldUntil");

-- CreateIndex
CREATE UNIQUE INDEX "RequestNotice_requestId_personId_kind_once_key" ON "RequestNotice"("requestId", "personId", "kind", "once");

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestedCell" ADD CONSTRAINT "RequestedCell_organisationId_requestId_fkey" FOREIGN KEY ("organisationId", "requestId") REFERENCES "Request"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestedCell" ADD CONSTRAINT "RequestedCell_organisationId_kpiId_fkey" FOREIGN KEY ("organisationId", "kpiId") REFERENCES "Kpi"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestedCell" ADD CONSTRAINT "RequestedCell_organisationId_orgUnitId_fkey" FOREIGN KEY ("organisationId", "orgUnitId") REFERENCES "OrgUnit"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestNotice" ADD CONSTRAINT "RequestNotice_organisationId_requestId_fkey" FOREIGN KEY ("organisationId", "requestId") REFERENCES "Request"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Words that fit a page and a mail, and counters that mean something.
ALTER TABLE "Request" ADD CONSTRAINT "Request_message_fits" CHECK (length(message) <= 2000);
ALTER TABLE "RequestNotice" ADD CONSTRAINT "RequestNotice_tries_from_0" CHECK (tries >= 0);
