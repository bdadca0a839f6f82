import { sendAppointment } from '@/app/send-appointment'
import { findReceived, receivedPath } from '../find-received'

type Context = RouteContext<'/coordination/orientations/[id]/rendez-vous.ics'>

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const referral = await findReceived(params)
  return sendAppointment(referral, receivedPath(referral.id))
}
