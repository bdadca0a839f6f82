-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('OPENING', 'MAPPING', 'READING', 'READY', 'APPLYING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED');

-- CreateEnum
CREATE TYPE "ImportRowKind" AS ENUM ('ADDED', 'CHANGED', 'UNCHANGED', 'DOUBTFUL', 'DUPLICATE', 'REFUSED');

-- CreateEnum
CREATE TYPE "ImportDecision" AS ENUM ('TAKE', 'LEAVE', 'MATCH');

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "importRunId" UUID;

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "uploadId" UUID;

-- CreateTable
CREATE TABLE "FormerRecord" (
    "runId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "former" JSONB,

    CONSTRAINT "FormerRecord_pkey" PRIMARY KEY ("runId","sourceId","externalId")
);

-- CreateTable
CREATE TABLE "ImportUpload" (
    "id" UUID NOT NULL,
    "userId" TEXT,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA,
    "departmentCodes" TEXT[],
    "isEverywhere" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "form" JSONB,
    "mapping" JSONB,
    "state" "ImportState" NOT NULL DEFAULT 'OPENING',
    "phase" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "actorId" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ImportUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "uploadId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" "ImportRowKind",
    "name" TEXT NOT NULL,
    "whereabouts" TEXT NOT NULL,
    "departmentCode" TEXT,
    "externalId" TEXT,
    "staged" JSONB,
    "located" JSONB,
    "placeId" TEXT,
    "changes" JSONB,
    "suggested" JSONB,
    "reasons" TEXT[],
    "doubts" TEXT[],
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "decision" "ImportDecision",
    "matchId" TEXT,
    "outcome" "ImportRowKind",

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("uploadId","row")
);

-- CreateIndex
CREATE INDEX "FormerRecord_sourceId_idx" ON "FormerRecord"("sourceId");

-- CreateIndex
CREATE INDEX "ImportUpload_userId_idx" ON "ImportUpload"("userId");

-- CreateIndex
CREATE INDEX "ImportUpload_actorId_idx" ON "ImportUpload"("actorId");

-- CreateIndex
CREATE INDEX "ImportUpload_createdAt_idx" ON "ImportUpload"("createdAt");

-- CreateIndex
CREATE INDEX "ImportRow_uploadId_kind_row_idx" ON "ImportRow"("uploadId", "kind", "row");

-- CreateIndex
CREATE INDEX "ImportRow_placeId_idx" ON "ImportRow"("placeId");

-- CreateIndex
CREATE INDEX "ImportRow_matchId_idx" ON "ImportRow"("matchId");

-- CreateIndex
CREATE INDEX "Proposal_importRunId_idx" ON "Proposal"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_uploadId_key" ON "ImportRun"("uploadId");

-- CreateIndex
CREATE INDEX "ImportRun_startedAt_idx" ON "ImportRun"("startedAt");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "ImportUpload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerRecord" ADD CONSTRAINT "FormerRecord_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerRecord" ADD CONSTRAINT "FormerRecord_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportUpload" ADD CONSTRAINT "ImportUpload_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportUpload" ADD CONSTRAINT "ImportUpload_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "ImportUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "ImportUpload"
  ADD CONSTRAINT upload_size CHECK (size BETWEEN 1 AND 10485760),
  ADD CONSTRAINT upload_content CHECK (octet_length(content) = size),
  ADD CONSTRAINT upload_file_name CHECK ("fileName" ~ '\S' AND length("fileName") <= 200),
  ADD CONSTRAINT upload_source CHECK (source ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND "sourceName" ~ '\S'),
  ADD CONSTRAINT upload_progress CHECK (done BETWEEN 0 AND total),
  ADD CONSTRAINT upload_error CHECK ((state = 'FAILED') = (error IS NOT NULL)),
  -- Until it is applied, the file is what the rest comes from.
  ADD CONSTRAINT upload_kept CHECK (content IS NOT NULL OR state NOT IN ('OPENING', 'MAPPING', 'READING')),
  ADD CONSTRAINT upload_version CHECK (version >= 1 AND attempt >= 0);
ALTER TABLE "ImportRow"
  ADD CONSTRAINT import_row_rank CHECK ("row" >= 1 AND line >= 1),
  ADD CONSTRAINT import_row_refused CHECK (kind <> 'REFUSED' OR cardinality(reasons) > 0),
  -- Only what could be read can be taken.
  ADD CONSTRAINT import_row_decision CHECK (decision IN ('TAKE', 'MATCH') IS NOT TRUE OR (staged IS NOT NULL AND kind NOT IN ('REFUSED', 'DUPLICATE'))),
  ADD CONSTRAINT import_row_match CHECK ("matchId" IS NULL OR decision = 'MATCH');
-- The bytes of a file that is compressed already, or that is read once: compressing them would cost more than it spares.
ALTER TABLE "ImportUpload" ALTER COLUMN content SET STORAGE EXTERNAL;
