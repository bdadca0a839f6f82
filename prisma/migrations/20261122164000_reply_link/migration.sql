-- AlterTable
ALTER TABLE "Referral" ADD COLUMN     "linkId" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateIndex
CREATE UNIQUE INDEX "Referral_linkId_key" ON "Referral"("linkId");


-- ── What Prisma's language cannot say ──

ALTER TABLE "BulkEdit"
  DROP CONSTRAINT bulk_edit_change,
  ADD CONSTRAINT bulk_edit_change CHECK (
    change ~ '^(undo|(status|service[+-]|programme[+-]|assign) \S+|unassign|referrals[+-])$');

-- A link was made for one address: once that is no longer the place's, the link opens nothing, and what is open is
-- asked at the place's present address from then on.
CREATE FUNCTION follow_place_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Referral" SET
    email = CASE WHEN "closedAt" IS NULL THEN NEW.emails[1]::citext END,
    "linkId" = gen_random_uuid()
  WHERE "placeId" = NEW.id AND email IS NOT NULL AND email <> ALL(coalesce(NEW.emails, '{}')::citext[]);
  RETURN NULL;
END $$;
CREATE TRIGGER follow_place_email AFTER UPDATE OF emails ON "Place"
  FOR EACH ROW WHEN (OLD.emails IS DISTINCT FROM NEW.emails) EXECUTE FUNCTION follow_place_email();

-- The same where a place becomes part of another.
CREATE FUNCTION follow_referral_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  known citext[] := (SELECT coalesce(emails, '{}') FROM "Place" WHERE id = NEW."placeId")::citext[];
BEGIN
  IF NEW.email <> ALL(known) THEN
    NEW.email := CASE WHEN NEW."closedAt" IS NULL THEN known[1] END;
    NEW."linkId" := gen_random_uuid();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_referral_place BEFORE UPDATE OF "placeId" ON "Referral"
  FOR EACH ROW WHEN (OLD."placeId" <> NEW."placeId" AND NEW.email IS NOT NULL)
  EXECUTE FUNCTION follow_referral_place();
