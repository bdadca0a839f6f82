/** Whether an id is one that a place of ours may bear: a file of ours has come back. */
export const isOwnId = (id: string) => /^adp-[1-9]\d{0,9}$/.test(id)
