-- CreateTable
CREATE TABLE "ReferralNotice" (
    "referralId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "step" "ReferralStep" NOT NULL,
    "side" "ReferralSide" NOT NULL,
    "byLink" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReferralNotice_pkey" PRIMARY KEY ("referralId","email","step")
);

-- CreateIndex
CREATE INDEX "ReferralNotice_email_idx" ON "ReferralNotice"("email");

-- AddForeignKey
ALTER TABLE "ReferralNotice" ADD CONSTRAINT "ReferralNotice_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "ReferralNotice"
  ADD CONSTRAINT referral_notice_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  ADD CONSTRAINT referral_notice_side CHECK (side <> 'SYSTEM' AND (side = 'PLACE' OR NOT "byLink"));

-- What erasure looks for, each night: closed, and not erased.
CREATE INDEX referral_to_erase ON "Referral" ("closedAt") WHERE "erasedAt" IS NULL AND "closedAt" IS NOT NULL;

-- The messages about one referral, whose keys are `referral 0192… …`.
CREATE INDEX outbox_mail_referral ON "OutboxMail" (substring(key FROM '^referral ([0-9a-f-]{36})'))
  WHERE key LIKE 'referral %';
