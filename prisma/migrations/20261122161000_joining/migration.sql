-- AlterTable
ALTER TABLE "Hub" ADD COLUMN     "approvesHelpers" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "organisationId" UUID;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "isDemo" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "JoinRequest" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "profession" TEXT,
    "structureName" TEXT NOT NULL,
    "siret" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ,

    CONSTRAINT "JoinRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "JoinRequest_tokenHash_key" ON "JoinRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "JoinRequest_communeCode_idx" ON "JoinRequest"("communeCode");

-- CreateIndex
CREATE INDEX "JoinRequest_siret_idx" ON "JoinRequest"("siret");

-- CreateIndex
CREATE UNIQUE INDEX "JoinRequest_userId_siret_key" ON "JoinRequest"("userId", "siret");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_communeCode_fkey" FOREIGN KEY ("communeCode") REFERENCES "Commune"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "JoinRequest"
  ADD CONSTRAINT join_request_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  ADD CONSTRAINT join_request_siret CHECK (siret ~ '^[0-9]{14}$'),
  ADD CONSTRAINT join_request_token CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT join_request_confirmed CHECK (("userId" IS NULL) = ("confirmedAt" IS NULL));

-- A helper is invited into an organisation, and nobody else is.
ALTER TABLE "Invitation"
  DROP CONSTRAINT invitation_scope,
  ADD CONSTRAINT invitation_scope CHECK (CASE role
    WHEN 'NATIONAL_ADMIN' THEN num_nonnulls("hubId", "organisationId") = 0
    WHEN 'PLACE_EDITOR' THEN num_nonnulls("hubId", "organisationId") = 0
    WHEN 'HELPER' THEN "hubId" IS NULL AND "organisationId" IS NOT NULL
    ELSE "hubId" IS NOT NULL AND "organisationId" IS NULL END);
DROP INDEX invitation_pending;
CREATE UNIQUE INDEX invitation_pending ON "Invitation" (email, role, "hubId", "organisationId") NULLS NOT DISTINCT
  WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL AND role <> 'PLACE_EDITOR';
