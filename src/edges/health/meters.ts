import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answered } from '../../answering/answered.ts'

/** What is looked up when somebody reads the metrics. */
export interface Looks {
  connected(): boolean
  running(): number
  waiting(): number
  auditDropped(): number
}

export interface Meters {
  observe(answered: Answered): void
  /** Prometheus' text, and its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>
}

/** From the first word's half second to the longest that a question may take. */
const SECONDS = [0.25, 0.5, 1, 2, 5, 10, 20, 45, 90, 180]

/** Meters of the questions and of the process, in a registry of their own. */
export function openMeters(looks: Looks): Meters {
  const registers = [new Registry()]
  const [registry = new Registry()] = registers
  collectDefaultMetrics({ register: registry })
  const name = (what: string) => `postmaster_${what}`
  const questions = new Counter({
    name: name('questions_total'),
    help: 'Questions that have ended, by verb and outcome.',
    labelNames: ['verb', 'outcome'],
    registers,
  })
  const gateways = new Counter({
    name: name('gateway_questions_total'),
    help: 'Questions that a gateway was read for.',
    labelNames: ['gateway'],
    registers,
  })
  const merged = new Counter({
    name: name('questions_merged_total'),
    help: 'Questions answered together with the same one of another.',
    registers,
  })
  const took = new Histogram({
    name: name('question_seconds'),
    help: 'From the question to its answer.',
    buckets: SECONDS,
    registers,
  })
  const waited = new Histogram({
    name: name('question_wait_seconds'),
    help: 'From the question to its turn.',
    buckets: SECONDS,
    registers,
  })
  const gauge = (what: string, help: string, look: () => number) =>
    new Gauge({
      name: name(what),
      help,
      registers,
      collect() {
        this.set(look())
      },
    })
  gauge('slack_connected', '1 while Slack can reach the bot.', () => (looks.connected() ? 1 : 0))
  gauge('questions_running', 'Questions that are worked on.', looks.running)
  gauge('questions_waiting', 'Questions that wait for their turn.', looks.waiting)
  gauge('audit_dropped_lines', 'Lines of the audit log that the disk did not take in time.', looks.auditDropped)
  return {
    observe(answered) {
      questions.inc({ verb: answered.verb || 'none', outcome: answered.outcome })
      for (const gateway of answered.gateways) gateways.inc({ gateway })
      if (answered.merged) merged.inc()
      took.observe(answered.ms / 1_000)
      waited.observe(answered.waitedMs / 1_000)
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
