import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withDatabase } from './database/with-database'

const usage = 'Usage : npm run export -- FICHIER.csv, .json ou .geojson'

const [file, ...others] = process.argv.slice(2)
const ending = /\.(csv|json|geojson)$/i.exec(file ?? '')?.[1]?.toLowerCase()
if (!file || others.length > 0 || (ending !== 'csv' && ending !== 'json' && ending !== 'geojson'))
  throw new Error(usage)
const path = resolve(file)
const form = ending

await withDatabase(async () => {
  const { exportForms } = await import('@/lib/open-data/export-form')
  const { parseSearch } = await import('@/lib/search/schema')
  const { streamRecords } = await import('@/lib/search/queries')
  const { start, piece, end } = exportForms[form]
  let written = 0

  async function* text() {
    yield start
    for await (const places of streamRecords(parseSearch({}).search)) {
      yield places.map((place, index) => piece(place, written + index === 0)).join('')
      written += places.length
      console.log(`${written} lieux écrits…`)
    }
    yield end
  }

  // Under another name until it is whole
  const unfinished = `${path}.${process.pid}`
  try {
    await mkdir(dirname(path), { recursive: true })
    await pipeline(Readable.from(text()), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new Error(`L’export vers ${file} a échoué : ${error instanceof Error ? error.message : error}`)
  }
  console.log(`${written} lieux publiés dans ${file}.`)
})
