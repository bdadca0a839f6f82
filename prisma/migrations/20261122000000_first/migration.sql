-- Extensions that every managed PostgreSQL carries.
CREATE EXTENSION IF NOT EXISTS cube;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;

-- Places are numbered from here: `adp-1`, `adp-2`…
CREATE SEQUENCE place_number_seq;

-- A point of the Earth as a cube, on a sphere of the mean radius (6 371 008.8 m), so that the
-- distance operator `<->` orders places as the crow flies and a GiST index answers it.
CREATE FUNCTION earth_position(latitude float8, longitude float8) RETURNS cube
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT cube(ARRAY[
    6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
    6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
    6371008.8 * sin(radians(latitude))])
$$;

-- Metres along the ground between two positions, from the chord that `<->` measures.
CREATE FUNCTION ground_metres(chord float8) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT 2 * 6371008.8 * asin(least(1, chord / (2 * 6371008.8)))
$$;

-- The chord for so many metres along the ground: what a radius filter compares with `<->`.
CREATE FUNCTION chord_metres(ground float8) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT 2 * 6371008.8 * sin(least(pi() / 2, ground / (2 * 6371008.8)))
$$;

-- Lower case, without accents, words separated by one space: what is compared when one searches.
CREATE FUNCTION fold(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(lower(public.unaccent('public.unaccent', words)), '[^a-z0-9]+', ' ', 'g'))
$$;


-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('FABRIQUE', 'FRANCE_SERVICES', 'TIERS_LIEU', 'MEDIATION');

-- CreateEnum
CREATE TYPE "Service" AS ENUM ('ADMINISTRATIVE_PROCEDURES', 'EVERYDAY_DIGITAL_TOOLS', 'EMPLOYMENT', 'ONLINE_SAFETY', 'PARENTING_AND_EDUCATION', 'LEISURE_AND_CREATION', 'DIGITAL_CULTURE', 'INTERNET_AND_EQUIPMENT_ACCESS', 'AFFORDABLE_EQUIPMENT');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('YOUTH', 'STUDENTS', 'FAMILIES', 'SENIORS', 'WOMEN');

-- CreateEnum
CREATE TYPE "SpecialCare" AS ENUM ('DEAFNESS', 'MOTOR_DISABILITY', 'MENTAL_DISABILITY', 'ILLITERACY', 'ENGLISH', 'OTHER_LANGUAGES', 'VISUAL_IMPAIRMENT');

-- CreateEnum
CREATE TYPE "Fee" AS ENUM ('FREE', 'FREE_UNDER_CONDITIONS', 'PAID');

-- CreateEnum
CREATE TYPE "Programme" AS ENUM ('AIDANTS_CONNECT', 'BIBLIOTHEQUE_NUMERIQUE_DE_REFERENCE', 'PIX', 'CONSEILLER_NUMERIQUE', 'EMMAUS_CONNECT', 'FRANCE_SERVICES', 'GRANDE_ECOLE_DU_NUMERIQUE', 'CROIX_ROUGE', 'POINT_NUMERIQUE_CAF', 'PROMENEURS_DU_NET', 'RELAIS_NUMERIQUE', 'PASS_NUMERIQUE', 'ABC_PIX');

-- CreateEnum
CREATE TYPE "Label" AS ENUM ('MON_ESPACE_SANTE', 'DUPLEX', 'ARNIA', 'COLLECTIF_REEMPLOI_NORMANDIE', 'ETAPES_NUMERIQUES', 'FABRIQUES_DE_TERRITOIRE', 'ECLAIREURS_DU_NUMERIQUE', 'MES_PAPIERS', 'ORDI_3_0', 'SUD_LABS');

-- CreateEnum
CREATE TYPE "AccessMode" AS ENUM ('WALK_IN', 'PHONE', 'EMAIL', 'ONLINE_BOOKING', 'NO_PUBLIC', 'REFERRAL_FORM_BY_EMAIL');

-- CreateEnum
CREATE TYPE "SupportMode" AS ENUM ('SELF_SERVICE', 'INDIVIDUAL', 'WORKSHOP', 'REMOTE');

