import type { Gap } from '../../diagnosis/evidence.ts'
import { splitLines } from '../logs/lines.ts'
import { readStamp } from '../logs/stamp.ts'
import type { CommandEnd } from './command.ts'
import { isModeQuestion, isPager, isPrompt, refusalIn, withoutPager } from './prompt.ts'
import type { Session } from './session.ts'
import { gapOf, oneLine } from './trouble.ts'

/** What is left to be fetched for one search, shared by its commands and counted down by each. */
export interface Allowance {
  lines: number
  bytes: number
  /** In milliseconds since the epoch. */
  readonly deadline: number
}

export interface Answered {
  readonly lines: readonly string[]
  /** Lines that came, kept or not. */
  readonly came: number
  readonly gaps: readonly Gap[]
  /** False where there is no point in asking this gateway anything more now. */
  readonly goOn: boolean
}

export interface Asking {
  readonly session: Session
  readonly where: string
  readonly now: () => number
  readonly seconds: number
  readonly quietMs: number
}

/** The only bytes that a command to a gateway may hold: nothing that quotes, parts commands, or escapes. */
const portable = /^[A-Za-z0-9@_.:[\] -]+$/

const endings: Partial<Record<CommandEnd, (came: number) => Pick<Gap, 'kind' | 'detail'>>> = {
  dropped: (came) => ({ kind: 'partial', detail: `the connection was lost after ${came} lines of an answer` }),
  deadline: (came) => ({ kind: 'timeout', detail: `a command did not end in time (${came} lines had come)` }),
  stopped: (came) => ({ kind: 'budget', detail: `an answer was cut off after ${came} lines` }),
}

/**
 * Asks a gateway's command line one thing and gives the lines that `keep` wants. Whatever goes wrong is a Gap; what came
 * until then is kept, but for a torn last line.
 */
export async function ask(
  asking: Asking,
  command: string,
  allowance: Allowance,
  keep: (line: string) => boolean,
): Promise<Answered> {
  if (!portable.test(command)) throw new Error('a command to a gateway held a byte outside the portable alphabet')
  const { session, where, now } = asking
  const lines: string[] = []
  const others: string[] = []
  let came = 0
  const splitter = splitLines((raw) => {
    const line = withoutPager(raw)
    came += 1
    if (!keep(line)) {
      if (others.length < 20) others.push(line)
    } else if (allowance.lines > 0) {
      allowance.lines -= 1
      lines.push(line)
    }
  })
  let switched = false
  const gaps: Gap[] = []
  const answered = (goOn: boolean): Answered => ({ lines, came, gaps, goOn })
  try {
    const { end, errors } = await session.run(command, {
      deadline: Math.min(allowance.deadline, now() + asking.seconds * 1000),
      quietMs: asking.quietMs,
      take(chunk) {
        allowance.bytes -= chunk.length
        splitter.push(chunk)
        if (allowance.bytes <= 0 || allowance.lines <= 0) return 'stop'
        const rest = splitter.rest()
        if (isPager(rest)) {
          splitter.forget()
          return 'key'
        }
        return isPrompt(rest) ? 'waiting' : 'more'
      },
      reply() {
        const said = [...others, splitter.rest()]
        // A sender may have written the same words into a line that is still on its way.
        const first = came === others.length && said.every((line) => readStamp(line) === null)
        if (switched || !first || !isModeQuestion(said.join(' '))) return null
        switched = true
        splitter.forget()
        others.length = 0
        came = 0
        return 'Y\n'
      },
    })
    const rest = splitter.rest()
    if (end === 'question') {
      const detail = `the gateway asked a question instead of answering: "${oneLine(rest)}"`
      gaps.push({ where, kind: 'role', detail })
      return answered(false)
    }
    const ending = endings[end]?.(came)
    if (ending) {
      gaps.push({ where, ...ending })
      return answered(end === 'stopped')
    }
    const said = [...others, ...errors.split('\n'), rest].filter((line) => line.trim() !== '')
    const refusal = lines.length === 0 && others.length === came ? refusalIn(said) : null
    if (refusal) gaps.push({ where, ...refusal })
    else if (rest && came > 0) gaps.push({ where, kind: 'partial', detail: 'the last line of an answer was torn off' })
    if (splitter.passedOver() > 0) gaps.push({ where, kind: 'partial', detail: 'a line of over 1 MiB was passed over' })
    return answered(!refusal)
  } catch (error) {
    gaps.push(gapOf(error, where))
    return answered(false)
  }
}
