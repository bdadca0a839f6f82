// An import of a person that its parent kills half-way: `killed-upload.ts ID`.
import { advanceUpload } from '@/lib/imports/steps/mutations'

await advanceUpload(process.argv[2] ?? '')
