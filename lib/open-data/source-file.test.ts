import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSourceFile } from './source-file'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'source-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function opened(content: string | Buffer) {
  const path = join(folder, 'lieux')
  await writeFile(path, content)
  return openSourceFile(path)
}

async function rowsOf(content: string | Buffer) {
  const file = await opened(content)
  const rows = []
  for await (const row of file.rows()) rows.push('record' in row ? Object.fromEntries(row.record) : row.error)
  return { rows, encoding: file.encoding() }
}

const table = 'id;nom;commune\n1;Médiathèque d’Été;Orléans\n2;Maison à l’étage;Sète\n'

describe('openSourceFile', () => {
  it.each([
    ['utf8', 'UTF-8'],
    ['win1252', 'Windows-1252'],
    ['macintosh', 'Mac'],
  ])('reads the letters of %s', async (name, encoding) => {
    const { rows, encoding: told } = await rowsOf(iconv.encode(table, name))
    expect(told).toBe(encoding)
    expect(rows).toMatchObject([{ nom: 'Médiathèque d’Été' }, { nom: 'Maison à l’étage', commune: 'Sète' }])
  })

  it('passes over a stray NUL', async () => {
    const { rows } = await rowsOf(table.replace('Maison', 'Mai\0son'))
    expect(rows).toMatchObject([{ id: '1' }, { nom: 'Maison à l’étage' }])
  })

  it.each([
    ['', 'vide'],
    ['PK\u0003\u0004', 'enregistrez-le en CSV'],
    ['%PDF-1.7', 'un PDF'],
    ['<!DOCTYPE html><html>', 'une page web'],
    [`id;nom${'\0'.repeat(9)}`, 'pas du texte'],
    [table.replace(/[éèàÉ]/g, '\ufffd'), 'encodage'],
  ])('refuses %j in one sentence', async (content, sentence) => {
    await expect(opened(content)).rejects.toThrow(sentence)
  })
})
