import { hubId, hubRow, organisationId, sourceId } from '../sample-rows'
import type { Refusal } from './refusal'

export const refusedTerritories: readonly Refusal[] = [
  [
    'a département with an unknown form of code',
    'department_code',
    'Department',
    { code: '100', name: 'X', timeZone: 'Europe/Paris', regionCode: '24' },
  ],
  [
    'a commune with a postcode for a code',
    'commune_code',
    'Commune',
    { code: '4101', name: 'X', searchName: 'x', departmentCode: '41' },
  ],
  [
    'a commune of fewer than nobody',
    'commune_population',
    'Commune',
    { code: '41999', name: 'X', searchName: 'x', departmentCode: '41', population: -1 },
  ],
  [
    'a commune with half a position',
    'commune_position',
    'Commune',
    { code: '41999', name: 'X', searchName: 'x', departmentCode: '41', latitude: 47 },
  ],
  [
    'a commune off the globe',
    'commune_position',
    'Commune',
    {
      code: '41999',
      name: 'X',
      searchName: 'x',
      departmentCode: '41',
      latitude: 91,
      longitude: 1,
      precision: 'COMMUNE',
    },
  ],
  ['a hub whose slug is no slug', 'hub_slug', 'Hub', { ...hubRow, id: organisationId, slug: 'Hub Centre' }],
  ['a hub off the globe', 'hub_position', 'Hub', { ...hubRow, id: organisationId, slug: 'b', longitude: 181 }],
  ['a negative grant', 'hub_grant', 'Hub', { ...hubRow, id: organisationId, slug: 'b', grantEuros: -1 }],
  [
    'a hub that ends before it is founded',
    'hub_dates',
    'Hub',
    { ...hubRow, id: organisationId, slug: 'b', foundedOn: '2024-01-02', endedOn: '2024-01-01' },
  ],
  ['a SIRET of nine digits', 'organisation_siret', 'Organisation', { id: hubId, name: 'X', siret: '130006109' }],
  ['a hub that never asks', 'hub_confirm_after', 'Hub', { ...hubRow, id: sourceId, slug: 'x', confirmAfterMonths: 0 }],
  [
    'a hub that withdraws listings before they say that nobody confirmed them',
    'hub_hold_after',
    'Hub',
    { ...hubRow, id: sourceId, slug: 'x', holdAfterMonths: 2 },
  ],
]
