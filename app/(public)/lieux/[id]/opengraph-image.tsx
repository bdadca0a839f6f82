import { getTranslations } from 'next-intl/server'
import { shareImage, shareImageSize } from '@/components/share-image/share-image'
import { cutText } from '@/lib/places/cut-text'
import { findPlace, type PlaceProps } from './find-place'

export const size = shareImageSize
export const contentType = 'image/png'

/** What networks show of a link to a place: its name, its town, its kind by shape, colour and word. */
export default async function PlaceImage({ params }: PlaceProps) {
  const [{ name, postcode, commune, kind }, t] = await Promise.all([findPlace(params), getTranslations()])
  return shareImage({
    site: t('app.name'),
    title: cutText(name, 110),
    text: `${postcode} ${cutText(commune.name, 40)}`,
    kind: { code: kind, name: t(`kinds.${kind}`) },
  })
}
