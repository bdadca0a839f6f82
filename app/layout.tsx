import './globals.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { directionOf } from '@/lib/i18n/languages'

/** Made for low vision; served from here, so that no other site learns who reads this one. */
const atkinson = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-atkinson',
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app')
  return {
    metadataBase: new URL(env().PUBLIC_URL),
    title: { default: `${t('name')} · ${t('tagline')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    // Figures are not phone numbers until we say so: Safari would link SIRETs.
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffefb' },
    { media: '(prefers-color-scheme: dark)', color: '#11191a' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('app')
  const locale = await getLocale()
  return (
    <html lang={locale} dir={directionOf(locale)} className={atkinson.variable}>
      <body>
        <a className="skip-link" href="#contenu">
          {t('skip')}
        </a>
        {children}
      </body>
    </html>
  )
}
