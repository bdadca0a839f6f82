import { sendAppointment } from '@/app/send-appointment'
import { referralOfLink } from '@/lib/referrals/queries'

/** Calendars are shared: the link, which is a key, is not in the file. */
export async function GET(_: Request, { params }: RouteContext<'/reponse/[token]/rendez-vous.ics'>): Promise<Response> {
  return sendAppointment(await referralOfLink((await params).token))
}
