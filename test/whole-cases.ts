import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What must come out of a whole case, as test/answers/README.md tells. `why` is for whoever reads it. */
export const Expected = z.strictObject({
  cause: z.string().nullable(),
  certainty: z.enum(['proven', 'likely', 'possible']).nullable(),
  also: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  why: z.string(),
})

export const folder = fileURLToPath(new URL('answers', import.meta.url))

/** Every folder that stands there is a case. */
export const names: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

export function expectedOf(name: string): z.infer<typeof Expected> {
  return Expected.parse(JSON.parse(readFileSync(join(folder, name, 'verdict.json'), 'utf8')))
}
