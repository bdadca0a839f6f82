/** Where each task of the morning starts, and by which key; people who wait for an answer come first. */
export const tasks = {
  referrals: { href: '/coordination/orientations', key: 'o' },
  reports: { href: '/coordination/signalements', key: 'r' },
  unconfirmed: { href: '/coordination/confirmations', key: 'c' },
  helpers: { href: '/coordination/personnes#aidants', key: 'a' },
  duplicates: { href: '/coordination/doublons', key: 'd' },
  imports: { href: '/coordination/imports', key: 'i' },
  services: { href: '/coordination/lieux?manque=services', key: 's' },
  hours: { href: '/coordination/lieux?manque=horaires', key: 'h' },
  position: { href: '/coordination/lieux?manque=position', key: 'p' },
  invitations: { href: '/coordination/personnes', key: 'v' },
} as const

export type TaskName = keyof typeof tasks

export const taskNames = Object.keys(tasks) as TaskName[]
