'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { noteAttendance } from '@/lib/workshops/attendance/mutations'
import {
  addSession,
  addWorkshop,
  cancelSession,
  editWorkshop,
  moveSession,
  removeWorkshop,
  saveOtherSeats,
} from '@/lib/workshops/mutations'
import {
  attendanceInput,
  otherSeats,
  sessionAddition,
  sessionCancellation,
  sessionMove,
  workshopEdit,
  workshopInput,
  workshopRemoval,
} from '@/lib/workshops/schema'

const pageOf = (id: string) => `/coordination/lieux/${id}/ateliers`

export const addWorkshopAction = formAction(workshopInput, async (workshop, user) => {
  await addWorkshop(user, workshop)
  redirect(`${pageOf(workshop.id)}?fait=atelier#ateliers`)
})

export const editWorkshopAction = formAction(workshopEdit, async (workshop, user) => {
  await editWorkshop(user, workshop)
  redirect(`${pageOf(workshop.id)}/modifier/${workshop.workshopId}?fait=atelier-modifie`)
})

export const removeWorkshopAction = formAction(workshopRemoval, async ({ id, workshopId }, user) => {
  await removeWorkshop(user, id, workshopId)
  redirect(`${pageOf(id)}?fait=atelier-retire#ateliers`)
})

export const addSessionAction = formAction(sessionAddition, async (session, user) => {
  await addSession(user, session)
  redirect(`${pageOf(session.id)}/modifier/${session.workshopId}?fait=seance-ajoutee`)
})

export const moveSessionAction = formAction(sessionMove, async (session, user) => {
  await moveSession(user, session)
  redirect(`${pageOf(session.id)}/${session.sessionId}?fait=seance-deplacee`)
})

export const cancelSessionAction = formAction(sessionCancellation, async (session, user) => {
  await cancelSession(user, session)
  redirect(`${pageOf(session.id)}/${session.sessionId}?fait=seance-annulee`)
})

export const otherSeatsAction = formAction(otherSeats, async (session, user) => {
  await saveOtherSeats(user, session)
  redirect(`${pageOf(session.id)}/${session.sessionId}?fait=places-autres`)
})

export const attendanceAction = formAction(attendanceInput, async (session, user) => {
  await noteAttendance(user, session)
  redirect(`${pageOf(session.id)}/${session.sessionId}?fait=presences`)
})
