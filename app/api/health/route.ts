import { databaseState } from '@/lib/health/queries'
import { problem } from '../problem'

export async function GET(): Promise<Response> {
  if ((await databaseState()) === 'there') {
    return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
  }
  return problem({ status: 503, title: 'La base de données ne répond pas.', headers: { 'retry-after': '10' } })
}
