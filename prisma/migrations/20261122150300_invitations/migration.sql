-- DropIndex
DROP INDEX "AuditEntry_at_idx";

-- DropIndex
DROP INDEX "AuditEntry_subject_at_idx";

-- DropIndex
DROP INDEX "AuditEntry_userId_at_idx";

-- AlterTable
ALTER TABLE "User" ADD COLUMN "lastSeenAt" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "Role" NOT NULL,
    "hubId" UUID,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 1,
    "invitedById" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ,
    "revokedAt" TIMESTAMPTZ,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationPlace" (
    "invitationId" UUID NOT NULL,
    "placeId" TEXT NOT NULL,

    CONSTRAINT "InvitationPlace_pkey" PRIMARY KEY ("invitationId","placeId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_hubId_idx" ON "Invitation"("hubId");

-- CreateIndex
CREATE INDEX "Invitation_invitedById_idx" ON "Invitation"("invitedById");

-- CreateIndex
CREATE INDEX "InvitationPlace_placeId_idx" ON "InvitationPlace"("placeId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_action_at_id_idx" ON "AuditEntry"("action", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_id_idx" ON "AuditEntry"("subject", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_userId_at_id_idx" ON "AuditEntry"("userId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_at_id_idx" ON "AuditEntry"("actor", "at", "id");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_hubId_fkey" FOREIGN KEY ("hubId") REFERENCES "Hub"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationPlace" ADD CONSTRAINT "InvitationPlace_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationPlace" ADD CONSTRAINT "InvitationPlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "Invitation"
  ADD CONSTRAINT invitation_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  ADD CONSTRAINT invitation_scope CHECK (CASE role
    WHEN 'NATIONAL_ADMIN' THEN "hubId" IS NULL
    WHEN 'PLACE_EDITOR' THEN "hubId" IS NULL
    WHEN 'HELPER' THEN false
    ELSE "hubId" IS NOT NULL END),
  ADD CONSTRAINT invitation_token CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT invitation_sent CHECK (sent >= 1),
  ADD CONSTRAINT invitation_once CHECK (num_nonnulls("acceptedAt", "revokedAt") <= 1);
-- The same role is offered once at a time to one address; places may be offered in several messages.
CREATE UNIQUE INDEX invitation_pending ON "Invitation" (email, role, "hubId") NULLS NOT DISTINCT
  WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL AND role <> 'PLACE_EDITOR';
