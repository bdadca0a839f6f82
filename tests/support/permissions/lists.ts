import * as invited from '@/lib/accounts/invitations/queries'
import * as followed from '@/lib/accounts/people/queries'
import { searchAudit } from '@/lib/audit/queries'
import { auditSearch } from '@/lib/audit/schema'
import { db } from '@/lib/db'
import * as pairs from '@/lib/duplicates/queries'
import { NotFoundError } from '@/lib/errors'
import * as unconfirmed from '@/lib/freshness/queries'
import { listSourcesFor } from '@/lib/imports/refresh/queries'
import * as uploaded from '@/lib/imports/uploads/queries'
import { listMailFor } from '@/lib/mail/queries'
import { countPlacesMeeting } from '@/lib/needs/back-office/queries'
import * as backOffice from '@/lib/places/back-office/queries'
import * as bulkEdits from '@/lib/places/bulk/queries'
import { getPlacePreview } from '@/lib/places/queries'
import * as table from '@/lib/places/table/queries'
import { listViews } from '@/lib/places/views/queries'
import * as queue from '@/lib/proposals/queries'
import { todayFor } from '@/lib/today/queries'
import { helperLists } from './helpers'
import { referralLists } from './referrals'
import { administers, coordinates, edits, type List, publishes, reads, readsHub } from './rule'
import {
  abandoned,
  bulkEdit,
  bulkEdited,
  candidate,
  counts,
  invite,
  member,
  merge,
  need,
  proposal,
  rename,
  report,
  source,
  twin,
  upload,
  view,
  waits,
} from './subjects'

