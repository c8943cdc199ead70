import { describe, expect, it } from 'vitest'
import type { Diagnosis } from '../../src/diagnosis/diagnose.ts'
import type { Evidence, GapKind } from '../../src/diagnosis/evidence.ts'
import { compose } from '../../src/reply/compose.ts'
import { plain } from '../../src/reply/fill.ts'
import { toJson } from '../../src/reply/json.ts'
import type { Reply, Section } from '../../src/reply/reply.ts'
import { speak } from '../../src/reply/speech.ts'
import { answerJson } from '../contract.ts'
import { hour, now } from '../gather/ports.ts'
import { attemptOf, checkOf, citeOf, coverageOf, diagnosisOf, evidenceOf, findingOf } from './evidence.ts'

const speech = speak('en', 'UTC', now)
const again = { same: 'why x', week: 'why x last 7 days', lines: 'lines x', note: 'note x', watch: 'watch x' }
const asked = { ask: 'why', gateways: ['esa1'], language: 'en' }

function composed(evidence: Partial<Evidence> = {}, diagnosis: Partial<Diagnosis> = {}): Reply {
  const [all, told] = [evidenceOf(evidence), diagnosisOf(diagnosis)]
  const json = toJson(all, told, asked, speech, 1234)
  return compose(all, told, { speech, elapsedMs: 1234, again, json })
}

function section(reply: Reply, role: string): Section | undefined {
  return reply.sections.find((each) => each.role === role)
}

/** The words of a section, line by line. */
function words(reply: Reply, role: string): readonly string[] {
  const found = section(reply, role)
  switch (found?.kind) {
    case 'list':
      return found.items.map(plain)
    case 'text':
    case 'context':
      return found.lines.map(plain)
    case 'lines':
      return found.lines
    case 'table':
      return found.rows.map((row) => row.join(' | '))
    case 'draft':
      return [found.subject, found.body]
    default:
      return []
  }
}

describe('the order of an answer', () => {
  it('is verdict, what happened, what was tried, what to do, what it rests on, what was searched', () => {
    const reply = composed(
      {
        attempts: [attemptOf(), attemptOf({ icid: 8 })],
        checks: [checkOf()],
        gaps: [{ where: 'esa2', kind: 'unreachable', detail: 'x' }],
      },
      {
        findings: [
          findingOf({ certainty: 'likely', note: true, nextSteps: [{ who: 'us', step: 'exempt' }] }),
          findingOf({ cause: 'idle-timeout', cites: [] }),
        ],
        ruledOut: [{ cause: 'hat-reject-reputation', slots: { group: 'G' } }],
        unknowns: [{ cause: 'mx-points-elsewhere', missing: 'dns' }],
      },
    )
    expect(reply.headline).toBe("Our gateway refused it: the sender's server has a bad reputation.")
    expect(reply.sections.map(({ role, folded }) => (folded ? `(${role})` : role))).toEqual([
      'happened',
      'attempts',
      'missing',
      'next',
      '(reputation)',
      '(also)',
      '(evidence)',
      '(ruled-out)',
      '(not-told)',
      '(checks)',
      '(note)',
      'searched',
    ])
  })

  it('holds nothing that has nothing to say', () => {
    expect(composed().sections.map(({ role }) => role)).toEqual(['happened', 'reputation', 'evidence', 'searched'])
  })
})

describe('the tone', () => {
  const gap = (kind: GapKind) => [{ where: 'esa1', kind, detail: 'x' }]
  it.each<[string, Partial<Evidence>, Partial<Diagnosis>, Reply['tone']]>([
    ['of what was stopped', { attempts: [attemptOf()] }, {}, 'red'],
    [
      'of what may have been stopped',
      { attempts: [attemptOf()] },
      { findings: [findingOf({ certainty: 'possible' })] },
      'yellow',
    ],
    ['of what arrived', { attempts: [attemptOf()] }, { findings: [findingOf({ cause: 'delivered' })] }, 'green'],
    ['of what never came', {}, { findings: [findingOf({ cause: 'never-connected' })] }, 'white'],
    ['of what nobody can tell', { attempts: [attemptOf()] }, { findings: [] }, 'white'],
    ['where a gateway is missing', { attempts: [attemptOf()], gaps: gap('unreachable') }, {}, 'yellow'],
    ['where a log was too much', { attempts: [attemptOf()], gaps: gap('budget') }, {}, 'yellow'],
    ['where a range was too wide', { attempts: [attemptOf()], gaps: gap('too-broad') }, {}, 'red'],
  ])('%s', (_, evidence, diagnosis, tone) => {
    expect(composed(evidence, diagnosis).tone).toBe(tone)
  })
})

