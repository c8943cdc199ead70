import type { Form, IdSlot } from './form.ts'
import { codesOf } from './text.ts'

/** Fixed text of a template. */
export interface Literal {
  readonly kind: 'literal'
  /** Every run of white space is one blank. */
  readonly text: string
  /** Its characters in lower case. */
  readonly codes: readonly number[]
}

export type SlotKind = 'id' | 'ids' | 'int' | 'word' | 'address' | 'quoted' | 'text'

export interface Slot {
  readonly kind: SlotKind
  readonly name: string
}

export type Step = Literal | Slot

/** What the walk through the first words of a message compares: a blank, a piece of text without blanks, an id. */
export type Item = ' ' | { readonly chunk: string } | 'id'

/** One template of one form, ready to be matched. */
export interface Variant {
  readonly form: string
  /** The fixed beginning, for the dispatch. Its ids come first in `names`. */
  readonly prefix: readonly Item[]
  /** What comes after the prefix. */
  readonly tail: readonly Step[]
  /** Names of all slots, in their order. */
  readonly names: readonly string[]
  readonly ids: Ids
}

/** The ids that a line of one template names; asked of every line, so it is found out once. */
export interface Ids {
  readonly icid: boolean
  readonly mid: boolean
  readonly newMid: boolean
  readonly dcid: boolean
  /** Whether it names recipients, by `rid` or `rids`. */
  readonly recipients: boolean
}

const idSlots: ReadonlySet<string> = new Set(['icid', 'mid', 'dcid', 'rcid', 'rid', 'newMid'] satisfies IdSlot[])
/** To the very same strings: a piece of a template that is equal to one is much slower to compare. */
const slotKinds: ReadonlyMap<string, SlotKind> = new Map(
  (['int', 'word', 'address', 'quoted', 'text'] as const).map((kind) => [kind, kind]),
)

/**
 * Takes a form's templates apart.
 * @throws where a template is not well written (an unknown kind of slot, two slots with nothing between them): a bug in
 * the form, found when the forms are loaded, never by a log line.
 */
export function compileForm(form: Form): Variant[] {
  return form.lines.map((template) => compileTemplate(form.name, template))
}

function compileTemplate(form: string, template: string): Variant {
  const steps = stepsOf(form, template)
  const names: string[] = []
  for (const step of steps) if (step.kind !== 'literal') names.push(step.name)
  if (new Set(names).size !== names.length) throw new Error(`form ${form}: a slot stands twice in "${template}"`)
  const { prefix, tail } = split(steps)
  return { form, prefix, tail, names, ids: idsOf(names) }
}

function idsOf(names: readonly string[]): Ids {
  return {
    icid: names.includes('icid'),
    mid: names.includes('mid'),
    newMid: names.includes('newMid'),
    dcid: names.includes('dcid'),
    recipients: names.includes('rid') || names.includes('rids'),
  }
}

function isIdSlot(name: string): name is IdSlot {
  return idSlots.has(name)
}

function stepsOf(form: string, template: string): Step[] {
  const steps: Step[] = []
  let at = 0
  while (at < template.length) {
    const open = template.indexOf('{', at)
    const literal = template.slice(at, open < 0 ? template.length : open)
    if (literal) steps.push(literalOf(literal))
    if (open < 0) break
    const close = template.indexOf('}', open)
    if (close < 0) throw new Error(`form ${form}: a brace is not closed in "${template}"`)
    if (!literal && steps.length > 0) throw new Error(`form ${form}: two slots without a literal between them`)
    steps.push(slotOf(form, template.slice(open + 1, close)))
    at = close + 1
  }
  // An id may stand first (`6216 Sent to …`): the dispatch takes it like a word. Any other slot could begin every line.
  const first = steps[0]?.kind
  if (first !== 'literal' && first !== 'id')
    throw new Error(`form ${form}: a template must begin with a literal or an id`)
  return steps
}

function literalOf(written: string): Literal {
  const text = written.replace(/\s+/g, ' ')
  return { kind: 'literal', text, codes: codesOf(text) }
}

function slotOf(form: string, written: string): Slot {
  const colon = written.indexOf(':')
  if (colon >= 0) {
    const kind = slotKinds.get(written.slice(colon + 1))
    if (!kind) throw new Error(`form ${form}: no kind of slot is called "${written.slice(colon + 1)}"`)
    return { kind, name: written.slice(0, colon) }
  }
  if (written === 'rids') return { kind: 'ids', name: written }
  return { kind: isIdSlot(written) ? 'id' : 'text', name: written }
}

/**
 * The prefix goes up to the first slot that is no id. A blank before that slot stays in the tail, because a last slot
 * may be empty and its blank trimmed away (`ICID 1 REJECT SG X match`, row A12).
 */
function split(steps: readonly Step[]): { prefix: Item[]; tail: Step[] } {
  const prefix: Item[] = []
  let at = 0
  for (; at < steps.length; at += 1) {
    const step = steps[at]
    if (!step) break
    if (step.kind === 'id') {
      prefix.push('id')
      continue
    }
    if (step.kind !== 'literal') break
    for (const item of itemsOf(step.text)) prefix.push(item)
  }
  const tail = steps.slice(at)
  if (tail.length > 0 && prefix.at(-1) === ' ') {
    prefix.pop()
    tail.unshift(literalOf(' '))
  }
  return { prefix, tail }
}

function itemsOf(text: string): Item[] {
  const items: Item[] = []
  let from = 0
  for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', from)) {
    if (blank > from) items.push({ chunk: text.slice(from, blank) })
    items.push(' ')
    from = blank + 1
  }
  if (from < text.length) items.push({ chunk: text.slice(from) })
  return items
}