-- CreateEnum
CREATE TYPE "Itinerancy" AS ENUM ('ITINERANT', 'FIXED');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('BEGINNER', 'INTERMEDIATE', 'ADVANCED');

-- CreateEnum
CREATE TYPE "Precision" AS ENUM ('SURVEYED', 'ADDRESS', 'STREET', 'COMMUNE', 'POSTCODE');

-- CreateEnum
CREATE TYPE "PlaceStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('NATIONAL_ADMIN', 'HUB_COORDINATOR', 'HUB_EDITOR', 'PLACE_EDITOR', 'READER', 'HELPER');

-- CreateTable
CREATE TABLE "Region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Department" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Commune" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "postcodes" TEXT[],
    "population" INTEGER NOT NULL DEFAULT 0,
    "epciCode" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "precision" "Precision",
    "parentCode" TEXT,
    "departmentCode" TEXT NOT NULL,

    CONSTRAINT "Commune_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FormerCommune" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,

    CONSTRAINT "FormerCommune_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Hub" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "website" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "grantEuros" INTEGER,
    "foundedOn" DATE,
    "endedOn" DATE,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Hub_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HubDepartment" (
    "hubId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,

    CONSTRAINT "HubDepartment_pkey" PRIMARY KEY ("hubId","departmentCode")
);

