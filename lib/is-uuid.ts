import { z } from 'zod'

/** Whether a part of an address is an id, before it goes to the database. */
export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success
