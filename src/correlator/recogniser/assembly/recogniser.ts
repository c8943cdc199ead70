import { roomFor, writeEvent } from './json'
import { beginLine, isBeyond, listCount, numberAt, setNumbers, TEMPLATE_NUMBER, TEMPLATE_PLACES } from './matcher'
import { isSpace, nextByte, trimmedEnd } from './text'
import { walk } from './tree'

// Recognises many lines at once: the twin, in AssemblyScript, of what tree.ts, matcher.ts, pattern.ts and field.ts of
// the correlator do for one, and they say why everything is as it is. Compiled by scripts/assemble.mjs.
//
// All places are addresses in this module's memory. Up to seventeen bytes beyond an end are read, and not looked at.

/** A record: where the line begins and ends, its template or -1, six ids, and how many the last of them stands for. */
const RECORD_FROM = 0
const RECORD_TO = 4
const RECORD_TEMPLATE = 8
const RECORD_IDS = 12
const RECORD_LISTED = 36
const RECORD_SIZE = 40

const IDS: usize = 6
/** Of these the last is the list of recipients. */
const RECORD_RIDS = 32

let root: usize = 0
/** Where events go that are written as JSON; the place behind the end of each; what their heading says. */
let json: usize = 0
let jsonEnd: usize = 0
let jsonEnds: usize = 0
let heading: usize = 0
let headingLength: usize = 0
/** Of the line that comes next. */
let number: u64 = 0
let lists: usize = 0
let listsEnd: usize = 0
/** Where it stopped: the first byte of the first line that was not taken. */
export let stopped: usize = 0
/** How many numbers stand in the lists. */
export let listed: usize = 0

/** Where the tree begins, and where there is room for the numbers of a line and for lists. */
export function setUp(rootAt: usize, numbersAt: usize, slotsAt: usize, listsAt: usize, mostListed: usize): void {
  root = rootAt
  lists = listsAt
  listsEnd = listsAt + (mostListed << 2)
  setNumbers(numbersAt, slotsAt)
}

/** Where there is room for JSON. */
export function setJson(at: usize, end: usize, endsAt: usize, headingAt: usize): void {
  json = at
  jsonEnd = end
  jsonEnds = endsAt
  heading = headingAt
}

/** Whether the events of the lines that come next are written as JSON: where the heading has a length. */
export function wantJson(length: usize, nextNumber: f64): void {
  headingLength = length
  number = nextNumber as u64
}

/**
 * Takes whole lines from `from` on as long as they begin with the header, at most `most` of them, and writes a record of
 * each. Gives their number.
 */
export function recognise(
  from: usize,
  end: usize,
  header: usize,
  headerLength: usize,
  records: usize,
  most: usize,
): usize {
  let start = from
  let list = lists
  let record = records
  let out = json
  let outEnd = jsonEnds
  const lastRecord = records + most * RECORD_SIZE
  while (record < lastRecord) {
    const begin = start + headerLength
    if (begin >= end || !isSame(header, start, headerLength)) break
    const stop = nextByte(10, begin, end)
    if (stop === end) break
    let to = stop
    while (to > begin && load<u8>(to - 1) === 13) to -= 1
    const first = load<u8>(begin)
    // An empty message, one that begins with a blank, and `Time offset from UTC` are not for here.
    if (to === begin || isSpace(first) || first === 84) break
    beginLine(list, listsEnd)
    const last = trimmedEnd(begin, to)
    const template = walk(root, begin, last, 0)
    if (isBeyond) break
    if (headingLength !== 0) {
      if (template) {
        if (out + headingLength + roomFor(template, last - begin) > jsonEnd) break
        const after = writeEvent(out, heading, headingLength, template, begin, last, number)
        if (after) out = after
      }
      number += 1
      store<u32>(outEnd, (out - json) as u32)
      outEnd += 4
    }
    store<u32>(record, (start - from) as u32, RECORD_FROM)
    store<u32>(record, (to - from) as u32, RECORD_TO)
    store<i32>(record, template ? load<i32>(template, TEMPLATE_NUMBER) : -1, RECORD_TEMPLATE)
    if (template) {
      for (let i: usize = 0; i < IDS; i += 1) {
        store<u32>(record + (i << 2), numberAt(load<u8>(template + i, TEMPLATE_PLACES)), RECORD_IDS)
      }
      store<u32>(record, listCount, RECORD_LISTED)
      if (listCount !== 0) {
        store<u32>(record, ((list - lists) >> 2) as u32, RECORD_RIDS)
        list += (listCount as usize) << 2
      }
    }
    record += RECORD_SIZE
    start = stop + 1
  }
  stopped = start
  listed = (list - lists) >> 2
  return (record - records) / RECORD_SIZE
}

/** Whether two texts of at least eight bytes are the same. */
function isSame(one: usize, other: usize, length: usize): bool {
  if (load<u64>(one + length - 8) !== load<u64>(other + length - 8)) return false
  for (let at: usize = 0; at + 8 < length; at += 8) {
    if (load<u64>(one + at) !== load<u64>(other + at)) return false
  }
  return true
}
