import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { faultsIn, sentIn } from './post.ts'
import { causeOf, missingIn, startWholeWorld, type WholeOptions, type WholeWorld } from './world.ts'

/** What ails esa1, and the words that say so. esa2 is well. */
interface Trouble {
  readonly name: string
  readonly options: WholeOptions
  readonly after?: (world: WholeWorld) => Promise<void> | void
  readonly words: RegExp
}

const noOne = newKey()
const changedKey = `SHA256:${'A'.repeat(43)}`

const troubles: readonly Trouble[] = [
  {
    name: 'is down',
    options: {},
    after: (world) => world.gateways.esa1.close(),
    words: /^esa1: refused the connection \(nothing accepts connections on that port\), so this may be incomplete\.$/,
  },
  {
    name: 'takes the connection and stays silent',
    options: { faults: { esa1: ['no-banner'] }, mistake: ({ limits }) => Object.assign(limits, { seconds: 2 }) },
    words: /^esa1: no answer in time \(.*no SSH server answered.*\), so this may be incomplete\.$/,
  },
  {
    name: 'lets us in and never answers',
    options: {
      faults: { esa1: ['hang'] },
      mistake: ({ gateways }) => Object.assign(gateways.esa1, { seconds: 1 }),
    },
    words: /^esa1: no answer in time \(a command did not end in time .*\), so this may be incomplete\.$/,
  },
  {
    name: 'shows another host key',
    options: { mistake: ({ gateways }) => Object.assign(gateways.esa1, { hostKey: changedKey }) },
    words: /^esa1: shows another host key than the one on file \(.*SHA256:.*\)\. Nothing was sent to it\./,
  },
  {
    name: 'does not take our key',
    options: {
      mistake({ gateways }, folder) {
        gateways.esa1.keyFile = join(folder, 'other')
      },
    },
    words: /^esa1: did not let us in \(the login was refused \(tried: key file\)\)\.$/,
  },
  {
    name: 'breaks off in the middle of an answer',
    options: { faults: { esa1: ['cut-after:300'] } },
    words: /^esa1: the answer broke off \(the connection was lost after \d+ lines of an answer\), so this may be/,
  },
  {
    name: 'does not let our account read the log',
    options: { faults: { esa1: ['role'] } },
    words: /^esa1: our account may not read the log there/,
  },
]

async function start({ options, after }: Trouble): Promise<WholeWorld> {
  const world = await startWholeWorld({
    ...options,
    mistake(written, folder) {
      options.mistake?.(written, folder)
    },
  })
  onTestFinished(() => world.close())
  await writeFile(join(world.folder, 'other'), noOne.private, { mode: 0o600 })
  await after?.(world)
  return world
}

describe.each(troubles)('where one gateway of two $name', (trouble) => {
  it('the other’s evidence is told, and what is missing and why', async () => {
    const world = await start(trouble)
    const reply = await world.run('why', "why didn't mail from copperline.example arrive?")

    expect(causeOf(reply)).toBe('policy-quarantine')
    expect(reply).toMatchObject({ tone: 'yellow', status: 0 })
    expect(missingIn(reply)).toContainEqual(expect.stringMatching(trouble.words))
    expect(missingIn(reply).filter((line) => !line.startsWith('esa1: '))).toEqual([])
    const { coverage } = reply.json as { coverage: { gateway: string; complete: boolean }[] }
    expect(coverage.map(({ gateway, complete }) => [gateway, complete])).toEqual([
      ['esa1', false],
      ['esa2', true],
    ])
  })

  it('nothing is said to have never come', async () => {
    const world = await start(trouble)
    const { answer, calls } = await world.ask("why didn't mail from sender.quiet.example to bob@example.org arrive?")

    expect(answer.text).toBe('🟡 Nothing was found, but the logs do not hold the whole time asked about.')
    expect(faultsIn(sentIn(calls))).toEqual([])
    expect(JSON.stringify(answer.blocks)).toContain('esa1: ')
  })
})

describe('a gateway with another host key', () => {
  it('is not logged in to, nor asked anything', async () => {
    const trouble = troubles.find(({ name }) => name === 'shows another host key')
    if (!trouble) throw new Error('no such trouble')
    const world = await start(trouble)
    await world.ask("why didn't mail from graniteport.example to bob@example.org arrive?")
    await world.ask('status')
    expect(world.gateways.esa1.logins).toEqual([])
    expect(world.gateways.esa1.commands).toEqual([])
    expect(world.gateways.esa2.commands).not.toEqual([])
  })
})

describe('where no gateway can be read', () => {
  it('nothing is said of the mail, and that nothing can be', async () => {
    const world = await startWholeWorld()
    onTestFinished(() => world.close())
    await Promise.all([world.gateways.esa1.close(), world.gateways.esa2.close()])
    const reply = await world.run('why', "why didn't mail from example.com arrive?")

    expect(reply).toMatchObject({ tone: 'yellow', status: 3 })
    expect(reply.headline).toBe('Nothing could be read, so nothing can be said.')
    expect(causeOf(reply)).toBe('logs-incomplete')
    expect(missingIn(reply)).toEqual([
      expect.stringMatching(/^esa1: refused the connection/),
      expect.stringMatching(/^esa2: refused the connection/),
    ])
  })

  it('status says which', async () => {
    const world = await startWholeWorld({ bot: false })
    onTestFinished(() => world.close())
    await world.gateways.esa2.close()
    const reply = await world.run('status', '')

    expect(reply).toMatchObject({ tone: 'yellow', status: 0, headline: '1 of 2 gateways can be read.' })
  })
})
