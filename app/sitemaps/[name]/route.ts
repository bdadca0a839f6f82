import { env } from '@/lib/env'
import { listSitemapEntries } from '@/lib/sitemap/queries'
import { sitemap } from '@/lib/sitemap/sitemap-xml'
import { sitemapHeaders } from '../sitemap-headers'

export const dynamic = 'force-dynamic'

/** Written as it is read: tens of megabytes are never held at once. */
export async function GET(_: Request, { params }: RouteContext<'/sitemaps/[name]'>): Promise<Response> {
  const [, name] = /^([a-z\d-]+)\.xml$/.exec((await params).name) ?? []
  const entries = name ? await listSitemapEntries(name) : []
  if (entries.length === 0) return new Response(null, { status: 404 })
  const pieces = sitemap(env().PUBLIC_URL, entries)
  const body = new ReadableStream<string>({
    pull(controller) {
      const { done, value } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(body.pipeThrough(new TextEncoderStream()), { headers: sitemapHeaders })
}
