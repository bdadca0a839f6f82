import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../next/build'
import { ensureBrowser } from './browser'
import { readPlaywrightReport, readVitestReport } from './reports'
import { failed, passed, type Tally } from './tally'
import { runTool } from './tool'

export type Stage = {
  name: string
  run: () => Promise<Tally>
  /** Beside the others: what ends with the browser tests, which need a build */
  isAside?: true
}

/** Beside the build that `npm start` serves. */
const buildFolder = '.next-test'

export const stages: Stage[] = [
  {
    name: 'lint',
    run: () => check(() => runTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings'])),
    isAside: true,
  },
  { name: 'types', run: () => check(checkTypes), isAside: true },
  { name: 'unused', run: () => check(() => runTool('knip', 'knip', [])), isAside: true },
  { name: 'build', run: () => check(build), isAside: true },
  { name: 'unit', run: () => runVitest('unit') },
  { name: 'integration', run: () => runVitest('integration') },
  { name: 'e2e', run: runPlaywright, isAside: true },
]

async function check(run: () => Promise<boolean>): Promise<Tally> {
  return (await run()) ? passed : failed
}

/** Next writes the types of the routes first. */
async function checkTypes(): Promise<boolean> {
  const areWritten = await runTool('next', 'next', ['typegen'], { NEXT_DIST_DIR: buildFolder })
  return areWritten && runTool('typescript', 'tsc', ['--noEmit'])
}

async function build(): Promise<boolean> {
  await buildIfStale(buildFolder)
  return true
}

async function runVitest(project: string): Promise<Tally> {
  return withReport(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const isSuccess = await runTool('vitest', 'vitest', ['run', '--project', project, ...reporters])
    return readVitestReport(file, isSuccess)
  })
}

async function runPlaywright(): Promise<Tally> {
  await ensureBrowser()
  return withReport(async (file) => {
    const settings = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
    const isSuccess = await runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], settings)
    return readPlaywrightReport(file, isSuccess)
  })
}

async function withReport(run: (file: string) => Promise<Tally>): Promise<Tally> {
  const file = join(tmpdir(), `a-deux-pas-report-${process.pid}.json`)
  try {
    return await run(file)
  } finally {
    await rm(file, { force: true })
  }
}
