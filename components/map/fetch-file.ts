/**
 * The bytes of a file that is compressed once for everybody. Browsers of before 2023 cannot unpack it
 * themselves: they ask for it as it is.
 *
 * @throws when it does not come
 */
export async function fetchFile(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  if (typeof DecompressionStream === 'undefined') {
    return (await answer(`${address}${address.includes('?') ? '&' : '?'}clair`, signal)).arrayBuffer()
  }
  const { body } = await answer(address, signal)
  return new Response(body?.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}

async function answer(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}
