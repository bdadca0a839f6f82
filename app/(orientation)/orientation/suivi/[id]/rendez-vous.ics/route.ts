import { sendAppointment } from '@/app/send-appointment'
import { findReferral, referralPath } from '../find-referral'

type Context = RouteContext<'/orientation/suivi/[id]/rendez-vous.ics'>

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { referral } = await findReferral(params)
  return sendAppointment(referral, referralPath(referral.id))
}
