import type { Slot, Variant } from './compile.ts'
import { type Piece, piecesOf } from './matcher.ts'
import { type Role, role, roleOf } from './roles.ts'

/** A template in the tree, with the places of the ids among its slots; -1 for one that it has not. */
export interface Planted {
  readonly form: string
  readonly role: Role
  /** The only thing that its lines name, where there is no more to do than to put them into the timeline of that. */
  readonly sole: Sole
  readonly icid: number
  readonly mid: number
  readonly newMid: number
  readonly dcid: number
  readonly rid: number
  readonly rids: number
  readonly variant: Variant
  readonly tail: readonly Piece[]
  readonly slots: readonly Slot[]
}

/** Small numbers, for every line is asked. */
export const sole = { none: 0, message: 1, injection: 2 } as const

type Sole = (typeof sole)[keyof typeof sole]

const idNames: readonly string[] = ['icid', 'mid', 'newMid', 'dcid', 'rid', 'rids']

function soleOf({ form, names }: Variant): Sole {
  const named = names.filter((name) => idNames.includes(name))
  if (roleOf(form) !== role.none || named.length !== 1) return sole.none
  return named[0] === 'mid' ? sole.message : named[0] === 'icid' ? sole.injection : sole.none
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
    role: roleOf(variant.form),
    sole: soleOf(variant),
    icid: place('icid'),
    mid: place('mid'),
    newMid: place('newMid'),
    dcid: place('dcid'),
    rid: place('rid'),
    rids: place('rids'),
    variant,
    tail: piecesOf(variant.tail),
    slots,
  }
}
