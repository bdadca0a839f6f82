import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const vouched = z.object({ userId: z.string(), hasPassed: z.boolean(), idToken: z.string() })

/** Opens a session for somebody who is vouched for elsewhere. It has no address: only the server calls it. */
export const vouchedSessions = {
  id: 'vouched-sessions',
  endpoints: {
    openVouchedSession: createAuthEndpoint({ method: 'POST', body: vouched }, async (ctx) => {
      const { userId, hasPassed, idToken } = ctx.body
      const user = await ctx.context.internalAdapter.findUserById(userId)
      if (!user) throw ctx.error('NOT_FOUND')
      const session = await ctx.context.internalAdapter.createSession(userId, false, {
        secondFactorAt: hasPassed ? new Date() : null,
        idToken,
      })
      await setSessionCookie(ctx, { session, user })
      return session.id
    }),
  },
} satisfies BetterAuthPlugin
