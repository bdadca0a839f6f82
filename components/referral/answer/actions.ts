import type { FormAction } from '@/lib/form-state'

/** What the forms of a place send to: those of its page with an account, or of its link. */
export interface AnswerActions {
  move: FormAction
  message: FormAction
  reveal: FormAction
  redirect: FormAction
}

/** What every form says of itself: which referral, and by which right. */
export interface AnswerTo {
  id: string
  version: number
  /** The link of a place without account */
  token?: string
}
