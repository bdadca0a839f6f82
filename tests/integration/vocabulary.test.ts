import { beforeAll, describe, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, UserError } from '@/lib/errors'
import { formObject } from '@/lib/form-state'
import { locales } from '@/lib/i18n/languages'
import { countPlacesMeeting, getNeed, listNeeds } from '@/lib/needs/back-office/queries'
import { needFormValues } from '@/lib/needs/form-values'
import { createNeed, removeNeed, updateNeed } from '@/lib/needs/mutations'
import { understandWords } from '@/lib/needs/queries'
import { answerNames, needInput } from '@/lib/needs/schema'
import { seededNeeds, seedNeeds, termsOf } from '@/prisma/seed/needs/needs'
import { makeHub, makeUser } from '../support/people'
import { addSamplePlaces } from '../support/sample-places'

let coordinator: CurrentUser
let editor: CurrentUser

beforeAll(async () => {
  const hubSlug = 'hub-mots'
  await makeHub(hubSlug, ['41'])
  coordinator = await makeUser('coordination@mots.org', { role: 'HUB_COORDINATOR', hubSlug })
  editor = await makeUser('edition@mots.org', { role: 'HUB_EDITOR', hubSlug })
})

const input = (name: string, terms: string, more: object = {}) =>
  needInput.parse({ name, terms: { fr: terms }, services: ['EMPLOYMENT'], ...more })
const needOf = async (words: string) => (await understandWords({ words, isLiteral: false }))?.needs[0]?.id

describe('the vocabulary', () => {
  it('is extended by a coordinator, and understood at once', async () => {
    expect(await needOf('vide-grenier')).toBeUndefined()
    const id = await createNeed(
      coordinator,
      input('un vide-grenier', 'vide-grenier\nbrocantes', { terms: { fr: 'vide-grenier', ar: 'سوق' } }),
    )
    expect(id).toBe('un-vide-grenier')
    expect(await needOf('vides greniers')).toBe(id)
    expect(await needOf('السوق')).toBe(id)
    expect(await db.need.findUnique({ where: { id }, select: { userId: true } })).toEqual({ userId: coordinator.id })
  })

  it('keeps an edit from overwriting another', async () => {
    const id = await createNeed(coordinator, input('la pêche', 'pêche à la ligne'))
    await updateNeed(coordinator, id, 1, input('la pêche', 'pêche en mer'))
    await expect(updateNeed(coordinator, id, 1, input('la pêche', 'pêche au gros'))).rejects.toThrow(
      'Quelqu’un d’autre a modifié ce besoin',
    )
    await expect(removeNeed(coordinator, id, 1)).rejects.toThrow('Quelqu’un d’autre a modifié ce besoin')
    expect((await getNeed(id))?.terms.map(({ text }) => text)).toEqual(['pêche en mer'])
    await removeNeed(coordinator, id, 2)
    expect(await getNeed(id)).toBeNull()
    await expect(removeNeed(coordinator, id, 2)).rejects.toThrow('n’existe plus')
  })

  it('refuses a term that says another need, and names it', async () => {
    await expect(createNeed(coordinator, input('les aides', 'aides diverses\nLa CAF'))).rejects.toThrow(
      /«\sCAF\s» dit déjà «\sles démarches CAF\s»/,
    )
    await expect(createNeed(coordinator, input('un CV', 'autre mot'))).rejects.toThrow('Un autre besoin s’appelle déjà')
    const all = Array.from({ length: 8 }, (_, n) => createNeed(coordinator, input(`course ${n}`, 'course à pied')))
    const outcomes = await Promise.allSettled(all)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(UserError)
  })

  it('is closed to whoever does not coordinate', async () => {
    for (const act of [
      () => createNeed(editor, input('interdit', 'interdit')),
      () => updateNeed(editor, 'cv', 1, input('interdit', 'interdit')),
      () => removeNeed(editor, 'cv', 1),
      () => countPlacesMeeting(editor, input('interdit', 'interdit')),
    ]) {
      await expect(act()).rejects.toThrow(ForbiddenError)
    }
  })

  it('is found by a word of a need or of one of its terms', async () => {
    expect((await listNeeds('immatriculation')).needs.map(({ id }) => id)).toContain('carte-grise')
    expect((await listNeeds('')).total).toBeGreaterThan(100)
    expect((await listNeeds('xyzzy')).total).toBe(0)
  })

  it('goes through its form unchanged', async () => {
    const { needs } = await listNeeds('', 2)
    for (const need of needs) {
      const values = needFormValues(need)
      const sent = Object.fromEntries(Object.entries(values).filter(([, list]) => list.length > 0))
      const { name, terms, answers } = needInput.parse(formObject(sent))
      const sorted = (list: readonly { folded: string }[]) => list.map(({ folded }) => folded).sort()
      expect(name).toBe(need.name)
      for (const list of answerNames) expect([...answers[list]].sort()).toEqual([...need[list]].sort())
      expect(sorted(terms)).toEqual(sorted(need.terms))
    }
  })

  it('counts the places that answer a need, at home and everywhere', async () => {
    const places = await addSamplePlaces(200)
    const meeting = places.filter(
      ({ services, data }) => data.status === 'PUBLISHED' && services.includes('EMPLOYMENT'),
    )
    const own = meeting.filter(({ departmentCode }) => departmentCode === '41')
    expect(await countPlacesMeeting(coordinator, input('essai', 'mot jamais vu'))).toEqual({
      own: own.length,
      all: meeting.length,
    })
    const byText = await countPlacesMeeting(coordinator, input('essai', 'Émile Zola'))
    expect(byText.all).toBeGreaterThan(meeting.length)
  })
})

