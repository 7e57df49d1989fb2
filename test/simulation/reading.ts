import { read as extract } from '../../lambdas/core/extract/extract.ts'
import { remembering } from './remembering.ts'

/** In place of the extraction. */
export const read = remembering(extract)
