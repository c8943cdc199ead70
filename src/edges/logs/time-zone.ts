import * as z from 'zod'
import { isTimeZone } from '../../question/zone.ts'

/** The zone of a log's clock, for logs whose header does not tell. */
export const timeZone = z.string().refine(isTimeZone, 'expected an IANA zone such as Europe/Zurich').optional()
