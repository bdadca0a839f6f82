import { z } from 'zod'

/** An empty setting is an absent one, as in a `.env` file with nothing after the sign. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

/** Somebody else's server, reached in clear only on this machine. */
const secureUrl = z.url({ protocol: /^https?$/ }).refine((url) => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
}, 'an https address')

const keyForm = /^([\w-]{1,40}):([A-Za-z\d+/]{43}=)$/

/** Named keys of 256 bits, the one that seals first: `id:base64`, split by commas. No wrong key is ever shown. */
const namedKeys = z.string().transform((text, context) => {
  const keys = text.split(',').map((each) => keyForm.exec(each.trim()))
  const named = new Map(keys.map((found) => [found?.[1] ?? '', Buffer.from(found?.[2] ?? '', 'base64')]))
  if (keys.every((found) => found !== null) && named.size === keys.length) return named
  context.addIssue({ code: 'custom', message: 'each key is a name, a colon and the base64 of 32 bytes, once' })
  return z.NEVER
})

const settings = z.object({
  /** Set by Next: `development` under `npm run dev`. */
  NODE_ENV: z.string().default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Signs sessions and links; at least 32 characters. */
  SECRET: z.string().min(32),
  /** What seals personal data in the database; those after the first only open what they sealed. */
  PERSONAL_DATA_KEYS: namedKeys,
  /** The address people type, without a final slash. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** How many proxies in front add to `X-Forwarded-For`; with none, that header is not believed. */
  TRUSTED_PROXIES: optional(z.coerce.number().int().min(0).default(0)),
  /** Tiles of the base map, with {z}, {x} and {y}. */
  TILES_URL: optional(
    z
      .string()
      .default(
        'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM&FORMAT=image/png&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
      ),
  ),
  TILES_ATTRIBUTION: optional(z.string().default('© IGN')),
  /** Base of the geocoder's `/search` and `/reverse`. */
  GEOCODER_URL: optional(z.url().default('https://data.geopf.fr/geocodage')),
  /** Months after the end of a referral when all that tells of the person is erased; pages say how many. */
  ERASE_AFTER_MONTHS: optional(z.coerce.number().int().min(1).max(12).default(6)),
  /** The server that takes our mail, with its account: `smtps://name:password@host`. Without it, mail waits to be read. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ }).optional()),
  /** Who mail is from: an address, or a name and an address. */
  MAIL_FROM: optional(
    z
      .string()
      .regex(/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'an address, or a name and <an address>')
      .optional(),
  ),
  /** Who runs this site and answers for it, as /confidentialite names it: a structure. */
  OPERATOR_NAME: optional(z.string().trim().max(200).optional()),
  /** Where people write about what is kept on them: an e-mail, or another address in words. */
  OPERATOR_CONTACT: optional(z.string().trim().max(300).optional()),
  /** The OpenID Connect provider of ProConnect, `https://auth.agentconnect.gouv.fr/api/v2`: with the two others, or not at all. */
  PROCONNECT_ISSUER: optional(secureUrl.optional()),
  PROCONNECT_CLIENT_ID: optional(z.string().optional()),
  PROCONNECT_CLIENT_SECRET: optional(z.string().optional()),
})

/** What holds between settings. */
const checked = settings.refine(
  (given) =>
    new Set(
      [given.PROCONNECT_ISSUER, given.PROCONNECT_CLIENT_ID, given.PROCONNECT_CLIENT_SECRET].map(
        (part) => part === undefined,
      ),
    ).size === 1,
  {
    path: ['PROCONNECT_ISSUER'],
    message: 'PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID and PROCONNECT_CLIENT_SECRET go together',
  },
)

export type Settings = z.infer<typeof settings>

let parsed: Settings | undefined

/**
 * The settings of this process, read once from its environment: the only place that reads it.
 *
 * @throws with every wrong setting named
 */
export function env(): Settings {
  if (!parsed) {
    const result = checked.safeParse(process.env)
    if (!result.success) throw new Error(`Wrong settings:\n${z.prettifyError(result.error)}`)
    parsed = result.data
  }
  return parsed
}

/** What this build was made from, written in it by `next.config.ts`; empty outside a build. */
export const buildVersion = process.env.BUILD_VERSION ?? ''
