import { db } from '@/lib/db'
import { addWorkshop } from '@/lib/workshops/mutations'
import { attendanceInput, workshopEdit } from '@/lib/workshops/schema'
import type { Scene, Scenes } from './scenes'
import { workshop } from './subjects'

/** A workshop and its session, as one id: the subject of what follows. */
export async function announced(scene: Scene, { administrator }: Scenes): Promise<string> {
  await addWorkshop(administrator, workshop(scene))
  const { id, workshopId } = await db.workshopSession.findFirstOrThrow({
    where: { workshop: { placeId: scene.placeId, removedAt: null } },
    orderBy: { workshop: { createdAt: 'desc' } },
  })
  return `${workshopId} ${id}`
}

export function sessionOf(placeId: string, id: string) {
  const [workshopId = '', sessionId = ''] = id.split(' ')
  return { id: placeId, workshopId, sessionId }
}

export const hours = { date: '2027-03-02', starts: '14:00', ends: '15:00' }

export const noted = (placeId: string, id: string) => attendanceInput.parse({ ...sessionOf(placeId, id), walkIns: '2' })

export const edited = ({ placeId }: Scene, id: string) =>
  workshopEdit.parse({ ...sessionOf(placeId, id), version: '1', title: 'Autre', service: 'EMPLOYMENT', booking: '' })
