import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { kindShapes } from '@/components/place/kind-shapes'
import type { PlaceKind } from '@/prisma/client/enums'

/** What networks show of a link. */
export const shareImageSize = { width: 1200, height: 630 }

/** The light colours of app/globals.css: an image knows no dark mode. */
const colours = { paper: '#fffefb', ink: '#17211f', soft: '#44504d', teal: '#08545a', amber: '#e69f00' }
const kindColours: Record<PlaceKind, string> = {
  FABRIQUE: '#b34700',
  FRANCE_SERVICES: '#005a94',
  TIERS_LIEU: '#e69f00',
  MEDIATION: '#006b4f',
}

/** The drawing of fonts reads no woff2; two files, read once a process. */
const faces = Promise.all(
  ([400, 700] as const).map(async (weight) => ({
    name: 'Atkinson',
    weight,
    data: await readFile(
      join(
        process.cwd(),
        `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
      ),
    ),
  })),
)

/** What the font lacks is written without its accents or left out: the drawing would ask another site for it. */
function drawable(text: string): string {
  const isKnown = (character: string) => /[ -~\u00a0-\u00ffœŒ–—‘’“”…€]/.test(character)
  const plain = (character: string) => Array.from(character.normalize('NFD')).filter(isKnown).join('')
  return Array.from(text.normalize('NFC'), (each) => (isKnown(each) ? each : plain(each))).join('')
}

interface Words {
  site: string
  title: string
  /** Below the title */
  text: string
  kind?: { code: PlaceKind; name: string }
}

/** A picture of a page for those who share its address: PNG, kept a day by whoever fetches it. */
export async function shareImage({ site, title, text, kind }: Words): Promise<ImageResponse> {
  const titleSize = title.length > 60 ? 56 : title.length > 30 ? 72 : 88
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 72,
        background: colours.paper,
        color: colours.ink,
        borderBottom: `24px solid ${kind ? kindColours[kind.code] : colours.teal}`,
        fontFamily: 'Atkinson',
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', gap: 24, height: 48, fontSize: 36, color: colours.soft }}>
        {kind && (
          <svg aria-hidden="true" width={44} height={44} viewBox="0 0 24 24">
            <path d={kindShapes[kind.code]} fill={kindColours[kind.code]} />
          </svg>
        )}
        {kind?.name ?? ''}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 20 }}>
        <div style={{ fontSize: titleSize, fontWeight: 700, lineHeight: 1.15 }}>{drawable(title)}</div>
        <div style={{ fontSize: 44, color: colours.soft }}>{drawable(text)}</div>
      </div>
      <div
        style={{ display: 'flex', alignItems: 'center', gap: 20, fontSize: 40, fontWeight: 700, color: colours.teal }}
      >
        <svg aria-hidden="true" width={64} height={64} viewBox="0 0 40 40">
          <g fill={colours.teal} transform="rotate(-10 13 25)">
            <path d="M13 11.5c4 0 6.2 3.7 6.2 8 0 3.6-1.5 5.3-2.2 7H9.5c-1-2.2-2.7-4-2.7-7.5 0-4.3 2.4-7.5 6.2-7.5z" />
            <path d="M9.7 29.5h7.2c.3 1 .4 1.8.4 2.7a3.9 3.9 0 0 1-7.8 0c0-.9 0-1.8.2-2.7z" />
          </g>
          <g fill={colours.amber} transform="rotate(10 28 14)">
            <path d="M28 2c-4 0-6.2 3.7-6.2 8 0 3.6 1.5 5.3 2.2 7h7.5c1-2.2 2.7-4 2.7-7.5C34.2 5.2 31.8 2 28 2z" />
            <path d="M31.3 20h-7.2c-.3 1-.4 1.8-.4 2.7a3.9 3.9 0 0 0 7.8 0c0-.9 0-1.8-.4-2.7z" />
          </g>
        </svg>
        {site}
      </div>
    </div>,
    { ...shareImageSize, fonts: await faces, headers: { 'cache-control': 'public, max-age=86400' } },
  )
}
