-- A listing that was withdrawn waits until it is published again or archived: an edit alone leaves it on the
-- coordinator's list, or nobody would remember that citizens do not see it.
CREATE OR REPLACE FUNCTION renew_freshness() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.freshness := 'CURRENT';
  UPDATE "ConfirmationRequest" SET outcome = 'SETTLED', "closedAt" = NEW."verifiedAt"
  WHERE "placeId" = NEW.id AND "closedAt" IS NULL AND ("heldOn" IS NULL OR NEW.status <> 'DRAFT');
  RETURN NEW;
END $$;
