-- CreateEnum
CREATE TYPE "ProposalOrigin" AS ENUM ('STRUCTURE', 'IMPORT');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('OPEN', 'ACCEPTED', 'AMENDED', 'REFUSED', 'REPLACED');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('WAITING', 'SENT', 'ABANDONED');

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "origin" "ProposalOrigin" NOT NULL,
    "version" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "message" TEXT,
    "email" TEXT,
    "source" TEXT,
    "status" "ProposalStatus" NOT NULL DEFAULT 'OPEN',
    "handledById" TEXT,
    "handledAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "to" CITEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttempt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ,

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" TEXT,
    "actor" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "hubId" UUID,
    "departmentCode" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proposal_placeId_idx" ON "Proposal"("placeId");

-- CreateIndex
CREATE INDEX "Proposal_status_createdAt_idx" ON "Proposal"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_handledById_idx" ON "Proposal"("handledById");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_key_key" ON "OutboxMail"("key");

-- CreateIndex
CREATE INDEX "OutboxMail_status_nextAttempt_idx" ON "OutboxMail"("status", "nextAttempt");

-- CreateIndex
CREATE INDEX "OutboxMail_createdAt_idx" ON "OutboxMail"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_userId_at_idx" ON "AuditEntry"("userId", "at");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "Proposal"
  ADD CONSTRAINT proposal_version CHECK (version >= 1),
  ADD CONSTRAINT proposal_changes CHECK (jsonb_typeof(changes) = 'object'),
  ADD CONSTRAINT proposal_said CHECK (changes <> '{}' OR message IS NOT NULL),
  ADD CONSTRAINT proposal_message CHECK (length(message) <= 2000),
  ADD CONSTRAINT proposal_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  ADD CONSTRAINT proposal_source CHECK ((origin = 'IMPORT') = (source IS NOT NULL)),
  ADD CONSTRAINT proposal_handled CHECK ((status = 'OPEN') = ("handledAt" IS NULL));
-- A later release of a file replaces what it proposed before.
CREATE UNIQUE INDEX proposal_once ON "Proposal" ("placeId", source) WHERE status = 'OPEN' AND origin = 'IMPORT';

ALTER TABLE "OutboxMail"
  ADD CONSTRAINT mail_to CHECK ("to" ~ '^[^@\s]+@[^@\s]+$'),
  -- A line break in a subject would begin another header.
  ADD CONSTRAINT mail_subject CHECK (subject ~ '\S' AND subject !~ '[[:cntrl:]]' AND length(subject) <= 200),
  ADD CONSTRAINT mail_text CHECK (text ~ '\S'),
  ADD CONSTRAINT mail_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT mail_sent CHECK ((status = 'SENT') = ("sentAt" IS NOT NULL));

ALTER TABLE "AuditEntry"
  ADD CONSTRAINT audit_action CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
  ADD CONSTRAINT audit_details CHECK (jsonb_typeof(details) = 'object');
-- What was done stays told: a row may only lose who did it, when their account goes.
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."userId" IS NULL
    AND to_jsonb(NEW) - 'userId' = to_jsonb(OLD) - 'userId' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit trail is only added to.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_audit BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION keep_audit();
