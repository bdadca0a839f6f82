/**
 * OSM's own words. opening_hours guesses at many others ("9h-12h", "Mercredi", "7j/7", "Fermé le
 * lundi", and "we", which is a week-end in France), and would open or close days that nobody wrote.
 */
const osmWord =
  /^(?:[Mm]o|[Tt]u|We|[Tt]h|[Ff]r|[Ss]a|[Ss]u|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|days?|off|closed|open|unknown)$/

/** Whether hours are in OSM's words alone, comments in quotes apart. The sun's hours are not: they depend on the very place. */
export function isInOsmWords(hours: string): boolean {
  return (hours.replace(/"[^"]*"/g, '').match(/\p{L}+/gu) ?? []).every((word) => osmWord.test(word))
}
