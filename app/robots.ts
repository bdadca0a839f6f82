import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

// The site's own address is known when it runs, not when it is built.
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      disallow: [
        '/api/',
        '/confirmer',
        '/connexion',
        '/coordination',
        '/invitation',
        '/mot-de-passe',
        '/orientation',
        '/reponse',
      ],
    },
    sitemap: `${env().PUBLIC_URL}/sitemap.xml`,
  }
}
