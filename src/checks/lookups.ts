import type { Answer, AskedHow, RecordOf, RecordType, Resolver } from './resolver.ts'

/** A resolver that keeps a line of each lookup made through it, in the order they were asked. */
export interface RecordingResolver extends Resolver {
  readonly lookups: readonly string[]
}

/** Wraps a resolver so that a check can say what it rests on. A lookup asked twice is told once. */
export function recording(resolver: Resolver): RecordingResolver {
  const asked = new Map<string, string>()
  return {
    get lookups() {
      return [...asked.values()]
    },
    async resolve(name, type, how) {
      const key = keyOf(`${type} ${name}`, how)
      asked.set(key, `${type} ${printable(name)}`)
      const answer = await resolver.resolve(name, type, how)
      asked.set(key, describeLookup(name, type, answer, how))
      return answer
    },
  }
}

/**
 * Wraps a resolver so that each lookup is asked once while the wrapper lives: one wrapper for one question, so that all
 * checks of an answer rest on the same facts. Names are the same in upper and lower case.
 */
export function withCache(resolver: Resolver): Resolver {
  const known: { [T in RecordType]?: Map<string, ReturnType<typeof resolver.resolve<T>>> } = {}
  function shelf<T extends RecordType>(type: T): Map<string, ReturnType<typeof resolver.resolve<T>>> {
    const shelves: { [K in T]?: Map<string, ReturnType<typeof resolver.resolve<T>>> } = known
    const found = shelves[type] ?? new Map<string, ReturnType<typeof resolver.resolve<T>>>()
    shelves[type] = found
    return found
  }
  return {
    resolve(name, type, how) {
      const answers = shelf(type)
      const key = keyOf(name.replace(/\.$/, ''), how)
      const answer = answers.get(key) ?? resolver.resolve(name, type, how)
      answers.set(key, answer)
      return answer
    },
  }
}

function keyOf(name: string, how: AskedHow | undefined): string {
  return `${name.toLowerCase()}${how?.unvalidated ? ' +cd' : ''}`
}

/** One lookup as a person would type it, and its end: `MX example.com → 10 mx.example.com`. */
export function describeLookup<T extends RecordType>(
  name: string,
  type: T,
  answer: Answer<RecordOf[T]>,
  how?: AskedHow,
): string {
  return `${type} ${printable(name)}${how?.unvalidated ? ' +cd' : ''} → ${describeAnswer(answer)}`
}

/** A record as a person would type it: `10 mx.example.com`, `"v=spf1 -all"`. */
export function describeRecord(record: RecordOf[RecordType]): string {
  if (typeof record === 'string') {
    return printable(record || '.')
  }
  if ('exchange' in record) {
    return `${record.priority} ${printable(record.exchange || '.')}`
  }
  if ('certificate' in record) {
    return `${record.usage} ${record.selector} ${record.matchingType} ${record.certificate}`
  }
  return `"${printable(record.join(''))}"`
}

/** Text that someone else's zone holds, on one line: what is not printable ASCII is written `\DDD` as in a zone file. */
export function printable(text: string): string {
  return text.replace(/[^ -~]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0
    return code < 256 ? `\\${String(code).padStart(3, '0')}` : '?'
  })
}

/**
 * Whether nobody answered, so that asking once more would only cost another wait: no server of ours, or none of the
 * domain's (RFC 8914: 22 no reachable authority, 23 network error).
 */
export function isSilence({ reason, extended }: Extract<Answer<never>, { readonly kind: 'temporary-error' }>): boolean {
  return (reason?.startsWith('no answer') ?? false) || extended?.code === 22 || extended?.code === 23
}

function describeAnswer(answer: Answer<RecordOf[RecordType]>): string {
  switch (answer.kind) {
    case 'records':
      return answer.records.map(describeRecord).join(', ')
    case 'no-data':
      return 'no record of this type'
    case 'no-such-name':
      return 'no such name'
    case 'temporary-error':
      return answer.reason === undefined ? 'temporary error' : `temporary error (${printable(answer.reason)})`
  }
}
