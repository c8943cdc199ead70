import { describe, expect, it } from 'vitest'
import { aboutIn } from '../../src/question/about.ts'
import { looksLikeFollowUp, parseQuestion, type Reading } from '../../src/question/parse.ts'

/** Saturday, 11:00 in Zürich. */
const now = Date.parse('2026-11-21T10:00:00Z')

const reading: Reading = {
  now,
  timeZone: 'Europe/Zurich',
  language: 'en',
  gateways: ['esa1', 'esa2'],
  domains: ['example.org'],
  previous: null,
}

const day = ['2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z']
const yesterday = ['2026-11-19T23:00:00Z', '2026-11-20T23:00:00Z']

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** What a question comes to, in one line of the table: about, recipient, window, language. */
function read(text: string, given: Partial<Reading> = {}) {
  // What is known before the time was read is known so.
  const early = aboutIn(text, given.language ?? reading.language)
  const first = parseQuestion(text, { ...reading, ...given, domains: [], previous: null })
  if (early) expect(first.kind === 'question' && first.question.about).toEqual(early)
  const understood = parseQuestion(text, { ...reading, ...given })
  if (understood.kind === 'not-understood') return understood.why
  const { about, recipient, window, language, gateways } = understood.question
  return [about, recipient, [iso(window.from), iso(window.to)], language, ...gateways]
}

