import type { Found } from './matcher.ts'
import type { Planted } from './planted.ts'

/** The numbers that a line names; `none` for one that it does not. Filled anew by every line. */
export interface Named {
  icid: number
  mid: number
  newMid: number
  dcid: number
  rid: number
  /** Of a list the list itself, or its only number. */
  rids: number | readonly number[]
}

export const none = -1

export function newNamed(): Named {
  return { icid: none, mid: none, newMid: none, dcid: none, rid: none, rids: none }
}

/** Takes them from where the slots of a template were put. */
export function takeNamed(named: Named, planted: Planted, { numbers }: Found): void {
  named.icid = planted.icid < 0 ? none : (numbers[planted.icid] as number)
  named.mid = planted.mid < 0 ? none : (numbers[planted.mid] as number)
  named.newMid = planted.newMid < 0 ? none : (numbers[planted.newMid] as number)
  named.dcid = planted.dcid < 0 ? none : (numbers[planted.dcid] as number)
  named.rid = planted.rid < 0 ? none : (numbers[planted.rid] as number)
  named.rids = planted.rids < 0 ? none : (numbers[planted.rids] as number | readonly number[])
}
