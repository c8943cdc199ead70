import type { Slot, Variant } from './compile.ts'
import { type Piece, piecesOf } from './matcher.ts'

/** A template in the tree, with the places of the ids among its slots; -1 for one that it has not. */
export interface Planted {
  readonly form: string
  readonly variant: Variant
  readonly tail: readonly Piece[]
  readonly slots: readonly Slot[]
  readonly icid: number
  readonly mid: number
  readonly newMid: number
  readonly dcid: number
  readonly rid: number
  readonly rids: number
}

export function plantedOf(variant: Variant): Planted {
  const slots: Slot[] = []
  for (const name of variant.names.slice(0, variant.prefix.filter((item) => item === 'id').length)) {
    slots.push({ kind: 'id', name })
  }
  for (const step of variant.tail) if (step.kind !== 'literal') slots.push(step)
  const place = (name: string) => variant.names.indexOf(name)
  return {
    form: variant.form,
    variant,
    tail: piecesOf(variant.tail),
    slots,
    icid: place('icid'),
    mid: place('mid'),
    newMid: place('newMid'),
    dcid: place('dcid'),
    rid: place('rid'),
    rids: place('rids'),
  }
}
