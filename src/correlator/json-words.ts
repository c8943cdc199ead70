import type { Planted } from './planted.ts'

/** Of a number, or of the quotes around a text. */
export const longestValue = 20

const encoder = new TextEncoder()
/** What stands before the number of the line. */
export const outro = encoder.encode('},"line":')

/** What is the same for all events of a template, as JSON. */
export interface Words {
  /** Up to the fields. */
  readonly intro: Uint8Array
  /** What stands before the value of each slot. */
  readonly keys: readonly Uint8Array[]
  /** Of all that is the same for every event of the template. */
  readonly length: number
}

const words = new Map<Planted, Words>()

export function wordsOf(planted: Planted): Words {
  let known = words.get(planted)
  if (!known) {
    const keys = planted.slots.map(({ name }, at) => encoder.encode(`${at === 0 ? '' : ','}${JSON.stringify(name)}:`))
    const intro = encoder.encode(`"form":${JSON.stringify(planted.form)},"fields":{`)
    // And room for the line's number.
    const length = keys.reduce((sum, key) => sum + key.length, intro.length + outro.length + longestValue)
    known = { intro, keys, length }
    words.set(planted, known)
  }
  return known
}
