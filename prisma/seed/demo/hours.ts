/** Offices: closed on public holidays, often at noon, sometimes a Saturday morning or by appointment. */
export const officeHours: readonly string[] = [
  'Mo-Fr 09:00-12:00,13:30-17:00; PH off',
  'Mo-Fr 08:30-12:30,13:30-17:30; PH off',
  'Mo-Fr 09:00-12:30,14:00-17:30; PH off',
  'Mo-Th 08:30-12:00,13:30-17:30; Fr 08:30-12:00,13:30-16:30; PH off',
  'Mo-Th 09:00-12:00,13:30-17:00; Fr 09:00-12:00; PH off',
  'Mo 13:30-17:30; Tu-Fr 09:00-12:00,13:30-17:30; PH off',
  'Mo,We,Fr 08:30-12:30; Tu,Th 13:30-17:30; PH off',
  'Mo-We,Fr 08:45-12:15,13:15-16:45; Th 08:45-12:15; PH off',
  'Mo-Fr 08:30-12:00,13:30-17:00; Sa 09:00-12:00; PH off',
  'Tu-Fr 09:00-12:30,13:30-18:00; Sa 09:00-12:30; PH off',
  'Mo-Fr 09:00-16:30; PH off',
  'Mo,Tu,Th 09:00-12:00,14:00-17:00; We 09:00-12:00; Fr 14:00-19:00; PH off',
  'Mo-Fr 08:00-11:30,13:30-16:00; PH off',
  'Mo,Tu,Th,Fr 09:00-12:00,13:30-17:00; We 13:30-17:00; PH off',
  'Mo-Fr 09:00-12:00,13:30-17:00; PH off; "sur rendez-vous"',
  'Mo 09:00-12:00; We 13:30-17:00; Fr 09:00-12:00; PH off',
  'week 1-53/2 Tu 09:00-12:00; Th 14:00-17:00; PH off',
  'Mo-Fr 07:30-15:30; PH off',
  'Mo-Th 07:30-12:00,13:00-16:00; Fr 07:30-12:00; PH off',
]

/** Libraries: closed on Mondays, open on Saturdays, shorter in summer. */
export const libraryHours: readonly string[] = [
  'Tu-Sa 10:00-12:30,14:00-18:00; PH off',
  'Tu,Th,Fr 14:00-18:30; We,Sa 10:00-18:00; PH off',
  'Tu 14:00-19:00; We 10:00-18:00; Fr 14:00-18:00; Sa 10:00-17:00; PH off',
  'Tu-Fr 13:00-19:00; Sa 10:00-18:00; PH off',
  'We 10:00-12:00,14:00-18:00; Fr 16:00-18:30; Sa 10:00-12:00; PH off',
  'Tu,Fr 16:00-18:30; We 14:00-18:00; Sa 09:30-12:30; PH off',
  'Tu 16:00-20:00; We-Sa 10:00-18:00; PH off',
  'Sep-Jun: Tu-Sa 10:00-18:00; Jul-Aug: Tu-Sa 09:00-13:00; PH off',
  'Sep-Jun: We 14:00-18:00; Sep-Jun: Sa 10:00-12:30,14:00-17:00; Jul-Aug: We 10:00-12:00; PH off',
  'Tu-Sa 10:00-19:00; Su 14:00-18:00; PH off',
  'Mo 14:00-18:00; We 10:00-12:30,14:00-18:00; Fr 14:00-19:00; Sa 10:00-16:00; PH off',
]

/** Social centres and associations: afternoons, some evenings, workshops every other week. */
export const neighbourhoodHours: readonly string[] = [
  'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
  'Mo-Fr 14:00-18:00; PH off',
  'Mo,We,Fr 14:00-17:30; PH off',
  'Tu,Th 14:00-17:00; PH off',
  'Tu 18:00-20:30; Sa 10:00-12:00; PH off',
  'We 14:00-18:00; Sa 10:00-13:00; PH off',
  'week 1-53/2 Sa 10:00-12:00; We 14:00-17:00; PH off',
  'week 2-52/2 Th 17:30-20:00; Tu 09:00-12:00; PH off',
  'Mo 09:00-12:00; Tu-Th 09:00-12:00,14:00-17:00; Fr 14:00-17:00; PH off',
  'Mo-Fr 10:00-18:00; PH off',
  'Sep-Jun: Mo,Th 14:00-16:30; PH off',
  'Mo-Th 13:30-17:30; Fr 09:00-12:00; PH off',
  'We[1] 14:00-17:00; We[3] 14:00-17:00; PH off',
  'Fr 14:00-16:00 "sur rendez-vous"; PH off',
]

/** Third places: long days, evenings, sometimes open around the clock to their members. */
export const openHours: readonly string[] = [
  'Mo-Fr 09:00-18:00; PH off',
  'Mo-Fr 09:00-19:00; Sa 10:00-17:00; PH off',
  'Tu-Sa 10:00-19:00; PH off',
  'Mo-Th 09:00-21:00; Fr 09:00-18:00; PH off',
  'We-Fr 10:00-12:30,14:00-18:00; Sa 14:00-18:00; PH off',
  'Tu-Fr 09:30-18:30; Th 09:30-22:00; PH off',
  'Tu,Th 18:00-22:00; Sa 14:00-18:00; PH off',
  'Fr 18:00-24:00; Sa 10:00-18:00; PH off',
  'Mo-Fr 08:30-18:30; Sa,Su 14:00-18:00; PH off',
  'Mo-Sa 09:00-20:00; PH off',
]

/** What some people write where hours are asked for: no machine can read it, and it is shown as it is. */
export const unreadableHours: readonly string[] = ['Se renseigner à l’accueil', 'Le mardi, sauf pendant les vacances']
