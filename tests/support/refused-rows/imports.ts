import { counts, hubId, proposed, refreshed, run } from '../sample-rows'
import type { Refusal } from './refusal'

export const refusedImports: readonly Refusal[] = [
  ['an import that loses a row', 'import_counts', 'ImportRun', { id: hubId, ...run, ...counts, refused: 0 }],
  [
    'an import with a negative count',
    'import_counts',
    'ImportRun',
    { id: hubId, ...run, ...counts, added: -1, updated: 3 },
  ],
  [
    'a source read from a file of the machine',
    'source_refresh_url',
    'Source',
    { ...refreshed, refreshUrl: 'file:///etc' },
  ],
  ['a source read twice a day', 'source_refresh_days', 'Source', { ...refreshed, refreshDays: 0 }],
  ['a source read again from nowhere', 'source_refresh_whole', 'Source', { ...refreshed, refreshUrl: null }],
  ['a mapping that is a list', 'source_mapping', 'Source', { ...refreshed, mapping: '[]' }],
  ['a proposal that says nothing', 'proposal_said', 'Proposal', { ...proposed, changes: '{}' }],
  ['a file’s proposal without its file', 'proposal_source', 'Proposal', { ...proposed, origin: 'IMPORT' }],
  ['an answered proposal at no time', 'proposal_handled', 'Proposal', { ...proposed, status: 'ACCEPTED' }],
]
