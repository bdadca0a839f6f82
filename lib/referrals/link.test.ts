import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confirmationToken } from '@/lib/freshness/link'
import { linkOfToken, replyToken } from './link'

const id = '01931c5e-7a5b-7c1e-8d2f-3a4b5c6d7e8f'

test('a link opens its own referral', () => expect(linkOfToken('secret', replyToken('secret', id))).toBe(id))

test('nothing else opens one', () => {
  const token = replyToken('secret', id)
  const other = '01931c5e-7a5b-7c1e-8d2f-3a4b5c6d7e90'
  const wrong = [
    '',
    id,
    `${id}.`,
    token.slice(0, -1),
    `${token}a`,
    `${token}.a`,
    token.toUpperCase(),
    replyToken('other', id),
  ]
  for (const each of wrong) expect(linkOfToken('secret', each)).toBeNull()
  expect(linkOfToken('secret', token.replace(id, other))).toBeNull()
  // Signed by us, for something else
  expect(linkOfToken('secret', confirmationToken('secret', id))).toBeNull()
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(linkOfToken('secret', text)).toBeNull()
    }),
  )
})
