-- A need may be answered by any value that a place can be searched by.
ALTER TABLE "Need"
  ADD COLUMN "kinds" "PlaceKind"[],
  ADD COLUMN "audiences" "Audience"[],
  ADD COLUMN "specialCare" "SpecialCare"[],
  ADD COLUMN "labels" "Label"[],
  ADD COLUMN "accessModes" "AccessMode"[],
  ADD COLUMN "itinerancy" "Itinerancy"[],
  ADD COLUMN "isAccessible" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Need" SET services = coalesce(services, '{}'), programmes = coalesce(programmes, '{}'),
  "supportModes" = coalesce("supportModes", '{}'), fees = coalesce(fees, '{}');
ALTER TABLE "Need"
  DROP CONSTRAINT need_answer,
  ADD CONSTRAINT need_answer CHECK (
    coalesce(cardinality(services), 0) + coalesce(cardinality(programmes), 0) + coalesce(cardinality("supportModes"), 0)
    + coalesce(cardinality(fees), 0) + coalesce(cardinality(kinds), 0) + coalesce(cardinality(audiences), 0)
    + coalesce(cardinality("specialCare"), 0) + coalesce(cardinality(labels), 0) + coalesce(cardinality("accessModes"), 0)
    + coalesce(cardinality(itinerancy), 0) + "isAccessible"::int > 0);

-- A term says one need: two would leave a citizen with the wrong one.
DROP INDEX "NeedTerm_folded_idx";
CREATE UNIQUE INDEX "NeedTerm_folded_key" ON "NeedTerm"("folded");

-- CreateTable
CREATE TABLE "SeededNeed" (
    "id" TEXT NOT NULL,

    CONSTRAINT "SeededNeed_pkey" PRIMARY KEY ("id")
);

-- ── What Prisma's language cannot say ──

-- Each word by its French stem: "cartes grises" is "carte grise". Words that are not French stay as they are.
CREATE FUNCTION french_stems(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(coalesce((pg_catalog.ts_lexize('pg_catalog.french_stem', word))[1], word), ' ' ORDER BY rank)
  FROM regexp_split_to_table(words, ' ') WITH ORDINALITY AS split (word, rank)
$$;
CREATE INDEX need_term_stems ON "NeedTerm" (french_stems(folded));
-- The terms most alike, nearest first.
CREATE INDEX need_term_trigrams ON "NeedTerm" USING gist (folded gist_trgm_ops);
