import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { migrate } from '@/prisma/migrate'
import { query } from '@/tests/support/query'
import { joinThrowawayCluster } from '@/tests/support/throwaway-cluster'
import { loadInTurn, median } from './bench/load'
import { judgePage } from './bench/page-quality'
import { scriptWeight } from './bench/page-weight'
import { importRealFiles } from './bench/real-files'
import { measureSuggestions } from './bench/suggestions'
import { newPersonalDataKey } from './database/personal-data-keys'
import { onInterruption } from './interruption'

const places = Number(process.env.BENCH_PLACES || 100_000)
const fewPlaces = Math.min(places, 20_000)
const rounds = Number(process.env.BENCH_ROUNDS || 5)

const cluster = await joinThrowawayCluster()
onInterruption(cluster.leave)
const stops: (() => Promise<void>)[] = [cluster.leave]
try {
  process.env.DATABASE_URL = await emptyDatabase('bench')
  process.env.SECRET = 'a secret for the bench, of more than 32 characters'
  process.env.PERSONAL_DATA_KEYS = newPersonalDataKey()
  const [port, floorPort] = [await freePort(), await freePort()]
  process.env.PUBLIC_URL = `http://127.0.0.1:${port}`

  await migrate(process.env.DATABASE_URL)
  console.error(`Generating ${places} places…`)
  // These read the settings when they load.
  const { seedTerritoriesOf } = await import('./bench/territories')
  const { fillWithPlaces } = await import('./bench/places')
  const { searchQuery, startFloor, startSite } = await import('./bench/sites')
  const { measureMap } = await import('./bench/map')
  await seedTerritoriesOf(process.env.DATABASE_URL)
  const { measureFilteredSearch } = await import('./bench/filtered-search')
  await fillWithPlaces(fewPlaces)
  stops.unshift(await startSite(port))
  const measureFilters = async (count: number) =>
    measureFilteredSearch({ site: port, floor: await freePort() }, count, rounds, say)
  const costOfFew = await measureFilters(fewPlaces)
  const { measurePlacesTable } = await import('./bench/places-table')
  await measurePlacesTable(`http://127.0.0.1:${port}`, say)
  await query(process.env.DATABASE_URL, 'TRUNCATE "Place" CASCADE; ALTER SEQUENCE place_number_seq RESTART')
  await fillWithPlaces(places)
  const growth = (await measureFilters(places)) / costOfFew
  say(`  its cost, against ${fewPlaces} places`, `${growth.toFixed(2)} times (2 at most)`)
  stops.unshift(await startFloor(floorPort))

  console.error(`Loading, ${rounds} rounds…`)
  const [site, bare] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${floorPort}`]
  const [api, floor, page, empty] = await loadInTurn(
    [`${site}/api/v1/lieux?${searchQuery}`, `${bare}/lieux?${searchQuery}`, `${site}/lieux/adp-1`, `${bare}/vide`],
    rounds,
    5,
  )
  if (!api || !floor || !page || !empty) throw new Error('Nothing was measured.')
  const ratio = median(api.rates) / median(floor.rates)
  say(`Nearest 20 of ${places} places`, `${Math.round(median(api.rates))} requests/s, p97.5 ${api.p97} ms`)
  say('  bare handler, same SQL through pg', `${Math.round(median(floor.rates))} requests/s, p97.5 ${floor.p97} ms`)
  say('  ratio', `${ratio.toFixed(2)} (0.80 at least)`)
  const pageRatio = median(page.rates) / median(empty.rates)
  say('Place page, kept', `${Math.round(median(page.rates))} requests/s, p97.5 ${page.p97} ms`)
  say(
    '  empty page, prerendered by a bare Next',
    `${Math.round(median(empty.rates))} requests/s, p97.5 ${empty.p97} ms`,
  )
  say('  ratio', `${pageRatio.toFixed(2)} (0.80 at least)`)

  for (const path of ['/', `/lieux?${searchQuery}`, '/lieux/adp-1']) {
    const kilobytes = (await scriptWeight(site + path)) / 1000
    say(`JavaScript of ${path}`, `${kilobytes.toFixed(1)} kB compressed (160 kB at most)`)
    say(`Lighthouse of ${path}`, await judgePage(site + path, await freePort(), rounds))
  }
  await measureSuggestions(site, process.env.DATABASE_URL, say)
  await measureMap(site, say)
  const { measureDuplicates } = await import('./bench/duplicates')
  await measureDuplicates(say)
  const { measureReferrals } = await import('./bench/referrals')
  await measureReferrals(site, say)
  const { measureUpload } = await import('./bench/upload')
  await measureUpload(site, say)
  await importRealFiles(() => emptyDatabase('import'), say)
} finally {
  for (const stop of stops) await stop()
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(44)} ${figure}`)
}

async function emptyDatabase(name: string): Promise<string> {
  await query(cluster.urlOf('postgres'), `CREATE DATABASE ${name}`)
  return cluster.urlOf(name)
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen()
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
