import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cefIds, readCef } from '../../src/correlator/cef.ts'
import { processorTime } from './processor.ts'

const head =
  'CEF:0|Cisco|C100V Email Security Virtual Appliance|14.0.2-020|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|'

function fieldsOf(extension: string): Readonly<Record<string, string>> | undefined {
  return readCef(head + extension)?.fields
}

const lines: readonly (readonly [why: string, extension: string, fields: Readonly<Record<string, string>>])[] = [
  ['nothing', '', {}],
  ['ids', 'ESAMID=164226 ESAICID=62905 ESADCID=77', { ESAMID: '164226', ESAICID: '62905', ESADCID: '77' }],
  [
    'blanks in values',
    'startTime=Thu Nov 19 08:04:29 2026 act=QUARANTINED ESAFinalActionDetails=To POLICY ESAStatus=QUEUED',
    {
      startTime: 'Thu Nov 19 08:04:29 2026',
      act: 'QUARANTINED',
      ESAFinalActionDetails: 'To POLICY',
      ESAStatus: 'QUEUED',
    },
  ],
  [
    'several blanks between, none, and one behind the equals sign',
    'ESAAVVerdict=NEGATIVE   ESACFVerdict= MATCH cs6Label= SDRRepScore cs6=Tainted  suser=',
    { ESAAVVerdict: 'NEGATIVE', ESACFVerdict: 'MATCH', cs6Label: 'SDRRepScore', cs6: 'Tainted', suser: '' },
  ],
  [
    'a dictionary with blanks, keys and equals signs in it',
    "ESASPFVerdict={'mailfrom': {'result': 'Pass', 'sender': 'a=b act=DELIVERED@example.com'}, 'helo': None} act=ABORTED",
    {
      ESASPFVerdict: "{'mailfrom': {'result': 'Pass', 'sender': 'a=b act=DELIVERED@example.com'}, 'helo': None}",
      act: 'ABORTED',
    },
  ],
  [
    'brackets and quotes in the strings of a dictionary',
    "ESAAttachmentDetails={\"it's}{.txt act=X\": {'AMP': {'Verdict': 'FILE \\' UNKNOWN }'}}} act=DQ",
    { ESAAttachmentDetails: "{\"it's}{.txt act=X\": {'AMP': {'Verdict': 'FILE \\' UNKNOWN }'}}}", act: 'DQ' },
  ],
  [
    'a subject in single quotes',
    "msg='Minutes of act=DELIVERED' act=DQ",
    { msg: 'Minutes of act=DELIVERED', act: 'DQ' },
  ],
  ['a subject in double quotes', 'msg="Bob\'s act=DELIVERED" act=DQ', { msg: "Bob's act=DELIVERED", act: 'DQ' }],
  ['a subject with both', "msg='Bob\\'s \"act=X\"' act=DQ", { msg: 'Bob\\\'s "act=X"', act: 'DQ' }],
  [
    'a Message-ID',
    "cs4Label=ExternalMsgID cs4='<1@example.com>'",
    { cs4Label: 'ExternalMsgID', cs4: '<1@example.com>' },
  ],
  [
    'a name in quotes before an address',
    'ESAFriendlyFrom="Alice B" <a@example.com> act=DQ',
    { ESAFriendlyFrom: '"Alice B" <a@example.com>', act: 'DQ' },
  ],
  [
    'a line that was cut off in a subject',
    "act=DQ msg='Minutes act=DELIVERED",
    { act: 'DQ', msg: "'Minutes act=DELIVERED" },
  ],
  [
    'a line that was cut off in a dictionary',
    "act=DQ ESAURLDetails={'a': {'b act=X",
    { act: 'DQ', ESAURLDetails: "{'a': {'b act=X" },
  ],
  [
    'a key with a blank in it',
    'ESAMID=7 E SAAMPVerdict=UNKNOWN ESAASVer dict=NEGATIVE',
    { ESAMID: '7', ESAAMPVerdict: 'UNKNOWN', ESAASVerdict: 'NEGATIVE' },
  ],
  ['a key of a newer release', 'ESAMID=7 ESANewThing=yes', { ESAMID: '7', ESANewThing: 'yes' }],
  [
    'a word that is no key of the gateway',
    'ESAFinalActionDetails=To x=1 POLICY a=b act=DQ',
    { ESAFinalActionDetails: 'To x=1 POLICY a=b', act: 'DQ' },
  ],
  [
    'a URL',
    'ESAHeloDomain=mx.example.com?act=1&ESAMID=2 act=DQ',
    { ESAHeloDomain: 'mx.example.com?act=1&ESAMID=2', act: 'DQ' },
  ],
  ['names that every object has', 'constructor=1 __proto__=2 act=DQ toString=3', { act: 'DQ toString=3' }],
  [
    "a key in the sender's own words, before its own",
    'ESAFriendlyFrom=a act=DELIVERED suser=b act=DQ',
    { ESAFriendlyFrom: 'a', suser: 'b' },
  ],
  [
    "a key in the sender's own words, behind its own",
    'ESAMID=7 act=DQ ESAFriendlyFrom=a act=DELIVERED ESAMID=8',
    { ESAMID: '7', act: 'DQ', ESAFriendlyFrom: 'a' },
  ],
  [
    "a mark in the sender's own words that is not closed",
    "ESAMID=7 ESAHeloDomain='{[ act=DQ",
    { ESAMID: '7', ESAHeloDomain: "'{[", act: 'DQ' },
  ],
]

