import type { Problem } from '@/lib/search/query-reader'

interface Details {
  status: number
  title: string
  /** Members of our own */
  extra?: Record<string, unknown>
  headers?: Record<string, string>
}

/** An error in the form of RFC 9457. */
export function problem({ status, title, extra, headers }: Details): Response {
  return Response.json(
    { type: 'about:blank', title, status, ...extra },
    {
      status,
      headers: {
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
        ...headers,
        'content-type': 'application/problem+json',
      },
    },
  )
}

/** Refuses a request with every parameter that was wrong in it. */
export function badParameters(problems: readonly Problem[]): Response {
  const errors = problems.map(({ parameter, value, reason }) => ({
    parametre: parameter,
    valeur: value,
    raison: reason,
  }))
  const names = [...new Set(problems.map(({ parameter }) => parameter))].join(', ')
  return problem({ status: 400, title: `Paramètres incorrects : ${names}.`, extra: { erreurs: errors } })
}

export function notFound(title: string): Response {
  return problem({ status: 404, title })
}

export function tooManyRequests(seconds: number): Response {
  return problem({
    status: 429,
    title: 'Trop de demandes. Réessayez un peu plus tard.',
    headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
  })
}

/** The hours of a week are being judged: the very same request will be answered. */
export function busy(seconds: number): Response {
  return problem({
    status: 503,
    title: 'Les horaires de cette période sont en cours de calcul. Réessayez dans un instant.',
    headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
  })
}

/** Another service, which this route cannot do without, does not answer. */
export function unavailable(title: string, seconds: number): Response {
  return problem({ status: 503, title, headers: { 'retry-after': String(seconds) } })
}
