import { shareImage, shareImageSize } from '@/components/share-image/share-image'
import words from '@/lib/i18n/messages/fr.json'

export const size = shareImageSize
export const contentType = 'image/png'

/** What networks show of a link to a page without an image of its own. */
export default function SiteImage() {
  return shareImage({ site: words.app.name, title: words.home.title, text: words.app.tagline })
}
