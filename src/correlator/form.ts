import type { forms } from './forms/index.ts'
import type { LogLine } from './line.ts'
import type { NamedIds } from './unrecognised.ts'

/**
 * One shape of log line, written as the line reads, with slots in braces. The types of the fields come from the text of
 * the templates: `ICID {icid} close` gives `{ icid: number }`. A slot that only some of the templates have is optional.
 *
 * | slot                                            | takes                                                | gives           |
 * |-------------------------------------------------|------------------------------------------------------|-----------------|
 * | `{icid}` `{mid}` `{dcid}` `{rcid}` `{rid}` `{newMid}` | digits                                         | number          |
 * | `{rids}`                                        | `[0, 1]` or `0`                                      | readonly number[] |
 * | `{x:int}`                                       | digits, a minus before them allowed                  | number          |
 * | `{x:word}`                                      | text without white space                             | string          |
 * | `{x:address}`                                   | `<a@b>` or `a@b`; the brackets are taken off         | string          |
 * | `{x:quoted}`                                    | `'…'`, `"…"` or bare; one matching pair is taken off | string          |
 * | `{x}`                                           | text up to the first next literal; may be empty      | string          |
 *
 * The last slot reaches to the end of the message. Literals match without regard to case; white space in a template
 * matches any run of it (grammar, traps 16 and 17). Text that a sender controls belongs into the last slot or into a
 * quoted one, so that it can never look like another form (trap 14).
 */
export interface Form<Name extends string = string, Template extends string = string> {
  readonly name: Name
  /** Variants of the line, most specific first. */
  readonly lines: readonly Template[]
  /** One plain sentence for a person; slots allowed. */
  readonly says: string
  /** Lines that this form, and no other, matches: with or without the stamp and level before the message. */
  readonly samples: readonly string[]
}

interface SlotKinds {
  int: number
  word: string
  address: string
  quoted: string
  text: string
}

/** Slots that hold an id of the log, by name. */
export type IdSlot = 'icid' | 'mid' | 'dcid' | 'rcid' | 'rid' | 'newMid'

type Slots<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never

type SlotName<Slot extends string> = Slot extends `${infer Name}:${string}` ? Name : Slot

type SlotValue<Slot extends string> = Slot extends `${string}:${infer Kind}`
  ? Kind extends keyof SlotKinds
    ? SlotKinds[Kind]
    : never
  : Slot extends 'rids'
    ? readonly number[]
    : Slot extends IdSlot
      ? number
      : string

type FieldsOfOne<T extends string> = T extends string ? { [S in Slots<T> as SlotName<S>]: SlotValue<S> } : never

type AnyKey<U> = U extends unknown ? keyof U : never
type ValueAt<U, K extends PropertyKey> = U extends unknown ? (K extends keyof U ? U[K] : never) : never
type Flat<T> = { readonly [K in keyof T]: T[K] }

// `Everywhere`, and not `keyof U`, which would map each member of the union for itself.
type Everywhere<U> = Exclude<keyof U, never>
type Merged<U> = Flat<
  { [K in Everywhere<U>]: ValueAt<U, K> } & { [K in Exclude<AnyKey<U>, keyof U>]?: ValueAt<U, Extract<K, PropertyKey>> }
>

/** The fields of a form, from the text of its templates. */
export type FieldsOf<Template extends string> = Merged<FieldsOfOne<Template>>

/** Declares a form. Its templates are checked when the forms are compiled, and its samples by a test. */
export function defineForm<const Name extends string, const Template extends string>(
  form: Form<Name, Template>,
): Form<Name, Template> {
  return form
}

type AnyForm = (typeof forms)[keyof typeof forms]

/** The names of all forms there are. */
export type FormName = AnyForm['name']

type EventOf<F> =
  F extends Form<infer Name, infer Template>
    ? { readonly form: Name; readonly line: LogLine; readonly fields: FieldsOf<Template>; readonly retold?: Retold }
    : never

/** Where an event in the mail log's form was made of what another log tells (retold.ts). */
export interface Retold {
  /** The event of the other log. Its line is the one to cite; the time of this one may be an earlier one that it tells. */
  readonly by: Event
  /** Whether the words that tell it were seen in a real log or on a vendor's page, and leave no other reading. */
  readonly isSeen: boolean
}

/** A line that no form matches: kept, and filed under the ids that its text names. */
export interface UnrecognisedEvent {
  readonly form: 'unrecognised'
  readonly line: LogLine
  readonly fields: Readonly<NamedIds> & { readonly text: string }
  readonly retold?: never
}

/** A line without a header of its own (trap 13): it continues the line before, and is filed with it. */
export interface ContinuationEvent {
  readonly form: 'continuation'
  readonly line: LogLine
  readonly fields: { readonly text: string }
  readonly retold?: never
}

/** One line, recognised or kept. A union told apart by `form`. */
export type Event = EventOf<AnyForm> | UnrecognisedEvent | ContinuationEvent

/** The event of one form, for example `EventOfForm<'hat-decision'>`. */
export type EventOfForm<Name extends Event['form']> = Extract<Event, { readonly form: Name }>

/** The events of one form in a timeline, in its order. */
export function said<Name extends Event['form']>(timeline: readonly Event[], form: Name): EventOfForm<Name>[] {
  const events: EventOfForm<Name>[] = []
  for (const event of timeline) {
    if (isOfForm(event, form)) events.push(event)
  }
  return events
}

function isOfForm<Name extends Event['form']>(event: Event, form: Name): event is EventOfForm<Name> {
  return event.form === form
}
