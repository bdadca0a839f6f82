-- AlterTable
ALTER TABLE "ConfirmationRequest" ADD COLUMN     "letterId" UUID;


-- ── What Prisma's language cannot say ──

UPDATE "ConfirmationRequest" SET "letterId" = id WHERE email IS NOT NULL;
ALTER TABLE "ConfirmationRequest" ADD CONSTRAINT confirmation_letter CHECK ((email IS NULL) = ("letterId" IS NULL));

-- Whoever changes the status of a listing that was withdrawn has decided of it: the mark goes, and with it what a link
-- could still do. The round writes the mark after the status.
CREATE FUNCTION settle_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ConfirmationRequest"
  SET "heldOn" = NULL, outcome = coalesce(outcome, 'SETTLED'), "closedAt" = coalesce("closedAt", now())
  WHERE "placeId" = NEW.id AND "heldOn" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER settle_held AFTER UPDATE OF status ON "Place" FOR EACH ROW
  WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION settle_held();

UPDATE "ConfirmationRequest" r
SET "heldOn" = NULL, outcome = coalesce(outcome, 'SETTLED'), "closedAt" = coalesce("closedAt", now())
FROM "Place" p WHERE p.id = r."placeId" AND r."heldOn" IS NOT NULL AND p.status <> 'DRAFT';
