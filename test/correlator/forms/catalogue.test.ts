import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forms } from '../../../src/correlator/forms/index.ts'
import { catalogue, formsOf } from './rows.ts'

const rows = catalogue.flatMap((group) => group.rows)

describe('the catalogue of line forms', () => {
  const names = new Set<string>(Object.values(forms).map(({ name }) => name))

  it('names forms that there are', () => {
    expect(rows.flatMap((row) => formsOf(row).filter((name) => !names.has(name)))).toEqual([])
  })

  it('names every form there is', () => {
    const read = new Set<string>(rows.flatMap(formsOf))
    expect([...names].filter((name) => !read.has(name))).toEqual([])
  })

  it('has each row once', () => {
    const told = rows.map(([row]) => row)
    expect(told.filter((row, at) => told.indexOf(row) !== at)).toEqual([])
  })
})

// The catalogue itself is not in the project. Where it lies beside it, rows and marks must be its own.
const original = new URL('../../../../shared/reference/LOG-GRAMMAR.md', import.meta.url)
if (existsSync(original)) {
  it('has every row that the catalogue has, with its mark', () => {
    const theirs = readFileSync(original, 'utf8').split('\n').flatMap(rowOf)
    expect(theirs.length).toBeGreaterThan(200)
    expect(rows.map(([row, mark]) => `${row} ${mark}`).filter((row) => !row.startsWith('16'))).toEqual(theirs)
  })
} else {
  console.info('passed over: the catalogue of line forms is not here')
}

/** `C1 seen` of a line of the catalogue's tables: the row, and the marks in its column of sources. */
function rowOf(line: string): readonly string[] {
  const row = /^\| ([A-Z]\d+[a-z]?) \|/.exec(line)?.[1]
  if (!row) return []
  const sources = line.replace(/`[^`]*`/g, '').split('|')[3] ?? ''
  const marks = ['seen', 'doc', 'tmpl'].filter((mark) => new RegExp(`\\b${mark}\\b`).test(sources))
  return [`${row} ${marks.join(', ') || '-'}`]
}
