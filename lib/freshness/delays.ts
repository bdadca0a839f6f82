/** How a listing that nobody confirms goes from a message to the coordinator. Days, but for what a hub chooses. */

/** Months without confirmation before a structure is asked, where no hub says otherwise. */
export const usualConfirmMonths = 6
/** What a hub may choose, in months. */
export const confirmMonths = [1, 2, 3, 4, 6, 9, 12, 18, 24, 36] as const
/** Months from the first message to the day when the listing waits for a coordinator. */
export const holdMonths = [3, 4, 6, 9, 12, 18, 24, 36] as const

/** From one message to the next: the first, then reminders at two and four weeks. */
export const daysBetweenMessages = 14
export const messagesAtMost = 3
/** From the first message to the notice on the page, two weeks after the last reminder. */
export const noticeAfterDays = 42
/** From the notice to the lower rank. */
export const staleAfterDays = 42
/** How long a link works after the last message, for as long as it was not used. */
export const linkDays = 183
/** Structures asked in a day, those that waited longest first: a first import of old records is no flood of mail. */
export const askedADay = 500
