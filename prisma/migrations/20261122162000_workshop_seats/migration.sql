-- CreateEnum
CREATE TYPE "SeatStatus" AS ENUM ('BOOKED', 'WAITING', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('PRESENT', 'ABSENT', 'EXCUSED');

-- AlterTable
ALTER TABLE "Workshop" ADD COLUMN     "isCycle" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "otherSeats" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "removedAt" TIMESTAMPTZ,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "WorkshopSession" ADD COLUMN     "cancelledAt" TIMESTAMPTZ,
ADD COLUMN     "otherSeats" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "walkIns" INTEGER;

-- CreateTable
CREATE TABLE "WorkshopSeat" (
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "sessionId" UUID,
    "referralId" UUID NOT NULL,
    "status" "SeatStatus" NOT NULL,
    "rank" BIGSERIAL NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "WorkshopSeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopAttendance" (
    "sessionId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "attendance" "Attendance" NOT NULL,

    CONSTRAINT "WorkshopAttendance_pkey" PRIMARY KEY ("sessionId","seatId")
);

-- CreateIndex
CREATE INDEX "WorkshopSeat_workshopId_sessionId_status_rank_idx" ON "WorkshopSeat"("workshopId", "sessionId", "status", "rank");

-- CreateIndex
CREATE INDEX "WorkshopSeat_sessionId_idx" ON "WorkshopSeat"("sessionId");

-- CreateIndex
CREATE INDEX "WorkshopSeat_referralId_idx" ON "WorkshopSeat"("referralId");

-- CreateIndex
CREATE INDEX "WorkshopAttendance_seatId_idx" ON "WorkshopAttendance"("seatId");

-- AddForeignKey
ALTER TABLE "WorkshopSeat" ADD CONSTRAINT "WorkshopSeat_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkshopSeat" ADD CONSTRAINT "WorkshopSeat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkshopSeat" ADD CONSTRAINT "WorkshopSeat_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkshopAttendance" ADD CONSTRAINT "WorkshopAttendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkshopAttendance" ADD CONSTRAINT "WorkshopAttendance_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "WorkshopSeat"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "Workshop"
  ADD CONSTRAINT workshop_other_seats CHECK ("otherSeats" BETWEEN 0 AND 1000),
  ADD CONSTRAINT workshop_version CHECK (version >= 1);
ALTER TABLE "WorkshopSession"
  ADD CONSTRAINT workshop_session_other_seats CHECK ("otherSeats" BETWEEN 0 AND 1000),
  ADD CONSTRAINT workshop_session_walk_ins CHECK ("walkIns" BETWEEN 0 AND 1000),
  ADD CONSTRAINT workshop_session_version CHECK (version >= 1);

-- A referral has one seat in a session, or in a cycle; one that was given up may be taken again.
CREATE UNIQUE INDEX workshop_seat_once ON "WorkshopSeat" ("referralId", "workshopId", "sessionId")
  NULLS NOT DISTINCT WHERE status <> 'CANCELLED';

-- The last guard of "never oversold": whoever books waits for the workshop's row, then counts.
CREATE FUNCTION keep_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  w record;
  taken int;
BEGIN
  SELECT x."isCycle", x.seats, x."otherSeats" INTO w FROM "Workshop" x WHERE x.id = NEW."workshopId" FOR NO KEY UPDATE;
  IF w."isCycle" <> (NEW."sessionId" IS NULL) OR NOT w."isCycle" AND NOT EXISTS (
    SELECT FROM "WorkshopSession" s WHERE s.id = NEW."sessionId" AND s."workshopId" = NEW."workshopId") THEN
    RAISE EXCEPTION 'A seat is of a session, or of a whole cycle' USING ERRCODE = 'check_violation';
  END IF;
  SELECT count(*) INTO taken FROM "WorkshopSeat" s
  WHERE s."workshopId" = NEW."workshopId" AND s."sessionId" IS NOT DISTINCT FROM NEW."sessionId"
    AND s.status = 'BOOKED' AND s.id <> NEW.id;
  IF NOT w."isCycle" THEN
    SELECT s."otherSeats" INTO w."otherSeats" FROM "WorkshopSession" s WHERE s.id = NEW."sessionId";
  END IF;
  IF taken + w."otherSeats" >= w.seats THEN
    RAISE EXCEPTION 'No seat is left' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_seats BEFORE INSERT OR UPDATE OF status, "sessionId", "workshopId" ON "WorkshopSeat"
  FOR EACH ROW WHEN (NEW.status = 'BOOKED') EXECUTE FUNCTION keep_seats();

-- Public pages say how many seats are left.
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "WorkshopSeat"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
