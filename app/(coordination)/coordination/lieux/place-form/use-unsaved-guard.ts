import { type RefObject, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/form-state'

/** Has the browser ask before it leaves a form in which something was typed and not saved. */
export function useUnsavedGuard(form: RefObject<HTMLFormElement | null>, { tone, attempt }: FormState): void {
  const isTyped = useRef(false)
  useEffect(() => {
    // An answer that is not a success gives back what was typed, unsaved.
    isTyped.current = attempt > 0 && tone !== 'success'
  }, [attempt, tone])
  useEffect(() => {
    const type = () => {
      isTyped.current = true
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (isTyped.current) event.preventDefault()
    }
    const send = () => {
      isTyped.current = false
    }
    const typed = form.current
    typed?.addEventListener('input', type)
    typed?.addEventListener('submit', send)
    window.addEventListener('beforeunload', leave)
    return () => {
      typed?.removeEventListener('input', type)
      typed?.removeEventListener('submit', send)
      window.removeEventListener('beforeunload', leave)
    }
  }, [form])
}
