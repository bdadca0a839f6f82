import type { Mail } from '@/lib/mail/mutations'
import type { ImportReport } from '../report'

/** A source that is read again by itself, as its messages name it. */
export interface NamedSource {
  id: string
  name: string
  url: string
}

/** What waits for a person once a source has been read again, in her words; nothing when all went well. */
export function whatNeedsHer({ refused, told, absent }: Pick<ImportReport, 'refused' | 'told' | 'absent'>): string[] {
  return [
    refused > 0 ? `Lignes refusées : ${refused}` : '',
    told.kept ? `Corrections gardées, à comparer avec le fichier : ${told.kept}` : '',
    absent > 0 ? `Lieux qui ne sont plus dans le fichier, gardés : ${absent}` : '',
  ].filter(Boolean)
}

/**
 * Tells what a new release changed, to those whom something waits for.
 *
 * @param digest of the file: a release is told once
 */
export function changedMail(source: NamedSource, report: ImportReport, digest: string, to: string, site: string): Mail {
  const lines = [`Lieux ajoutés : ${report.added}`, `Lieux modifiés : ${report.updated}`, ...whatNeedsHer(report)]
  const text = `Bonjour,

Nous avons relu le fichier de « ${source.name} » :
${source.url}

${lines.join('\n')}

Les corrections à comparer vous attendent ici :
${site}/coordination/signalements

Le détail de cette lecture est ici :
${site}/coordination/imports/sources
`
  return {
    key: `refresh ${source.id} ${digest} ${to}`,
    to,
    subject: subject(source, 'ce qui a changé'),
    text,
  }
}

/** Tells that a source cannot be read any more, once for each time that it starts. */
export function failedMail(source: NamedSource, reason: string, since: Date | null, to: string, site: string): Mail {
  const text = `Bonjour,

Nous n’arrivons plus à relire le fichier de « ${source.name} » :
${source.url}

${reason}

Les lieux restent comme ils sont. Vous pouvez changer l’adresse, ou arrêter ces lectures, ici :
${site}/coordination/imports/sources
`
  const key = `refresh-failed ${source.id} ${since?.toISOString() ?? 'never'} ${to}`
  return { key, to, subject: subject(source, 'le fichier ne peut plus être lu'), text }
}

function subject({ name }: NamedSource, what: string): string {
  return `${name.replace(/\p{C}+/gu, ' ').slice(0, 120)}\u00A0: ${what}`
}
