'use client'

import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { type MessageLabels, mailText, smsText, type Told } from '@/lib/sheet/message'
import styles from './send.module.css'

export interface SendWords {
  title: string
  send: string
  sendLead: string
  sms: string
  mail: string
  text: string
  copy: string
  copied: string
}

/** The sheet as a message of the device's own applications: this site sends nothing. */
export function Send({ told, labels, words }: { told: Told; labels: MessageLabels; words: SendWords }) {
  const [canCopy, setCanCopy] = useState(false)
  const [copied, setCopied] = useState('')
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  const sms = smsText(told, labels)
  const mail = `subject=${encodeURIComponent(words.title)}&body=${encodeURIComponent(mailText(told, labels))}`

  async function copy() {
    try {
      await navigator.clipboard.writeText(sms)
      setCopied(sms)
    } catch {
      // The browser refused: the text is there to be selected.
    }
  }

  return (
    <section className={styles.send} aria-labelledby="envoyer">
      <h2 id="envoyer">{words.send}</h2>
      <p>{words.sendLead}</p>
      <p className={styles.buttons}>
        <ButtonLink variant="secondary" href={`sms:?&body=${encodeURIComponent(sms)}`}>
          {words.sms}
        </ButtonLink>
        <ButtonLink variant="secondary" href={`mailto:?${mail}`}>
          {words.mail}
        </ButtonLink>
      </p>
      <label htmlFor="texte">{words.text}</label>
      <textarea id="texte" readOnly rows={6} value={sms} autoComplete="off" />
      {canCopy && (
        <Button type="button" variant="secondary" onClick={copy}>
          {words.copy}
        </Button>
      )}
      <p role="status">{copied === sms && words.copied}</p>
    </section>
  )
}
