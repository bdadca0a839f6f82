import { type Reader, readerOf } from './enumeration'
import * as former from './former-values'
import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  labels,
  programmes,
  services,
  specialCare,
  supportModes,
} from './vocabulary'

/** Today's values and the former ones, of each enumeration of the national schema. */
export const readService = readerOf(services, former.formerServices)
export const readFee = readerOf(fees, former.formerFees)
const readProgramme = readerOf(programmes, former.formerProgrammes)
export const readLabel = readerOf(labels, former.formerLabels)
export const readAccessMode = readerOf(accessModes, former.formerAccessModes)
export const readSupportMode = readerOf(supportModes, former.formerSupportModes)
export const readItinerancy = readerOf(itinerancies, {
  Oui: 'ITINERANT',
  Non: 'FIXED',
  true: 'ITINERANT',
  false: 'FIXED',
})
const readAudience = readerOf(audiences, former.formerAudiences)
const readSpecialCare = readerOf(specialCare, former.formerSpecialCare)

/** Fields that were one list once: a value goes where today's schema has it. */
export const readPublic = either(readAudience, readSpecialCare)
export const readFeeOrProgramme = either(readFee, readProgramme)
export const readProgrammeOrLabel = either(readProgramme, readLabel)

function either<One extends string, Other extends string>(one: Reader<One>, other: Reader<Other>): Reader<One | Other> {
  return (written) => {
    const code = one(written)
    return code === undefined ? other(written) : code
  }
}

/** The codes that belong to a vocabulary, in its order. */
export function ofVocabulary<Code extends string>(
  vocabulary: Readonly<Record<Code, string>>,
  codes: readonly string[],
): Code[] {
  if (codes.length === 0) return []
  return (Object.keys(vocabulary) as Code[]).filter((code) => codes.includes(code))
}
