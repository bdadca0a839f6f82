import { listNamedPlaces } from '@/lib/map/queries'

/** A screen holds no more marks that stand alone. */
const idsAtMost = 100

/** The names of the published places among the ids asked for: `{ "adp-1": "Médiathèque" }`. */
export async function GET({ url }: Request): Promise<Response> {
  const ids = new URL(url).searchParams.getAll('id').slice(0, idsAtMost)
  const places = await listNamedPlaces(ids)
  return Response.json(Object.fromEntries(places.map(({ id, name }) => [id, name])), {
    headers: { 'cache-control': 'no-cache' },
  })
}
