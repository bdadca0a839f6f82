-- CreateEnum
CREATE TYPE "DuplicateStatus" AS ENUM ('OPEN', 'DISTINCT');

-- CreateTable
CREATE TABLE "DuplicateCandidate" (
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "signals" JSONB NOT NULL,
    "status" "DuplicateStatus" NOT NULL DEFAULT 'OPEN',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DuplicateCandidate_pkey" PRIMARY KEY ("oneId","otherId")
);

-- CreateTable
CREATE TABLE "PlaceMerge" (
    "id" UUID NOT NULL,
    "keptId" TEXT NOT NULL,
    "goneId" TEXT NOT NULL,
    "goneStatus" "PlaceStatus" NOT NULL,
    "keptVersion" INTEGER,
    "moved" JSONB NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ,

    CONSTRAINT "PlaceMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DuplicateCandidate_otherId_idx" ON "DuplicateCandidate"("otherId");

-- CreateIndex
CREATE INDEX "DuplicateCandidate_status_score_idx" ON "DuplicateCandidate"("status", "score");

-- CreateIndex
CREATE INDEX "DuplicateCandidate_decidedById_idx" ON "DuplicateCandidate"("decidedById");

-- CreateIndex
CREATE INDEX "PlaceMerge_keptId_idx" ON "PlaceMerge"("keptId");

-- CreateIndex
CREATE INDEX "PlaceMerge_goneId_idx" ON "PlaceMerge"("goneId");

-- CreateIndex
CREATE INDEX "PlaceMerge_userId_idx" ON "PlaceMerge"("userId");

-- AddForeignKey
ALTER TABLE "DuplicateCandidate" ADD CONSTRAINT "DuplicateCandidate_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateCandidate" ADD CONSTRAINT "DuplicateCandidate_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateCandidate" ADD CONSTRAINT "DuplicateCandidate_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceMerge" ADD CONSTRAINT "PlaceMerge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceMerge" ADD CONSTRAINT "PlaceMerge_goneId_fkey" FOREIGN KEY ("goneId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceMerge" ADD CONSTRAINT "PlaceMerge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "DuplicateCandidate"
  ADD CONSTRAINT duplicate_order CHECK ("oneId" < "otherId"),
  ADD CONSTRAINT duplicate_score CHECK (score BETWEEN 0 AND 1),
  ADD CONSTRAINT duplicate_decided CHECK ((status = 'OPEN') = ("decidedAt" IS NULL));
ALTER TABLE "PlaceMerge"
  ADD CONSTRAINT merge_of_two CHECK ("keptId" <> "goneId"),
  ADD CONSTRAINT merge_version CHECK ("keptVersion" >= 1);
-- A place goes into one other at a time.
CREATE UNIQUE INDEX merge_once ON "PlaceMerge" ("goneId") WHERE "undoneAt" IS NULL;
