import { isFiller } from '@/lib/needs/fillers'
import { foldWords, isSmall } from '@/lib/needs/fold'
import type { Level } from '@/prisma/client/enums'
import type { Period } from './request'

/** What a sentence says of the workshop that somebody looks for. */
export interface WorkshopWords {
  /** It names a workshop, a course, a lesson… */
  isWorkshop: boolean
  level: Level | null
  period: Period | null
  isFree: boolean
  takesPass: boolean
  /** "près de chez moi": said, and for the field beside to say where */
  isHere: boolean
  /** What remains and may tell something, as it was typed */
  rest: string | null
}

type Sense = 'workshop' | Level | Period | 'free' | 'pass' | 'here'

/** How each is said, in the languages of the site; folded, the longest is taken first. */
const phrases: Readonly<Record<Sense, string>> = {
  workshop: `atelier, ateliers, atelier numérique, ateliers numériques, cours, cours collectif, cours collectifs, formation, formations,
    workshop, workshops, class, classes, course, courses, lesson, lessons, taller, talleres, curso, cursos, clase, clases,
    ateliê, ateliês, oficina, oficinas, aula, aulas, ورشة, ورشات, ورش, دروس, دورة, заняття, занять, курс, курси, курсів, майстер-клас`,
  BEGINNER: `débutant, débutante, débutants, débutantes, pour débuter, grand débutant, grands débutants, niveau débutant, pour débutant,
    pour débutants, beginner, beginners, for beginners, principiante, principiantes, para principiantes, iniciante, iniciantes,
    مبتدئ, مبتدئين, للمبتدئين, початківець, початківця, початківців, для початківців`,
  INTERMEDIATE: `intermédiaire, intermédiaires, niveau intermédiaire, à l’aise, intermediate, intermedio, intermédio, متوسط, середній, середнього`,
  ADVANCED: `confirmé, confirmée, confirmés, niveau confirmé, avancé, avancée, avancés, niveau avancé, perfectionnement, advanced,
    avanzado, avançado, متقدم, متقدمين, просунутий, просунутих`,
  WEEK: `cette semaine, dans la semaine, semaine, sous huit jours, dans les sept jours, this week, esta semana, هذا الأسبوع, الأسبوع,
    цього тижня, на цьому тижні`,
  MONTH: `ce mois, ce mois-ci, dans le mois, this month, este mes, este mês, هذا الشهر, الشهر, цього місяця, у цьому місяці`,
  free: `gratuit, gratuite, gratuits, gratuites, gratuitement, sans payer, free, gratis, gratuito, مجاني, مجانا, безкоштовно, безкоштовний, безкоштовні`,
  pass: `pass numérique, avec le pass, avec pass, avec un pass numérique`,
  here: `près de chez moi, pres de moi, près d’ici, autour de moi, autour de chez moi, à côté de chez moi, proche de chez moi,
    à proximité, dans le coin, dans mon quartier, near me, close to me, nearby, cerca de mí, cerca de casa, perto de mim, perto de casa,
    قريب مني, قربي, بالقرب مني, поруч зі мною, поруч, біля мене, недалеко`,
}

const entries = (Object.entries(phrases) as [Sense, string][])
  .flatMap(([sense, list]) => list.split(',').map((phrase) => ({ sense, words: foldWords(phrase).split(' ') })))
  .sort((a, b) => b.words.length - a.words.length)

/** Cuts what says which workshop, when and where out of free words; what remains is for the needs to understand. */
export function understandWorkshopWords(text: string): WorkshopWords {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(([typed]) =>
    foldWords(typed)
      .split(' ')
      .filter((folded) => folded !== '')
      .map((folded) => ({ typed, folded })),
  )
  const said = new Set<Sense>()
  let left = tokens
  for (const { sense, words } of entries) {
    const at = left.findIndex((_, start) => words.every((word, index) => left[start + index]?.folded === word))
    if (at < 0) continue
    said.add(sense)
    left = [...left.slice(0, at), ...left.slice(at + words.length)]
  }
  const tells = left.some(({ folded }) => !isSmall(folded) && !isFiller(folded))
  const first = <S extends Sense>(...senses: S[]): S | null => senses.find((sense) => said.has(sense)) ?? null
  return {
    isWorkshop: said.has('workshop'),
    level: first('BEGINNER', 'INTERMEDIATE', 'ADVANCED'),
    period: first('WEEK', 'MONTH'),
    isFree: said.has('free'),
    takesPass: said.has('pass'),
    isHere: said.has('here'),
    rest: tells ? left.map(({ typed }) => typed).join(' ') : null,
  }
}

/** Whether free words ask for a dated workshop rather than for a place: they name one, and say when or for whom. */
export function asksForWorkshop(text: string): boolean {
  const { isWorkshop, level, period } = understandWorkshopWords(text)
  return isWorkshop && (level !== null || period !== null)
}
