-- AlterTable
ALTER TABLE "Block" ADD COLUMN     "bodyTranslated" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "headingTranslated" TEXT NOT NULL DEFAULT '';

-- What is translated today is taken to be in step.
UPDATE "Block" SET "headingTranslated" = CASE WHEN "titleEn" = '' THEN '' ELSE md5("titleDa") END,
  "bodyTranslated" = CASE WHEN "bodyEn" = '' THEN '' ELSE md5("bodyDa") END;

-- Whoever writes English, by whatever way, has the Danish of that moment before them. A copy brings its own digests along.
CREATE FUNCTION note_translation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (CASE WHEN TG_OP = 'INSERT' THEN NEW."headingTranslated" = '' ELSE NEW."titleEn" <> OLD."titleEn" END) THEN
    NEW."headingTranslated" := CASE WHEN NEW."titleEn" = '' THEN '' ELSE md5(NEW."titleDa") END;
  END IF;
  IF (CASE WHEN TG_OP = 'INSERT' THEN NEW."bodyTranslated" = '' ELSE NEW."bodyEn" <> OLD."bodyEn" END) THEN
    NEW."bodyTranslated" := CASE WHEN NEW."bodyEn" = '' THEN '' ELSE md5(NEW."bodyDa") END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_translation BEFORE INSERT OR UPDATE ON "Block" FOR EACH ROW EXECUTE FUNCTION note_translation();
