import { record } from './outside.ts'

/** Which element was pressed: its action id, the block it stands in where that is known, which half of a pair. */
export interface Pressed {
  readonly actionId: string
  readonly blockId?: string | undefined
  readonly choice?: 'positive' | 'negative' | undefined
}

type Element = Readonly<Record<string, unknown>>

export interface Found {
  readonly element: Element
  readonly blockId: unknown
}

/** The element with this action id, however deep it stands, and the name of the innermost block around it. */
export function findElement(value: unknown, press: Pressed, around: unknown = null): Found | null {
  if (typeof value !== 'object' || value === null) return null
  const object = record(value)
  const blockId = object.block_id ?? around
  const inBlock = press.blockId === undefined || press.blockId === blockId
  if (inBlock && object.action_id === press.actionId) return { element: object, blockId }
  for (const child of Object.values(value)) {
    const found = findElement(child, press, blockId)
    if (found !== null) return found
  }
  return null
}

export function pressed(element: Element, press: Pressed): Record<string, unknown> {
  const { type, action_id, text, value, style } = element
  if (type === 'feedback_buttons') {
    const half = record(press.choice === 'negative' ? element.negative_button : element.positive_button)
    return { type, action_id, value: half.value, text: half.text }
  }
  return {
    type,
    action_id,
    ...(text === undefined ? {} : { text }),
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
  }
}
