import { randomUUID } from 'node:crypto'
import * as invitations from '@/lib/accounts/invitations/mutations'
import * as roles from '@/lib/accounts/people/mutations'
import { resetSecondFactor } from '@/lib/accounts/second-factor/mutations'
import { db } from '@/lib/db'
import * as duplicates from '@/lib/duplicates/mutations'
import { askSweep } from '@/lib/duplicates/sweep/mutations'
import { NotFoundError, UserError } from '@/lib/errors'
import * as freshness from '@/lib/freshness/mutations'
import * as refresh from '@/lib/imports/refresh/mutations'
import * as uploads from '@/lib/imports/uploads/mutations'
import { resendMail } from '@/lib/mail/mutations'
import * as needs from '@/lib/needs/mutations'
import * as bulk from '@/lib/places/bulk/mutations'
import * as closures from '@/lib/places/closures/mutations'
import * as history from '@/lib/places/history/mutations'
import * as places from '@/lib/places/mutations'
import { changeView } from '@/lib/places/views/mutations'
import { answerProposal } from '@/lib/proposals/mutations'
import { answerReport } from '@/lib/reports/mutations'
import * as attendance from '@/lib/workshops/attendance/mutations'
import * as workshops from '@/lib/workshops/mutations'
import { makeUser } from '../people'
import { placeNamed } from '../place-named'
import { helperActions } from './helpers'
import { referralActions } from './referrals'
import { type Action, administers, coordinates, edits, publishes, reads } from './rule'
import {
  abandoned,
  addNeed,
  anyone,
  applied,
  bulkEdited,
  closure,
  invite,
  member,
  merge,
  mergeRequest,
  need,
  offer,
  proposal,
  publishedBy,
  publishing,
  rename,
  report,
  source,
  twin,
  upload,
  view,
  workshop,
} from './subjects'
import { announced, edited, hours, noted, sessionOf } from './workshops'

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
  'imports/refresh/mutations refreshNow': {
    may: publishes,
    refusedBy: NotFoundError,
    prepare: source,
    act: (user, _, sourceId) => refresh.refreshNow(user, { sourceId }),
  },
  'imports/refresh/mutations setRefresh': {
    may: publishes,
    refusedBy: NotFoundError,
    prepare: source,
    act: (user, _, sourceId) => refresh.setRefresh(user, { sourceId, url: 'https://example.org/lieux.csv', days: 7 }),
  },
  'imports/refresh/mutations stopRefresh': {
    may: publishes,
    refusedBy: NotFoundError,
    prepare: source,
    act: (user, _, sourceId) => refresh.stopRefresh(user, { sourceId }),
  },
  'imports/uploads/mutations applyRequested': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => uploads.applyRequested(user, id, 1),
  },
  'imports/uploads/mutations chooseSheet': {
    may: publishes,
    prepare: upload('MAPPING'),
    act: (user, _, id) => uploads.chooseSheet(user, id, 'Feuille 2'),
  },
  'imports/uploads/mutations correctMapping': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => uploads.correctMapping(user, id),
  },
  'imports/uploads/mutations createUpload': {
    may: publishes,
    elsewhere: 'same',
    act: (user) =>
      uploads.createUpload(user, { fileName: 'a.csv', content: new TextEncoder().encode('nom'), sourceName: 'A' }),
  },
  'imports/uploads/mutations decideKind': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => uploads.decideKind(user, { id, intent: 'leave', kind: 'ADDED' }),
  },
  'imports/uploads/mutations decideRow': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => uploads.decideRow(user, { id, intent: 'leave', row: 1 }),
  },
  'imports/uploads/mutations noteMapping': {
    may: publishes,
    prepare: upload('MAPPING'),
    act: (user, _, id) => uploads.noteMapping(user, id, {} as never),
  },
  'imports/uploads/mutations removeUpload': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => uploads.removeUpload(user, id),
  },
  'imports/uploads/mutations retryUpload': {
    may: publishes,
    prepare: upload('FAILED'),
    act: (user, _, id) => uploads.retryUpload(user, id),
  },
  'imports/uploads/mutations saveMapping': {
    may: publishes,
    prepare: upload('MAPPING'),
    act: (user, _, id) => uploads.saveMapping(user, id, {} as never),
  },
  'imports/uploads/mutations undoRequested': {
    may: publishes,
    prepare: applied,
    act: (user, _, id) => uploads.undoRequested(user, id, false),
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
  'places/bulk/mutations prepareBulkEdit': {
    may: reads,
    refusedBy: UserError,
    act: (user, { placeId }) => bulk.prepareBulkEdit(user, publishing, { ids: [placeId] }),
  },
  'places/bulk/mutations startBulkEdit': {
    may: publishes,
    refusedBy: UserError,
    act: publishedBy,
  },
  'places/bulk/mutations undoBulkEdit (somebody else’s)': {
    may: administers,
    refusedBy: NotFoundError,
    prepare: bulkEdited,
    act: (user, _, id) => bulk.undoBulkEdit(user, id),
  },
  'places/closures/mutations addClosure': {
    may: edits,
    act: (user, scene) => closures.addClosure(user, closure(scene)),
  },
  'places/closures/mutations removeClosure': {
    may: edits,
    prepare: async (scene, { administrator }) => {
      await closures.addClosure(administrator, closure(scene))
      return (await db.placeClosure.findFirstOrThrow({ where: { placeId: scene.placeId } })).id
    },
    act: (user, { placeId }, id) => closures.removeClosure(user, placeId, id),
  },
  'places/history/mutations returnToVersion': {
    may: edits,
    prepare: rename,
    act: (user, _, id) => history.returnToVersion(user, { id, version: 2, target: 1 }),
  },
  'places/history/mutations undoChange': {
    may: edits,
    prepare: rename,
    act: (user, _, id) => history.undoChange(user, { id, version: 2, target: 2 }),
  },
  'places/history/mutations undoChange (of a publication)': {
    may: publishes,
    prepare: async ({ placeId }, { administrator }) => {
      await places.setPlaceStatus(administrator, placeId, 1, 'PUBLISHED')
      return placeId
    },
    act: (user, _, id) => history.undoChange(user, { id, version: 2, target: 2 }),
  },
  'places/mutations createPlace': {
    may: publishes,
    act: (user, { communeCode }) => places.createPlace(user, placeNamed('Autre', { communeCode })),
  },
  'places/mutations savePlaceServices': {
    may: edits,
    act: (user, { placeId }) => places.savePlaceServices(user, placeId, 1, []),
  },
  'places/mutations setPlaceStatus': {
    may: publishes,
    act: (user, { placeId }) => places.setPlaceStatus(user, placeId, 1, 'PUBLISHED'),
  },
  'places/mutations updatePlace': {
    may: edits,
    act: (user, { placeId, communeCode }) => places.updatePlace(user, placeId, 1, placeNamed('Autre', { communeCode })),
  },
  'places/mutations updatePlaceSection': {
    may: edits,
    act: (user, { placeId }) => places.updatePlaceSection(user, placeId, 1, 'identity', { name: 'Autre' }),
  },
  'places/views/mutations changeView (somebody else’s)': {
    may: administers,
    refusedBy: NotFoundError,
    prepare: view,
    act: (user, _, id) => changeView(user, { intent: 'remove', id }),
  },
  'proposals/mutations answerProposal': {
    may: edits,
    prepare: proposal,
    act: (user, _, id) => answerProposal(user, { id, decision: 'refuse', version: 1, take: [], value: {}, word: null }),
  },
  ...helperActions,
  ...referralActions,
  'reports/mutations answerReport': {
    may: edits,
    prepare: report,
    act: (user, _, id) => answerReport(user, id, 'DONE'),
  },
  'workshops/attendance/mutations noteAttendance (without codes)': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) =>
      attendance.noteAttendance(user, noted(placeId, id), new Date('2027-03-01T10:00:00Z')),
  },
  'workshops/mutations addSession': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.addSession(user, { ...sessionOf(placeId, id), ...hours }),
  },
  'workshops/mutations addWorkshop': { may: edits, act: (user, scene) => workshops.addWorkshop(user, workshop(scene)) },
  'workshops/mutations cancelSession': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.cancelSession(user, { ...sessionOf(placeId, id), version: 1 }),
  },
  'workshops/mutations editWorkshop': {
    may: edits,
    prepare: announced,
    act: (user, scene, id) => workshops.editWorkshop(user, edited(scene, id)),
  },
  'workshops/mutations moveSession': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.moveSession(user, { ...sessionOf(placeId, id), ...hours, version: 1 }),
  },
  'workshops/mutations removeWorkshop': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.removeWorkshop(user, placeId, sessionOf(placeId, id).workshopId),
  },
  'workshops/mutations saveOtherSeats': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) =>
      workshops.saveOtherSeats(user, { ...sessionOf(placeId, id), otherSeats: 1, shownOtherSeats: 0 }),
  },
}
