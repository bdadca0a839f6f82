/** Two steps, one after the other: the sole and the heel of a left foot, then of a right one. */
export function Logo({ size = 40 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 40 40">
      <g fill="var(--teal)" transform="rotate(-10 13 25)">
        <path d="M13 11.5c4 0 6.2 3.7 6.2 8 0 3.6-1.5 5.3-2.2 7H9.5c-1-2.2-2.7-4-2.7-7.5 0-4.3 2.4-7.5 6.2-7.5z" />
        <path d="M9.7 29.5h7.2c.3 1 .4 1.8.4 2.7a3.9 3.9 0 0 1-7.8 0c0-.9 0-1.8.2-2.7z" />
      </g>
      <g fill="var(--amber)" transform="rotate(10 28 14)">
        <path d="M28 2c-4 0-6.2 3.7-6.2 8 0 3.6 1.5 5.3 2.2 7h7.5c1-2.2 2.7-4 2.7-7.5C34.2 5.2 31.8 2 28 2z" />
        <path d="M31.3 20h-7.2c-.3 1-.4 1.8-.4 2.7a3.9 3.9 0 0 0 7.8 0c0-.9 0-1.8-.2-2.7z" />
      </g>
    </svg>
  )
}
