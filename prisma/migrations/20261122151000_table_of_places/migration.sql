-- CreateEnum
CREATE TYPE "BulkStatus" AS ENUM ('PREPARED', 'RUNNING', 'DONE');

-- CreateEnum
CREATE TYPE "BulkOutcome" AS ENUM ('CHANGED', 'SAME', 'STALE', 'REFUSED');

-- CreateTable
CREATE TABLE "PlaceAssignment" (
    "placeId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaceAssignment_pkey" PRIMARY KEY ("placeId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkEdit" (
    "id" UUID NOT NULL,
    "userId" TEXT,
    "change" TEXT NOT NULL,
    "reason" TEXT,
    "status" "BulkStatus" NOT NULL DEFAULT 'PREPARED',
    "undoesId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "BulkEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkEditItem" (
    "bulkEditId" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" "BulkOutcome",
    "note" TEXT,
    "formerAssigneeId" TEXT,

    CONSTRAINT "BulkEditItem_pkey" PRIMARY KEY ("bulkEditId","placeId")
);

-- CreateIndex
CREATE INDEX "PlaceAssignment_userId_idx" ON "PlaceAssignment"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_userId_name_key" ON "SavedView"("userId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "BulkEdit_undoesId_key" ON "BulkEdit"("undoesId");

-- CreateIndex
CREATE INDEX "BulkEdit_userId_createdAt_idx" ON "BulkEdit"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "BulkEditItem_placeId_idx" ON "BulkEditItem"("placeId");

-- AddForeignKey
ALTER TABLE "PlaceAssignment" ADD CONSTRAINT "PlaceAssignment_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceAssignment" ADD CONSTRAINT "PlaceAssignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkEdit" ADD CONSTRAINT "BulkEdit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkEdit" ADD CONSTRAINT "BulkEdit_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "BulkEdit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkEditItem" ADD CONSTRAINT "BulkEditItem_bulkEditId_fkey" FOREIGN KEY ("bulkEditId") REFERENCES "BulkEdit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkEditItem" ADD CONSTRAINT "BulkEditItem_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

-- Folding 20,000 names to sort them would cost more than everything else that the table asks.
ALTER TABLE "Place" ADD COLUMN "sortName" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fold(name)) STORED;
CREATE INDEX place_sort_name ON "Place" ("sortName", id);
CREATE INDEX place_last_change ON "Place" ("updatedAt", id);

ALTER TABLE "SavedView"
  ADD CONSTRAINT view_name CHECK (name ~ '\S' AND length(name) <= 80),
  ADD CONSTRAINT view_query CHECK (length(query) <= 2000);
ALTER TABLE "BulkEdit"
  ADD CONSTRAINT bulk_edit_change CHECK (change ~ '^(undo|(status|service[+-]|programme[+-]|assign) \S+|unassign)$'),
  ADD CONSTRAINT bulk_edit_undo CHECK ((change = 'undo') = ("undoesId" IS NOT NULL)),
  ADD CONSTRAINT bulk_edit_reason CHECK (length(reason) <= 300),
  ADD CONSTRAINT bulk_edit_ended CHECK ((status = 'DONE') = ("endedAt" IS NOT NULL));
ALTER TABLE "BulkEditItem"
  ADD CONSTRAINT bulk_edit_item_version CHECK (version >= 1),
  ADD CONSTRAINT bulk_edit_item_note CHECK (note IS NULL OR outcome = 'REFUSED');
-- What remains to be done of one that was interrupted.
CREATE INDEX bulk_edit_item_left ON "BulkEditItem" ("bulkEditId", "placeId") WHERE outcome IS NULL;
