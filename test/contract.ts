import { z } from 'zod'

const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/)
const certainty = z.enum(['proven', 'likely', 'possible'])
const cause = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const words = z.string().min(1)
const fates = ['refused', 'aborted', 'dropped', 'quarantined', 'delivered', 'bounced', 'deferred', 'queued', 'open']
const fate = z.enum(fates)

const conversation = z.strictObject({
  weAre: z.enum(['server', 'client']),
  ip: words.nullable(),
  steps: z.array(
    z.strictObject({
      who: z.enum(['us', 'them']),
      stage: words,
      text: z.string().optional(),
      characters: z.int().optional(),
      code: z.int().optional(),
    }),
  ),
  broke: z
    .strictObject({ why: z.enum(['refused', 'closed', 'left', 'silence']), stage: words, step: z.int() })
    .nullable(),
  means: words,
})

/** The one object that `--json` prints for a question. Others rely on it: it may grow, and nothing here may change. */
export const answerJson = z.object({
  version: z.literal(1),
  question: z.strictObject({
    ask: z.enum(['why', 'trace']),
    about: z.union([
      z.strictObject({ domain: words }),
      z.strictObject({ address: words }),
      z.strictObject({ ip: words }),
      z.strictObject({ host: words }),
      z.strictObject({ messageId: words }),
      z.strictObject({ mid: z.int() }),
      z.strictObject({ icid: z.int() }),
      z.strictObject({ recipient: z.string() }),
    ]),
    recipient: words.nullable(),
    window: z.strictObject({ from: time, to: time }),
    gateways: z.array(words),
    language: z.string().length(2),
  }),
  verdict: z.strictObject({ cause, certainty, headline: words }).nullable(),
  /** What differs from the last mail of the sender that was taken: what it is now, what it was, and both in words. */
  changed: z
    .strictObject({
      takenAt: time,
      differences: z
        .array(
          z.strictObject({
            what: z.enum(['ip', 'host', 'lostName', 'unverified', 'group', 'sbrs', 'tls', 'plain', 'policy', 'volume']),
            now: z.union([words, z.number()]).nullable(),
            before: z.union([words, z.number()]).nullable(),
            text: words,
          }),
        )
        .min(1),
    })
    .nullable(),
  findings: z.array(
    z.strictObject({
      cause,
      certainty,
      count: z.int().min(0),
      summary: words,
      cites: z.array(z.strictObject({ gateway: words, file: words, line: z.int().min(1).nullable(), text: words })),
      lookups: z.array(words),
      nextSteps: z.array(
        z.strictObject({ who: z.enum(['us', 'sender', 'recipient']), text: words, command: words.optional() }),
      ),
      note: words.nullable(),
      conversations: z.array(conversation).optional(),
    }),
  ),
  ruledOut: z.array(z.strictObject({ cause, because: words })),
  attempts: z.array(
    z.strictObject({
      gateway: words,
      time,
      ip: words.nullable(),
      host: words.nullable(),
      icid: z.int().nullable(),
      mid: z.int().nullable(),
      mailFrom: z.string().nullable(),
      rcptTo: z.array(z.string()),
      senderGroup: words.nullable(),
      sbrs: z.number().nullable(),
      fate,
      /** There where they fared differently. */
      recipients: z.array(z.strictObject({ rcptTo: words, fate })).optional(),
    }),
  ),
  checks: z.array(
    z.object({
      id: z.string().regex(/^[SR]\d{1,2}$/),
      status: z.enum(['ok', 'problem', 'unknown']),
      summary: words,
    }),
  ),
  coverage: z.array(
    z.strictObject({
      gateway: words,
      from: time.nullable(),
      to: time.nullable(),
      complete: z.boolean(),
      lines: z.int().min(0),
      unrecognised: z.int().min(0),
      gaps: z.array(z.strictObject({ from: time, to: time })),
      /** The asker's zone, where the times were read in it because neither the log nor the configuration names one. */
      assumedTimeZone: words.optional(),
    }),
  ),
  gaps: z.array(z.strictObject({ where: words, kind: words, detail: z.string() })),
  elapsedMs: z.number().min(0),
})
