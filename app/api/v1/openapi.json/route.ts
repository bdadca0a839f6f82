import { env } from '@/lib/env'
import { openApiDocument } from '@/lib/search/openapi'
import { answering, openData } from '../../open-data'

export const GET = answering(async () => openData(openApiDocument(env().PUBLIC_URL)))
