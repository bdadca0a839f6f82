-- AlterTable
ALTER TABLE "Referral" ADD COLUMN     "tellPlace" BOOLEAN NOT NULL DEFAULT false;


-- ── What Prisma's language cannot say ──

CREATE INDEX referral_tell_place ON "Referral" (id) WHERE "tellPlace";

CREATE FUNCTION has_place_editor(place text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "Membership" m WHERE m."placeId" = place AND m.role = 'PLACE_EDITOR')
$$;

-- A link that dies is followed by another: the next round writes to the place's present address. An address that
-- comes where there was none is asked too.
CREATE OR REPLACE FUNCTION follow_place_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Referral" SET
    email = CASE WHEN "closedAt" IS NULL THEN NEW.emails[1]::citext END,
    "linkId" = gen_random_uuid(),
    "tellPlace" = "closedAt" IS NULL AND NEW.emails[1] IS NOT NULL AND NOT has_place_editor(NEW.id)
  WHERE "placeId" = NEW.id AND (
    email <> ALL(coalesce(NEW.emails, '{}')::citext[])
    OR (email IS NULL AND "closedAt" IS NULL AND NOT has_place_editor(NEW.id)));
  RETURN NULL;
END $$;

-- A place that takes over what another was asked has never heard of it.
CREATE OR REPLACE FUNCTION follow_referral_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  known citext[] := (SELECT coalesce(emails, '{}') FROM "Place" WHERE id = NEW."placeId")::citext[];
BEGIN
  IF NEW.email <> ALL(known) OR (NEW.email IS NULL AND NOT has_place_editor(NEW."placeId")) THEN
    NEW.email := CASE WHEN NEW."closedAt" IS NULL THEN known[1] END;
    NEW."linkId" := gen_random_uuid();
  END IF;
  NEW."tellPlace" := NEW."closedAt" IS NULL;
  RETURN NEW;
END $$;
DROP TRIGGER follow_referral_place ON "Referral";
CREATE TRIGGER follow_referral_place BEFORE UPDATE OF "placeId" ON "Referral"
  FOR EACH ROW WHEN (OLD."placeId" <> NEW."placeId") EXECUTE FUNCTION follow_referral_place();

-- Whoever answers by the place's e-mail once its last account is gone needs a link for it.
CREATE OR REPLACE FUNCTION ask_place_by_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Referral" r SET email = p.emails[1]::citext, "tellPlace" = p.emails[1] IS NOT NULL
  FROM "Place" p
  WHERE p.id = OLD."placeId" AND r."placeId" = p.id AND r."closedAt" IS NULL AND r.email IS NULL
    AND NOT has_place_editor(p.id);
  RETURN NULL;
END $$;
