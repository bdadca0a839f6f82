import type { CurrentUser } from '@/lib/accounts/permissions'
import type { UserError } from '@/lib/errors'
import type { Person, Scene, Scenes } from './scenes'

export interface Rule {
  /** Who, in her own territory */
  may: readonly Person[]
  /** In another: the administrator alone, unless told; the same where no territory matters */
  elsewhere?: 'same'
  /** What a refusal looks like besides ForbiddenError, where it must not say that something is there */
  refusedBy?: typeof UserError
  /** What the action is about, besides the scene's place */
  prepare?: (scene: Scene, scenes: Scenes) => Promise<string>
}

export interface Action extends Rule {
  act: (user: CurrentUser, scene: Scene, prepared: string, scenes: Scenes) => Promise<unknown>
}

export interface List extends Rule {
  /** Whether what was prepared is in it */
  sees: (user: CurrentUser, scene: Scene, prepared: string, scenes: Scenes) => Promise<boolean>
}

export const coordinates: Person[] = ['administrator', 'coordinator']
export const publishes: Person[] = [...coordinates, 'editor']
export const edits: Person[] = [...publishes, 'placeEditor']
export const readsHub: Person[] = [...publishes, 'reader']
export const reads: Person[] = [...readsHub, 'placeEditor']
export const administers: Person[] = ['administrator']
