-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "coverId" UUID;

-- CreateTable
CREATE TABLE "Picture" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "altDa" TEXT NOT NULL,
    "altEn" TEXT NOT NULL,
    "creditDa" TEXT NOT NULL DEFAULT '',
    "creditEn" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedBy" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PictureSize" (
    "organisationId" UUID NOT NULL,
    "pictureId" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "PictureSize_pkey" PRIMARY KEY ("organisationId","pictureId","width")
);

-- CreateIndex
CREATE INDEX "Picture_organisationId_addedAt_idx" ON "Picture"("organisationId", "addedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Picture_organisationId_id_key" ON "Picture"("organisationId", "id");

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_id_coverId_fkey" FOREIGN KEY ("id", "coverId") REFERENCES "Picture"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureSize" ADD CONSTRAINT "PictureSize_organisationId_pictureId_fkey" FOREIGN KEY ("organisationId", "pictureId") REFERENCES "Picture"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express. A picture is never taken away, and its sizes never change: whoever has an address has what it shows.
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON "Picture" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PictureSize" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_digest_form" CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "PictureSize" ADD CONSTRAINT "PictureSize_bytes_as_said" CHECK (size = octet_length(bytes) AND sha256 = encode(sha256(bytes), 'hex'));
ALTER TABLE "PictureSize" ADD CONSTRAINT "PictureSize_measured" CHECK (width > 0 AND height > 0);
-- Already compressed: a second compression costs time and gains nothing.
ALTER TABLE "PictureSize" ALTER COLUMN bytes SET STORAGE EXTERNAL;
