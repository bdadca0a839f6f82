// An instance that sends mail and that its parent kills half-way.
import { sendMail } from '@/lib/mail/delivery/mutations'

await sendMail(new AbortController().signal)
process.exit()