describe('what happened', () => {
  it('is told with how sure it is', () => {
    expect(words(composed(), 'happened')).toEqual([
      expect.stringMatching(
        /^mx\.example\.com tried .* 11:00 UTC, and was refused .*: sender group G, reputation −5\.4\.$/,
      ),
      'The log says so.',
    ])
  })

  it('says where it is from around the time asked about', () => {
    expect(words(composed({ widened: true }), 'happened')[0]).toBe(
      'Nothing in the time asked about (Thu 19 Nov 12:00 to Fri 20 Nov 12:00 UTC); this is from around it.',
    )
  })

  it('is that no line says why, where there is no finding', () => {
    const reply = composed({ attempts: [attemptOf()] }, { findings: [] })
    expect(reply.headline).toBe('The log does not show why.')
    expect(words(reply, 'happened')[0]).toMatch(/^There is 1 attempt,/)
  })

  it('is nothing where nothing could be read', () => {
    const reply = composed({ coverage: [coverageOf({ from: null, to: null, complete: false, lines: 0 })] })
    expect(reply).toMatchObject({ status: 3, headline: 'Nothing could be read, so nothing can be said.' })
    expect(words(reply, 'searched')[0]).toBe('esa1: nothing could be read')
  })
})

describe('the attempts', () => {
  it('are a table where there are several, the latest five', () => {
    const attempts = [1, 2, 3, 4, 5, 6, 7].map((id) =>
      attemptOf({ icid: id, time: now - (10 - id) * hour, mailFrom: id === 7 ? 'alice@example.com' : null }),
    )
    expect(words(composed({ attempts }), 'attempts')).toEqual([
      '… |  | and 2 earlier ones',
      '05:00 | 198.51.100.7 | refused, SBRS −5.4',
      '06:00 | 198.51.100.7 | refused, SBRS −5.4',
      '07:00 | 198.51.100.7 | refused, SBRS −5.4',
      '08:00 | 198.51.100.7 | refused, SBRS −5.4',
      '09:00 | alice@example.com | refused, SBRS −5.4',
    ])
  })

  it('name the gateway where there are several', () => {
    const attempts = [attemptOf(), attemptOf({ gateway: 'esa2', fate: 'delivered', ip: null })]
    expect(section(composed({ attempts }), 'attempts')).toMatchObject({ head: ['time', 'gateway', 'from', 'outcome'] })
    expect(words(composed({ attempts }), 'attempts')[1]).toBe('11:00 | esa2 |  | delivered')
  })

  it('are no table where there is one', () => {
    expect(section(composed({ attempts: [attemptOf()] }), 'attempts')).toBeUndefined()
  })
})

describe('next steps', () => {
  it('say who does what, and the command that the sentence does not hold', () => {
    const nextSteps = [
      { who: 'sender', step: 'cleanUp' },
      { who: 'us', step: 'exempt', command: 'Mail Policies > HAT Overview' },
      { who: 'us', step: 'exempt', command: 'grep "198.51.100.7" mail_logs' },
    ] as const
    const steps = words(composed({}, { findings: [findingOf({ nextSteps })] }), 'next')
    expect(steps[0]).toMatch(/^The sender: Look for mail leaving 198\.51\.100\.7/)
    expect(steps[1]).toMatch(/^We: .*add 198\.51\.100\.7 .* commit\.$/)
    expect(steps[2]).toMatch(/^We: .* commit\. grep "198\.51\.100\.7" mail_logs$/)
  })
})

describe('log lines', () => {
  const cites = Array.from({ length: 20 }, (_, number) => citeOf(20 - number))

  it('are shown in order of time, each once, and all of them in a file where they are many', () => {
    const reply = composed({}, { findings: [findingOf({ cites }), findingOf({ cites: cites.slice(0, 3) })] })
    expect(section(reply, 'evidence')).toMatchObject({ title: 'Log lines (20)' })
    expect(words(reply, 'evidence')).toHaveLength(13)
    expect(words(reply, 'evidence')[0]).toBe('esa1: line 1')
    expect(words(reply, 'evidence').at(-1)).toBe('… 8 more lines in the file')
    expect(reply.file?.text.split('\n')).toHaveLength(21)
  })

  it('are no file where they are few, and name no gateway where it has no name', () => {
    const unnamed = [citeOf(1, { gateway: '-' }), citeOf(2, { gateway: 'mail.current' }), citeOf(3)]
    const reply = composed({}, { findings: [findingOf({ cites: unnamed })] })
    expect(reply.file).toBeUndefined()
    expect(words(reply, 'evidence')).toEqual(['line 1', 'line 2', 'esa1: line 3'])
  })

  it('of the same text at different places are two', () => {
    const same = [citeOf(1, { text: 'x' }), citeOf(2, { text: 'x' }), citeOf(1, { text: 'x', gateway: 'esa2' })]
    expect(words(composed({}, { findings: [findingOf({ cites: same })] }), 'evidence')).toHaveLength(3)
  })
})

