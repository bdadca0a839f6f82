import { db } from '@/lib/db'
import * as attendance from '@/lib/workshops/attendance/mutations'
import * as workshops from '@/lib/workshops/mutations'
import { attendanceInput, workshopEdit } from '@/lib/workshops/schema'
import { type Action, edits } from './rule'
import type { Scene, Scenes } from './scenes'
import { workshop } from './subjects'

/** A workshop and its session, as one id: the subject of what follows. */
async function announced(scene: Scene, { administrator }: Scenes): Promise<string> {
  await workshops.addWorkshop(administrator, workshop(scene))
  const { id, workshopId } = await db.workshopSession.findFirstOrThrow({
    where: { workshop: { placeId: scene.placeId, removedAt: null } },
    orderBy: { workshop: { createdAt: 'desc' } },
  })
  return `${workshopId} ${id}`
}

function sessionOf(placeId: string, id: string) {
  const [workshopId = '', sessionId = ''] = id.split(' ')
  return { id: placeId, workshopId, sessionId }
}

const hours = { date: '2027-03-02', starts: '14:00', ends: '15:00' }

const noted = (placeId: string, id: string) => attendanceInput.parse({ ...sessionOf(placeId, id), walkIns: '2' })

const edited = ({ placeId }: Scene, id: string) =>
  workshopEdit.parse({ ...sessionOf(placeId, id), version: '1', title: 'Autre', service: 'EMPLOYMENT', booking: '' })

export const workshopActions: Readonly<Record<string, Action>> = {
  'workshops/attendance/mutations noteAttendance (without codes)': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) =>
      attendance.noteAttendance(user, noted(placeId, id), new Date('2027-03-01T10:00:00Z')),
  },
  'workshops/mutations addSession': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.addSession(user, { ...sessionOf(placeId, id), ...hours }),
  },
  'workshops/mutations addWorkshop': { may: edits, act: (user, scene) => workshops.addWorkshop(user, workshop(scene)) },
  'workshops/mutations cancelSession': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.cancelSession(user, { ...sessionOf(placeId, id), version: 1 }),
  },
  'workshops/mutations editWorkshop': {
    may: edits,
    prepare: announced,
    act: (user, scene, id) => workshops.editWorkshop(user, edited(scene, id)),
  },
  'workshops/mutations moveSession': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.moveSession(user, { ...sessionOf(placeId, id), ...hours, version: 1 }),
  },
  'workshops/mutations removeWorkshop': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) => workshops.removeWorkshop(user, placeId, sessionOf(placeId, id).workshopId),
  },
  'workshops/mutations saveOtherSeats': {
    may: edits,
    prepare: announced,
    act: (user, { placeId }, id) =>
      workshops.saveOtherSeats(user, { ...sessionOf(placeId, id), otherSeats: 1, shownOtherSeats: 0 }),
  },
}
