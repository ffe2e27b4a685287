-- Coverage, a target or a definition may be restated while the number stays: what changed beside it stands in the
-- restatement. Of a value or a factor, what is listed has changed.
ALTER TABLE "RestatementEffect" DROP CONSTRAINT "RestatementEffect_says_a_difference";
CREATE OR REPLACE FUNCTION refuse_late_effect() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE restated "Restatement";
BEGIN
  SELECT * INTO restated FROM "Restatement" r WHERE r.id = NEW."restatementId" AND is_of_this_transaction(r);
  IF NOT FOUND THEN RAISE EXCEPTION 'the effects of a restatement are written with it' USING ERRCODE = 'restrict_violation'; END IF;
  IF restated.kind IN ('value', 'factor') AND (NEW."beforeStatus", NEW."beforeAmount", NEW."beforeMen", NEW."beforeWomen")
    IS NOT DISTINCT FROM (NEW."afterStatus", NEW."afterAmount", NEW."afterMen", NEW."afterWomen") THEN
    RAISE EXCEPTION 'an effect says a difference' USING ERRCODE = 'check_violation', CONSTRAINT = 'RestatementEffect_says_a_difference';
  END IF;
  RETURN NEW;
END $$;