describe('what is not known', () => {
  it('is a gateway that did not answer, and a rule of ours that failed', () => {
    const gaps = [
      { where: 'esa2', kind: 'timeout', detail: 'no answer' },
      { where: 'spf.example.net', kind: 'not-enumerable', detail: 'exists' },
    ] as const
    const reply = composed({ gaps }, { crashed: ['idle-timeout'] })
    expect(words(reply, 'missing')).toEqual([
      'esa2: no answer in time (no answer), so this may be incomplete.',
      expect.stringContaining('idle-timeout'),
    ])
    expect(words(reply, 'searched').at(-1)).toContain('spf.example.net: cannot be turned into addresses (exists).')
  })

  it('is told of a check only where the log proves nothing', () => {
    const unknowns = [
      { cause: 'mx-points-elsewhere', missing: 'dns' },
      { cause: 'mx-points-elsewhere', missing: 'dns' },
      { cause: 'idle-timeout', missing: null },
    ]
    expect(words(composed({}, { unknowns }), 'not-told')).toEqual([])
    expect(words(composed({}, { unknowns, findings: [findingOf({ certainty: 'likely' })] }), 'not-told')).toEqual([
      'The MX of our domain could not be looked up.',
    ])
  })
})

describe('what was searched', () => {
  it('is told gateway by gateway', () => {
    const coverage = [
      coverageOf(),
      coverageOf({ gateway: 'esa2', lines: 2000, unrecognised: 2 }),
      coverageOf({ gateway: 'esa3', complete: false, from: now - hour }),
    ]
    expect(words(composed({ coverage }), 'searched')).toEqual([
      'esa1, esa2 · logs whole from Thu 19 Nov 12:00 to Fri 20 Nov 12:00 UTC',
      'esa3: logs read from 11:00 to 12:00 UTC, not proved whole for the time asked about',
      '2,020 lines read · 1.2 s · 2 lines not recognised',
    ])
  })
})

describe('the buttons', () => {
  const ids = (reply: Reply) => reply.actions.map(({ id }) => id)
  const about = (more: object) => ({ asked: { ...evidenceOf().asked, ...more } })
  const found = (more: object) => ({ findings: [findingOf(more)] })
  const nothing = { findings: [] }

  it.each<[string, Partial<Evidence>, Partial<Diagnosis>, readonly string[]]>([
    ['a week, where less was asked about', {}, nothing, ['widen', 'again', 'probe', 'watch']],
    [
      'no week where that was asked about',
      about({ window: { from: now - 7 * 24 * hour, to: now } }),
      nothing,
      ['again', 'probe', 'watch'],
    ],
    ['no test of ours where somebody came', { attempts: [attemptOf({})] }, nothing, ['widen', 'again', 'watch']],
    [
      'the lines and the note where there are any',
      { attempts: [attemptOf({})] },
      found({ note: true }),
      ['widen', 'again', 'lines', 'note', 'watch'],
    ],
    ['no lines where there are none', {}, found({ cites: [] }), ['widen', 'again', 'probe', 'watch']],
    ['no waiting for what came', {}, found({ cause: 'delivered', cites: [] }), ['widen', 'again', 'probe']],
    ['no waiting for what has its number already', about({ about: { mid: 7 } }), nothing, ['widen', 'again', 'probe']],
  ])('offer %s', (_, evidence, diagnosis, wanted) => expect(ids(composed(evidence, diagnosis))).toEqual(wanted))

  it('ask what the occasion says', () =>
    expect(composed({}, found({ note: true })).actions.map(({ ask }) => ask)).toEqual([
      again.week,
      again.same,
      again.lines,
      again.note,
      'probe',
      again.watch,
    ]))
})

