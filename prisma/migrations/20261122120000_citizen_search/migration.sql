-- CreateEnum
CREATE TYPE "ReportSubject" AS ENUM ('HOURS', 'ADDRESS', 'CONTACT', 'SERVICES', 'CLOSED_FOR_GOOD', 'OTHER');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'DONE', 'REFUSED');

-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "facets" SMALLINT[] NOT NULL DEFAULT ARRAY[]::SMALLINT[];

-- AlterTable
TRUNCATE "PlaceTally";
ALTER TABLE "PlaceTally" ADD COLUMN     "facets" SMALLINT[] NOT NULL;

-- CreateTable
CREATE TABLE "Need" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "services" "Service"[],
    "programmes" "Programme"[],
    "supportModes" "SupportMode"[],
    "fees" "Fee"[],
    "userId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedTerm" (
    "needId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "NeedTerm_pkey" PRIMARY KEY ("needId","folded")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "subject" "ReportSubject" NOT NULL,
    "message" TEXT,
    "email" TEXT,
    "status" "ReportStatus" NOT NULL DEFAULT 'OPEN',
    "handledById" TEXT,
    "handledAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workshop" (
    "id" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "service" "Service" NOT NULL,
    "level" "Level",
    "seats" INTEGER,
    "priceCents" INTEGER,
    "takesPass" BOOLEAN NOT NULL DEFAULT false,
    "bookingUrl" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopSession" (
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ NOT NULL,
    "endsAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "WorkshopSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicChange" (
    "id" BIGSERIAL NOT NULL,
    "statements" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "PublicChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Need_name_key" ON "Need"("name");

-- CreateIndex
CREATE INDEX "Need_userId_idx" ON "Need"("userId");

-- CreateIndex
CREATE INDEX "NeedTerm_folded_idx" ON "NeedTerm"("folded");

-- CreateIndex
CREATE INDEX "Report_placeId_idx" ON "Report"("placeId");

-- CreateIndex
CREATE INDEX "Report_status_createdAt_idx" ON "Report"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Report_handledById_idx" ON "Report"("handledById");

-- CreateIndex
CREATE INDEX "Workshop_placeId_idx" ON "Workshop"("placeId");

-- CreateIndex
CREATE INDEX "WorkshopSession_workshopId_startsAt_idx" ON "WorkshopSession"("workshopId", "startsAt");

-- CreateIndex
CREATE INDEX "WorkshopSession_startsAt_idx" ON "WorkshopSession"("startsAt");

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedTerm" ADD CONSTRAINT "NeedTerm_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workshop" ADD CONSTRAINT "Workshop_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkshopSession" ADD CONSTRAINT "WorkshopSession_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "Need"
  ADD CONSTRAINT need_id CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT need_name CHECK (length(trim(name)) BETWEEN 2 AND 80),
  ADD CONSTRAINT need_version CHECK (version >= 1),
  -- A need that nothing answers would narrow a search to nothing.
  ADD CONSTRAINT need_answer CHECK (
    cardinality(services) + cardinality(programmes) + cardinality("supportModes") + cardinality(fees) > 0);
ALTER TABLE "NeedTerm"
  ADD CONSTRAINT need_term_text CHECK (length(trim(text)) BETWEEN 2 AND 60),
  ADD CONSTRAINT need_term_folded CHECK (folded <> '' AND folded = trim(folded)),
  ADD CONSTRAINT need_term_language CHECK (language IN ('fr', 'en', 'es', 'pt', 'ar', 'uk'));
ALTER TABLE "Report"
  ADD CONSTRAINT report_message CHECK (length(message) BETWEEN 1 AND 2000),
  ADD CONSTRAINT report_email CHECK (length(email) BETWEEN 3 AND 254),
  ADD CONSTRAINT report_handled CHECK ((status = 'OPEN') = ("handledAt" IS NULL));
ALTER TABLE "Workshop"
  ADD CONSTRAINT workshop_title CHECK (length(trim(title)) BETWEEN 2 AND 120),
  ADD CONSTRAINT workshop_seats CHECK (seats BETWEEN 1 AND 1000),
  ADD CONSTRAINT workshop_price CHECK ("priceCents" BETWEEN 0 AND 100000);
ALTER TABLE "WorkshopSession"
  ADD CONSTRAINT workshop_session_times CHECK ("endsAt" > "startsAt" AND "endsAt" < "startsAt" + interval '24 hours');

-- Words of one family find one another: "formations" and "formation".
ALTER TABLE "Place" ADD COLUMN "searchVector" tsvector
  GENERATED ALWAYS AS (to_tsvector('french'::regconfig, "searchText")) STORED;
CREATE INDEX place_lexemes ON "Place" USING gin ("searchVector");

-- ── Facets: the values of the filters that a place meets ──

-- 100 × the list + the place of the value in its enumeration, in order: lib/search/facets.ts counts alike.
-- One index answers any combination of filters, and places with the same facets are counted together.
CREATE FUNCTION facets_of(place "Place") RETURNS smallint[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(number::smallint ORDER BY number), '{}') FROM (
    SELECT 100 + array_position(enum_range(NULL::"PlaceKind"), place.kind)
    UNION SELECT 200 + array_position(enum_range(NULL::"Service"), s.service) FROM "PlaceService" s WHERE s."placeId" = place.id
    UNION SELECT 300 + array_position(enum_range(NULL::"Audience"), v) FROM unnest(place.audiences) v
    UNION SELECT 400 + array_position(enum_range(NULL::"SpecialCare"), v) FROM unnest(place."specialCare") v
    UNION SELECT 500 + array_position(enum_range(NULL::"Fee"), v) FROM unnest(place.fees) v
    UNION SELECT 600 + array_position(enum_range(NULL::"Programme"), v) FROM unnest(place.programmes) v
    UNION SELECT 700 + array_position(enum_range(NULL::"Label"), v) FROM unnest(place.labels) v
    UNION SELECT 800 + array_position(enum_range(NULL::"AccessMode"), v) FROM unnest(place."accessModes") v
    UNION SELECT 900 + array_position(enum_range(NULL::"SupportMode"), v) FROM unnest(place."supportModes") v
    UNION SELECT 1000 + array_position(enum_range(NULL::"Itinerancy"), v) FROM unnest(place.itinerancy) v
    UNION SELECT 1101 WHERE place."accessibilityUrl" IS NOT NULL) met (number)
$$;

CREATE FUNCTION place_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.facets := facets_of(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER place_facets BEFORE INSERT OR UPDATE OF facets, kind, audiences, "specialCare", fees, programmes, labels,
  "accessModes", "supportModes", itinerancy, "accessibilityUrl" ON "Place"
  FOR EACH ROW EXECUTE FUNCTION place_facets();

CREATE FUNCTION place_facets_by_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    UPDATE "Place" p SET facets = '{}'
      WHERE p.id IN (SELECT "placeId" FROM added) AND p.facets <> facets_of(p);
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE "Place" p SET facets = '{}'
      WHERE p.id IN (SELECT "placeId" FROM removed) AND p.facets <> facets_of(p);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER place_facets_insert AFTER INSERT ON "PlaceService" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION place_facets_by_service();
CREATE TRIGGER place_facets_update AFTER UPDATE ON "PlaceService" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION place_facets_by_service();
CREATE TRIGGER place_facets_delete AFTER DELETE ON "PlaceService" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION place_facets_by_service();

CREATE INDEX place_facets ON "Place" USING gin (facets) WHERE status = 'PUBLISHED';

-- How many published places have the very same facets, exactly and at once. Each statement adds its
-- changes as rows of its own, so that writers never wait for one another; now and then the rows that
-- nobody holds are added up.
CREATE OR REPLACE FUNCTION tally_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_time_to_add_up boolean;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "PlaceTally";
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    WITH told AS (
      INSERT INTO "PlaceTally" (facets, change)
      SELECT facets, count(*) FROM added WHERE status = 'PUBLISHED' GROUP BY facets RETURNING id)
    SELECT bool_or(id % 1024 = 0) INTO is_time_to_add_up FROM told;
  ELSIF TG_OP = 'DELETE' THEN
    WITH told AS (
      INSERT INTO "PlaceTally" (facets, change)
      SELECT facets, -count(*) FROM removed WHERE status = 'PUBLISHED' GROUP BY facets RETURNING id)
    SELECT bool_or(id % 1024 = 0) INTO is_time_to_add_up FROM told;
  ELSE
    WITH told AS (
      INSERT INTO "PlaceTally" (facets, change)
      SELECT facets, sum(change) FROM (
        SELECT facets, 1 FROM added WHERE status = 'PUBLISHED'
        UNION ALL SELECT facets, -1 FROM removed WHERE status = 'PUBLISHED') changes (facets, change)
      GROUP BY facets HAVING sum(change) <> 0 RETURNING id)
    SELECT bool_or(id % 1024 = 0) INTO is_time_to_add_up FROM told;
  END IF;
  IF is_time_to_add_up THEN
    WITH gone AS (
      DELETE FROM "PlaceTally" WHERE id IN (SELECT id FROM "PlaceTally" FOR UPDATE SKIP LOCKED)
      RETURNING "PlaceTally".facets, "PlaceTally".change)
    INSERT INTO "PlaceTally" (facets, change)
    SELECT gone.facets, sum(gone.change) FROM gone GROUP BY gone.facets HAVING sum(gone.change) <> 0;
  END IF;
  RETURN NULL;
END $$;

-- ── What public pages show has changed ──

-- A page is kept with the sum of the statements so far: one question to the database says whether it is
-- still true, on every instance. A row of its own per statement, so that writers never wait.
CREATE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told bigint;
BEGIN
  INSERT INTO "PublicChange" DEFAULT VALUES RETURNING id INTO told;
  IF told % 256 = 0 THEN
    WITH gone AS (
      DELETE FROM "PublicChange" WHERE id IN (SELECT id FROM "PublicChange" FOR UPDATE SKIP LOCKED)
      RETURNING "PublicChange".statements)
    INSERT INTO "PublicChange" (statements) SELECT sum(gone.statements) FROM gone HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE
  shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY['Place', 'PlaceService', 'PlaceProgramme', 'PlaceClosure', 'PlaceAlias', 'PlaceSource',
    'Source', 'Region', 'Department', 'Commune', 'Hub', 'HubDepartment', 'HubPartner', 'Need', 'NeedTerm', 'Workshop',
    'WorkshopSession'] LOOP
    EXECUTE format('CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change()', shown);
  END LOOP;
END $$;

-- Those that are there already.
UPDATE "Place" SET facets = '{}';
DELETE FROM "PlaceTally";
INSERT INTO "PlaceTally" (facets, change)
SELECT facets, count(*) FROM "Place" WHERE status = 'PUBLISHED' GROUP BY facets;
