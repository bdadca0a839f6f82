import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { Button } from '@/components/ui/button'
import { describedBy, Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { mayImport } from '@/lib/imports/uploads/access'
import { listSourceNamesFor } from '@/lib/imports/uploads/queries'
import { requireUser } from '../../../require-user'
import styles from './new-import.module.css'

const errors = ['source', 'fichier', 'vide', 'taille'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.imports')
  return { title: t('new') }
}

/** A plain form: the file goes to a route that counts its bytes as they come. */
export default async function NewImportPage({ searchParams }: PageProps<'/coordination/imports/nouveau'>) {
  const [user, t, { erreur, source }] = await Promise.all([
    requireUser('/coordination/imports/nouveau'),
    getTranslations('coordination.imports'),
    searchParams,
  ])
  if (!mayImport(user)) {
    return <NoticePage title={t('new')} text={t('mayNot')} />
  }
  const names = await listSourceNamesFor(user)
  const error = errors.find((code) => code === erreur)
  const ofFile = error && error !== 'source' ? t(`errors.${error}`) : undefined
  const ofSource = error === 'source' ? t('errors.source') : undefined
  const given = typeof source === 'string' ? source.slice(0, 100) : ''
  const hint = t('fileHint')
  return (
    <Page width="text">
      <h1>{t('new')}</h1>
      <p>{t('newIntro')}</p>
      {error && (
        <Notice tone="error" role="alert" title={t('notSent')}>
          <p>
            <a href={error === 'source' ? '#source' : '#file'}>{t(`errors.${error}`)}</a>
          </p>
        </Notice>
      )}
      <form action="/coordination/imports/envoi" method="post" encType="multipart/form-data">
        {names.length > 0 && (
          <Select
            name="known"
            label={t('knownSource')}
            placeholder={t('otherSource')}
            options={names.map((name) => ({ value: name, label: name }))}
            defaultValue={names.includes(given) ? given : ''}
          />
        )}
        <TextInput
          name="source"
          label={t(names.length > 0 ? 'newSource' : 'source')}
          hint={t('sourceHint')}
          error={ofSource}
          maxLength={100}
          defaultValue={names.includes(given) ? '' : given}
        />
        <Field id="file" label={t('file')} hint={hint} error={ofFile}>
          <input
            id="file"
            name="file"
            type="file"
            className={styles.file}
            required
            accept=".csv,.tsv,.txt,.xlsx,.json,.geojson,text/csv,application/json,application/geo+json"
            aria-describedby={describedBy('file', { hint, error: ofFile })}
            aria-invalid={ofFile ? true : undefined}
          />
        </Field>
        <Button>{t('send')}</Button>
      </form>
    </Page>
  )
}
