import { isDatabaseAnswering } from '@/lib/health/queries'

export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (await isDatabaseAnswering()) return Response.json({ status: 'ok' }, { headers })
  return Response.json(
    { type: 'about:blank', title: 'La base de données ne répond pas.', status: 503 },
    { status: 503, headers: { ...headers, 'content-type': 'application/problem+json', 'retry-after': '10' } },
  )
}
