import type messages from './messages/fr.json'

// A key that the catalogue lacks does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Locale: 'fr'
    Messages: typeof messages
  }
}
