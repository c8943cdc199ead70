/**
 * Values by their number, where numbers come and go all the time. A `Map` would do, but for what V8 makes of it: each
 * time a map is rebuilt the old one goes on pointing to the new, and once it has grown old itself, keeps all that was
 * ever in there from being freed early. Reading a log took a third longer.
 */
export interface IdTable<T> {
  /** A power of two; at most half of the places are taken. */
  places: number
  /** The number at each place; -1 where it is free. */
  ids: Float64Array
  values: (T | null)[]
  /** When each was put in, counted. */
  since: Float64Array
  size: number
  count: number
}

const free = -1
const placesAtFirst = 64

export function newTable<T>(): IdTable<T> {
  return { ...emptied<T>(placesAtFirst), size: 0, count: 0 }
}

function emptied<T>(places: number): Pick<IdTable<T>, 'places' | 'ids' | 'values' | 'since'> {
  return {
    places,
    ids: new Float64Array(places).fill(free),
    values: new Array<T | null>(places).fill(null),
    since: new Float64Array(places),
  }
}

/** Where the number is, or the free place that it would take. Numbers in a row are spread (Knuth's multiplicative hash). */
function placeOf({ ids, places }: IdTable<unknown>, id: number): number {
  let place = homeOf(id, places)
  while (ids[place] !== id && ids[place] !== free) place = (place + 1) & (places - 1)
  return place
}

function homeOf(id: number, places: number): number {
  const mixed = Math.imul(id, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & (places - 1)
}

export function lookUp<T>(table: IdTable<T>, id: number): T | null {
  return table.values[placeOf(table, id)] as T | null
}

/** Puts a value in as the latest; one of the same number goes. */
export function put<T>(table: IdTable<T>, id: number, value: T): void {
  let place = placeOf(table, id)
  if (table.ids[place] === free) {
    if (table.size * 2 >= table.places) {
      grow(table)
      place = placeOf(table, id)
    }
    table.size += 1
  }
  set(table, place, id, value, table.count)
  table.count += 1
}

function set<T>({ ids, values, since }: IdTable<T>, place: number, id: number, value: T | null, at: number): void {
  ids[place] = id
  values[place] = value
  since[place] = at
}

function grow<T>(table: IdTable<T>): void {
  const { ids, values, since } = table
  Object.assign(table, emptied<T>(table.places * 2))
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number
    if (id !== free) set(table, placeOf(table, id), id, values[at] as T, since[at] as number)
  }
}

/** Takes a number out, and moves those up that stand behind it only because their own place was taken. */
export function takeOut<T>(table: IdTable<T>, id: number): void {
  const { ids, values, since, places } = table
  let hole = placeOf(table, id)
  if (ids[hole] === free) return
  table.size -= 1
  for (let at = (hole + 1) & (places - 1); ids[at] !== free; at = (at + 1) & (places - 1)) {
    const home = homeOf(ids[at] as number, places)
    // Whether its own place lies behind the hole, up to where it is: then it must stay.
    if (((at - home) & (places - 1)) < ((at - hole) & (places - 1))) continue
    set(table, hole, ids[at] as number, values[at] as T, since[at] as number)
    hole = at
  }
  set(table, hole, free, null, 0)
}

/** All values, in the order in which they were put in. */
export function inOrder<T>({ ids, values, since }: IdTable<T>): T[] {
  const taken: number[] = []
  for (let at = 0; at < ids.length; at += 1) if (ids[at] !== free) taken.push(at)
  taken.sort((a, b) => (since[a] as number) - (since[b] as number))
  return taken.map((at) => values[at] as T)
}
