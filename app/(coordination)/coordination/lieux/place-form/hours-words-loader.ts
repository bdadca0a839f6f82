import dynamic from 'next/dynamic'

/** What reads a table is downloaded by the page of hours alone. */
export const HoursWords = dynamic(() => import('./hours-words').then((module) => module.HoursWords), { ssr: false })
