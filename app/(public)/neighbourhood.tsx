/** A few streets by a river, and steps that lead to a place: what the site does, without a word. */
export function Neighbourhood({ className }: { className: string | undefined }) {
  return (
    <svg className={className} aria-hidden="true" viewBox="0 0 480 380">
      <defs>
        <clipPath id="neighbourhood-frame">
          <rect width="480" height="380" rx="36" />
        </clipPath>
      </defs>
      <g clipPath="url(#neighbourhood-frame)">
        <rect width="480" height="380" fill="var(--sand)" />
        <path d="M-20 300C90 262 190 356 300 318S430 262 520 276V420H-20z" fill="var(--teal-wash)" />
        <g stroke="var(--paper)" strokeLinecap="round" fill="none">
          <path d="M-20 220C120 190 190 246 300 214S430 160 520 176" strokeWidth="22" />
          <path d="M96 -20C112 90 88 150 112 236" strokeWidth="18" />
          <path d="M-20 96C80 84 180 118 260 92S420 58 520 76" strokeWidth="16" />
          <path d="M262 -20C274 60 252 150 276 222" strokeWidth="14" />
          <path d="M398 -20C384 60 410 120 396 186" strokeWidth="14" />
        </g>
        <g fill="var(--line)">
          <rect x="132" y="20" width="52" height="48" rx="10" />
          <rect x="196" y="28" width="40" height="40" rx="10" />
          <rect x="132" y="132" width="44" height="62" rx="10" />
          <rect x="190" y="140" width="50" height="52" rx="10" />
          <rect x="300" y="110" width="72" height="60" rx="10" />
          <rect x="296" y="16" width="76" height="44" rx="10" />
          <rect x="20" y="126" width="56" height="60" rx="10" />
          <rect x="420" y="96" width="48" height="50" rx="10" />
          <circle cx="46" cy="42" r="26" opacity=".6" />
          <circle cx="436" cy="28" r="22" opacity=".6" />
        </g>
        <g fill="var(--teal)">
          <Step x={36} y={226} turn={78} />
          <Step x={78} y={206} turn={76} />
          <Step x={120} y={221} turn={92} />
          <Step x={162} y={206} turn={100} />
          <Step x={204} y={226} turn={96} />
          <Step x={246} y={211} turn={80} />
          <Step x={288} y={222} turn={70} />
          <Step x={328} y={194} turn={62} />
        </g>
        <g transform="translate(392 168)">
          <path
            d="M0 0C30-34 46-60 46-82a46 46 0 1 0-92 0C-46-60-30-34 0 0z"
            fill="var(--teal)"
            stroke="var(--paper)"
            strokeWidth="6"
          />
          <circle cy="-82" r="27" fill="var(--paper)" />
          <path d="M-15-80L0-94l15 14v15h-10v-10h-10v10h-10z" fill="var(--teal)" />
        </g>
        <g stroke="var(--paper)" strokeWidth="4">
          <path d="M160 250l14 8v16l-14 8-14-8v-16z" fill="var(--kind-fabrique)" />
          <rect x="216" y="84" width="24" height="24" rx="3" fill="var(--kind-france-services)" />
          <path d="M60 78l16 27H44z" fill="var(--kind-tiers-lieu)" strokeLinejoin="round" />
          <circle cx="330" cy="252" r="14" fill="var(--kind-mediation)" />
        </g>
      </g>
    </svg>
  )
}

/** One foot, pointing up before it turns. */
function Step({ x, y, turn }: { x: number; y: number; turn: number }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn})`}>
      <ellipse cy="-6" rx="6.5" ry="9" />
      <ellipse cy="9" rx="5" ry="4.5" />
    </g>
  )
}
