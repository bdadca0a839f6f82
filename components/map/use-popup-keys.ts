import type L from 'leaflet'
import { useEffect } from 'react'

/** A popup takes the focus when it opens; Escape closes it and gives the focus back to its mark. */
export function usePopupKeys(map: L.Map, closeLabel: string) {
  useEffect(() => {
    let opener: HTMLElement | null = null

    function onOpen({ popup }: L.PopupEvent) {
      if (document.activeElement instanceof HTMLElement) opener = document.activeElement
      const element = popup.getElement()
      const close = element?.querySelector<HTMLElement>('.leaflet-popup-close-button')
      close?.setAttribute('aria-label', closeLabel)
      const link = element?.querySelector<HTMLElement>('.leaflet-popup-content a') ?? close
      link?.focus({ preventScroll: true })
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      map.closePopup()
      if (opener?.isConnected) opener.focus({ preventScroll: true })
    }

    const container = map.getContainer()
    map.on('popupopen', onOpen)
    container.addEventListener('keydown', onKeyDown)
    return () => {
      map.off('popupopen', onOpen)
      container.removeEventListener('keydown', onKeyDown)
    }
  }, [map, closeLabel])
}
