import styles from './referral.module.css'

/** A place that takes referrals, as one chooses it. */
export interface OtherPlace {
  id: string
  name: string
  /** Its address; near the referral, also how far it is and when it opens */
  where: string
}

/** What stands beside its box. */
export function OtherPlaceLabel({ place: { name, where } }: { place: OtherPlace }) {
  return (
    <>
      <strong>{name}</strong>
      <br />
      <span className={styles.soft}>{where}</span>
    </>
  )
}
