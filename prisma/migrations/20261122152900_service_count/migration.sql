-- How many services a place offers, for the table that is sorted by it: counting them for 20,000 places takes a
-- quarter of a second. Triggers write the facets before this is generated.
CREATE FUNCTION count_services(facets smallint[]) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT count(*)::smallint FROM unnest(facets) AS facet WHERE facet BETWEEN 200 AND 299
$$;
ALTER TABLE "Place" ADD COLUMN "serviceCount" smallint NOT NULL GENERATED ALWAYS AS (count_services(facets)) STORED;
