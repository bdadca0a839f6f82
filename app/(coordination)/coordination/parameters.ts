/** What an address says after `?`. */
export type Parameters = Record<string, string | string[] | undefined>

/** What is typed in a parameter, without what no text holds; of several, the first. */
export function parameter(parameters: Parameters, name: string): string {
  const value = parameters[name]
  return (Array.isArray(value) ? value[0] : value)?.slice(0, 200).replace(/\p{Cc}/gu, '') ?? ''
}

/** The page of a list, from 1; what is no page is the first. */
export function pageParameter(parameters: Parameters): number {
  const page = parameter(parameters, 'page')
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
}
