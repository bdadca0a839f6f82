/** Drawn on a 24-unit grid, with round strokes of the text's colour. */
const paths = {
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  book: 'M4 5.5C6.5 4 9.5 4 12 6c2.5-2 5.5-2 8-.5V19c-2.5-1.5-5.5-1.5-8 .5-2.5-2-5.5-2-8-.5zM12 6v13.5',
  briefcase: 'M3.5 8h17v11.5h-17zM9 8V4.5h6V8M3.5 13h17M12 12v2',
  bulb: 'M9 18h6M10 21h4M8 14.5A6 6 0 1 1 16 14.5c-.8.7-1 1.5-1 2.5H9c0-1-.2-1.8-1-2.5z',
  calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5',
  close: 'M6 6l12 12M18 6L6 18',
  document: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 16h6',
  euro: 'M18 6.5A7 7 0 1 0 18 17.5M3.5 10.5H13M3.5 13.5H12',
  family:
    'M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16.5 12.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM3 20v-2.5A4.5 4.5 0 0 1 7.5 13h1a4.5 4.5 0 0 1 4.5 4.5V20M15 15h2.5A3.5 3.5 0 0 1 21 18.5V20',
  filter: 'M4 7h16M7 12h10M10 17h4',
  globe: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.1',
  laptop: 'M5 6h14v10H5zM2.5 19.5h19',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1',
  locate: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 2.5V7M12 17v4.5M2.5 12H7M17 12h4.5',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 7 8-7',
  map: 'M9 4.5L3.5 7v12.5L9 17l6 2.5 5.5-2.5V4.5L15 7zM9 4.5V17M15 7v12.5',
  phone:
    'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2.5 2.5 0 0 1-2.5 2.5C10.5 20 4 13.5 3.5 6A2.5 2.5 0 0 1 6 3.5z',
  pin: 'M12 21.5c4.5-5 7-8.7 7-11.5a7 7 0 0 0-14 0c0 2.8 2.5 6.5 7 11.5zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  printer: 'M7 8.5v-5h10v5M7 17H4v-8.5h16V17h-3M7 14h10v6.5H7z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5l5 5',
  shield: 'M12 3.5l7.5 2.5v5.5c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5',
  tools:
    'M14.5 6.5a4 4 0 0 1 5-2.5l-2.5 2.5.5 2 2 .5L22 6.5M14.5 6.5a4 4 0 0 0 .5 3.5L5 20a1.7 1.7 0 0 1-2.5-2.5L12.5 8M4 4l5 5M13.5 14.5l5.5 5.5',
  user: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  wallet:
    'M4 7.5h15a1.5 1.5 0 0 1 1.5 1.5v9.5A1.5 1.5 0 0 1 19 20H5.5A1.5 1.5 0 0 1 4 18.5zM4 7.5L16 4v3.5M16.5 13.7v.1',
  warning: 'M12 4l9.5 16h-19zM12 10v5M12 17.5v.1',
  wheelchair:
    'M10.5 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM10.5 8v6.5h6l2.5 5.5M10.5 10.5h5M8 11.5a5 5 0 1 0 6.5 6.5',
} as const

export type IconName = keyof typeof paths

/** A drawing beside words: it says nothing by itself, so screen readers skip it. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
