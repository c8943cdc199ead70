// Looks through bytes line by line, in the finder's memory. It knows of no file: worker.js reads those. Like it, this is
// JavaScript as it stands, and loads nothing.

/** @typedef {import('./task.ts').Task} Task */
/** @typedef {import('./task.ts').Looked} Looked */
/** @typedef {import('../../correlator/finder/wasm.ts').Calls} Calls */

/** What is read at once, and the longest line. */
export const chunk = 1024 * 1024
const block = 64 * 1024
/** A chunk behind a line that is not ended, and what the finder reads beyond. */
const room = 2 * chunk + 64
/** A line found takes two bytes at least and eight to be told, a number four and four. A block may end with one long line. */
const roomForLines = 4 * (block + 64)
const roomForNotes = block + chunk + 64

/** For as many ids as most questions have: another memory would be taken beside the one that is there already. */
const usualTable = 64 * 1024

/** @type {{ calls: Calls, bytes: Uint8Array, free: number, tableSize: number } | null} */
let finder = null

/** @param {Task} task */
function finderFor({ compiled, image, wanted }) {
  if (!finder || finder.tableSize < wanted.byteLength) {
    const instance = new /** @type {any} */ (globalThis).WebAssembly.Instance(compiled)
    /** @type {Calls} */
    const calls = instance.exports
    const free = calls.free.value
    const tableSize = Math.max(wanted.byteLength, usualTable)
    const pages = Math.ceil((free + room + roomForLines + roomForNotes + tableSize) / 65_536)
    calls.memory.grow(pages - calls.memory.buffer.byteLength / 65_536)
    finder = { calls, bytes: new Uint8Array(calls.memory.buffer), free, tableSize }
  }
  const { calls, bytes, free } = finder
  bytes.set(image)
  const table = free + room + roomForLines + roomForNotes
  new Uint32Array(calls.memory.buffer, table, wanted.length).set(wanted)
  calls.want(table, wanted.length)
  return finder
}

/** Numbers that grow in number. */
class Column {
  /** @param {typeof Uint32Array | typeof Float64Array} kind */
  constructor(kind) {
    this.kind = kind
    this.values = new kind(1024)
    this.length = 0
  }

  /** @param {number} more */
  reserve(more) {
    if (this.length + more <= this.values.length) return
    const grown = new this.kind(Math.max(2 * this.values.length, this.length + more))
    grown.set(this.values)
    this.values = grown
  }

  /** @param {number} value */
  push(value) {
    this.reserve(1)
    this.values[this.length++] = value
  }

  /** @param {Uint32Array} values */
  append(values) {
    this.reserve(values.length)
    this.values.set(values, this.length)
    this.length += values.length
  }

  /** The numbers alone: what is behind them would be kept as well. */
  done() {
    return this.values.slice(0, this.length)
  }
}

/** What a thread notes is written here, share by share: it looks through one thing at a time. */
const columns = {
  starts: new Column(Float64Array),
  before: new Column(Uint32Array),
  hits: new Column(Uint32Array),
  notes: new Column(Uint32Array),
  noteEnds: new Column(Uint32Array),
}

/** Lines as they are found, until all together are too many. @param {Task} task */
function lineKeeper({ most, counters }) {
  let bytes = new Uint8Array(64 * 1024)
  let length = 0
  const ends = new Column(Uint32Array)
  const linesBefore = new Column(Uint32Array)
  let full = false
  return {
    isFull: () => full,
    /** @param {Uint8Array} line @param {number} before */
    add(line, before) {
      full ||= (counters ? Atomics.add(counters, 1, 1) : ends.length) >= most
      if (full) return
      if (length + line.length > bytes.length) {
        const grown = new Uint8Array(2 * bytes.length + line.length)
        grown.set(bytes.subarray(0, length))
        bytes = grown
      }
      bytes.set(line, length)
      length += line.length
      ends.push(length)
      linesBefore.push(before)
    },
    found: () => (full ? null : { bytes: bytes.slice(0, length), ends: ends.done(), linesBefore: linesBefore.done() }),
  }
}

/**
 * Takes bytes as they come, and looks through them line by line.
 * @param {Task} task @param {number} until when it is late, by `performance.now`
 */
