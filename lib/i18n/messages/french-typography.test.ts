import { expect, test } from 'vitest'
import backOffice from './coordination.fr.json'
import errors from './errors.fr.json'
import messages from './fr.json'
import orientation from './orientation.fr.json'
import reception from './reception.fr.json'
import { sentencesOf } from './sentences'

test.each(sentencesOf({ ...messages, ...backOffice, ...orientation, ...reception, errors }))(
  '%s never starts a line with a mark, and curves its apostrophes',
  (_, sentence) => {
    expect(sentence).not.toMatch(/ [:;!?»]|« |\p{L}'\p{L}/u)
  },
)
