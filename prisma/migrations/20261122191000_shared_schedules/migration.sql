-- Départements where the same hours open at the same instants share their schedules from now on: one that Paris
-- stands for, unless the hours tell of school holidays (lib/hours/same-clock.ts). Those of before are united.
CREATE TEMP TABLE united AS
SELECT id, first_value(id) OVER (PARTITION BY "openingHours" ORDER BY "departmentCode" = '75' DESC, id) AS kept
FROM "Schedule"
WHERE "openingHours" !~* 'sh' AND "departmentCode" NOT IN ('57', '67', '68') AND "departmentCode" !~ '^9[78]';
UPDATE "Place" p SET "scheduleId" = united.kept FROM united WHERE p."scheduleId" = united.id AND united.id <> united.kept;
DELETE FROM "Schedule" USING united WHERE "Schedule".id = united.id AND united.id <> united.kept;
UPDATE "Schedule" SET "departmentCode" = '75' FROM united WHERE "Schedule".id = united.kept AND "departmentCode" <> '75';
DROP TABLE united;
