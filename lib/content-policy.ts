/** What a page may load, and from where. */
export interface PolicySettings {
  /** Fresh for each answer: the scripts that carry it run, no other does */
  nonce: string
  /** Where the base map's tiles come from, with {z}, {x}, {y} and maybe {s} */
  tilesUrl: string
  /** Served over https, where nothing may then be loaded over http */
  isSecure: boolean
  /** React's development tools use `eval`, inline styles and a web socket */
  isDevelopment: boolean
}

/** The `Content-Security-Policy` of a page: nothing inline, nothing from elsewhere but the map's tiles. */
export function contentPolicy({ nonce, tilesUrl, isSecure, isDevelopment }: PolicySettings): string {
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'img-src': `'self' data: ${tilesOrigin(tilesUrl)}`,
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
    ...(isSecure ? { 'upgrade-insecure-requests': '' } : {}),
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ')
}

/** `https://{s}.tiles.example/{z}/…` → `https://*.tiles.example`. */
function tilesOrigin(tilesUrl: string): string {
  return /^https?:\/\/[^/?#]+/.exec(tilesUrl.replace('{s}', '*'))?.[0] ?? ''
}