-- CreateTable
CREATE TABLE "HubPartner" (
    "id" UUID NOT NULL,
    "hubId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "isLead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "HubPartner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" TEXT NOT NULL DEFAULT ('adp-'::text || nextval('place_number_seq'::regclass)),
    "status" "PlaceStatus" NOT NULL DEFAULT 'DRAFT',
    "kind" "PlaceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "pivot" TEXT,
    "typologies" TEXT[],
    "address" TEXT NOT NULL,
    "addressComplement" TEXT,
    "postcode" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "precision" "Precision" NOT NULL,
    "position" cube,
    "phone" TEXT,
    "emails" TEXT[],
    "websites" TEXT[],
    "bookingUrl" TEXT,
    "accessibilityUrl" TEXT,
    "openingHours" TEXT,
    "scheduleId" INTEGER,
    "summary" TEXT,
    "description" TEXT,
    "itinerancy" "Itinerancy"[],
    "parentStructure" TEXT,
    "audiences" "Audience"[],
    "specialCare" "SpecialCare"[],
    "fees" "Fee"[],
    "programmes" "Programme"[],
    "labels" "Label"[],
    "otherLabels" TEXT[],
    "accessModes" "AccessMode"[],
    "supportModes" "SupportMode"[],
    "collectedBy" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "recordDate" DATE NOT NULL DEFAULT CURRENT_DATE,
    "verifiedAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "searchText" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceService" (
    "placeId" TEXT NOT NULL,
    "service" "Service" NOT NULL,
    "supportModes" "SupportMode"[],
    "fees" "Fee"[],
    "audiences" "Audience"[],
    "levels" "Level"[],
    "bookingUrl" TEXT,
    "note" TEXT,

    CONSTRAINT "PlaceService_pkey" PRIMARY KEY ("placeId","service")
);

-- CreateTable
CREATE TABLE "PlaceProgramme" (
    "placeId" TEXT NOT NULL,
    "programme" "Programme" NOT NULL,
    "since" DATE,
    "until" DATE,
    "note" TEXT,

    CONSTRAINT "PlaceProgramme_pkey" PRIMARY KEY ("placeId","programme")
);

-- CreateTable
CREATE TABLE "PlaceClosure" (
    "id" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "PlaceClosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" SERIAL NOT NULL,
    "openingHours" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "isReadable" BOOLEAN NOT NULL,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduleInterval" (
    "id" BIGSERIAL NOT NULL,
    "scheduleId" INTEGER NOT NULL,
    "during" tstzrange NOT NULL,
    "isCertain" BOOLEAN NOT NULL,

    CONSTRAINT "ScheduleInterval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceTally" (
    "id" BIGSERIAL NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "PlaceTally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduleWeek" (
    "monday" DATE NOT NULL,

    CONSTRAINT "ScheduleWeek_pkey" PRIMARY KEY ("monday")
);

-- CreateTable
CREATE TABLE "PlaceRevision" (
    "id" UUID NOT NULL,
    "placeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT,
    "userId" TEXT,
    "importRunId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaceRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceAlias" (
    "id" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaceAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "licence" TEXT,
    "url" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceSource" (
    "sourceId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "recordDate" DATE,
    "correctedFields" TEXT[],
    "lastRunId" UUID,

    CONSTRAINT "PlaceSource_pkey" PRIMARY KEY ("sourceId","externalId")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "userId" TEXT,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "duplicates" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ,
    "refreshTokenExpiresAt" TIMESTAMPTZ,
    "scope" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "hubId" UUID,
    "placeId" TEXT,
    "organisationId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "siret" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Department_regionCode_idx" ON "Department"("regionCode");

-- CreateIndex
CREATE INDEX "Commune_departmentCode_idx" ON "Commune"("departmentCode");

-- CreateIndex
CREATE INDEX "Commune_parentCode_idx" ON "Commune"("parentCode");

-- CreateIndex
CREATE INDEX "Commune_postcodes_idx" ON "Commune" USING GIN ("postcodes");

-- CreateIndex
CREATE INDEX "FormerCommune_communeCode_idx" ON "FormerCommune"("communeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Hub_slug_key" ON "Hub"("slug");

-- CreateIndex
CREATE INDEX "HubDepartment_departmentCode_idx" ON "HubDepartment"("departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "HubPartner_hubId_name_key" ON "HubPartner"("hubId", "name");

-- CreateIndex
CREATE INDEX "Place_communeCode_idx" ON "Place"("communeCode");

-- CreateIndex
CREATE INDEX "Place_status_updatedAt_idx" ON "Place"("status", "updatedAt");

-- CreateIndex
CREATE INDEX "Place_scheduleId_idx" ON "Place"("scheduleId");

-- CreateIndex
CREATE INDEX "Place_pivot_idx" ON "Place"("pivot");

-- CreateIndex
CREATE INDEX "PlaceService_service_idx" ON "PlaceService"("service");

-- CreateIndex
CREATE INDEX "PlaceClosure_placeId_to_idx" ON "PlaceClosure"("placeId", "to");

-- CreateIndex
CREATE INDEX "Schedule_departmentCode_idx" ON "Schedule"("departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Schedule_openingHours_departmentCode_key" ON "Schedule"("openingHours", "departmentCode");

-- CreateIndex
CREATE INDEX "ScheduleInterval_scheduleId_idx" ON "ScheduleInterval"("scheduleId");

-- CreateIndex
CREATE INDEX "PlaceRevision_userId_idx" ON "PlaceRevision"("userId");

-- CreateIndex
CREATE INDEX "PlaceRevision_importRunId_idx" ON "PlaceRevision"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "PlaceRevision_placeId_version_key" ON "PlaceRevision"("placeId", "version");

-- CreateIndex
CREATE INDEX "PlaceAlias_placeId_idx" ON "PlaceAlias"("placeId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "PlaceSource_placeId_idx" ON "PlaceSource"("placeId");

-- CreateIndex
CREATE INDEX "PlaceSource_externalId_idx" ON "PlaceSource"("externalId");

-- CreateIndex
CREATE INDEX "PlaceSource_lastRunId_idx" ON "PlaceSource"("lastRunId");

-- CreateIndex
CREATE INDEX "ImportRun_sourceId_startedAt_idx" ON "ImportRun"("sourceId", "startedAt");

-- CreateIndex
CREATE INDEX "ImportRun_userId_idx" ON "ImportRun"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_hubId_idx" ON "Membership"("hubId");

-- CreateIndex
CREATE INDEX "Membership_placeId_idx" ON "Membership"("placeId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commune" ADD CONSTRAINT "Commune_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commune" ADD CONSTRAINT "Commune_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerCommune" ADD CONSTRAINT "FormerCommune_communeCode_fkey" FOREIGN KEY ("communeCode") REFERENCES "Commune"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HubDepartment" ADD CONSTRAINT "HubDepartment_hubId_fkey" FOREIGN KEY ("hubId") REFERENCES "Hub"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HubDepartment" ADD CONSTRAINT "HubDepartment_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HubPartner" ADD CONSTRAINT "HubPartner_hubId_fkey" FOREIGN KEY ("hubId") REFERENCES "Hub"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_communeCode_fkey" FOREIGN KEY ("communeCode") REFERENCES "Commune"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "Schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceService" ADD CONSTRAINT "PlaceService_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceProgramme" ADD CONSTRAINT "PlaceProgramme_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceClosure" ADD CONSTRAINT "PlaceClosure_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleInterval" ADD CONSTRAINT "ScheduleInterval_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "Schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceRevision" ADD CONSTRAINT "PlaceRevision_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceRevision" ADD CONSTRAINT "PlaceRevision_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceRevision" ADD CONSTRAINT "PlaceRevision_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceAlias" ADD CONSTRAINT "PlaceAlias_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceSource" ADD CONSTRAINT "PlaceSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceSource" ADD CONSTRAINT "PlaceSource_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceSource" ADD CONSTRAINT "PlaceSource_lastRunId_fkey" FOREIGN KEY ("lastRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_hubId_fkey" FOREIGN KEY ("hubId") REFERENCES "Hub"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

-- Codes and ranges: the last guard behind zod.
ALTER TABLE "Department"
  ADD CONSTRAINT department_code CHECK (code ~ '^([013-8][0-9]|2[AB1-9]|9[0-5]|9[78][0-9])$');
ALTER TABLE "Commune"
  ADD CONSTRAINT commune_code CHECK (code ~ '^([013-9][0-9]|2[AB1-9])[0-9]{3}$'),
  ADD CONSTRAINT commune_population CHECK (population >= 0),
  ADD CONSTRAINT commune_position CHECK (
    (latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL) = (precision IS NULL)
    AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)));
ALTER TABLE "Hub"
  ADD CONSTRAINT hub_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT hub_position CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT hub_grant CHECK ("grantEuros" >= 0),
  ADD CONSTRAINT hub_dates CHECK ("endedOn" >= "foundedOn");
ALTER TABLE "Place"
  ADD CONSTRAINT place_id CHECK (id ~ '^adp-[1-9][0-9]*$'),
  ADD CONSTRAINT place_name CHECK (length(trim(name)) BETWEEN 1 AND 300),
  ADD CONSTRAINT place_pivot CHECK (pivot ~ '^[a-zA-Z0-9]{9,14}$'),
  ADD CONSTRAINT place_postcode CHECK (postcode ~ '^[0-9]{5}$'),
  ADD CONSTRAINT place_latitude CHECK (latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT place_longitude CHECK (longitude BETWEEN -180 AND 180),
  -- 0,0 lies in the Atlantic: it only ever means "unknown"
  ADD CONSTRAINT place_not_null_island CHECK (abs(latitude) > 0.5 OR abs(longitude) > 0.5),
  ADD CONSTRAINT place_phone CHECK (phone ~ '^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6,9}$'),
  ADD CONSTRAINT place_summary CHECK (length(summary) <= 280),
  ADD CONSTRAINT place_version CHECK (version >= 1),
  ADD CONSTRAINT place_published CHECK (status <> 'PUBLISHED' OR "publishedAt" IS NOT NULL);
ALTER TABLE "PlaceProgramme"
  ADD CONSTRAINT place_programme_dates CHECK (until >= since);
ALTER TABLE "PlaceClosure"
  ADD CONSTRAINT place_closure_dates CHECK ("to" >= "from");
ALTER TABLE "PlaceRevision"
  ADD CONSTRAINT revision_version CHECK (version >= 1);
ALTER TABLE "PlaceAlias"
  ADD CONSTRAINT alias_is_another CHECK (id <> "placeId");
ALTER TABLE "ImportRun"
  ADD CONSTRAINT import_counts CHECK (
    added >= 0 AND updated >= 0 AND unchanged >= 0 AND duplicates >= 0 AND refused >= 0
    AND rows = added + updated + unchanged + duplicates + refused);
ALTER TABLE "Organisation"
  ADD CONSTRAINT organisation_siret CHECK (siret ~ '^[0-9]{14}$');
ALTER TABLE "Membership"
  ADD CONSTRAINT membership_scope CHECK (CASE role
    WHEN 'NATIONAL_ADMIN' THEN num_nonnulls("hubId", "placeId", "organisationId") = 0
    WHEN 'PLACE_EDITOR' THEN "placeId" IS NOT NULL AND num_nonnulls("hubId", "organisationId") = 0
    WHEN 'HELPER' THEN "organisationId" IS NOT NULL AND num_nonnulls("hubId", "placeId") = 0
    ELSE "hubId" IS NOT NULL AND num_nonnulls("placeId", "organisationId") = 0 END),
  ADD CONSTRAINT membership_once UNIQUE NULLS NOT DISTINCT ("userId", role, "hubId", "placeId", "organisationId");

-- A place's position follows its coordinates.
ALTER TABLE "Place" DROP COLUMN position;
ALTER TABLE "Place" ADD COLUMN position cube GENERATED ALWAYS AS (earth_position(latitude, longitude)) STORED;
CREATE INDEX place_nearest ON "Place" USING gist (position) WHERE status = 'PUBLISHED';
-- The orders of a list without a position: the letters of `fold` need no language to compare.
CREATE INDEX place_by_name ON "Place" ((fold(name) COLLATE "C"), id) WHERE status = 'PUBLISHED';
CREATE INDEX place_by_date ON "Place" ("recordDate" DESC, id) WHERE status = 'PUBLISHED';
CREATE INDEX place_words ON "Place" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX place_demo ON "Place" (id) WHERE "isDemo";
CREATE INDEX commune_words ON "Commune" USING gin ("searchName" gin_trgm_ops);
CREATE INDEX commune_prefix ON "Commune" ("searchName" text_pattern_ops);
CREATE INDEX former_commune_words ON "FormerCommune" USING gin ("searchName" gin_trgm_ops);

-- Open at an instant is one index lookup.
ALTER TABLE "ScheduleInterval"
  ADD CONSTRAINT interval_bounded CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during));
CREATE INDEX interval_during ON "ScheduleInterval" USING gist (during, "scheduleId");

-- The words of a place follow its name, its commune and its summary.
CREATE FUNCTION place_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := fold(concat_ws(' ', NEW.name,
    (SELECT name FROM "Commune" WHERE code = NEW."communeCode"), NEW.postcode, NEW.summary));
  RETURN NEW;
END $$;
CREATE TRIGGER place_search_text BEFORE INSERT OR UPDATE OF name, "communeCode", postcode, summary ON "Place"
  FOR EACH ROW EXECUTE FUNCTION place_search_text();

-- How many places are published, exactly and at once: counting 100,000 rows would cost more than
-- finding the nearest twenty. Each statement adds its change as a row of its own, so that writers
-- never wait for one another; now and then the rows that nobody holds are added up.
CREATE FUNCTION tally_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change bigint := 0;
  tallied bigint;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "PlaceTally";
    RETURN NULL;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    change := change + (SELECT count(*) FROM added WHERE status = 'PUBLISHED');
  END IF;
  IF TG_OP <> 'INSERT' THEN
    change := change - (SELECT count(*) FROM removed WHERE status = 'PUBLISHED');
  END IF;
  IF change <> 0 THEN
    INSERT INTO "PlaceTally" (change) VALUES (change) RETURNING id INTO tallied;
    IF tallied % 64 = 0 THEN
      WITH gone AS (
        DELETE FROM "PlaceTally" WHERE id IN (SELECT id FROM "PlaceTally" FOR UPDATE SKIP LOCKED) RETURNING "PlaceTally".change)
      INSERT INTO "PlaceTally" (change) SELECT sum(gone.change) FROM gone;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER place_tally_insert AFTER INSERT ON "Place" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION tally_places();
CREATE TRIGGER place_tally_update AFTER UPDATE ON "Place" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION tally_places();
CREATE TRIGGER place_tally_delete AFTER DELETE ON "Place" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION tally_places();
CREATE TRIGGER place_tally_truncate AFTER TRUNCATE ON "Place"
  FOR EACH STATEMENT EXECUTE FUNCTION tally_places();

-- What was is never rewritten.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a revision is never rewritten' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER revision_is_final BEFORE UPDATE OF "placeId", version, before, after, reason, "createdAt" ON "PlaceRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
