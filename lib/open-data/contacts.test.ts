import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmails } from './email'
import { readWebAddresses } from './web-address'

describe('readEmails', () => {
  it.each([
    ['mailto:a@example.org', ['a@example.org']],
    ['a@example.org; b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org,b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org/b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org - b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org ou b@example.org', ['a@example.org', 'b@example.org']],
    ['contact @ example.org', ['contact@example.org']],
    ['contact(at)example.org', ['contact@example.org']],
    ['contact [at] example [point] org', ['contact@example.org']],
    ['Accueil <a@example.org>', ['a@example.org']],
    ['a@example .org', ['a@example.org']],
    ['a@example.gouv,fr', ['a@example.gouv.fr']],
    ['référent@example.org', ['referent@example.org']],
    ['a@example.org.', ['a@example.org']],
    ['a@médiathèque.example.org', ['a@xn--mdiathque-53af.example.org']],
    ['a@example.org;A@example.org', ['A@example.org']],
  ])('reads %s', (text, addresses) => {
    expect(readEmails([text]).value).toEqual(addresses)
  })

  it.each(['example.org', 'a@example', 'a@@example.org', 'a..b@example.org', 'www.example.org', 'a@le bureau.org'])(
    'drops %s with a note',
    (text) => {
      expect(readEmails([text])).toMatchObject({ value: [], notes: [{ kind: 'dropped' }] })
    },
  )

  it('does not take the end of an address cut by a blank for the whole', () => {
    expect(readEmails(['maison des services@example.org']).value).toEqual([])
  })

  it('keeps the good address beside a bad one', () => {
    const { value, notes } = readEmails(['a@example.org; b@'])
    expect(value).toEqual(['a@example.org'])
    expect(notes).toHaveLength(1)
  })

  it('answers addresses only, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const address of readEmails([text]).value) expect(address).toMatch(/^[^\s@]+@[a-z0-9.-]+\.[a-z0-9-]{2,}$/)
      }),
    )
  })
})

describe('readWebAddresses', () => {
  it('never takes the end of an address cut by a blank for another address', () => {
    expect(readWebAddresses(['https://exa mple.org']).value).toEqual([])
    expect(readWebAddresses(['https://a.example.org b.example.org']).value).toHaveLength(2)
  })

  it.each([
    ['https://www.example.org/', 'https://www.example.org/'],
    ['www.example.org', 'https://www.example.org'],
    ['example.org/page', 'https://example.org/page'],
    ['http//example.org', 'http://example.org'],
    ['https:/example.org', 'https://example.org'],
    ['http:\\\\example.org', 'http://example.org'],
    ['htpp://example.org', 'http://example.org'],
    ['http://https://example.org', 'https://example.org'],
    ['https://example.org).', 'https://example.org'],
    ['<a href="https://example.org">le site</a>', 'https://example.org'],
    ['https://example.org/a,b', 'https://example.org/a,b'],
  ])('reads %s', (text, address) => {
    expect(readWebAddresses([text]).value).toEqual([address])
  })

  it.each([
    'https://a.example.org|https://b.example.org',
    'https://a.example.org;https://b.example.org',
    'https://a.example.org, https://b.example.org',
  ])('reads both of %s', (text) => {
    expect(readWebAddresses([text]).value).toEqual(['https://a.example.org', 'https://b.example.org'])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'http://localhost:3000',
    'http://192.168.0.1/',
    'https://me:secret@example.org',
    'a@example.org',
    'https://www',
    'non',
  ])('drops %s with a note', (text) => {
    expect(readWebAddresses([text])).toMatchObject({ value: [], notes: [{ kind: 'dropped' }] })
  })

  it('answers http and https only, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(https?|htp|ftp|javascript)?:?\/{0,2}[a-z.;, ]{0,20}$/)),
        (text) => {
          for (const address of readWebAddresses([text]).value) expect(new URL(address).protocol).toMatch(/^https?:$/)
        },
      ),
    )
  })
})
