/**
 * JSON that PostgreSQL takes as `jsonb`: no text of it has NUL, nor half of a character, which a file may hold and a
 * text cut too short ends with.
 */
export function jsonText(value: unknown): string {
  // A backslash that is itself escaped begins nothing
  return JSON.stringify(value).replace(/\\(\\|u0000|ud[89a-f][\da-f]{2})/g, (found) =>
    found === '\\\\' ? found : '\ufffd',
  )
}
