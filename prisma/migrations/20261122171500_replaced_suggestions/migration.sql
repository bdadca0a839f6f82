-- The import that took a suggestion's place: undone, it gives that place back
ALTER TABLE "Proposal" ADD COLUMN "replacedByRunId" UUID;
CREATE INDEX "Proposal_replacedByRunId_idx" ON "Proposal"("replacedByRunId");
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_replacedByRunId_fkey" FOREIGN KEY ("replacedByRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;