export function looker(task, until) {
  const { calls, bytes, free } = finderFor(task)
  const out = free + room
  const notesAt = out + roomForLines
  const told = new Int32Array(calls.memory.buffer, out, roomForLines / 4)
  const keeper = lineKeeper(task)
  const { starts, before, hits, notes, noteEnds } = columns
  for (const column of Object.values(columns)) column.length = 0
  let [from, to] = [0, 0]
  let held = 0
  let offset = 0
  let lines = 0
  let long = 0
  let end = 0
  let linesBeforeEnd = 0
  /** @type {'no' | 'share' | 'long'} Whether the line that is being read is passed over. */
  let passing = 'no'

  /** Looks through whole lines in the memory. @param {number} first @param {number} last @param {boolean} isEnded */
  function look(first, last, isEnded) {
    starts.push(offset + first - free)
    before.push(lines)
    const count = task.numbers
      ? calls.linesAndNumbers(first, last, 0, out, notesAt)
      : calls.linesWith(first, last, 0, out)
    if (task.numbers) {
      notes.append(new Uint32Array(calls.memory.buffer, notesAt, (calls.notesEnd() - notesAt) / 4))
    }
    noteEnds.push(notes.length)
    hits.push(count)
    let counted = first
    let above = lines
    for (let nth = 0; nth < count && !keeper.isFull(); nth++) {
      const start = /** @type {number} */ (told[2 * nth])
      above += calls.countNewlines(counted, start)
      counted = start
      keeper.add(bytes.subarray(start, told[2 * nth + 1]), above)
    }
    lines = above + calls.countNewlines(counted, last) + (isEnded ? 0 : 1)
  }

  /** Drops the beginning of what is held. @param {number} count */
  function drop(count) {
    bytes.copyWithin(free, free + count, free + held)
    held -= count
    offset += count
  }

  return {
    /** @param {number} nth @param {number} position where the bytes begin that come next */
    begin(nth, position) {
      from = /** @type {number} */ (task.ranges[3 * nth])
      to = /** @type {number} */ (task.ranges[3 * nth + 1])
      lines = /** @type {number} */ (task.ranges[3 * nth + 2])
      held = 0
      offset = position
      passing = position < from ? 'share' : 'no'
    },
    /** Where the next bytes are to be written. */
    room: () => bytes.subarray(free + held, free + held + chunk),
    /** Takes so many bytes more. False where no more are wanted. @param {number} count */
    take(count) {
      held += count
      if (passing !== 'no') {
        const feed = bytes.subarray(free, free + held).indexOf(10)
        if (passing === 'long' && feed >= 0) lines += 1
        drop(feed < 0 ? held : feed + 1)
        if (feed < 0) return true
        passing = 'no'
      }
      // Of a share, the last line is the one that begins before its end.
      const all = bytes.subarray(free, free + held)
      const wanted = offset + held >= to ? all.indexOf(10, Math.max(0, to - 1 - offset)) : -1
      const whole = (wanted >= 0 ? wanted : all.lastIndexOf(10)) + 1
      if (offset >= to && to > from) return false
      for (let cursor = 0; cursor < whole; ) {
        const cut = Math.min(cursor + block, whole)
        const next = cut === whole ? whole : all.indexOf(10, cut - 1) + 1
        look(free + cursor, free + next, true)
        cursor = next
      }
      if (whole > 0) {
        end = offset + whole
        linesBeforeEnd = lines
      }
      drop(whole)
      if (wanted >= 0) return false
      if (held > chunk) {
        drop(held)
        passing = 'long'
        long += 1
      }
      return true
    },
    isLate: () => performance.now() > until,
    /** The file's last line, where no line end is behind it. */
    finish() {
      // Behind the end no number may go on.
      bytes[free + held] = 10
      if (held > 0 && passing === 'no' && offset < to) look(free, free + held, false)
      if (passing === 'long') lines += 1
      held = 0
    },
    /** @param {Looked['stopped']} stopped @returns {Looked} */
    looked: (stopped) => ({
      starts: /** @type {Float64Array} */ (starts.done()),
      linesBefore: /** @type {Uint32Array} */ (before.done()),
      hits: /** @type {Uint32Array} */ (hits.done()),
      notes: /** @type {Uint32Array} */ (notes.done()),
      noteEnds: /** @type {Uint32Array} */ (noteEnds.done()),
      end,
      linesBeforeEnd,
      lines,
      found: /** @type {Looked['found']} */ (keeper.found()),
      long,
      stopped,
    }),
  }
}
