import { describe, expect, it, onTestFinished } from 'vitest'
import { plain } from '../../src/reply/fill.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { sentIn } from './post.ts'
import { causeOf, startWholeWorld, type WholeOptions, type WholeWorld } from './world.ts'

interface Trouble {
  readonly name: string
  readonly options: WholeOptions
  readonly dead?: true
}

/** The sender's zone under one kind of trouble, reverse names with it. */
function troubled(kind: string): WholeOptions {
  const names = ['example.com', '*.example.com', 'absent.example', '*.absent.example', '*.arpa']
  return { zone: names.map((name) => `$${kind} ${name}\n`).join(''), dnsDeadlineMs: 400 }
}

const troubles: readonly Trouble[] = [
  { name: 'is not there', options: {}, dead: true },
  { name: 'never answers', options: troubled('SILENT') },
  { name: 'fails', options: troubled('SERVFAIL') },
]

async function start({ options, dead }: Trouble): Promise<WholeWorld> {
  const world = await startWholeWorld(options)
  onTestFinished(() => world.close())
  if (dead) await world.dns.close()
  return world
}

/**
 * The checks of the sender in an answer; our own listeners are tested for themselves, and so is the gateways' own view of
 * the DNS, which they do not offer here.
 */
function senderChecks({ json }: Reply): { readonly id: string; readonly status: string; readonly summary: string }[] {
  const { checks } = json as { checks: { id: string; status: string; summary: string }[] }
  return checks.filter(({ id, summary }) => id.startsWith('S') && !summary.startsWith('Whether esa'))
}

function smallPrint({ sections }: Reply): string {
  return sections.flatMap((section) => (section.kind === 'context' ? section.lines.map(plain) : [])).join('\n')
}

describe.each(troubles)('where the name server $name', (trouble) => {
  it('the log is told all the same, and no problem is made of the sender’s', async () => {
    const world = await start(trouble)
    const reply = await world.run('why', "why didn't mail from example.com arrive?")

    expect(causeOf(reply)).toBe('hat-reject-reputation')
    expect(reply.status).toBe(0)
    expect(senderChecks(reply).length).toBeGreaterThan(3)
    for (const check of senderChecks(reply)) {
      expect(check.status).toBe('unknown')
      expect(check.summary).toMatch(/did not answer|no answer/)
    }
    expect(smallPrint(reply)).toContain('DNS, example.com: no answer to TXT, MX, A, AAAA')
  })

  it('a sender that is in no log is not said to be silent as if all its addresses were known', async () => {
    const world = await start(trouble)
    const reply = await world.run('why', 'why absent.example to bob@example.org')

    expect(causeOf(reply)).toBe('never-connected')
    expect(reply.json).toMatchObject({ verdict: { certainty: 'possible' } })
    expect(reply.headline).toContain('The log shows no mail from absent.example')
    expect(smallPrint(reply)).toContain('DNS, absent.example: no answer')
    expect(senderChecks(reply).map(({ status }) => status)).not.toContain('problem')
  })
})

describe('the bot with a name server that is not there', () => {
  it('answers, and says while it works that the DNS does not', async () => {
    const world = await startWholeWorld()
    onTestFinished(() => world.close())
    await world.dns.close()
    const { answer, calls } = await world.ask("why didn't mail from example.com arrive?")

    expect(answer.text).toMatch(/^🔴 Our gateway refused it/)
    expect(JSON.stringify(answer.blocks)).toContain('DNS, example.com: no answer to TXT, MX, A, AAAA')
    expect(JSON.stringify(sentIn(calls))).not.toContain('publishes no sending addresses')
  })
})

describe('a name server that is slow', () => {
  it('is waited for', async () => {
    const world = await startWholeWorld({ zone: '$SLOW example.com 600\n', dnsDeadlineMs: 2_000, bot: false })
    onTestFinished(() => world.close())
    const reply = await world.run('why', "why didn't mail from example.com arrive?")

    expect(causeOf(reply)).toBe('hat-reject-reputation')
    expect(senderChecks(reply).map(({ status }) => status)).not.toContain('unknown')
    expect(smallPrint(reply)).not.toContain('DNS, ')
  })
})
