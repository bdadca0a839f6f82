import type { SeededAccount } from '@/prisma/seed/seed'

/** What `npm start` says once the site answers. */
export function welcome(accounts: SeededAccount[]): void {
  console.log(`\nÀ deux pas is ready: ${process.env.PUBLIC_URL}\n`)
  if (!process.env.OPERATOR_NAME || !process.env.OPERATOR_CONTACT)
    console.warn(
      '/confidentialite does not say who runs this site: set OPERATOR_NAME and OPERATOR_CONTACT before real people use it.\n',
    )
  const [first] = accounts
  if (!first) return
  const width = Math.max(...accounts.map(({ email }) => email.length))
  console.log(`Demonstration accounts, for ${process.env.PUBLIC_URL}/connexion (password: ${first.password})`)
  for (const { email, purpose } of accounts) console.log(`  ${email.padEnd(width)}  ${purpose}`)
  console.log()
}
