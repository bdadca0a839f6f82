import { basename } from 'node:path'
import { Presets, SingleBar } from 'cli-progress'
import type { ImportProgress } from '@/lib/imports/mutations'

const words = { waiting: 'attend un autre import', reading: 'lecture', writing: 'écriture' }

/** Shows how an import goes: a bar on a terminal, a line for each tenth elsewhere. */
export function createProgress(path: string): { show: (progress: ImportProgress) => void; stop: () => void } {
  return process.stdout.isTTY ? progressBar(path) : progressLines(path)
}

function progressBar(path: string) {
  const bar = new SingleBar(
    { format: `${basename(path)} {phase} {bar} {percentage} %`, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  bar.start(1, 0, { phase: '' })
  return {
    show({ phase, done, total }: ImportProgress) {
      bar.setTotal(Math.max(total, 1))
      bar.update(done, { phase: words[phase] })
    },
    stop: () => bar.stop(),
  }
}

function progressLines(path: string) {
  let last = ''
  return {
    show({ phase, done, total }: ImportProgress) {
      const tenth = total > 0 ? Math.floor((done / total) * 10) * 10 : 0
      const line = `${basename(path)} : ${words[phase]}${total > 0 ? ` ${tenth} %` : ''}`
      if (line !== last) console.log(line)
      last = line
    },
    stop() {},
  }
}