describe('readCef', () => {
  for (const [why, extension, fields] of lines) {
    it(`reads ${why}`, () => {
      expect(fieldsOf(extension)).toEqual(fields)
    })
  }

  it('reads the head, and values by their labels', () => {
    expect(
      readCef(`${head}cs1Label=MailPolicy cs1=DEFAULT cfp1Label=SBRSScore, cfp1=-1.1 cs2Label=SenderCountry`),
    ).toEqual({
      vendor: 'Cisco',
      product: 'C100V Email Security Virtual Appliance',
      release: '14.0.2-020',
      fields: {
        cs1Label: 'MailPolicy',
        cs1: 'DEFAULT',
        cfp1Label: 'SBRSScore,',
        cfp1: '-1.1',
        cs2Label: 'SenderCountry',
      },
      labelled: { MailPolicy: 'DEFAULT', SBRSScore: '-1.1' },
    })
  })

  it.each(['', 'CEF', 'CEF:0', 'CEF:0|Cisco|C100V', 'Info: CEF:0|a|b|c|d|e|5|act=DQ'])('is not: "%s"', (text) => {
    expect(readCef(text)).toBeNull()
  })

  it('a head without anything behind it has no fields', () => {
    expect(readCef(head.slice(0, -1))?.fields).toEqual({})
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'ESAMID=',
      'act=',
      ' ',
      "'",
      '"',
      '{',
      '}',
      '[',
      ']',
      '\\',
      '=',
      'E SAAMPVerdict=',
      'x',
      '|',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, (extension) => {
        const cef = readCef(head + extension)
        for (const value of Object.values(cef?.fields ?? {})) expect(extension).toContain(value)
      }),
      { numRuns: 500 },
    )
  })

  it('finds no key in a subject, whatever it is', () => {
    const hostile = fc.array(
      fc.oneof(fc.constantFrom("'", '"', ' act=DELIVERED', ' ESAMID=8', '\\', '}', ' '), fc.string()),
    )
    fc.assert(
      fc.property(hostile, (words) => {
        const subject = words.join('')
        expect(fieldsOf(`ESAMID=7 msg=${repr(subject)} act=DQ`)).toMatchObject({ ESAMID: '7', act: 'DQ' })
        expect(Object.keys(fieldsOf(`ESAMID=7 msg=${repr(subject)} act=DQ`) ?? {})).toEqual(['ESAMID', 'msg', 'act'])
        expect(Object.keys(fieldsOf(`ESAAttachmentDetails={${repr(subject)}: {}} act=DQ`) ?? {})).toHaveLength(2)
      }),
      { numRuns: 500 },
    )
  })

  it('takes time in proportion to the text', () => {
    const hostile = ["'", '{', '=', ' a=', 'E SAAMPVerdict', ' ESAMID={', " msg='", '\\', ' '.repeat(9), 'x']
    const taken = processorTime(() => {
      for (const piece of hostile) readCef(head + piece.repeat(1_000_000 / piece.length))
    })
    // Quadratic time would be minutes.
    expect(taken).toBeLessThan(10_000)
  })
})

/** A string as Python writes it: in single quotes, or in double quotes where it holds a single one and no double one. */
function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
}

describe('cefIds', () => {
  it.each([
    ['ESAMID=7 ESAICID=8 ESADCID=9', { mid: 7, icid: 8, dcid: 9 }],
    ['ESAMID=7 ESADCID=', { mid: 7, icid: null, dcid: null }],
    ['ESAMID=-7 ESAICID=None ESADCID=12345678901234567', { mid: null, icid: null, dcid: null }],
  ])('%s', (extension, ids) => {
    const cef = readCef(head + extension)
    expect(cef && cefIds(cef)).toEqual(ids)
  })
})
