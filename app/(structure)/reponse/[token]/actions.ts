'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fromItsPresentVersion } from '@/app/from-its-present-version'
import { revealedPerson } from '@/app/revealed-person'
import { requestAddress } from '@/lib/auth'
import { NotFoundError } from '@/lib/errors'
import { publicFormAction } from '@/lib/form-action'
import { eraseReferral } from '@/lib/referrals/erasure/mutations'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import { readPerson } from '@/lib/referrals/person/mutations'
import { messageInput, moveInput, redirectInput } from '@/lib/referrals/schema'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { replyLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { noteSessions } from '@/lib/vouchers/mutations'
import { sessionsInput } from '@/lib/vouchers/schema'

const token = z.string().max(200)
const pathOf = (link: string) => `/reponse/${encodeURIComponent(link)}`

/** The right of a link, asked for so many times; the page itself tells what became of a link that is over. */
async function byLink<Answer>(link: string, act: (party: { side: 'PLACE'; link: string }) => Promise<Answer>) {
  await countAttempt(replyLimits(await requestAddress()))
  try {
    return await act({ side: 'PLACE', link })
  } catch (error) {
    if (error instanceof NotFoundError) redirect(pathOf(link))
    throw error
  }
}

export const moveAction = publicFormAction(moveInput.safeExtend({ token }), async (input, values) => {
  const changed = await byLink(input.token, (party) => fromItsPresentVersion(() => moveReferral(party, input), values))
  if (input.action === 'SEE') redirect(pathOf(input.token))
  return changed ?? redirect(`${pathOf(input.token)}?fait=${input.action}`)
})

export const redirectAction = publicFormAction(redirectInput.safeExtend({ token }), async (input, values) => {
  const changed = await byLink(input.token, (party) =>
    fromItsPresentVersion(() => redirectReferral(party, input), values),
  )
  return changed ?? redirect(`${pathOf(input.token)}?fait=REDIRECT`)
})

export const messageAction = publicFormAction(messageInput.safeExtend({ token }), async (input) => {
  await byLink(input.token, (party) => writeMessage(party, input))
  redirect(`${pathOf(input.token)}?fait=message`)
})

export const sessionsAction = publicFormAction(sessionsInput.safeExtend({ token }), async (input) => {
  await byLink(input.token, (party) => noteSessions(party, input))
  redirect(`${pathOf(input.token)}?fait=seances#pass`)
})

/** Who the person is: reading it is written down first. */
export const revealAction = publicFormAction(z.object({ id: z.uuid(), token }), async ({ id, token: link }) =>
  revealedPerson(await byLink(link, (party) => readPerson(party, id))),
)

/** The person asked for it: all that tells of her goes at once, and the link opens nothing any more. */
export const eraseAction = publicFormAction(z.object({ id: z.uuid(), token }), async ({ id, token: link }) => {
  await byLink(link, (party) => eraseReferral(party, id))
  redirect(`${pathOf(link)}?fait=erased`)
})
