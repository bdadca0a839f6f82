-- CreateTable
CREATE TABLE "PlaceLabel" (
    "placeId" TEXT NOT NULL,
    "label" "Label" NOT NULL,
    "since" DATE,
    "until" DATE,
    "note" TEXT,

    CONSTRAINT "PlaceLabel_pkey" PRIMARY KEY ("placeId","label")
);

-- AddForeignKey
ALTER TABLE "PlaceLabel" ADD CONSTRAINT "PlaceLabel_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say

ALTER TABLE "PlaceLabel"
  ADD CONSTRAINT place_label_dates CHECK (until >= since),
  ADD CONSTRAINT place_label_note CHECK (length(note) BETWEEN 1 AND 200);
ALTER TABLE "PlaceProgramme"
  ADD CONSTRAINT place_programme_note CHECK (length(note) BETWEEN 1 AND 200);

CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "PlaceLabel"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
