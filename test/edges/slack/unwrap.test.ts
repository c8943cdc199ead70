import { describe, expect, it } from 'vitest'
import { mentions, opensToAnother, unwrap } from '../../../src/edges/slack/unwrap.ts'

describe('what a person typed', () => {
  it.each([
    [
      'a domain',
      "why didn't mail from <http://example.com|example.com> arrive?",
      "why didn't mail from example.com arrive?",
    ],
    [
      'an address',
      'from <mailto:a@example.com|a@example.com> to <mailto:b@example.org|b@example.org>',
      'from a@example.com to b@example.org',
    ],
    ['an address with a subject', '<mailto:a@example.com?subject=x|write>', 'a@example.com'],
    ['a whole URL', 'look at <https://example.com/path?q=1>', 'look at https://example.com/path?q=1'],
    ['a URL under words of its own', '<https://example.com/x|click>', 'https://example.com/x'],
    ['a domain with a slash', '<http://example.com/|example.com/>', 'example.com/'],
    ['the bot, first', '<@UBOT> why example.com', 'why example.com'],
    ['the bot with its name, in the middle', 'hey <@UBOT|postmaster> why example.com', 'hey why example.com'],
    ['somebody else', 'ask <@U2|ann> or <@U3>', 'ask @ann or @U3'],
    ['a channel', 'in <#C1|mail> and <#C2>', 'in #mail and #C2'],
    ['a broadcast', '<!here> <!channel|channel> <!subteam^S1|@ops>', '@here channel @ops'],
    ['a date', '<!date^1700000000^{date}|14 Nov>', '14 Nov'],
    ['a Message-ID, escaped', '&lt;4711@example.com&gt;', '<4711@example.com>'],
    ['a Message-ID that was linked', '&lt;<mailto:4711@example.com|4711@example.com>&gt;', '<4711@example.com>'],
    ['a Message-ID, raw from a command', 'trace <4711@example.com>', 'trace <4711@example.com>'],
    ['an entity of an entity', '&amp;lt;', '&lt;'],
    ['smart quotes', '“why didn’t it” ‘x’', "\"why didn't it\" 'x'"],
    ['dashes and odd spaces', '10:00–12:00\u00a0to\u202fann\u200b —', '10:00-12:00 to ann -'],
    ['code marks', '`why example.com`', 'why example.com'],
    ['a phone number', '<tel:+411|041 1>', '041 1'],
    ['line ends', 'one\n two  three', 'one\n two three'],
    ['brackets that do not match', '< > << a | b', '< > << a | b'],
    ['nothing', '<@UBOT>', ''],
  ])('%s', (_, given, expected) => expect(unwrap(given, 'UBOT')).toBe(expected))

  it('takes no longer than its length', () => {
    const started = performance.now()
    unwrap('<http://'.repeat(20_000) + '|'.repeat(20_000) + '&lt'.repeat(20_000), 'UBOT')
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('whom a post talks to', () => {
  it.each([
    ['<@UBOT> why', true, false],
    ['<@UBOT|postmaster> why', true, false],
    ['why <@UBOT>?', true, false],
    ['<@U2> what do you think of <@UBOT>', true, true],
    ['<@U2|ann> look', false, true],
    ['and last week?', false, false],
    ['<@UBOTTLE> hi', false, true],
  ])('%s', (text, isToBot, isToAnother) => {
    expect(mentions(text, 'UBOT')).toBe(isToBot)
    expect(opensToAnother(text, 'UBOT')).toBe(isToAnother)
  })

  it('names no bot that is not known', () => expect(mentions('<@undefined>', undefined)).toBe(false))
})