describe('the note to their administrator', () => {
  const noted = (evidence: Partial<Evidence>) =>
    words(
      composed(evidence, {
        findings: [findingOf({ note: true, attempts: [attemptOf({ rcptTo: ['bob@example.net'] })] })],
      }),
      'note',
    )[0]

  it.each<[string, Partial<Evidence>, string]>([
    ['the domain that was asked about', {}, 'example.org'],
    ['our first domain', { asked: { ...evidenceOf().asked, recipient: null } }, 'example.org'],
    [
      'where nothing is known of us, the domain the mail was for',
      { asked: { ...evidenceOf().asked, recipient: null }, ours: { domains: [], addresses: [], mxHosts: [] } },
      'example.net',
    ],
  ])('names %s', (_, evidence, domain) => {
    expect(noted(evidence)).toBe(`Your mail to ${domain} is refused: 198.51.100.7`)
  })

  it('has its times in UTC with their dates, whatever the zone of the asker', () => {
    const tokyo = speak('en', 'Asia/Tokyo', now)
    const told = diagnosisOf({
      findings: [findingOf({ note: true, slots: { ...findingOf().slots, firstAt: now - hour } })],
    })
    const reply = compose(evidenceOf(), told, { speech: tokyo, elapsedMs: 0, again, json: {} })
    expect(words(reply, 'note')[1]).toContain('20 November 2026, 11:00 UTC')
    expect(words(reply, 'happened')[0]).toContain('at 20:00')
  })
})

describe('a hostile value', () => {
  const values = ['*bold*', '`code`', '{ip}', '<!channel>', '{count:a|b}', '$&', "x' y"]
  it.each(values)('%j stays what it is, wherever a slot is filled', (value) => {
    const slots = { ...findingOf().slots, server: value, ip: value, group: value, sbrs: value }
    const finding = findingOf({ slots, note: true, nextSteps: [{ who: 'us', step: 'exempt', command: value }] })
    const reply = composed(
      {
        attempts: [attemptOf({ mailFrom: value }), attemptOf({ gateway: value })],
        gaps: [{ where: value, kind: 'timeout', detail: value }],
      },
      { findings: [finding, finding], ruledOut: [{ cause: 'hat-reject-reputation', past: 'let-in', slots }] },
    )
    const where = ['happened', 'attempts', 'missing', 'next', 'also', 'ruled-out', 'note']
    for (const role of where) expect(words(reply, role).join('\n')).toContain(value)
    const json = answerJson.parse(reply.json)
    expect(json.findings[0]?.summary).toContain(value)
    expect(json.findings[0]?.nextSteps[0]?.command).toBe(value)
    expect(json.attempts[0]?.mailFrom).toBe(value)
  })
})

describe('the object that others read', () => {
  it('has the shape it promises', () => {
    const reply = composed(
      {
        attempts: [attemptOf()],
        checks: [checkOf()],
        coverage: [coverageOf({ gaps: [{ from: now - hour, to: now }] })],
      },
      { findings: [findingOf({ note: true, nextSteps: [{ who: 'us', step: 'exempt' }] })] },
    )
    const json = answerJson.parse(JSON.parse(JSON.stringify(reply.json)))
    expect(json).toMatchObject({
      version: 1,
      question: {
        ask: 'why',
        about: { domain: 'example.com' },
        recipient: 'bob@example.org',
        window: { from: '2026-11-19T12:00:00Z', to: '2026-11-20T12:00:00Z' },
        gateways: ['esa1'],
        language: 'en',
      },
      verdict: { cause: 'hat-reject-reputation', certainty: 'proven', headline: reply.headline },
      findings: [{ count: 1, cites: [{ gateway: 'esa1', file: 'mail.current', line: 1, text: 'line 1' }] }],
      attempts: [{ time: '2026-11-20T11:00:00Z', sbrs: -5.4, fate: 'refused' }],
      coverage: [{ complete: true, gaps: [{ from: '2026-11-20T11:00:00Z' }] }],
      elapsedMs: 1234,
    })
    expect(json.findings[0]?.note).toMatch(/^Subject: Your mail to example\.org is refused: 198\.51\.100\.7\n\nHello,/)
  })

  it('says whose clock the times were read by, where nobody named it, and so does the answer', () => {
    const reply = composed({ coverage: [coverageOf({ assumedTimeZone: 'Europe/Zurich' })] }, {})
    expect(answerJson.parse(reply.json).coverage[0]?.assumedTimeZone).toBe('Europe/Zurich')
    expect(words(reply, 'searched').join('\n')).toContain('read in yours, Europe/Zurich')
    expect(words(composed({ coverage: [coverageOf()] }, {}), 'searched').join('\n')).not.toContain('time zone')
  })

  it('has no verdict where there is none', () => {
    expect(answerJson.parse(composed({}, { findings: [] }).json).verdict).toBeNull()
  })
})
