import type { Level } from './line.ts'
import { isDigit, isSpace, skipSpace } from './text.ts'

/** What stands before the message in a line. */
export interface Header {
  readonly level: Level
  /** Where the message begins. */
  readonly end: number
  /** Whether the next line, where it begins with the same text, has the same header: a level stood at its end. */
  readonly isWhole: boolean
  readonly stamp: Stamp
}

/** A moment as a log writes it. */
export interface Stamp {
  /** Null in syslog's own form, which has none (rows H6 to H8). */
  readonly year: number | null
  /** 0 to 11. */
  readonly month: number
  readonly day: number
  /** Since midnight. */
  readonly seconds: number
  /** Seconds ahead of UTC where the stamp says it itself, as ISO 8601 stamps do; null elsewhere. */
  readonly offset: number | null
}

export const levels: readonly Level[] = ['Info', 'Warning', 'Critical', 'Alert', 'Debug', 'Trace']
const months = 'janfebmaraprmayjunjulaugsepoctnovdec'
const weekdays = 'sunmontuewedthufrisat'

/** Words between a stamp and the level: host, facility, `[severity]`, tag (row H10 has all four). */
const wordsBetween = 4
/** A relay puts its stamp before the gateway's own, twice at most (row H11). */
const stampsBetween = 3

/**
 * Reads the header of a line (grammar rows H1 to H11), anchored at its start: an optional `<PRI>`, a stamp, then host
 * and tag, then perhaps another header, then the level. The last stamp counts, for it is the gateway's own. Null where
 * the line does not begin so: it continues the line before. What a sender wrote is never looked at, for the level must
 * follow the tag directly, and the rest of a folded header begins with a blank (RFC 5322, 2.2.3). Only a value with a bare
 * line end in it, where a gateway writes it as it came, could begin a line like the gateway's own.
 */
export function readHeader(text: string): Header | null {
  let found = stampAt(text, skipPriority(text))
  if (!found) return null
  let stamps = 1
  let words = 0
  // Behind a stamp comes the level, or words of which the last is a tag: `mail_logs:`, `maillogs:nopid`.
  let atLevel = true
  let afterTag = false
  for (;;) {
    const at = skipSpace(text, found.end)
    const level = atLevel ? levelAt(text, at) : null
    if (level) return { level, end: skipSpace(text, at + level.length + 1), isWhole: true, stamp: found.stamp }
    // The consolidated event log has no levels (section 16 (c)), and CEF may stand directly behind the host.
    if ((atLevel || words === 1) && text.startsWith('CEF:', at))
      return { level: 'Info', end: at, isWhole: false, stamp: found.stamp }
    const inner = stamps < stampsBetween ? stampAt(text, at) : null
    if (inner) {
      found = inner
      stamps += 1
      words = 0
      atLevel = true
      afterTag = false
      continue
    }
    const end = wordEnd(text, at)
    words += 1
    if (afterTag || end === at || words > wordsBetween) return null
    afterTag = text.charCodeAt(end - 1) === 58
    atLevel = afterTag || text.slice(at, end).includes(':')
    found = { stamp: found.stamp, end }
  }
}

function skipPriority(text: string): number {
  if (text.charCodeAt(0) !== 60) return 0
  let at = 1
  while (at < 4 && isDigit(text.charCodeAt(at))) at += 1
  return at > 1 && text.charCodeAt(at) === 62 ? skipSpace(text, at + 1) : 0
}

function levelAt(text: string, at: number): Level | null {
  for (const level of levels) {
    if (!text.startsWith(level, at) || text.charCodeAt(at + level.length) !== 58) continue
    const next = at + level.length + 1
    if (next === text.length || isSpace(text.charCodeAt(next))) return level
  }
  return null
}

function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1
  return end
}

interface Found {
  readonly stamp: Stamp
  readonly end: number
}

function stampAt(text: string, at: number): Found | null {
  if (!isDigit(text.charCodeAt(at))) {
    // `Wed Nov 19 09:16:46 2014`, `Nov 19 09:16:46 2014`, `Nov 19 09:16:46`
    const month = nameAt(text, at, weekdays) >= 0 ? skipSpace(text, at + 3) : at
    return monthStamp(text, month, null)
  }
  const year = numberAt(text, at, 4)
  if (year === null || year < 1900) return null
  // `2019 Sep 28 16:13:51`
  if (isSpace(text.charCodeAt(at + 4))) return monthStamp(text, skipSpace(text, at + 5), year)
  return isoStamp(text, at, year)
}