/** What shows something: to whom, where. */
export const lists: Readonly<Record<string, List>> = {
  'accounts/invitations/queries countInvitationsFor': {
    may: coordinates,
    sees: (user, scene, _, scenes) =>
      counts(
        () => invited.countInvitationsFor(user),
        () => invite(scene, scenes),
      ),
  },
  'accounts/invitations/queries listInvitationsFor': {
    may: coordinates,
    prepare: invite,
    sees: async (user, _, id) => (await invited.listInvitationsFor(user)).some((each) => each.id === id),
  },
  'accounts/people/queries findPlacesToGive': {
    may: coordinates,
    sees: async (user, { placeId }) => (await followed.findPlacesToGive(user, placeId, [])).length > 0,
  },
  'accounts/people/queries findPlacesToGive (named by hand)': {
    may: coordinates,
    sees: async (user, { placeId }) => (await followed.findPlacesToGive(user, '', [placeId])).length > 0,
  },
  'accounts/people/queries getPersonFor': {
    may: coordinates,
    refusedBy: NotFoundError,
    prepare: async (scene) => (await db.membership.findUniqueOrThrow({ where: { id: await member(scene) } })).userId,
    sees: async (user, _, id) => (await followed.getPersonFor(user, id)).id === id,
  },
  'accounts/people/queries listHubsToGive': {
    may: coordinates,
    sees: async (user, { hubId }) => (await followed.listHubsToGive(user)).some(({ id }) => id === hubId),
  },
  'accounts/people/queries listPeopleFor': {
    may: coordinates,
    prepare: async (scene) => {
      const { userId } = await db.membership.findUniqueOrThrow({ where: { id: await member(scene) } })
      return (await db.user.findUniqueOrThrow({ where: { id: userId } })).email
    },
    sees: async (user, _, email) => (await followed.listPeopleFor(user, { q: email })).total === 1,
  },
  'audit/queries searchAudit': {
    may: administers,
    sees: async (user) => (await searchAudit(user, auditSearch.parse({}))).entries.length > 0,
  },
  'duplicates/queries countPairsFor': {
    may: reads,
    sees: (user, scene) =>
      counts(
        () => pairs.countPairsFor(user),
        () => candidate(scene),
      ),
  },
  'duplicates/queries getPair': {
    may: reads,
    prepare: twin,
    sees: async (user, { placeId }, other) => Boolean(await pairs.getPair(user, placeId, other)),
  },
  'duplicates/queries listMergesFor': {
    may: reads,
    prepare: merge,
    sees: async (user, _, id) => (await pairs.listMergesFor(user)).some((each) => each.id === id),
  },
  'duplicates/queries listPairsFor': {
    may: reads,
    prepare: candidate,
    sees: async (user, _, ids) =>
      (await pairs.listPairsFor(user)).pairs.some(({ one, other }) => `${one.id} ${other.id}` === ids),
  },
  'freshness/queries countUnconfirmedFor': {
    may: edits,
    sees: async (user, scene) => {
      await db.confirmationRequest.deleteMany({ where: { placeId: scene.placeId } })
      return counts(
        () => unconfirmed.countUnconfirmedFor(user),
        () => waits(scene),
      )
    },
  },
  'freshness/queries listTunableHubs': {
    may: coordinates,
    sees: async (user, { hubId }) => (await unconfirmed.listTunableHubs(user)).some(({ id }) => id === hubId),
  },
  'freshness/queries listUnconfirmedFor': {
    may: edits,
    prepare: waits,
    sees: async (user, { placeId }) =>
      (await unconfirmed.listUnconfirmedFor(user, 1)).places.some(({ id }) => id === placeId),
  },
  'imports/refresh/queries listSourcesFor': {
    may: publishes,
    prepare: source,
    sees: async (user, _, sourceId) => (await listSourcesFor(user)).some(({ id }) => id === sourceId),
  },
  'imports/uploads/queries getUploadFor': {
    may: publishes,
    prepare: upload('READY'),
    sees: async (user, _, id) => (await uploaded.getUploadFor(user, id)).id === id,
  },
  'imports/uploads/queries listImportsFor': {
    may: publishes,
    prepare: upload('READY'),
    sees: async (user, _, id) => (await uploaded.listImportsFor(user)).imports.some(({ uploadId }) => uploadId === id),
  },
  'imports/uploads/queries listSourceNamesFor': {
    may: publishes,
    prepare: async (scene) => (await db.source.findUniqueOrThrow({ where: { id: await source(scene) } })).name,
    sees: async (user, _, name) => (await uploaded.listSourceNamesFor(user)).includes(name),
  },
  'mail/queries listMailFor': {
    may: administers,
    prepare: abandoned,
    sees: async (user, _, id) => (await listMailFor(user, 1)).mails.some((mail) => mail.id === id),
  },
  'needs/back-office/queries countPlacesMeeting': {
    may: coordinates,
    elsewhere: 'same',
    sees: async (user) => (await countPlacesMeeting(user, need('des recherches'))).all >= 0,
  },
  'places/back-office/queries compareVersions': {
    may: reads,
    prepare: rename,
    sees: async (user, _, id) => (await backOffice.compareVersions(user, id, 1, 2)) !== null,
  },
  'places/back-office/queries getPlaceForEdit': {
    may: reads,
    sees: async (user, { placeId }) => (await backOffice.getPlaceForEdit(user, placeId)).id === placeId,
  },
  'places/back-office/queries listRevisions': {
    may: reads,
    sees: async (user, { placeId }) => (await backOffice.listRevisions(user, placeId)).length === 1,
  },
  'places/bulk/queries getBulkEdit (somebody else’s)': {
    may: administers,
    refusedBy: NotFoundError,
    prepare: bulkEdit,
    sees: async (user, _, id) => (await bulkEdits.getBulkEdit(user, id)).id === id,
  },
  'places/bulk/queries listBulkEdits (somebody else’s)': {
    may: administers,
    prepare: bulkEdited,
    sees: async (user, _, id) => (await bulkEdits.listBulkEdits(user)).some((edit) => edit.id === id),
  },
  'places/queries getPlacePreview': {
    may: reads,
    sees: async (user, { placeId }) => (await getPlacePreview(user, placeId)).id === placeId,
  },
  'places/table/queries streamMatching': {
    may: reads,
    sees: async (user, { placeId }) => {
      for await (const found of table.streamMatching(user, {})) if (found.some(({ id }) => id === placeId)) return true
      return false
    },
  },
  'today/queries todayFor': {
    may: reads,
    sees: async (user, { placeId }) => {
      const become = (status: 'DRAFT' | 'ARCHIVED') => db.place.update({ where: { id: placeId }, data: { status } })
      await become('DRAFT')
      return counts(
        async () => (await todayFor(user)).places.ARCHIVED,
        () => become('ARCHIVED'),
      )
    },
  },
  'proposals/queries countQueueFor': {
    may: edits,
    sees: (user, scene) =>
      counts(
        async () => (await queue.countQueueFor(user)).report,
        () => report(scene),
      ),
  },
  'proposals/queries listQueueFor': {
    may: edits,
    prepare: proposal,
    sees: async (user, _, id) =>
      (await queue.listQueueFor(user, { isOpen: true, kind: 'structure', page: 1 })).items.some(
        (each) => each.id === id,
      ),
  },
  'places/views/queries listViews (somebody else’s)': {
    may: administers,
    prepare: view,
    sees: async (user, _, id) => (await listViews(user)).some((each) => each.id === id),
  },
  'places/table/queries listMatchingIds': {
    may: reads,
    sees: async (user, { placeId }) => (await table.listMatchingIds(user, {})).includes(placeId),
  },
  'places/table/queries listPlacesFor': {
    may: reads,
    sees: async (user, { placeId }) => (await table.listPlacesFor(user, { q: placeId })).total === 1,
  },
  'places/table/queries tableChoicesFor': {
    may: readsHub,
    sees: async (user, { departmentCode }) =>
      (await table.tableChoicesFor(user)).departments.some(({ code }) => code === departmentCode),
  },
  ...helperLists,
  ...referralLists,
}