describe('what a form says of a need', () => {
  it.each([
    [{ name: '', terms: { fr: 'mot' }, services: ['EMPLOYMENT'] }, ['name']],
    [{ name: 'x', terms: { fr: 'mot' }, services: ['EMPLOYMENT'] }, ['name']],
    [{ name: 'essai', terms: { fr: '' }, services: ['EMPLOYMENT'] }, ['terms.fr']],
    [{ name: 'essai', terms: { fr: 'mot' } }, ['services']],
    [{ name: 'essai', terms: { fr: 'mot' }, services: ['NOPE'] }, ['services.0']],
    [{ name: 'essai', terms: { fr: 'le' }, services: ['EMPLOYMENT'] }, ['terms.fr']],
    [{ name: 'essai', terms: { en: '?!' }, services: ['EMPLOYMENT'] }, ['terms.en']],
    [
      { name: 'essai', terms: { fr: 'un deux trois quatre cinq six sept huit' }, services: ['EMPLOYMENT'] },
      ['terms.fr'],
    ],
    [{ name: 'essai', terms: { fr: 'x'.repeat(61) }, services: ['EMPLOYMENT'] }, ['terms.fr']],
    [{ name: 'essai', terms: { fr: 'mot' }, isAccessible: 'oui' }, []],
  ])('%j is refused for %j', (typed, fields) => {
    const parsed = needInput.safeParse(typed)
    const at = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]
    expect(at).toEqual(fields)
  })
})

describe('the needs that come with the product', () => {
  it('each have terms of their own, within the limits of a form', () => {
    const owners = new Map<string, string>()
    for (const need of seededNeeds) {
      const textsIn = (wanted: string) => termsOf(need).filter(({ language }) => language === wanted)
      const terms = Object.fromEntries(
        locales.map((language) => [
          language,
          textsIn(language)
            .map(({ text }) => text)
            .join('\n'),
        ]),
      )
      const parsed = needInput.parse({ name: need.name, terms, ...need.answers, isAccessible: 'oui' })
      for (const { folded } of parsed.terms) {
        expect(`${folded}: ${owners.get(folded) ?? need.id}`).toBe(`${folded}: ${need.id}`)
        owners.set(folded, need.id)
      }
    }
    expect(seededNeeds.length).toBeGreaterThan(80)
    expect(new Set(seededNeeds.map(({ name }) => name)).size).toBe(seededNeeds.length)
  })

  it('come once: a change stays, a removed one does not return, a new one is brought', async () => {
    const before = await db.need.count()
    await updateNeed(coordinator, 'visa', 1, input('un visa pour la France', 'visa de travail'))
    await removeNeed(coordinator, 'genealogie', 1)
    // As if this database came from a version that did not know them; one of their terms is taken meanwhile.
    await db.need.deleteMany({ where: { id: { in: ['jeux', 'lire'] } } })
    await db.seededNeed.deleteMany({ where: { id: { in: ['jeux', 'lire'] } } })
    await createNeed(coordinator, input('un ebook', 'ebook'))
    await db.$transaction((tx) => seedNeeds(tx))
    expect(await getNeed('genealogie')).toBeNull()
    expect((await getNeed('visa'))?.terms.map(({ text }) => text)).toEqual(['visa de travail'])
    expect(await needOf('liseuse')).toBe('lire')
    expect(await needOf('ebook')).toBe('un-ebook')
    expect(await db.need.count()).toBe(before)
    await db.$transaction((tx) => seedNeeds(tx))
    expect(await db.need.count()).toBe(before)
  })
})
