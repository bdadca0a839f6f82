import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations({ locale: 'fr', namespace: 'app' })
  return {
    name: t('name'),
    short_name: t('shortName'),
    description: t('description'),
    lang: 'fr',
    start_url: '/',
    display: 'standalone',
    background_color: '#fffefb',
    theme_color: '#08545a',
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
  }
}
