import { db } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import * as bulk from '@/lib/places/bulk/mutations'
import * as closures from '@/lib/places/closures/mutations'
import * as history from '@/lib/places/history/mutations'
import * as places from '@/lib/places/mutations'
import { changeView } from '@/lib/places/views/mutations'
import { placeNamed } from '../place-named'
import { type Action, administers, edits, publishes, reads } from './rule'
import { bulkEdited, closure, publishedBy, publishing, rename, view } from './subjects'

export const placeActions: Readonly<Record<string, Action>> = {
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
}
