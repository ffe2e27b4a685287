-- The last link is found by an index, however long the trail is: IS NOT DISTINCT FROM cannot use one, so that every
-- act read the whole trail, and a chain of a million links took as many readings of it.
CREATE OR REPLACE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || coalesce(NEW."organisationId"::text, 'installation'), 0));
  IF NEW."organisationId" IS NULL THEN
    SELECT sequence, hash INTO last FROM "AuditEntry" WHERE "organisationId" IS NULL ORDER BY sequence DESC LIMIT 1;
  ELSE
    SELECT sequence, hash INTO last FROM "AuditEntry" WHERE "organisationId" = NEW."organisationId" ORDER BY sequence DESC LIMIT 1;
  END IF;
  NEW.sequence := coalesce(last.sequence, 0) + 1;
  NEW."previousHash" := coalesce(last.hash, '');
  NEW.hash := audit_entry_hash(NEW);
  RETURN NEW;
END $$;
