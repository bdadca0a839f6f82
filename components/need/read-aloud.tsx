'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import styles from './read-aloud.module.css'

interface Props {
  text: string
  listen: string
  stop: string
}

const never = () => () => {}
const canSpeak = () => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window

/** Reads a text in the language of the page, with the device's own voice; where there is none, it is not there. */
export function ReadAloud({ text, listen, stop }: Props) {
  const isAvailable = useSyncExternalStore(never, canSpeak, () => false)
  const [isSpeaking, setIsSpeaking] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])

  function toggle() {
    window.speechSynthesis.cancel()
    setIsSpeaking(!isSpeaking)
    if (isSpeaking) return
    const speech = new SpeechSynthesisUtterance(text)
    speech.lang = document.documentElement.lang
    speech.onend = speech.onerror = () => setIsSpeaking(false)
    window.speechSynthesis.speak(speech)
  }

  return (
    <div className={styles.place}>
      {isAvailable && (
        <Button type="button" variant="secondary" onClick={toggle}>
          <Icon name="speaker" />
          {isSpeaking ? stop : listen}
        </Button>
      )}
    </div>
  )
}
