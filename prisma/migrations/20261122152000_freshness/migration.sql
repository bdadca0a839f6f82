-- CreateEnum
CREATE TYPE "Freshness" AS ENUM ('CURRENT', 'UNCONFIRMED', 'STALE');

-- CreateEnum
CREATE TYPE "ConfirmationOutcome" AS ENUM ('CONFIRMED', 'PROPOSED', 'SETTLED');

-- AlterTable
ALTER TABLE "Hub" ADD COLUMN     "confirmAfterMonths" INTEGER NOT NULL DEFAULT 6,
ADD COLUMN     "holdAfterMonths" INTEGER;

-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "freshness" "Freshness" NOT NULL DEFAULT 'CURRENT';

-- AlterTable
ALTER TABLE "PlaceRevision" ADD COLUMN     "actor" TEXT;

-- CreateTable
CREATE TABLE "ConfirmationRequest" (
    "id" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "email" CITEXT,
    "askedOn" DATE NOT NULL,
    "messages" INTEGER NOT NULL DEFAULT 0,
    "lastMessageOn" DATE,
    "noticedOn" DATE,
    "heldOn" DATE,
    "outcome" "ConfirmationOutcome",
    "closedAt" TIMESTAMPTZ,

    CONSTRAINT "ConfirmationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConfirmationRequest_placeId_idx" ON "ConfirmationRequest"("placeId");

-- AddForeignKey
ALTER TABLE "ConfirmationRequest" ADD CONSTRAINT "ConfirmationRequest_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "Hub"
  ADD CONSTRAINT hub_confirm_after CHECK ("confirmAfterMonths" BETWEEN 1 AND 36),
  -- Not before the listing has said for a while that nobody confirmed it.
  ADD CONSTRAINT hub_hold_after CHECK ("holdAfterMonths" BETWEEN 3 AND 36);

ALTER TABLE "ConfirmationRequest"
  ADD CONSTRAINT confirmation_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  ADD CONSTRAINT confirmation_messages CHECK (messages BETWEEN 0 AND 3),
  ADD CONSTRAINT confirmation_told CHECK ((email IS NULL) = (messages = 0) AND (email IS NULL) = ("lastMessageOn" IS NULL)),
  ADD CONSTRAINT confirmation_closed CHECK ((outcome IS NULL) = ("closedAt" IS NULL));
-- Two instances that find the same place ask once.
CREATE UNIQUE INDEX confirmation_once ON "ConfirmationRequest" ("placeId") WHERE "closedAt" IS NULL;

-- Whoever verifies a place, by whatever way, answers what was asked of it.
CREATE FUNCTION renew_freshness() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.freshness := 'CURRENT';
  UPDATE "ConfirmationRequest" SET outcome = 'SETTLED', "closedAt" = NEW."verifiedAt"
  WHERE "placeId" = NEW.id AND "closedAt" IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER renew_freshness BEFORE UPDATE OF "verifiedAt" ON "Place" FOR EACH ROW
  WHEN (NEW."verifiedAt" > coalesce(OLD."verifiedAt", '-infinity')) EXECUTE FUNCTION renew_freshness();
