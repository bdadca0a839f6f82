import { env } from '@/lib/env'
import { listSitemaps } from '@/lib/sitemap/queries'
import { sitemapIndex } from '@/lib/sitemap/sitemap-xml'
import { sitemapHeaders } from '../sitemaps/sitemap-headers'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return new Response(sitemapIndex(env().PUBLIC_URL, await listSitemaps()), { headers: sitemapHeaders })
}
