import type { Locale as Language } from './languages'
import type backOffice from './messages/coordination.fr.json'
import type messages from './messages/fr.json'
import type orientation from './messages/orientation.fr.json'
import type reception from './messages/reception.fr.json'

// A key that the catalogue lacks does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof messages & typeof backOffice & typeof orientation & typeof reception
  }
}
