import { list, record } from './outside.ts'
import type { View } from './surfaces.ts'

/** One field of a modal, with what stands in it when nobody has touched it. */
export interface Field {
  readonly blockId: string
  readonly actionId: string
  readonly optional: boolean
  readonly element: Readonly<Record<string, unknown>>
  readonly initial: string
}

/** The fields of a view, in order. `current` is the conversation from which it was opened. */
export function fieldsOf(view: View, current: string | null): readonly Field[] {
  return view.blocks
    .filter(({ type }) => type === 'input')
    .map((block) => {
      const element = record(block.element)
      return {
        blockId: String(block.block_id),
        actionId: String(element.action_id),
        optional: block.optional === true,
        element,
        initial: initialOf(element, current),
      }
    })
}

function initialOf(element: Readonly<Record<string, unknown>>, current: string | null): string {
  const { initial_value: value, initial_option: option, initial_conversation: conversation } = element
  if (typeof value === 'string') return value
  if (option !== undefined) return String(record(option).value ?? '')
  if (typeof conversation === 'string') return conversation
  return element.default_to_current_conversation === true ? (current ?? '') : ''
}

/** `state.values` of a submission. In: what was filled in, by action id. */
export function stateOf(fields: readonly Field[], values: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ blockId, actionId, element }) => [
      blockId,
      { [actionId]: { type: element.type, ...filledIn(element, values.get(actionId) ?? '') } },
    ]),
  )
}

function filledIn(element: Readonly<Record<string, unknown>>, value: string): Record<string, unknown> {
  if (element.type === 'conversations_select') return { selected_conversation: value === '' ? null : value }
  if (element.type === 'static_select') {
    const chosen = list(element.options)
      .map(record)
      .find((option) => option.value === value)
    return { selected_option: chosen ?? null }
  }
  return { value: value === '' ? null : value }
}
