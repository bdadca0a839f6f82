import { signInPath } from '@/lib/accounts/return-path'
import { currentUser } from '@/lib/auth'
import { UserError } from '@/lib/errors'
import { checkOrigin } from '@/lib/form-action'
import { mostBytes } from '@/lib/imports/mapping/schema'
import { createUpload } from '@/lib/imports/uploads/mutations'
import { sourceName } from '@/lib/imports/uploads/schema'
import { limited, TooLarge } from './limited-body'

const form = '/coordination/imports/nouveau'
/** What a form adds around its file. Bytes */
const wrapping = 65_536

/** Takes a file that a form sends, whatever its size: a server action would hold it whole before it says no. */
export async function POST(request: Request): Promise<Response> {
  const back = (error: string, source = '') =>
    to(`${form}?${new URLSearchParams({ erreur: error, ...(source ? { source } : {}) })}`)
  try {
    await checkOrigin()
    const user = await currentUser()
    if (!user) return to(signInPath(form))
    const body = limited(request.body, mostBytes + wrapping)
    const sent = await new Response(body, {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }).formData()
    const [file, typed, chosen] = [sent.get('file'), sent.get('source'), sent.get('known')]
    const named = sourceName.safeParse(typed || chosen || '')
    if (!named.success) return back('source')
    if (!(file instanceof File) || file.name === '') return back('fichier', named.data)
    if (file.size === 0) return back('vide', named.data)
    if (file.size > mostBytes) return back('taille', named.data)
    const content = new Uint8Array(await file.arrayBuffer())
    const { id } = await createUpload(user, { fileName: file.name, content, sourceName: named.data })
    return to(`/coordination/imports/${id}`)
  } catch (error) {
    if (error instanceof TooLarge || (error instanceof Error && error.cause instanceof TooLarge)) return back('taille')
    if (error instanceof UserError)
      return new Response(error.message, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
    // Not a form, or one that was cut
    if (error instanceof TypeError) return back('fichier')
    throw error
  }
}

/** A page to look at, with GET. */
function to(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
