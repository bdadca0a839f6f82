'use client'

import dynamic from 'next/dynamic'

/** Downloads the map only once it is asked for. */
export const LazyPositionPicker = dynamic(() => import('./position-picker').then((module) => module.PositionPicker), {
  ssr: false,
})
