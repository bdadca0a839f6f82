import { NotFoundError } from '@/lib/errors'
import * as refresh from '@/lib/imports/refresh/mutations'
import * as columns from '@/lib/imports/uploads/columns/mutations'
import * as decisions from '@/lib/imports/uploads/decisions/mutations'
import * as uploads from '@/lib/imports/uploads/mutations'
import { type Action, publishes } from './rule'
import { applied, source, upload } from './subjects'

export const importActions: Readonly<Record<string, Action>> = {
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
  'imports/uploads/columns/mutations chooseSheet': {
    may: publishes,
    prepare: upload('MAPPING'),
    act: (user, _, id) => columns.chooseSheet(user, id, 'Feuille 2'),
  },
  'imports/uploads/columns/mutations correctMapping': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => columns.correctMapping(user, id),
  },
  'imports/uploads/columns/mutations noteMapping': {
    may: publishes,
    prepare: upload('MAPPING'),
    act: (user, _, id) => columns.noteMapping(user, id, {} as never),
  },
  'imports/uploads/columns/mutations saveMapping': {
    may: publishes,
    prepare: upload('MAPPING'),
    act: (user, _, id) => columns.saveMapping(user, id, {} as never),
  },
  'imports/uploads/decisions/mutations decideKind': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => decisions.decideKind(user, { id, intent: 'leave', kind: 'ADDED' }),
  },
  'imports/uploads/decisions/mutations decideRow': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => decisions.decideRow(user, { id, intent: 'leave', row: 1 }),
  },
  'imports/uploads/mutations applyRequested': {
    may: publishes,
    prepare: upload('READY'),
    act: (user, _, id) => uploads.applyRequested(user, id, 1),
  },
  'imports/uploads/mutations createUpload': {
    may: publishes,
    elsewhere: 'same',
    act: (user) =>
      uploads.createUpload(user, { fileName: 'a.csv', content: new TextEncoder().encode('nom'), sourceName: 'A' }),
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
  'imports/uploads/mutations undoRequested': {
    may: publishes,
    prepare: applied,
    act: (user, _, id) => uploads.undoRequested(user, id, false),
  },
}
