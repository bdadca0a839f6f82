/** Runs once, when the server starts. */
export async function register(): Promise<void> {
  // Next compiles this file for a runtime without Node's modules too, which nothing here runs in.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { writeAddressOnRequests } = await import('@/lib/accounts/socket-address')
  const { mendRequestPaths } = await import('@/lib/request-path')
  const { keepSchedulesRenewed } = await import('@/lib/hours/renewal')
  writeAddressOnRequests()
  mendRequestPaths()
  keepSchedulesRenewed()
}
