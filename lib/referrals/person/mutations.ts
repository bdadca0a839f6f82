import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { lockReferral } from '../locking/mutations'
import { mayReadPerson, type Party, userOf } from '../party'
import type { PersonInput } from '../schema'
import { opened, type PersonDetails, sealDetails, unreadable, unsealPerson } from '../sealed-parts'
import { isOpen } from '../state-machine'
import { record } from '../timeline/mutations'

/**
 * Who the person is, for one of the two sides: the reading is written down before she is shown.
 *
 * @returns null when nothing was told of her, or it was erased: then nothing was read
 * @throws NotFoundError for who is neither of its sides
 * @throws UserError for the place, once it refused or all is over
 */
export async function readPerson(party: Party, id: string, now = new Date()): Promise<PersonDetails | null> {
  const sealed = await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, id, now)
    if (!mayReadPerson(party, referral.status))
      throw new UserError(
        'Cette orientation est terminée pour vous\u00a0: vous ne pouvez plus voir qui est la personne.',
      )
    const person = await tx.referralPerson.findUnique({ where: { referralId: id } })
    if (!person) return null
    const user = userOf(party)
    await tx.referralReading.create({ data: { referralId: id, at: now, side: party.side, userId: user?.id ?? null } })
    await audit(tx, {
      user,
      action: 'referral.person_read',
      subject: `referral ${id}`,
      departmentCode: referral.place.commune.departmentCode,
      details: { side: party.side },
    })
    return person
  })
  return sealed && opened(() => unsealPerson(sealed, id), { name: unreadable, phone: null, email: null })
}

/**
 * A helper writes who the person is, or puts it right, while the referral is open: she agreed to it. Left empty, what
 * was known is taken away; the place is told. Throws as `moveReferral` does.
 */
export async function savePerson(party: Extract<Party, { side: 'HELPER' }>, input: PersonInput, now = new Date()) {
  const { id: referralId, version, name, phone, email } = input
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, referralId, now, version)
    if (!isOpen(referral.status)) throw new UserError('Cette orientation est terminée\u00a0: on n’y écrit plus.')
    const sealed = sealDetails({ name, phone, email }, 'ReferralPerson', referralId)
    await tx.referralPerson.deleteMany({ where: { referralId } })
    if (sealed) await tx.referralPerson.create({ data: { referralId, ...sealed } })
    await tx.referral.update({
      where: { id: referralId },
      data: { version: version + 1, informedAt: now, agreedAt: now },
    })
    const { departmentCode } = referral.place.commune
    await record(tx, { ...referral, departmentCode }, party, 'CORRECT', referral.status, null, now)
  })
}
