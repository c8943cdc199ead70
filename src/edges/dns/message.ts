import packet from 'dns-packet'
import type { ExtendedError, RecordOf, RecordType } from '../../checks/resolver.ts'
import { fromWireName, isSameName } from './name.ts'

export interface Question {
  readonly id: number
  readonly name: string
  readonly type: RecordType
  /** True to have the answer also where DNSSEC does not hold (CD bit). */
  readonly unvalidated: boolean
}

/** One record of an answer, with its data as RecordOf has it. */
export interface WireRecord {
  readonly name: string
  readonly type: string
  readonly ttl: number
  readonly data: unknown
}

/** What a datagram or TCP message says to the question. `ignore`: it does not answer this question at all. */
export type Reply =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'truncated' }
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly withoutEdns?: true
      /** The server said nothing: the network did. */
      readonly unreached?: true
      readonly extended?: ExtendedError
    }
  | {
      readonly kind: 'answer'
      readonly exists: boolean
      readonly answers: readonly WireRecord[]
      /** The server vouches that there is nothing more to ask (a SOA in the authority section, RFC 2308). */
      readonly final: boolean
      /** For how many seconds that there is nothing more may be believed (RFC 2308 section 5); null where it is not told. */
      readonly negativeTtl: number | null
      readonly authenticated: boolean
    }

/** What fits into one datagram on any path (RFC 9715 names 1232 to 1400; 1232 is what the resolvers agreed on). */
const udpBytes = 1232

const extendedErrorOption = 15

const rcodes: Readonly<Record<number, string>> = { 1: 'FORMERR', 2: 'SERVFAIL', 4: 'NOTIMP', 5: 'REFUSED' }

/** A query with recursion wanted and the AD bit set, which asks for the AD bit back (RFC 6840 section 5.7). */
export function encodeQuery(question: Question, edns: boolean): Buffer {
  const { id, name, type, unvalidated } = question
  const options = { type: 'OPT', name: '.', udpPayloadSize: udpBytes, extendedRcode: 0, ednsVersion: 0 } as const
  return packet.encode({
    type: 'query',
    id,
    flags: packet.RECURSION_DESIRED | packet.AUTHENTIC_DATA | (unvalidated ? packet.CHECKING_DISABLED : 0),
    questions: [{ name, type, class: 'IN' }],
    ...(edns && { additionals: [{ ...options, flags: 0, flag_do: false, options: [] }] }),
  })
}

/** Reads a message as the answer to a question. Never throws: a broken message is a failed server. */
export function readReply(bytes: Buffer, question: Question): Reply {
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== question.id || !(bytes.readUInt8(2) & 0x80)) {
    return { kind: 'ignore' }
  }
  const truncated = (bytes.readUInt8(2) & 0x02) !== 0
  const decoded = decode(bytes)
  if (!decoded) {
    // Some servers cut a truncated message in the middle of a record, so the bit alone decides.
    return truncated ? { kind: 'truncated' } : { kind: 'failed', reason: 'a broken message' }
  }
  const asked = decoded.questions?.[0]
  const rcode = (decoded.flags ?? 0) & 0x0f
  const isEmpty = asked === undefined && (rcode === 1 || rcode === 4)
  if (!isEmpty && !(asked && asked.type === question.type && isSameName(asked.name, question.name))) {
    return { kind: 'ignore' }
  }
  if (truncated) {
    return { kind: 'truncated' }
  }
  if (rcode !== 0 && rcode !== 3) {
    const reason = rcodes[rcode] ?? `RCODE ${rcode}`
    const extended = extendedErrorIn(decoded)
    const withoutEdns = rcode === 1 || rcode === 4 ? { withoutEdns: true as const } : {}
    return { kind: 'failed', reason, ...withoutEdns, ...(extended && { extended }) }
  }
  return readAnswer(decoded, rcode === 0)
}

