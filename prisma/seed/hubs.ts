import type { Transaction } from '@/lib/db'
import { hubFacts } from './hub-facts'

/** Adds the hubs that the database lacks; communes must be there. */
export async function seedHubs(tx: Transaction): Promise<void> {
  const known = new Set((await tx.hub.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  for (const { town, departments, lead, partners = [], foundedOn, endedOn, ...facts } of hubFacts) {
    if (known.has(facts.slug)) continue
    const { latitude, longitude } = await tx.commune.findUniqueOrThrow({ where: { code: town } })
    if (latitude === null || longitude === null) throw new Error(`The town ${town} of ${facts.name} has no position.`)
    await tx.hub.create({
      data: {
        ...facts,
        latitude,
        longitude,
        foundedOn: foundedOn ? new Date(foundedOn) : null,
        endedOn: endedOn ? new Date(endedOn) : null,
        departments: { create: departments.map((departmentCode) => ({ departmentCode })) },
        partners: {
          create: [...(lead ? [{ name: lead, isLead: true }] : []), ...partners.map((name) => ({ name }))],
        },
      },
    })
  }
}
