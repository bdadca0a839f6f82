import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations({ locale: 'fr', namespace: 'app' })
  const site = await getTranslations({ locale: 'fr', namespace: 'site' })
  return {
    id: '/',
    name: t('name'),
    short_name: t('shortName'),
    description: t('description'),
    lang: 'fr',
    start_url: '/',
    display: 'standalone',
    background_color: '#fffefb',
    theme_color: '#08545a',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: site('findPlace'), url: '/lieux' },
      { name: site('kept'), url: '/mes-lieux' },
    ],
  }
}
