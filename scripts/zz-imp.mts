import { register } from 'node:module'

register('./setup/server-only.mjs', import.meta.url)
const { importFile } = await import('../lib/imports/mutations')
for (const p of process.argv.slice(2)) {
  const t = Date.now()
  const r = await importFile({ path: p })
  const { entries, ...rest } = r
  console.log(
    JSON.stringify(rest),
    Date.now() - t,
    'ms',
    (process.memoryUsage().rss / 1e6) | 0,
    'MB',
    (process.resourceUsage().maxRSS / 1e3) | 0,
  )
  if (process.env.SHOW)
    for (const e of entries
      .filter((e) => new RegExp(process.env.SHOW!).test(e.kind))
      .slice(0, Number(process.env.MAX || 80)))
      console.log(' ', e.line, e.id, e.kind, e.field, e.value, '→', e.reason)
}
process.exit()
