import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { saveMapping } from '@/lib/imports/uploads/columns/mutations'
import { decideKind } from '@/lib/imports/uploads/decisions/mutations'
import { applyRequested, createUpload } from '@/lib/imports/uploads/mutations'
import { getUploadFor, getUploadForm } from '@/lib/imports/uploads/queries'
import { whileVisited } from './visitors'

type Say = (what: string, figure: string) => void

const rows = 20_000
const pages = ['/', '/lieux/adp-1', '/lieux?lat=47.586&lon=1.336', '/api/v1/lieux?q=atelier']

/**
 * How long a file of 20,000 rows takes to be looked at and to be written, in what memory, and how fast public pages
 * answer meanwhile.
 *
 * @param site null to leave the pages out
 */
export async function measureUpload(site: string | null, say: Say): Promise<void> {
  const user = await administrator()
  const content = new TextEncoder().encode(await table())
  const megabytes = (content.length / 1e6).toFixed(1)
  const { id } = await createUpload(user, { fileName: 'releve.csv', content, sourceName: 'Relevé du banc' })
  const opened = await work(id)
  const found = await getUploadForm(id)
  if (!found) throw new Error((await getUploadFor(user, id)).error ?? 'The file was not opened.')
  await saveMapping(user, id, found.mapping)
  const preview = await whileLoaded(site, () => work(id))
  const seconds = opened.seconds + preview.result.seconds
  say(
    `Looking at an upload of ${rows} rows, ${megabytes} MB`,
    `${seconds.toFixed(1)} s (20 s at most), ${preview.result.megabytes} MB (500 MB at most)${preview.pages}`,
  )
  await decideKind(user, { id, kind: 'DOUBTFUL', intent: 'take' })
  await applyRequested(user, id, (await getUploadFor(user, id)).version)
  const applied = await whileLoaded(site, () => work(id))
  const { run } = await getUploadFor(user, id)
  say(
    `  writing ${run?.added} places of it`,
    `${applied.result.seconds.toFixed(1)} s (60 s at most), ${applied.result.megabytes} MB (500 MB at most)${applied.pages}`,
  )
}

async function administrator(): Promise<CurrentUser> {
  const { id, email, name } = await db.user.create({
    data: { email: 'bench@example.org', name: 'Bench', memberships: { create: { role: 'NATIONAL_ADMIN' } } },
  })
  return { id, email, name, memberships: await membershipsOf(id) }
}

/** A table with titles of its own, over all of France, with three hundred different hours. */
async function table(): Promise<string> {
  const communes = await db.$queryRaw<{ name: string; postcode: string; latitude: number; longitude: number }[]>`
    SELECT name, postcodes[1] AS postcode, latitude, longitude FROM "Commune"
    WHERE latitude IS NOT NULL AND cardinality(postcodes) > 0 ORDER BY md5(code)`
  const doors = ['Médiathèque', 'Mairie', 'Espace numérique', 'Centre social', 'Maison de quartier']
  const lines = Array.from({ length: rows }, (_, index) => {
    const commune = communes[index % communes.length]
    const name = `${doors[index % doors.length]} ${word(index)}`
    const hours = `Mo-Fr 09:${String(index % 60).padStart(2, '0')}-12:00,14:00-1${7 + (index % 2)}:${index % 5}0`
    const latitude = (commune?.latitude ?? 0) + (index % 90) / 10_000
    return [
      name,
      `${1 + (index % 120)} rue ${word(index * 7)}`,
      commune?.postcode,
      commune?.name,
      latitude.toFixed(5),
      commune?.longitude.toFixed(5),
      `02 61 91 ${String(index % 100).padStart(2, '0')} ${String(Math.floor(index / 100) % 100).padStart(2, '0')}`,
      hours,
      'Aide aux démarches administratives',
    ].join(';')
  })
  return ['Structure;Rue;CP;Ville;Lat;Long;Tél;Horaires;Services', ...lines].join('\n')
}

/** A word that reads like a name, another for each number. */
function word(index: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 've']
  const digits = (index + 1728).toString(12).split('')
  return digits.map((digit) => syllables[Number.parseInt(digit, 12)]).join('')
}

interface Work {
  seconds: number
  megabytes: number
}

/** A step as the worker does it, by the same command under the same heap. */
async function work(id: string): Promise<Work> {
  const child = fork('scripts/run.mjs', ['advance-upload', id], {
    execArgv: ['--max-old-space-size=220', '--import', new URL('./report-memory.mjs', import.meta.url).href],
  })
  const start = performance.now()
  let megabytes = Number.NaN
  child.on('message', (peak) => {
    megabytes = Number(peak)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The upload could not be worked on: see above.')
  return { seconds: (performance.now() - start) / 1000, megabytes }
}

/** Asks for public pages meanwhile. */
async function whileLoaded(site: string | null, act: () => Promise<Work>): Promise<{ result: Work; pages: string }> {
  if (site === null) return { result: await act(), pages: '' }
  const { result, waits } = await whileVisited(site, pages, act)
  const told = [...waits].map(([path, wait]) => `${path} ${wait.toFixed(0)} ms`).join(', ')
  return { result, pages: `; public pages for 95 % (200 ms at most): ${told}` }
}
