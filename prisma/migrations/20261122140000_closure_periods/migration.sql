-- An exceptional closure as a stretch of time: whole days of the place's own calendar, both included.
ALTER TABLE "PlaceClosure" ADD COLUMN "during" tstzrange;

-- Midnights are those of the clocks of the place's département.
CREATE FUNCTION closure_during(closed "PlaceClosure") RETURNS tstzrange LANGUAGE sql STABLE AS $$
  SELECT tstzrange(
    closed."from"::timestamp AT TIME ZONE d."timeZone",
    (closed."to" + 1)::timestamp AT TIME ZONE d."timeZone")
  FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" JOIN "Department" d ON d.code = c."departmentCode"
  WHERE p.id = closed."placeId"
$$;

CREATE FUNCTION place_closure_during() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."during" := closure_during(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER place_closure_during BEFORE INSERT OR UPDATE ON "PlaceClosure"
  FOR EACH ROW EXECUTE FUNCTION place_closure_during();

-- A place that moves takes its closures to the clocks of where it goes.
CREATE FUNCTION place_closures_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "PlaceClosure" SET "during" = NULL WHERE "placeId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER place_closures_move AFTER UPDATE OF "communeCode" ON "Place"
  FOR EACH ROW WHEN (OLD."communeCode" <> NEW."communeCode") EXECUTE FUNCTION place_closures_move();

UPDATE "PlaceClosure" SET "during" = NULL;
ALTER TABLE "PlaceClosure"
  ADD CONSTRAINT place_closure_during CHECK ("during" IS NOT NULL),
  ADD CONSTRAINT place_closure_reason CHECK (length("reason") BETWEEN 1 AND 200);

-- School holidays are now read: hours that name them are judged anew.
DELETE FROM "ScheduleInterval";
DELETE FROM "ScheduleWeek";
