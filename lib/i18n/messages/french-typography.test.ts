import { expect, test } from 'vitest'
import backOffice from './coordination.fr.json'
import errors from './errors.fr.json'
import messages from './fr.json'

/** Every sentence of a catalogue, by its path. */
function sentences(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]]
    return typeof value === 'object' && value !== null ? sentences(value, `${path}${key}.`) : []
  })
}

test.each(sentences({ ...messages, ...backOffice, errors }))(
  '%s never starts a line with a mark, and curves its apostrophes',
  (_, sentence) => {
    expect(sentence).not.toMatch(/ [:;!?»]|« |\p{L}'\p{L}/u)
  },
)
