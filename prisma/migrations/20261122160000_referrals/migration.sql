-- CreateEnum
CREATE TYPE "ReferralStatus" AS ENUM ('SENT', 'SEEN', 'ACCEPTED', 'APPOINTMENT', 'ATTENDED', 'ABSENT', 'EXCUSED', 'HELPED', 'PARTLY_HELPED', 'NOT_HELPED', 'REFUSED', 'REDIRECTED', 'UNREACHABLE', 'NOT_WANTED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "ReferralSide" AS ENUM ('HELPER', 'PLACE', 'SYSTEM');

-- CreateEnum
CREATE TYPE "ReferralAction" AS ENUM ('SEND', 'SEE', 'ACCEPT', 'SCHEDULE', 'ATTEND', 'MISS', 'EXCUSE', 'HELP', 'HELP_PARTLY', 'NOT_HELP', 'REFUSE', 'REDIRECT', 'NOT_REACH', 'NOT_WANT', 'CANCEL', 'REMIND', 'ESCALATE', 'EXPIRE', 'MESSAGE');

-- CreateEnum
CREATE TYPE "RefusalReason" AS ENUM ('FULL', 'OTHER_SERVICE', 'OTHER_AREA', 'NOT_EQUIPPED', 'CLOSED', 'OTHER');

-- CreateEnum
CREATE TYPE "ReferralStep" AS ENUM ('REMIND', 'ESCALATE', 'EXPIRE');

-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "takesReferrals" BOOLEAN;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "profession" TEXT;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "communeCode" TEXT;

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "helperId" TEXT,
    "placeId" TEXT NOT NULL,
    "email" CITEXT,
    "services" "Service"[],
    "supportMode" "SupportMode",
    "level" "Level",
    "neededBy" DATE,
    "status" "ReferralStatus" NOT NULL DEFAULT 'SENT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "acts" "ReferralSide",
    "dueAt" TIMESTAMPTZ,
    "nextStep" "ReferralStep",
    "nextStepAt" TIMESTAMPTZ,
    "waitingSince" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refusalReason" "RefusalReason",
    "appointmentAt" TIMESTAMPTZ,
    "appointmentLength" INTEGER,
    "redirectedFromId" UUID,
    "informedAt" TIMESTAMPTZ NOT NULL,
    "agreedAt" TIMESTAMPTZ NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ,
    "erasedAt" TIMESTAMPTZ,

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralPerson" (
    "referralId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,

    CONSTRAINT "ReferralPerson_pkey" PRIMARY KEY ("referralId")
);

-- CreateTable
CREATE TABLE "ReferralNeed" (
    "referralId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,

    CONSTRAINT "ReferralNeed_pkey" PRIMARY KEY ("referralId")
);

-- CreateTable
CREATE TABLE "ReferralEvent" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" "ReferralAction" NOT NULL,
    "side" "ReferralSide" NOT NULL,
    "userId" TEXT,
    "status" "ReferralStatus" NOT NULL,
    "sealed" BYTEA,
    "keyId" TEXT,

    CONSTRAINT "ReferralEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralReading" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "side" "ReferralSide" NOT NULL,
    "userId" TEXT,

    CONSTRAINT "ReferralReading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Organisation_communeCode_idx" ON "Organisation"("communeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Referral_code_key" ON "Referral"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Referral_redirectedFromId_key" ON "Referral"("redirectedFromId");

-- CreateIndex
CREATE INDEX "Referral_organisationId_status_dueAt_idx" ON "Referral"("organisationId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "Referral_placeId_status_dueAt_idx" ON "Referral"("placeId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "Referral_nextStepAt_idx" ON "Referral"("nextStepAt");

-- CreateIndex
CREATE INDEX "Referral_helperId_idx" ON "Referral"("helperId");

-- CreateIndex
CREATE INDEX "ReferralPerson_keyId_idx" ON "ReferralPerson"("keyId");

-- CreateIndex
CREATE INDEX "ReferralNeed_keyId_idx" ON "ReferralNeed"("keyId");

-- CreateIndex
CREATE INDEX "ReferralEvent_referralId_at_idx" ON "ReferralEvent"("referralId", "at");

-- CreateIndex
CREATE INDEX "ReferralEvent_keyId_idx" ON "ReferralEvent"("keyId");

-- CreateIndex
CREATE INDEX "ReferralReading_referralId_at_idx" ON "ReferralReading"("referralId", "at");

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_communeCode_fkey" FOREIGN KEY ("communeCode") REFERENCES "Commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_helperId_fkey" FOREIGN KEY ("helperId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_redirectedFromId_fkey" FOREIGN KEY ("redirectedFromId") REFERENCES "Referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralPerson" ADD CONSTRAINT "ReferralPerson_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralNeed" ADD CONSTRAINT "ReferralNeed_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralEvent" ADD CONSTRAINT "ReferralEvent_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralEvent" ADD CONSTRAINT "ReferralEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralReading" ADD CONSTRAINT "ReferralReading_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralReading" ADD CONSTRAINT "ReferralReading_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

CREATE UNIQUE INDEX organisation_once ON "Organisation" (siret);
ALTER TABLE "Membership"
  ADD CONSTRAINT membership_profession CHECK (profession IS NULL OR role = 'HELPER');

ALTER TABLE "Referral"
  -- No I, L, O nor U: they are mistaken for 1, 1, 0 and V.
  ADD CONSTRAINT referral_code CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  ADD CONSTRAINT referral_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  ADD CONSTRAINT referral_version CHECK (version >= 1),
  ADD CONSTRAINT referral_services CHECK (cardinality(services) BETWEEN 1 AND 9),
  -- An open one always waits for one of the two sides, with a day and something that time does next.
  ADD CONSTRAINT referral_closed CHECK (
    (status IN ('HELPED', 'PARTLY_HELPED', 'NOT_HELPED', 'REDIRECTED', 'NOT_WANTED', 'CANCELLED', 'EXPIRED'))
    = ("closedAt" IS NOT NULL)),
  ADD CONSTRAINT referral_owned CHECK (
    num_nonnulls(acts, "dueAt", "nextStep", "nextStepAt") = CASE WHEN "closedAt" IS NULL THEN 4 ELSE 0 END
    AND acts IS DISTINCT FROM 'SYSTEM'),
  ADD CONSTRAINT referral_refusal CHECK (status <> 'REFUSED' OR "refusalReason" IS NOT NULL),
  ADD CONSTRAINT referral_appointment CHECK (status <> 'APPOINTMENT' OR "appointmentAt" IS NOT NULL),
  ADD CONSTRAINT referral_appointment_length CHECK ("appointmentLength" BETWEEN 5 AND 480),
  ADD CONSTRAINT referral_agreed CHECK ("agreedAt" >= "informedAt"),
  ADD CONSTRAINT referral_not_itself CHECK ("redirectedFromId" <> id),
  ADD CONSTRAINT referral_erased_closed CHECK ("erasedAt" IS NULL OR "closedAt" IS NOT NULL);
ALTER TABLE "ReferralEvent"
  ADD CONSTRAINT referral_event_key CHECK ((sealed IS NULL) = ("keyId" IS NULL));
