/**
 * School holidays in mainland France, from the first day without school to the last, by the arrêtés of
 * 7 December 2022 (2025-2026, JORFTEXT000046704476), 22 October 2025 (2026-2027, JORFTEXT000052416058)
 * and 21 July 2026 (2027-2028, JORFTEXT000054457294). Corsica and the overseas académies decide theirs
 * apart, and theirs could not be checked: they are unknown.
 *
 * A change here goes with a migration that empties ScheduleWeek and ScheduleInterval, so that hours are
 * judged anew.
 */
const everywhere = [
  '2025-10-18/2025-11-02',
  '2025-12-20/2026-01-04',
  '2026-05-14/2026-05-17',
  '2026-07-04/2026-08-31',
  '2026-10-17/2026-11-01',
  '2026-12-19/2027-01-03',
  '2027-05-06/2027-05-09',
  '2027-07-03/2027-09-01',
  '2027-10-23/2027-11-07',
  '2027-12-18/2028-01-02',
  '2028-05-25/2028-05-28',
]

const byZone = {
  A: [
    '2026-02-07/2026-02-22',
    '2026-04-04/2026-04-19',
    '2027-02-13/2027-02-28',
    '2027-04-10/2027-04-25',
    '2028-02-19/2028-03-05',
    '2028-04-22/2028-05-08',
  ],
  B: [
    '2026-02-14/2026-03-01',
    '2026-04-11/2026-04-26',
    '2027-02-20/2027-03-07',
    '2027-04-17/2027-05-02',
    '2028-02-05/2028-02-20',
    '2028-04-08/2028-04-23',
  ],
  C: [
    '2026-02-21/2026-03-08',
    '2026-04-18/2026-05-03',
    '2027-02-06/2027-02-21',
    '2027-04-03/2027-04-18',
    '2028-02-12/2028-02-27',
    '2028-04-15/2028-05-01',
  ],
} as const

/** The days that the calendar tells of; the summer of 2028 starts in July, nobody knows yet when it ends. */
export const schoolYears = { from: '2025-09-01', to: '2028-06-30' }

export type SchoolZone = keyof typeof byZone

/** Départements by the zone of their académie (Code de l'éducation, D222-2 and the arrêtés above). */
const zones: Readonly<Record<SchoolZone, string>> = {
  A: `01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90`,
  B: `02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80
    83 84 85 88`,
  C: `09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95`,
}

const zoneByDepartment = new Map(
  Object.entries(zones).flatMap(([zone, codes]) => codes.split(/\s+/).map((code) => [code, zone as SchoolZone])),
)

/** The zone of a département's schools; null where their calendar is not known. */
export function schoolZoneOf(departmentCode: string): SchoolZone | null {
  return zoneByDepartment.get(departmentCode) ?? null
}

/** The school holidays of a zone, in order, days included, as `YYYY-MM-DD`. */
export function schoolHolidays(zone: SchoolZone): { from: string; to: string }[] {
  return [...everywhere, ...byZone[zone]].sort().map((days) => {
    const [from = '', to = ''] = days.split('/')
    return { from, to }
  })
}
