import { describe, expect, it } from 'vitest'
import { compileForms } from '../../src/correlator/dispatch.ts'
import { processorTime } from './processor.ts'

/** What a template reads out of a message; null where it does not match. */
function read(template: string, message: string) {
  const grammar = compileForms([{ name: 'test', lines: [template], says: '', samples: [] }])
  return grammar.recognise(message)?.fields ?? null
}

const cases: readonly (readonly [why: string, template: string, message: string, fields: object | null])[] = [
  ['a literal alone', 'Begin Logfile', 'Begin Logfile', {}],
  ['another case', 'ICID {icid} close', 'icid 4160 Close', { icid: 4160 }],
  ['runs of white space', 'ICID {icid} close', 'ICID  4160\t close', { icid: 4160 }],
  ['nothing may follow', 'ICID {icid} close', 'ICID 4160 closed', null],
  ['nothing may stand before', 'ICID {icid} close', 'x ICID 4160 close', null],
  ['an id is digits', 'ICID {icid} close', 'ICID 41a close', null],
  ['an id that no number can hold', 'ICID {icid} close', 'ICID 12345678901234567 close', null],
  ['punctuation behind an id', 'MID {mid}, {problem}', 'MID 257, broken', { mid: 257, problem: 'broken' }],
  [
    'an id behind a text',
    'on {listener} ICID {icid}: max',
    'on Incoming 2 ICID 7: max',
    { listener: 'Incoming 2', icid: 7 },
  ],
  ['a whole number', 'load {x:int} %', 'load -12 %', { x: -12 }],
  ['no whole number', 'load {x:int} %', 'load 1.2 %', null],
  ['a word at the end', 'is {x:word}', 'is done', { x: 'done' }],
  ['a word has no blank', 'is {x:word}', 'is not done', null],
  ['a word is not empty', 'is {x:word} now', 'is  now', null],
  ['a word before punctuation', 'at {ip:word}, gone', 'at 192.0.2.1, gone', { ip: '192.0.2.1' }],
  ['two words', 'by {a:word} {b}', 'by CASE spam positive', { a: 'CASE', b: 'spam positive' }],
  ['a text up to the first literal', 'a {x} b {y}', 'a 1 b 2 b 3', { x: '1', y: '2 b 3' }],
  ['a text before the last literal', 'a {x}.', 'a mx.example.com.', { x: 'mx.example.com' }],
  ['an empty text between blanks', 'match {match} SBRS {sbrs}', 'match  SBRS 3.7', { match: '', sbrs: '3.7' }],
  ['an empty text at the end', 'match {match}', 'match', { match: '' }],
  ['a literal in another case', 'interface {x} (up)', 'Interface Data 1 (UP)', { x: 'Data 1' }],
  ['an address', 'From: {x:address}', 'From: <alice@example.com>', { x: 'alice@example.com' }],
  ['an address without brackets', 'From: {x:address}', 'From: alice@example.com', { x: 'alice@example.com' }],
  ['no address', 'From: {x:address}', 'From: <>', { x: '' }],
  ['a blank in the brackets', 'From: {x:address} !', 'From: < a@example.com> !', { x: 'a@example.com' }],
  [
    'an address that reads like the line',
    'To: {x:address} Rejected by {by}',
    'To: <"x> Rejected by RAT"@example.com> Rejected by LDAPACCEPT',
    { x: '"x> Rejected by RAT"@example.com', by: 'LDAPACCEPT' },
  ],
  [
    'an address that never closes',
    'To: {x:address} by {by}',
    'To: <"a@example.com by RAT',
    { x: '<"a@example.com', by: 'RAT' },
  ],
  ['quoted', 'Subject {x:quoted}', "Subject 'Hello'", { x: 'Hello' }],
  ['quoted otherwise', 'Subject {x:quoted}', 'Subject "it\'s"', { x: "it's" }],
  ['a quote in the quotes', 'Subject {x:quoted}', "Subject 'Package''", { x: "Package'" }],
  ['not quoted', 'Subject {x:quoted}', "Subject Re: 5 o'clock", { x: "Re: 5 o'clock" }],
  ['one quote', 'Subject {x:quoted}', "Subject '", { x: "'" }],
  [
    'quoted, then a literal',
    'filter {f:quoted} in the {t:word} table',
    "filter 'a in the b' in the in table",
    { f: 'a in the b', t: 'in' },
  ],
  ['one recipient', 'to RID {rids}', 'to RID [0]', { rids: [0] }],
  ['more recipients', 'to RID {rids} {detail}', 'to RID [0, 1,2] (x)', { rids: [0, 1, 2], detail: '(x)' }],
  ['no recipients', 'to RID {rids}', 'to RID []', { rids: [] }],
  ['a recipient without brackets', 'to {rids} - {x}', 'to 3 - 4.3.2', { rids: [3], x: '4.3.2' }],
  ['no list', 'to RID {rids}', 'to RID [a]', null],
  ['a list with a hole', 'to RID {rids}', 'to RID [0,,1]', null],
]

describe('a template against a message', () => {
  for (const [why, template, message, fields] of cases) {
    it(why, () => {
      expect(read(template, message)).toEqual(fields)
    })
  }

  it('takes time in step with the length, whatever is repeated', () => {
    const template = 'a {x} b c {y:address} d {z:quoted} end {w}'
    const parts = [' ', 'b ', ' b c <', '"', "' ", 'd ', '<"', ' b c <" d \' end']
    for (const part of parts) {
      const long = `a ${part.repeat(Math.ceil(200_000 / part.length))}`
      // Quadratic time would be minutes.
      expect(processorTime(() => read(template, long))).toBeLessThan(5000)
    }
  })
})
