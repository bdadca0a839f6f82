-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "nextRefresh" TIMESTAMPTZ,
ADD COLUMN     "refreshDays" INTEGER,
ADD COLUMN     "refreshDigest" TEXT,
ADD COLUMN     "refreshError" TEXT,
ADD COLUMN     "refreshEtag" TEXT,
ADD COLUMN     "refreshFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refreshLastModified" TEXT,
ADD COLUMN     "refreshUrl" TEXT,
ADD COLUMN     "refreshUserId" TEXT,
ADD COLUMN     "refreshedAt" TIMESTAMPTZ;

-- CreateIndex
CREATE INDEX "Source_nextRefresh_idx" ON "Source"("nextRefresh");

-- CreateIndex
CREATE INDEX "Source_refreshUserId_idx" ON "Source"("refreshUserId");

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_refreshUserId_fkey" FOREIGN KEY ("refreshUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "Source"
  ADD CONSTRAINT source_mapping CHECK (jsonb_typeof(mapping) = 'object'),
  ADD CONSTRAINT source_refresh_url CHECK ("refreshUrl" ~* '^https?://[^\s]+$' AND length("refreshUrl") <= 2000),
  ADD CONSTRAINT source_refresh_days CHECK ("refreshDays" BETWEEN 1 AND 365),
  ADD CONSTRAINT source_refresh_whole CHECK (num_nulls("refreshUrl", "refreshDays", "nextRefresh") IN (0, 3)),
  ADD CONSTRAINT source_refresh_failures CHECK ("refreshFailures" >= 0);
