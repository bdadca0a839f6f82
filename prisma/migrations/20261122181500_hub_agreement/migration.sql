-- CreateTable
CREATE TABLE "HubAgreement" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "hubId" UUID NOT NULL,
    "askedById" TEXT,
    "askedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreedAt" TIMESTAMPTZ,

    CONSTRAINT "HubAgreement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HubAgreement_hubId_idx" ON "HubAgreement"("hubId");

-- CreateIndex
CREATE UNIQUE INDEX "HubAgreement_organisationId_hubId_key" ON "HubAgreement"("organisationId", "hubId");

-- AddForeignKey
ALTER TABLE "HubAgreement" ADD CONSTRAINT "HubAgreement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HubAgreement" ADD CONSTRAINT "HubAgreement_hubId_fkey" FOREIGN KEY ("hubId") REFERENCES "Hub"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HubAgreement" ADD CONSTRAINT "HubAgreement_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
