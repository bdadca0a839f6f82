-- DropIndex
DROP INDEX "Referral_organisationId_status_dueAt_idx";

-- DropIndex
DROP INDEX "Referral_placeId_status_dueAt_idx";

-- CreateIndex
CREATE INDEX "Referral_organisationId_acts_dueAt_idx" ON "Referral"("organisationId", "acts", "dueAt");

-- CreateIndex
CREATE INDEX "Referral_placeId_acts_dueAt_idx" ON "Referral"("placeId", "acts", "dueAt");

-- CreateIndex
CREATE INDEX "Referral_organisationId_closedAt_idx" ON "Referral"("organisationId", "closedAt");

-- CreateIndex
CREATE INDEX "Referral_placeId_closedAt_idx" ON "Referral"("placeId", "closedAt");