describe('a question', () => {
  it.each([
    ["why didn't mail from example.com arrive?", [{ domain: 'example.com' }, null, day, 'en']],
    ['why didn’t mail from example.com arrive?', [{ domain: 'example.com' }, null, day, 'en']],
    ['Why did mail from EXAMPLE.COM. not arrive', [{ domain: 'example.com' }, null, day, 'en']],
    [
      'why alice@example.com to bob@example.org since yesterday',
      [{ address: 'alice@example.com' }, 'bob@example.org', ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    [
      'bob@example.org did not get the mail from alice@example.com',
      [{ address: 'alice@example.com' }, 'bob@example.org', day, 'en'],
    ],
    [
      'nothing from 192.0.2.7 today on esa2',
      [{ ip: '192.0.2.7' }, null, ['2026-11-20T23:00:00Z', '2026-11-21T10:00:00Z'], 'en', 'esa2'],
    ],
    ['where is 2001:DB8::25?', [{ ip: '2001:db8::25' }, null, day, 'en']],
    ['what happened to MID 9931411', [{ mid: 9931411 }, null, day, 'en']],
    ['Message-ID <A1.b2@mx.example.com> please', [{ messageId: 'A1.b2@mx.example.com' }, null, day, 'en']],
    [
      "why o'neil@example.com to d’angelo@example.org",
      [{ address: "o'neil@example.com" }, "d'angelo@example.org", day, 'en'],
    ],
    ["why 'alice@example.com' to 'bob@example.org'", [{ address: 'alice@example.com' }, 'bob@example.org', day, 'en']],
    ["where is example.com's mail?", [{ domain: 'example.com' }, null, day, 'en']],
    ["pourquoi le mail d'alice@example.com n'est pas arrivé ?", [{ address: 'alice@example.com' }, null, day, 'fr']],
    [
      "pourquoi d'o'neil@example.com à bob@example.org",
      [{ address: "o'neil@example.com" }, 'bob@example.org', day, 'fr'],
    ],
    ['why \u200bexample.com\u200b', [{ domain: 'example.com' }, null, day, 'en']],
    ['mail from example.com yesterday?', [{ domain: 'example.com' }, null, yesterday, 'en']],
    [
      'mail from example.com at 9:30',
      [{ domain: 'example.com' }, null, ['2026-11-21T07:30:00Z', '2026-11-21T09:30:00Z'], 'en'],
    ],
    [
      'mail from example.com last 3 days',
      [{ domain: 'example.com' }, null, ['2026-11-18T10:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    [
      'mail from example.com last week',
      [{ domain: 'example.com' }, null, ['2026-11-08T23:00:00Z', '2026-11-15T23:00:00Z'], 'en'],
    ],
    [
      'mail from example.com between 8:00 and 11:00',
      [{ domain: 'example.com' }, null, ['2026-11-21T07:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    [
      'mail from example.com yesterday between 14:00 and 16:00',
      [{ domain: 'example.com' }, null, ['2026-11-20T13:00:00Z', '2026-11-20T15:00:00Z'], 'en'],
    ],
    [
      'pourquoi le mail de example.com entre 8h et 10h hier n’est-il pas arrivé ?',
      [{ domain: 'example.com' }, null, ['2026-11-20T07:00:00Z', '2026-11-20T09:00:00Z'], 'fr'],
    ],
    [
      'waarom is de mail van example.com tussen 8:00 en 10:00 niet aangekomen?',
      [{ domain: 'example.com' }, null, ['2026-11-21T07:00:00Z', '2026-11-21T09:00:00Z'], 'nl'],
    ],
    [
      'mail from example.com last night',
      [{ domain: 'example.com' }, null, ['2026-11-20T17:00:00Z', '2026-11-21T08:00:00Z'], 'en'],
    ],
    [
      'mail from example.com on Tuesday',
      [{ domain: 'example.com' }, null, ['2026-11-16T23:00:00Z', '2026-11-17T23:00:00Z'], 'en'],
    ],
    [
      'mail from example.com from 2026-11-19 10:00 until 2026-11-19 12:00',
      [{ domain: 'example.com' }, null, ['2026-11-19T09:00:00Z', '2026-11-19T11:00:00Z'], 'en'],
    ],
    ['mail from bücher.example', [{ domain: 'xn--bcher-kva.example' }, null, day, 'en']],
    ["pourquoi le courrier de example.com n'est pas arrivé hier ?", [{ domain: 'example.com' }, null, yesterday, 'fr']],
    [
      'pourquoi alice@example.com à bob@example.org depuis hier',
      [{ address: 'alice@example.com' }, 'bob@example.org', ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'fr'],
    ],
    ['waarom is de mail van example.com gisteren niet aangekomen?', [{ domain: 'example.com' }, null, yesterday, 'nl']],
    [
      'waarom alice@example.com aan bob@example.org de laatste 2 dagen',
      [{ address: 'alice@example.com' }, 'bob@example.org', ['2026-11-19T10:00:00Z', '2026-11-21T10:00:00Z'], 'nl'],
    ],
    ['昨日 example.com からのメールが届かないのはなぜ？', [{ domain: 'example.com' }, null, yesterday, 'ja']],
    [
      'alice@example.comからbob@example.org宛のメールが届きません',
      [{ address: 'alice@example.com' }, 'bob@example.org', day, 'ja'],
    ],
    [
      'nothing from example.com since last week',
      [{ domain: 'example.com' }, null, ['2026-11-08T23:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    [
      'mail from example.com from 17 November to 18 November',
      [{ domain: 'example.com' }, null, ['2026-11-16T23:00:00Z', '2026-11-18T23:00:00Z'], 'en'],
    ],
    ['From:alice@example.com To:bob@example.org', [{ address: 'alice@example.com' }, 'bob@example.org', day, 'en']],
    ['see https://www.example.com/contact?x=1', [{ domain: 'example.com' }, null, day, 'en']],
    ['why alice@www.example.com', [{ address: 'alice@www.example.com' }, null, day, 'en']],
    ['why mail from example.org', [{ domain: 'example.org' }, null, day, 'en']],
    ['why mail to bob@example.org', [{ recipient: 'bob@example.org' }, 'bob@example.org', day, 'en']],
    ['bob@example.org got nothing', [{ recipient: 'bob@example.org' }, 'bob@example.org', day, 'en']],
    ['why did bob@example.org not get it', [{ recipient: 'bob@example.org' }, 'bob@example.org', day, 'en']],
    ['why does mail from example.com not get through?', [{ domain: 'example.com' }, null, day, 'en']],
    ['why example.org', 'no-sender'],
    ['why is mail slow', 'nothing-named'],
    ['why is report.pdf missing', 'not-a-name'],
    ['example..com', 'not-a-name'],
    ["why didn't mail from foo arrive", 'no-ending'],
    ['why status', 'no-ending'],
    ['no mail from Fabrikam since yesterday', 'no-ending'],
    ["pourquoi le mail de foo n'est pas arrivé ?", 'no-ending'],
    ['waarom is de mail van foo niet aangekomen?', 'no-ending'],
    ['foo からのメールが届かないのはなぜ？', 'no-ending'],
    ["why didn't mail from our partner arrive", 'nothing-named'],
    ["why didn't mail from yesterday arrive", 'nothing-named'],
    ["pourquoi n'y a-t-il pas de mail de notre client ?", 'nothing-named'],
    ['mail from exa";mple.com', 'not-a-name'],
    ['', 'nothing-named'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('a sender without its ending', () => {
  it.each([
    [
      'nothing from Foo yesterday',
      'foo',
      ["why didn't mail from foo.com arrive?", 'why alice@foo.com to bob@example.org since yesterday'],
    ],
    [
      'foo様からのメールが届かない',
      'foo',
      ['foo.com からのメールが届かないのはなぜ？', 'alice@foo.com から bob@example.org 宛のメールが昨日から届かない'],
    ],
  ])('is named, with what to type: %s', (text, word, examples) => {
    expect(parseQuestion(text, reading)).toMatchObject({ why: 'no-ending', word, examples })
  })
})

/** From midnight of that day of November 2026 in Zürich to now. */
function since(of: number): readonly [string, string] {
  return [`2026-11-${of - 1}T23:00:00Z`, '2026-11-21T10:00:00Z']
}

/** That whole day of November 2026 in Zürich. */
function on(of: number): readonly [string, string] {
  return [`2026-11-${String(of - 1).padStart(2, '0')}T23:00:00Z`, `2026-11-${String(of).padStart(2, '0')}T23:00:00Z`]
}

describe('a question in Japanese', () => {
  const domain = { domain: 'example.com' }
  const alice = { address: 'alice@example.com' }
  const bob = 'bob@example.org'
  it.each([
    ['example.com からのメールが昨日から届いていません', [domain, null, since(20), 'ja']],
    ['なぜ alice@example.com から bob@example.org へのメールが届かないのか', [alice, bob, day, 'ja']],
    ['bob@example.org が alice@example.com からのメールを受信できていません', [alice, bob, day, 'ja']],
    ['alice@example.com → bob@example.org のメールはどこ？', [alice, bob, day, 'ja']],
    ['bob@example.net さん宛の alice@example.com からのメール', [alice, 'bob@example.net', day, 'ja']],
    ['送信者：alice@example.com、受信者：bob@example.org、11月19日', [alice, bob, on(19), 'ja']],
    ['差出人は alice@example.com、宛先は bob@example.net です', [alice, 'bob@example.net', day, 'ja']],
    ['bobさんにexample.comからのメールが届いていない', [domain, bob, day, 'ja']],
    ['example.com から bob 宛のメールが来ない', [domain, bob, day, 'ja']],
    ['example.com より送られたメールが届きません', [domain, null, day, 'ja']],
    ['esa2でexample.comからのメールを調べて', [domain, null, day, 'ja', 'esa2']],
    ['ａｌｉｃｅ＠ｅｘａｍｐｌｅ．ｃｏｍ　からのメール', [alice, null, day, 'ja']],
    ['ＭＩＤ　９９３１４１１はどうなりましたか', [{ mid: 9931411 }, null, day, 'ja']],
    ['MID9931411 は？', [{ mid: 9931411 }, null, day, 'ja']],
    ['メッセージID <A1.b2@mx.example.com> のメールはどこ', [{ messageId: 'A1.b2@mx.example.com' }, null, day, 'ja']],
    ['取引先の日本語.example からのメール', [{ domain: 'xn--wgv71a119e.example' }, null, day, 'ja']],
    ['株式会社エグザンプル（example.com）からのメールが届かない', [domain, null, day, 'ja']],
    ['example.com からのメールが一昨日から届かない', [domain, null, since(19), 'ja']],
    ['おととい example.com から来るはずのメール', [domain, null, on(19), 'ja']],
    ['三日前から example.com のメールが来ない', [domain, null, since(18), 'ja']],
    ['先週から example.com のメールが来ない', [domain, null, ['2026-11-08T23:00:00Z', '2026-11-21T10:00:00Z'], 'ja']],
    ['先週の火曜日に example.com から来たメール', [domain, null, on(10), 'ja']],
    ['19日に example.com から来たメール', [domain, null, on(19), 'ja']],
    ['25日に example.com から来たメール', [domain, null, ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'], 'ja']],
    [
      '11月17日から11月18日まで example.com からのメール',
      [domain, null, ['2026-11-16T23:00:00Z', '2026-11-18T23:00:00Z'], 'ja'],
    ],
    ['昨夜 example.com からのメール', [domain, null, ['2026-11-20T17:00:00Z', '2026-11-21T05:00:00Z'], 'ja']],
    ['昨晩10時ごろの example.com', [domain, null, ['2026-11-20T20:00:00Z', '2026-11-20T22:00:00Z'], 'ja']],
    ['昨日の朝9時 example.com', [domain, null, ['2026-11-20T07:00:00Z', '2026-11-20T09:00:00Z'], 'ja']],
    ['２４時間以内の example.com からのメール', [domain, null, day, 'ja']],
    ['2時間前に example.com から送ったメール', [domain, null, ['2026-11-21T07:00:00Z', '2026-11-21T09:00:00Z'], 'ja']],
    ['この1週間 example.com からのメール', [domain, null, ['2026-11-14T10:00:00Z', '2026-11-21T10:00:00Z'], 'ja']],
    ['過去 3 日 example.com', [domain, null, ['2026-11-18T10:00:00Z', '2026-11-21T10:00:00Z'], 'ja']],
    ['メールが届かない', 'nothing-named'],
    ['SPFに問題はありますか', 'nothing-named'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

const first = parseQuestion('why alice@example.com to bob@example.org since yesterday', reading)
const previous = first.kind === 'question' ? first.question : null

describe('a follow-up', () => {
  it.each([
    [
      'and last week?',
      [{ address: 'alice@example.com' }, 'bob@example.org', ['2026-11-08T23:00:00Z', '2026-11-15T23:00:00Z'], 'en'],
    ],
    [
      'to carol?',
      [{ address: 'alice@example.com' }, 'carol@example.org', ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    [
      'only esa2',
      [
        { address: 'alice@example.com' },
        'bob@example.org',
        ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'],
        'en',
        'esa2',
      ],
    ],
    [
      'what about example.net?',
      [{ domain: 'example.net' }, 'bob@example.org', ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    ['what about MID 12?', [{ mid: 12 }, null, ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'en']],
    [
      'and carol@example.org?',
      [{ address: 'alice@example.com' }, 'carol@example.org', ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'en'],
    ],
    [
      '先週は？',
      [{ address: 'alice@example.com' }, 'bob@example.org', ['2026-11-08T23:00:00Z', '2026-11-15T23:00:00Z'], 'ja'],
    ],
    [
      'esa2だけ',
      [
        { address: 'alice@example.com' },
        'bob@example.org',
        ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'],
        'ja',
        'esa2',
      ],
    ],
    [
      'example.net からは？',
      [{ domain: 'example.net' }, 'bob@example.org', ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'], 'ja'],
    ],
    ['thanks a lot', 'nothing-named'],
    ['了解しました', 'nothing-named'],
    ['SPFに問題はありますか', 'nothing-named'],
  ])('%s', (text, expected) => {
    expect(read(text, { previous })).toEqual(expected)
  })

  it.each(['carol さん宛は？', 'carol宛ては？', 'では carol へは？', 'carolには届いた？', 'carol@example.org は？'])(
    'for another recipient: %s',
    (text) => {
      expect(read(text, { previous })).toEqual([
        { address: 'alice@example.com' },
        'carol@example.org',
        ['2026-11-19T23:00:00Z', '2026-11-21T10:00:00Z'],
        'ja',
      ])
    },
  )

  it.each([
    ['and last week?', true],
    ['to carol?', true],
    ['what about example.net?', true],
    ['only esa2', true],
    ['先週は？', true],
    ['carol さん宛は', true],
    ['昨日だけ', true],
    ['dave@example.net からのメールはどうですか', true],
    ['ありがとう、bobさんに伝えます', false],
    ['先方の example.net に昨日伝えました', false],
    ['了解しました', false],
    ['thanks', false],
    ['I will call them tomorrow', false],
    ['I told example.net yesterday that they should mend it', false],
  ])('without a mention: %s is one: %s', (text, expected) => {
    expect(looksLikeFollowUp(text, { ...reading, previous })).toBe(expected)
  })
})

describe('what a question leaves out of account', () => {
  it.each([
    ['why did mail from example.com not arrive tomorrow', [['time-ahead', 'tomorrow']]],
    ['pourquoi le mail de example.com n’arrive pas demain', [['time-ahead', 'demain']]],
    ['why example.com on esa9', [['no-gateway', 'esa9']]],
    ['why example.com on esa1', []],
    ['Warum ist die Mail von example.com nicht angekommen?', [['language', 'Deutsch']]],
    ['¿Por qué no llegó el correo de example.com?', [['language', 'Español']]],
    ["why didn't mail from example.com arrive yesterday?", []],
    ['waarom is de mail van example.com niet aangekomen?', []],
    ['why did mail from example.com to bob not arrive', [['name', 'bob']]],
    ['did anything from example.com for Bob arrive today?', [['name', 'bob']]],
    ['has anything from example.com for dave been stuck since yesterday?', [['name', 'dave']]],
    ['pourquoi le mail de example.com pour Anne ?', [['name', 'anne']]],
    ['waarom kwam de mail van example.com niet bij piet?', [['name', 'piet']]],
    ['how long does mail from example.com take to arrive?', []],
    ['we are waiting for hours for mail from example.com', []],
    ['is it possible for mail from example.com to get lost?', []],
    ['why did mail from example.com not get through to us?', []],
    ['why did mail from example.com to bob@example.org not arrive', []],
  ] as const)('%s', (text, expected) => {
    const understood = parseQuestion(text, reading)
    const { passedOver = [] } = understood.kind === 'question' ? understood.question : {}
    expect(passedOver.map(({ why, word }) => [why, word])).toEqual(expected)
  })
})

describe('between two hours', () => {
  const morning = ['2026-11-21T07:00:00Z', '2026-11-21T10:00:00Z']
  it.each([
    'example.com between 8:00 and 11:00',
    'example.com between 8 and 11',
    'mail de example.com entre 8h et 11h pas arrivé',
    'mail van example.com tussen 8:00 en 11:00 niet aangekomen',
  ])('%s', (text) => {
    const understood = parseQuestion(text, reading)
    expect(understood.kind === 'question' && Object.values(understood.question.window).map(iso)).toEqual(morning)
  })
})

describe('somebody of ours who misses mail of a sender', () => {
  it.each([
    ['why did bob@example.org get no mail from foo.example', 'en'],
    ['why does bob@example.org receive nothing from foo.example', 'en'],
    ["bob@example.org hasn't heard from foo.example", 'en'],
    ['bob@example.org did not hear from foo.example', 'en'],
    ['has bob@example.org got any mail from foo.example?', 'en'],
    ['pourquoi bob@example.org ne reçoit aucun mail de foo.example', 'fr'],
    ['pourquoi bob@example.org n’a reçu aucun message de foo.example ?', 'fr'],
    ["bob@example.org n'a rien de foo.example", 'fr'],
    ["bob@example.org n'a pas de nouvelles de foo.example", 'fr'],
    ['waarom kreeg bob@example.org geen mail van foo.example', 'nl'],
    ['waarom ontvangt bob@example.org niets van foo.example', 'nl'],
    ['bob@example.org heeft niets gehoord van foo.example', 'nl'],
    ['bob@example.org に foo.example からのメールが来ない', 'ja'],
    ['bob@example.org は foo.example から何も受け取っていない', 'ja'],
    ['bob@example.orgにfoo.exampleから連絡がない', 'ja'],
  ])('%s', (text, language) => {
    const expected = [{ domain: 'foo.example' }, 'bob@example.org', day, language]
    expect(read(text)).toEqual(expected)
    // The words say it, whoever is ours.
    expect(read(text, { domains: [] })).toEqual(expected)
  })
})

describe('mail of our own people', () => {
  const domain = { recipient: 'partner.example' }
  const bob = { recipient: 'bob@partner.example' }
  it.each([
    ['mail to partner.example hangs', domain],
    ["why can't we send to partner.example?", domain],
    ['le courrier vers partner.example est bloqué', domain],
    ['mail naar partner.example blijft hangen', domain],
    ['partner.example 宛のメールが滞留している', domain],
    ['why did bob@partner.example not get our mail', bob],
    ["pourquoi bob@partner.example n'a pas reçu notre mail ?", bob],
    ['waarom heeft bob@partner.example onze mail niet gekregen', bob],
    ['bob@partner.example に当社のメールが届いていない', bob],
  ])('%s', (text, about) => {
    expect(read(text)).toMatchObject([about, about.recipient, day, expect.any(String)])
  })

  it.each([
    'where is the mail from ann@example.org to bob@partner.example',
    "did ann@example.org's mail reach bob@partner.example",
    'ann@example.org wrote to bob@partner.example and nothing came',
    'ann@example.org schreef naar bob@partner.example',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject([{ address: 'ann@example.org' }, 'bob@partner.example', day, expect.any(String)])
  })
})

describe('what stands before a name says more than what stands behind it', () => {
  it.each([
    'mail from foo.example is missing',
    'the mail by foo.example is missing',
    'ik heb van foo.example niets ontvangen',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject([{ domain: 'foo.example' }, null, day, expect.any(String)])
  })
})

describe('a Message-ID with signs that no mailbox has', () => {
  it.each([
    'what happened to <CAJ=x1Y+b@mx.example.com>',
    'Message-ID: <CAJ=x1Y+b@mx.example.com>',
    'message-id=CAJ=x1Y+b@mx.example.com',
    "pourquoi le message <CAJ=x1Y+b@mx.example.com> n'est pas arrivé",
    'waar is <CAJ=x1Y+b@mx.example.com> gebleven',
    '<CAJ=x1Y+b@mx.example.com> のメールはどこ',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject([{ messageId: 'CAJ=x1Y+b@mx.example.com' }, null, day, expect.any(String)])
  })

  it.each(['mail from <SRS0=a1=b2=example.com=ann@fwd.example>', 'why <bounce-7=bob=example.org@list.example>'])(
    'is no envelope address: %s',
    (text) => expect(read(text)).toMatchObject([{ address: expect.any(String) }, null, day, 'en']),
  )
})

describe('before an hour', () => {
  const today = (to: string) => ['2026-11-20T23:00:00Z', `2026-11-21T${to}:00Z`]
  const yesterdayUntilEleven = ['2026-11-19T23:00:00Z', '2026-11-20T10:00:00Z']
  it.each([
    ['mail from example.com before 10:30', today('09:30')],
    ['mail from example.com until 9 am', today('08:00')],
    ['mail from example.com before noon', today('10:00')],
    ['mail from example.com before 23:00', today('10:00')],
    ['mail from example.com before 11:00 yesterday', yesterdayUntilEleven],
    ['mail from example.com on 2026-11-20 before 11:00', yesterdayUntilEleven],
    ['mail from example.com from 8:00 until 9:00', ['2026-11-21T07:00:00Z', '2026-11-21T08:00:00Z']],
    ['mail de example.com avant 10h30 pas arrivé', today('09:30')],
    ["mail de example.com jusqu'à 9h", today('08:00')],
    ['mail de example.com hier avant 11h', yesterdayUntilEleven],
    ['mail van example.com voor 10:30 niet aangekomen', today('09:30')],
    ['mail van example.com tot 9 uur', today('08:00')],
    ['mail van example.com gisteren voor 11 uur', yesterdayUntilEleven],
    ['example.com からのメール、9時前', today('08:00')],
    ['10時30分より前の example.com からのメール', today('09:30')],
    ['example.com からのメールが昨日の11時まで届かない', yesterdayUntilEleven],
    ['2時間前に example.com から送ったメール', ['2026-11-21T07:00:00Z', '2026-11-21T09:00:00Z']],
  ])('%s', (text, window) => {
    expect(read(text)).toMatchObject([{ domain: 'example.com' }, null, window, expect.any(String)])
  })

  it('ends the stretch that was asked about before', () => {
    const before = parseQuestion('mail from example.com since Thursday', reading)
    const asked = before.kind === 'question' ? before.question : null
    expect(read('and before 9:00?', { previous: asked })).toMatchObject([
      { domain: 'example.com' },
      null,
      ['2026-11-18T23:00:00Z', '2026-11-21T08:00:00Z'],
      'en',
    ])
  })
})

describe('before a day', () => {
  const [weekBefore, tuesday, wednesday] = ['2026-11-09T23:00:00Z', '2026-11-16T23:00:00Z', '2026-11-17T23:00:00Z']
  const before = [weekBefore, tuesday]
  const until = ['2026-11-10T23:00:00Z', wednesday]
  it.each([
    ['mail from example.com before Tuesday did not arrive', before],
    ['before Tuesday, mail from example.com', before],
    ['mail from example.com before 17 November', before],
    ['mail from example.com before Nov 17', before],
    ['mail from example.com before 2026-11-17', before],
    ['mail from example.com before Tuesday 11:00', [tuesday, '2026-11-17T10:00:00Z']],
    ['mail from example.com since 12 November, before Tuesday', ['2026-11-11T23:00:00Z', tuesday]],
    ['mail from example.com until Tuesday', until],
    ['mail from example.com before 30 November', ['2026-11-13T23:00:00Z', '2026-11-21T10:00:00Z']],
    ['mail from example.com the day before yesterday', ['2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z']],
    ['mail from example.com from Monday until Wednesday', ['2026-11-15T23:00:00Z', '2026-11-18T23:00:00Z']],
    ['le mail de example.com avant mardi', before],
    ['le mail de example.com avant le 17 novembre', before],
    ["le mail de example.com jusqu'au 17 novembre", until],
    ["le mail de example.com d'avant-hier", ['2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z']],
    ['mail van example.com vóór dinsdag', before],
    ['waar is de mail van example.com voor 17 november', before],
    ['mail van example.com tot en met dinsdag', until],
    ['waar is de mail voor vandaag van example.com', ['2026-11-20T23:00:00Z', '2026-11-21T10:00:00Z']],
    ['waar is de mail van eergisteren van example.com', ['2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z']],
    ['火曜日より前の example.com からのメール', before],
    ['11月17日前に example.com から送られたメール', before],
    ['17日以前の example.com からのメール', until],
    ['example.com からのメールが火曜日まで届かない', until],
    ['火曜日の午前に example.com から送られたメール', [tuesday, wednesday]],
  ])('%s', (text, window) => {
    expect(read(text)).toMatchObject([{ domain: 'example.com' }, null, window, expect.any(String)])
  })

  it('ends the stretch that was asked about before', () => {
    const asked = parseQuestion('mail from example.com since 1 November', reading)
    const previous = asked.kind === 'question' ? asked.question : null
    expect(read('and before Tuesday?', { previous })).toMatchObject([
      { domain: 'example.com' },
      null,
      ['2026-10-31T23:00:00Z', tuesday],
      'en',
    ])
  })
})

describe('several recipients in one domain', () => {
  it.each([
    'mail to ann@partner.example and cora@partner.example from bob@example.org',
    'why alice@example.com to bob@example.org and carol@example.org',
  ])('%s', (text) => {
    const understood = parseQuestion(text, reading)
    const domain = text.includes('partner') ? 'partner.example' : 'example.org'
    expect(understood.kind === 'question' && understood.question.recipient).toBe(domain)
  })
})
