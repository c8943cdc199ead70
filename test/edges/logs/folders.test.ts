import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gatewaysIn } from '../../../src/edges/logs/folders.ts'

let top = ''
const at = (...names: string[]) => join(top, ...names)

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
  for (const folder of ['two/esa1', 'two/esa2', 'two/.git', 'more/esa1', 'mixed/old', 'empty', 'linked']) {
    mkdirSync(at(folder), { recursive: true })
  }
  for (const file of ['two/esa1/mail.current', 'mixed/mail.current', 'a.log']) writeFileSync(at(file), '')
  symlinkSync(at('two/esa2'), at('linked/esa9'))
})
afterAll(() => rmSync(top, { recursive: true }))

it.each<[string, readonly string[], Readonly<Record<string, readonly string[]>>]>([
  ['a file', ['a.log'], { '-': ['a.log'] }],
  ['two files of one gateway', ['a.log', 'mixed/mail.current'], { '-': ['a.log', 'mixed/mail.current'] }],
  ['a folder of files', ['two/esa1'], { '-': ['two/esa1'] }],
  ['a folder of folders, hidden ones passed over', ['two'], { esa1: ['two/esa1'], esa2: ['two/esa2'] }],
  ['a folder of files and folders', ['mixed'], { '-': ['mixed'] }],
  ['an empty folder, told when it is opened', ['empty'], { '-': ['empty'] }],
  ['what is not there, told when it is opened', ['gone'], { '-': ['gone'] }],
  ['links to folders', ['linked'], { esa9: ['linked/esa9'] }],
  ['one gateway in two places', ['two', 'more'], { esa1: ['two/esa1', 'more/esa1'], esa2: ['two/esa2'] }],
  ['a folder of folders beside a file', ['two', 'a.log'], { esa1: ['two/esa1'], esa2: ['two/esa2'], '-': ['a.log'] }],
  ['the same twice', ['a.log', './a.log', 'a.log'], { '-': ['a.log'] }],
])('%s', (_, paths, wanted) => {
  const found = gatewaysIn(
    paths.map((path) => at(path)),
    '-',
  )
  expect(Object.fromEntries(found.map(({ name, paths: own }) => [name, own]))).toEqual(
    Object.fromEntries(Object.entries(wanted).map(([name, own]) => [name, own.map((path) => at(path))])),
  )
})
