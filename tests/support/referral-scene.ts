import { db } from '@/lib/db'
import { moveReferral } from '@/lib/referrals/mutations'
import type { Party } from '@/lib/referrals/party'
import { referralFor } from '@/lib/referrals/queries'
import { sendReferral } from '@/lib/referrals/sending/mutations'
import { makeHub } from './people'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from './referrals'

/** The Monday on which all is done, unless told otherwise. */
export const now = new Date('2026-11-23T09:00:00Z')
export const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

/** What may be told of a person. */
export const told = {
  name: 'Amélie Poulain',
  phone: '06 12 34 56 78',
  email: 'amelie@example.org',
  need: 'Déclarer ses impôts',
  constraints: 'Se déplace à pied',
}

/** Two structures that help, two places with an account and one without, and what their people do. */
export async function openReferralScene() {
  await makeHub('hub-centre', ['41'])
  const organisation = await makeOrganisation()
  const helper = await makeHelper('helper@example.org', organisation)
  const colleague = await makeHelper('colleague@example.org', organisation)
  const stranger = await makeHelper('stranger@example.org', await makeOrganisation('Mission locale'))
  const place = await makeReceivingPlace('Médiathèque')
  const other = await makeReceivingPlace('Espace numérique')
  const byMail = await makeReceivingPlace('Mairie')
  const editor = await makeEditor('editor@example.org', place)
  const neighbour = await makeEditor('neighbour@example.org', other)
  return {
    helper,
    colleague,
    stranger,
    place,
    other,
    /** Where nobody has an account */
    byMail,
    editor,
    neighbour,
    asHelper: { side: 'HELPER', user: helper } as const,
    asPlace: { side: 'PLACE', user: editor } as const,
    send: (fields: Record<string, unknown> = {}, to = place) => sendReferral(helper, referralTo(to, fields), now),
    move: (party: Party, action: string, id: string, version: number, fields = {}, at = now) =>
      moveReferral(party, doing(action, id, version, fields), at),
    get: (id: string) => db.referral.findUniqueOrThrow({ where: { id } }),
    openTo: (party: Party, id: string) => referralFor(party, id, now),
  }
}
