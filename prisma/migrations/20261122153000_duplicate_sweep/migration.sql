-- CreateTable
CREATE TABLE "DuplicateSweep" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ,
    "places" INTEGER,
    "open" INTEGER,
    "added" INTEGER,
    "gone" INTEGER,

    CONSTRAINT "DuplicateSweep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DuplicateSweep_startedAt_idx" ON "DuplicateSweep"("startedAt");


-- ── What Prisma's language cannot say ──

ALTER TABLE "DuplicateSweep"
  ADD CONSTRAINT sweep_progress CHECK (progress BETWEEN 0 AND 1),
  ADD CONSTRAINT sweep_counts CHECK (least(places, open, added, gone) >= 0),
  ADD CONSTRAINT sweep_finished CHECK (num_nulls("finishedAt", places, open, added, gone) IN (0, 5));
