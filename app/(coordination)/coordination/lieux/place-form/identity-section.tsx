import { useTranslations } from 'next-intl'
import { itinerancies } from '@/lib/open-data/vocabulary'
import { typologies } from '@/lib/places/typologies'
import { Boxes, Line, Lines } from './fields'
import type { FormFields } from './form-fields'
import { KindField } from './kind-field'

export function IdentitySection({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  // A code that our list lacks is kept, and can be unticked.
  const others = fields.list('typologies').filter((code) => !Object.hasOwn(typologies, code))
  return (
    <>
      <Line fields={fields} name="name" maxLength={300} required />
      <KindField fields={fields} />
      <Lines fields={fields} name="summary" hint={t('hints.summary')} maxLength={280} />
      <Lines fields={fields} name="description" />
      <Line fields={fields} name="pivot" hint={t('hints.pivot')} />
      <Boxes
        fields={fields}
        name="typologies"
        words={{ ...typologies, ...Object.fromEntries(others.map((code) => [code, code])) }}
      />
      <Boxes fields={fields} name="itinerancy" words={itinerancies} />
      <Line fields={fields} name="parentStructure" maxLength={300} />
      <Line fields={fields} name="collectedBy" hint={t('hints.collectedBy')} maxLength={300} />
    </>
  )
}
