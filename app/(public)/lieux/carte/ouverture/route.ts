import { getFormatter, getTranslations } from 'next-intl/server'
import { openingWords } from '@/components/place/opening-status'
import { listNamedPlaces } from '@/lib/map/queries'
import { placeOpening } from '@/lib/places/opening-phrase'

/** Whether a published place is open now, in the words of the list and the language of the address. */
export async function GET({ url }: Request): Promise<Response> {
  const [place] = await listNamedPlaces([new URL(url).searchParams.get('id') ?? ''])
  if (!place) return new Response(null, { status: 404 })
  const words = openingWords(await getTranslations('opening'), await getFormatter())
  return new Response(words(placeOpening(place, new Date())), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  })
}