function monthStamp(text: string, at: number, yearBefore: number | null): Found | null {
  const month = nameAt(text, at, months)
  if (month < 0 || !isSpace(text.charCodeAt(at + 3))) return null
  let pos = skipSpace(text, at + 4)
  const width = isDigit(text.charCodeAt(pos + 1)) ? 2 : 1
  const day = numberAt(text, pos, width)
  pos = skipSpace(text, pos + width)
  const seconds = clockAt(text, pos)
  if (day === null || seconds === null || day < 1 || day > daysIn(month, yearBefore)) return null
  pos = skipFraction(text, pos + 8)
  if (yearBefore !== null) return { stamp: { year: yearBefore, month, day, seconds, offset: null }, end: pos }
  const yearAt = skipSpace(text, pos)
  // Before `CEF:` a colon follows the year.
  const end = text.charCodeAt(yearAt + 4) === 58 ? yearAt + 5 : yearAt + 4
  const after = isSpace(text.charCodeAt(end)) ? numberAt(text, yearAt, 4) : null
  const year = after !== null && after >= 1900 ? after : null
  if (day > daysIn(month, year)) return null
  return { stamp: { year, month, day, seconds, offset: null }, end: year === null ? pos : end }
}

/** `2026-11-20T10:00:00.123456+01:00` or `…Z`, as relays write that speak RFC 5424. */
function isoStamp(text: string, at: number, year: number): Found | null {
  const month = numberAt(text, at + 5, 2)
  const day = numberAt(text, at + 8, 2)
  const seconds = clockAt(text, at + 11)
  if (month === null || day === null || seconds === null) return null
  if (text[at + 4] !== '-' || text[at + 7] !== '-' || text[at + 10] !== 'T') return null
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month - 1, year)) return null
  const end = skipFraction(text, at + 19)
  const sign = text[end]
  if (sign === 'Z') return { stamp: { year, month: month - 1, day, seconds, offset: 0 }, end: end + 1 }
  const hours = numberAt(text, end + 1, 2)
  const minutes = numberAt(text, end + 4, 2)
  if ((sign !== '+' && sign !== '-') || text[end + 3] !== ':' || hours === null || minutes === null) return null
  const offset = (hours * 3600 + minutes * 60) * (sign === '-' ? -1 : 1)
  return { stamp: { year, month: month - 1, day, seconds, offset }, end: end + 6 }
}

/** The place of a three-letter name among `names`, or -1. */
function nameAt(text: string, at: number, names: string): number {
  const place = names.indexOf(text.slice(at, at + 3).toLowerCase())
  return place >= 0 && place % 3 === 0 && at + 3 <= text.length ? place / 3 : -1
}

function numberAt(text: string, at: number, digits: number): number | null {
  let value = 0
  for (let i = at; i < at + digits; i += 1) {
    const code = text.charCodeAt(i)
    if (!isDigit(code)) return null
    value = value * 10 + code - 48
  }
  return value
}

/** Where the time of day stands in the text of a header; -1 where that may be in more places than one. */
export function clockIn(header: string): number {
  const first = header.search(clock)
  return first >= 0 && header.slice(first + 1).search(clock) < 0 ? first : -1
}

const clock = /\d\d:\d\d:\d\d/

/** Seconds since midnight of `HH:MM:SS`; a leap second counts as the one before it. */
export function clockAt(text: string, at: number): number | null {
  const hours = numberAt(text, at, 2)
  const minutes = numberAt(text, at + 3, 2)
  const seconds = numberAt(text, at + 6, 2)
  if (hours === null || minutes === null || seconds === null) return null
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return null
  return hours < 24 && minutes < 60 && seconds <= 60 ? hours * 3600 + minutes * 60 + Math.min(seconds, 59) : null
}

function skipFraction(text: string, at: number): number {
  if (text.charCodeAt(at) !== 46) return at
  let end = at + 1
  while (isDigit(text.charCodeAt(end))) end += 1
  return end
}

/** How many days a month has; a February of an unknown year may have 29. */
export function daysIn(month: number, year: number | null): number {
  return new Date(Date.UTC(year ?? 2000, month + 1, 0)).getUTCDate()
}
