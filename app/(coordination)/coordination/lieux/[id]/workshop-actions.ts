'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { addWorkshop, removeWorkshop } from '@/lib/workshops/mutations'
import { workshopInput, workshopRemoval } from '@/lib/workshops/schema'

export const addWorkshopAction = formAction(workshopInput, async (workshop, user) => {
  await addWorkshop(user, workshop)
  redirect(`/coordination/lieux/${workshop.id}/ateliers?fait=atelier#ateliers`)
})

export const removeWorkshopAction = formAction(workshopRemoval, async ({ id, workshopId }, user) => {
  await removeWorkshop(user, id, workshopId)
  redirect(`/coordination/lieux/${id}/ateliers?fait=atelier-retire#ateliers`)
})
