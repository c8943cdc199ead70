import type { Entity } from './entities.ts'
import type { Reading } from './parse.ts'
import type { PassedOver } from './passed-over.ts'

/** Who is who among the names of a question. */
export interface Parts {
  readonly sender: Entity | undefined
  readonly recipient: Entity | undefined
  /** Those that are said to be senders or recipients too, and for which one question has no room. */
  readonly more: readonly Entity[]
}

/** Of all that a question names, the sender and the recipient; as far as the words tell them, else by whose domain is ours. */
export function partsOf(
  entities: readonly Entity[],
  text: string,
  { domains: ours, previous }: Pick<Reading, 'domains' | 'previous'>,
): Parts {
  const named = sharingParts(
    entities.filter(({ kind }) => kind !== 'local-part'),
    text,
    ours,
  )
  const recipient =
    named.find((entity) => isMailbox(entity) && entity.part === 'recipient') ??
    named.find(
      (entity) =>
        isMailbox(entity) &&
        entity.part === 'unsaid' &&
        isOurs(entity, ours) &&
        (previous !== null || named.some((other) => other !== entity && !isOurs(other, ours))),
    )
  const others = named.filter((entity) => entity !== recipient)
  const exact = others.find(({ kind }) => exactKinds.has(kind))
  const besides = others.filter((one) => !(recipient && isListed(recipient, one, named, text)))
  const sender = exact ?? others.find(({ part }) => part === 'sender') ?? besides[0]
  const second =
    oneFor(recipient, others, sender, ours) ??
    others.find((entity) => entity !== sender && isMailbox(entity) && entity.part !== 'sender')
  const isMore = (one: Entity) =>
    one.part === 'recipient' || (one.part === 'sender' && sender !== undefined && isListed(sender, one, named, text))
  const isTaken = (one: Entity) => [sender, second].some((taken) => taken && covers(taken, one))
  const more = named.filter((one) => isMailbox(one) && isMore(one) && !isTaken(one))
  return { sender, recipient: second, more }
}

/** What is said of those for whom there is no room, each part in one. */
export function leftOut({ more }: Parts): readonly PassedOver[] {
  return (['sender', 'recipient'] as const).flatMap((why) => {
    const names = [...new Set(more.filter(({ part }) => part === why).map(({ value }) => value))]
    return names.length === 0 ? [] : [{ why, word: names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : '') }]
  })
}

/** Whether what is told of one name is told of the other too: the same, or a domain and what stands under it. */
function covers({ value }: Entity, other: Entity): boolean {
  const under = (name: string, domain: string) =>
    name === domain || name.endsWith(`@${domain}`) || name.endsWith(`.${domain}`)
  return under(other.value, value) || under(value, other.value)
}

/** What stands between two names of one list: `and`, or a comma. */
const and = /^(?:様|さん)?[,、;]?(?:and|or|et|ou|en|of|&|\+|\/|と|や|および|及び)$/i
const comma = /^[,、;]$/

function linkOf(one: Entity, other: Entity, text: string): 'and' | 'comma' | null {
  if (!isMailbox(one) || !isMailbox(other)) return null
  const between = text.slice(one.index + one.length, other.index).replace(/[\s"'<>()「」（）]+/g, '')
  return and.test(between) ? 'and' : comma.test(between) ? 'comma' : null
}

/** The runs of names that stand in one list, each with whether an `and` is in it. */
function listsIn(named: readonly Entity[], text: string) {
  const lists: { names: Entity[]; hasAnd: boolean }[] = []
  for (const [place, entity] of named.entries()) {
    const before = named[place - 1]
    const link = before ? linkOf(before, entity, text) : null
    const list = lists.at(-1)
    if (link === null || list === undefined) lists.push({ names: [entity], hasAnd: false })
    else {
      list.names.push(entity)
      list.hasAnd ||= link === 'and'
    }
  }
  return lists
}

/**
 * Names in one list play one part: of `to bob and carol` both are recipients. A mere comma joins only where somebody else
 * is left to be the sender; and what is ours is not taken for a sender by it.
 */
function sharingParts(named: readonly Entity[], text: string, ours: readonly string[]): readonly Entity[] {
  return listsIn(named, text).flatMap(({ names, hasAnd }) => {
    const said = new Set(names.map(({ part }) => part).filter((part) => part !== 'unsaid'))
    const [part] = said
    if (names.length === 1 || part === undefined || said.size > 1) return names
    if (!hasAnd && (part === 'sender' || named.length === names.length)) return names
    return names.map((one) => (part === 'sender' && isOurs(one, ours) ? one : { ...one, part }))
  })
}

function isListed(first: Entity, one: Entity, named: readonly Entity[], text: string): boolean {
  if (one.part !== first.part) return false
  return listsIn(named, text).some(({ names, hasAnd }) => hasAnd && names.includes(first) && names.includes(one))
}

/** Of several recipients in one domain that domain: each is told, and none is passed over. */
function oneFor(
  recipient: Entity | undefined,
  others: readonly Entity[],
  sender: Entity | undefined,
  ours: readonly string[],
) {
  const [name, domain] = recipient?.value.split('@') ?? []
  if (!recipient || name === undefined || domain === undefined) return recipient
  // All mail to a domain of ours would be all mail there is.
  if (!sender && isOurs(recipient, ours)) return recipient
  // Two of one domain of whom neither is said to be the sender may be sender and recipient.
  if (sender && sender.part !== 'sender' && sender.value.endsWith(`@${domain}`)) return recipient
  const more = others.filter((one) => one !== sender && one.kind === 'address' && one.part !== 'sender')
  const isOne = more.length > 0 && more.every(({ value }) => value.endsWith(`@${domain}`))
  return isOne ? { ...recipient, kind: 'domain' as const, value: domain } : recipient
}

function isMailbox({ kind }: Entity): boolean {
  return kind === 'address' || kind === 'domain'
}

export function isOurs({ kind, value }: Entity, ours: readonly string[]): boolean {
  return (
    (kind === 'address' || kind === 'domain') &&
    ours.some((own) => value === own || value.endsWith(`@${own}`) || value.endsWith(`.${own}`))
  )
}

export const exactKinds: ReadonlySet<Entity['kind']> = new Set(['message-id', 'mid', 'icid'])
