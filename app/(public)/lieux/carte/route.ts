import { getMapFile } from '@/lib/map/map-file'
import { sendCompressed } from './send-compressed'

/** Every published place, for the map: see `decodeMapData`. Browsers keep it, and ask each time whether it is still true. */
export async function GET(request: Request): Promise<Response> {
  return sendCompressed(request, await getMapFile())
}