/** The records in the form that RecordOf gives them; those that are not of the type, or broken, are left out. */
export function recordsOf<T extends RecordType>(records: readonly WireRecord[], type: T): RecordOf[T][] {
  const read = readers[type]
  const found: RecordOf[T][] = []
  for (const record of records) {
    const value = record.type === type ? read(record.data) : null
    if (value !== null) {
      found.push(value)
    }
  }
  return found
}

/** Where a CNAME record leads; null for any other record. */
export function targetOf(record: WireRecord): string | null {
  return record.type === 'CNAME' ? readName(record.data) : null
}

function readAnswer(decoded: packet.DecodedPacket, exists: boolean): Reply {
  const answers: WireRecord[] = []
  for (const answer of decoded.answers ?? []) {
    if (answer.type !== 'OPT' && (answer.class === undefined || answer.class === 'IN')) {
      answers.push({ name: fromWireName(answer.name), type: answer.type, ttl: answer.ttl ?? 0, data: answer.data })
    }
  }
  const authorities = decoded.authorities ?? []
  const soa = authorities.find((record) => record.type === 'SOA')
  const final = soa !== undefined
  const isReferral = exists && answers.length === 0 && !final && authorities.some((record) => record.type === 'NS')
  // RFC 2308 section 2.2: name servers without a SOA are no answer but the advice to ask elsewhere.
  return isReferral
    ? { kind: 'failed', reason: 'a referral: the server does not resolve for us' }
    : { kind: 'answer', exists, answers, final, negativeTtl: negativeTtlOf(soa), authenticated: decoded.flag_ad }
}

function negativeTtlOf(soa: packet.Answer | undefined): number | null {
  const minimum = fieldOf(soa && 'data' in soa ? soa.data : undefined, 'minimum')
  const ttl = soa && 'ttl' in soa ? soa.ttl : undefined
  return typeof minimum === 'number' && ttl !== undefined ? Math.min(ttl, minimum) : null
}

/** The first extended error (RFC 8914): two bytes of code, then text of the server's own. */
function extendedErrorIn(decoded: packet.DecodedPacket): ExtendedError | null {
  for (const additional of decoded.additionals ?? []) {
    const options = additional.type === 'OPT' ? additional.options : []
    const data: unknown = fieldOf(
      options.find((option) => Number(option.code) === extendedErrorOption),
      'data',
    )
    if (Buffer.isBuffer(data) && data.length >= 2) {
      return { code: data.readUInt16BE(0), text: data.subarray(2, 202).toString('utf8').replace(/\0+$/, '') }
    }
  }
  return null
}

function decode(bytes: Buffer): packet.DecodedPacket | null {
  try {
    return packet.decode(bytes)
  } catch {
    return null
  }
}

const readers: { readonly [T in RecordType]: (data: unknown) => RecordOf[T] | null } = {
  A: readText,
  AAAA: readText,
  PTR: readName,
  NS: readName,
  CNAME: readName,
  SOA: (data) => readName(fieldOf(data, 'mname')),
  MX(data) {
    const exchange = readName(fieldOf(data, 'exchange'))
    const priority = fieldOf(data, 'preference')
    return exchange === null || typeof priority !== 'number' ? null : { exchange, priority }
  },
  TXT(data) {
    const strings: unknown[] = Array.isArray(data) ? data : [data]
    return strings.map((part) => (Buffer.isBuffer(part) ? part.toString('latin1') : String(part)))
  },
  TLSA(data) {
    const [usage, selector, matchingType] = ['usage', 'selector', 'matchingType'].map((name) => fieldOf(data, name))
    const certificate = fieldOf(data, 'certificate')
    const numbers = typeof usage === 'number' && typeof selector === 'number' && typeof matchingType === 'number'
    return numbers && Buffer.isBuffer(certificate)
      ? { usage, selector, matchingType, certificate: certificate.toString('hex') }
      : null
  },
}

function readText(data: unknown): string | null {
  return typeof data === 'string' ? data : null
}

function readName(data: unknown): string | null {
  return typeof data === 'string' ? fromWireName(data) : null
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
}
