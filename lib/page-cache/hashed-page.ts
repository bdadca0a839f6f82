import { createHash } from 'node:crypto'

/** A page whose policy names what may run in it, so that it can be sent again. */
export interface HashedPage {
  html: string
  /** Its `Content-Security-Policy` */
  policy: string
  /** Its `Link` header; empty where it has none */
  link: string
}

/**
 * Turns a page whose inline scripts carry the nonce of its policy into one whose policy names these scripts
 * by their SHA-256. Only what carries the nonce is named: markup that slipped into the page still does not
 * run. Scripts in files come from this site. A nonce of zeros stays where the nonce was, so that the same
 * page has the same bytes, and React's data their length.
 *
 * @returns null when the policy has no nonce
 */
export function hashedPage(page: HashedPage): HashedPage | null {
  const [, nonce] = /'nonce-([^']+)'/.exec(page.policy) ?? []
  if (!nonce) return null
  const zeros = '0'.repeat(nonce.length)
  const without = (text: string) => text.replaceAll(nonce, zeros)
  const hashes: Record<string, Set<string>> = { 'script-src': new Set(), 'style-src': new Set() }
  for (const [, tag, attributes = '', content = ''] of page.html.matchAll(/<(script|style)\b([^>]*)>(.*?)<\/\1>/gs)) {
    const runs = attributes.includes(` nonce="${nonce}"`) && !attributes.includes(' src="')
    if (runs) hashes[`${tag}-src`]?.add(`'sha256-${createHash('sha256').update(without(content)).digest('base64')}'`)
  }
  const policy = page.policy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    const others = sources.filter((source) => source !== `'nonce-${nonce}'` && source !== "'strict-dynamic'")
    return [name, ...others, ...(hashes[name] ?? [])].join(' ')
  })
  return { html: without(page.html), policy: policy.join('; '), link: without(page.link) }
}
