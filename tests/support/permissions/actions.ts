import { randomUUID } from 'node:crypto'
import * as invitations from '@/lib/accounts/invitations/mutations'
import * as roles from '@/lib/accounts/people/mutations'
import { resetSecondFactor } from '@/lib/accounts/second-factor/mutations'
import { db } from '@/lib/db'
import * as duplicates from '@/lib/duplicates/mutations'
import { askSweep } from '@/lib/duplicates/sweep/mutations'
import * as freshness from '@/lib/freshness/mutations'
import { resendMail } from '@/lib/mail/mutations'
import * as needs from '@/lib/needs/mutations'
import { answerProposal } from '@/lib/proposals/mutations'
import { answerReport } from '@/lib/reports/mutations'
import { makeUser } from '../people'
import { helperActions } from './helpers'
import { importActions } from './imports'
import { placeActions } from './places'
import { referralActions } from './referrals'
import { type Action, administers, coordinates, edits, publishes } from './rule'
import {
  abandoned,
  addNeed,
  anyone,
  invite,
  member,
  merge,
  mergeRequest,
  need,
  offer,
  proposal,
  report,
  twin,
} from './subjects'
import { workshopActions } from './workshops'

/** What changes something: by whom, where. A variant is told between parentheses. */
export const actions: Readonly<Record<string, Action>> = {
  'accounts/invitations/mutations invite': {
    may: coordinates,
    act: (user, scene) => invitations.invite(user, offer(scene)),
  },
  'accounts/invitations/mutations invite (a coordinator)': {
    may: coordinates,
    act: (user, scene) => invitations.invite(user, offer(scene, { role: 'HUB_COORDINATOR' })),
  },
  'accounts/invitations/mutations invite (a place editor)': {
    may: coordinates,
    act: (user, scene) => invitations.invite(user, offer(scene, { role: 'PLACE_EDITOR', placeIds: [scene.placeId] })),
  },
  'accounts/invitations/mutations invite (an administrator)': {
    may: administers,
    act: (user, scene) => invitations.invite(user, offer(scene, { role: 'NATIONAL_ADMIN' })),
  },
  'accounts/invitations/mutations resendInvitation': {
    may: coordinates,
    prepare: invite,
    act: (user, _, id) => invitations.resendInvitation(user, id),
  },
  'accounts/invitations/mutations revokeInvitation': {
    may: coordinates,
    prepare: invite,
    act: (user, _, id) => invitations.revokeInvitation(user, id),
  },
  'accounts/people/mutations changeRole': {
    may: coordinates,
    prepare: member,
    act: (user, _, id) => roles.changeRole(user, id, 'HUB_EDITOR'),
  },
  'accounts/people/mutations removeMembership': {
    may: coordinates,
    prepare: member,
    act: (user, _, id) => roles.removeMembership(user, id),
  },
  'accounts/people/mutations removeMembership (of an administrator)': {
    may: administers,
    prepare: async () => {
      const { id: userId } = await makeUser(anyone(), { role: 'NATIONAL_ADMIN' })
      return (await db.membership.findFirstOrThrow({ where: { userId } })).id
    },
    act: (user, _, id) => roles.removeMembership(user, id),
  },
  'accounts/second-factor/mutations resetSecondFactor': {
    may: administers,
    prepare: async () => (await makeUser(anyone())).id,
    act: (user, _, id) => resetSecondFactor(user, id),
  },
  'duplicates/mutations declareDistinct': {
    may: publishes,
    prepare: twin,
    act: (user, { placeId }, other) => duplicates.declareDistinct(user, placeId, other),
  },
  'duplicates/mutations mergePlaces': {
    may: publishes,
    prepare: twin,
    act: (user, { placeId }, other) => duplicates.mergePlaces(user, mergeRequest(placeId, other)),
  },
  'duplicates/mutations undoMerge': {
    may: publishes,
    prepare: merge,
    act: (user, _, id) => duplicates.undoMerge(user, id),
  },
  'duplicates/sweep/mutations askSweep': { may: publishes, elsewhere: 'same', act: (user) => askSweep(user) },
  'freshness/mutations confirmAsCoordinator': {
    may: edits,
    act: (user, { placeId }) => freshness.confirmAsCoordinator(user, placeId, 1),
  },
  'freshness/mutations saveHubDelays': {
    may: coordinates,
    act: (user, { hubId }) => freshness.saveHubDelays(user, { hubId, confirmAfterMonths: 5, holdAfterMonths: 3 }),
  },
  'freshness/mutations startFreshnessRound': {
    may: coordinates,
    elsewhere: 'same',
    act: (user) => freshness.startFreshnessRound(user),
  },
  'mail/mutations resendMail': { may: administers, prepare: abandoned, act: (user, _, id) => resendMail(user, id) },
  'needs/mutations createNeed': {
    may: coordinates,
    elsewhere: 'same',
    act: (user) => needs.createNeed(user, need(`besoin ${randomUUID()}`)),
  },
  'needs/mutations removeNeed': {
    may: coordinates,
    elsewhere: 'same',
    prepare: addNeed,
    act: (user, _, id) => needs.removeNeed(user, id, 1),
  },
  'needs/mutations updateNeed': {
    may: coordinates,
    elsewhere: 'same',
    prepare: addNeed,
    act: (user, _, id) => needs.updateNeed(user, id, 1, need(`besoin ${randomUUID()}`)),
  },
  'proposals/mutations answerProposal': {
    may: edits,
    prepare: proposal,
    act: (user, _, id) => answerProposal(user, { id, decision: 'refuse', version: 1, take: [], value: {}, word: null }),
  },
  ...helperActions,
  ...importActions,
  ...placeActions,
  ...referralActions,
  ...workshopActions,
  'reports/mutations answerReport': {
    may: edits,
    prepare: report,
    act: (user, _, id) => answerReport(user, id, 'DONE'),
  },
}
