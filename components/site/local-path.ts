import { useLocale } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { localPath } from '@/lib/i18n/path'

type ToLocalPath = (path: string) => string

/** Turns the French address of a public page into that of the language being read. */
export function useLocalPath(): ToLocalPath {
  const locale = useLocale()
  return (path) => localPath(locale, path)
}

/** The same where one may wait. */
export async function getLocalPath(): Promise<ToLocalPath> {
  const locale = await getLocale()
  return (path) => localPath(locale, path)
}
