import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startWholeWorld, type WholeWorld } from '../whole/world.ts'
import { type Built, build, type Running, start } from './program.ts'

let built: Built
let world: WholeWorld

beforeAll(async () => {
  ;[built, world] = await Promise.all([build(), startWholeWorld({ bot: false, zone: '$SLOW example.com 1500 TXT\n' })])
}, 60_000)
afterAll(async () => {
  await world.close()
  await built.remove()
})

const stack = /\n\s+at .*:\d+:\d+|node:internal/

function tokens(): Record<string, string> {
  return { SLACK_BOT_TOKEN: world.slack.botToken, SLACK_APP_TOKEN: world.slack.appToken }
}

function startMain(environment: Record<string, string>, configuration = world.configuration): Running {
  const running = start(built.main, ['--config', configuration], environment)
  onTestFinished(() => void running.child.kill('SIGKILL'))
  return running
}

describe('the bot as a process', () => {
  it('starts, answers, and ends with 0 when it is told to', async () => {
    const bot = startMain(tokens())
    await bot.until('"msg":"ready"')
    const { answer } = await world.ask("why didn't mail from graniteport.example arrive?")
    expect(answer.text).toBe('🔴 A content filter of ours dropped the mail.')
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    for (const token of Object.values(tokens())) expect(bot.said()).not.toContain(token)
  })

  it('lets a question end that it is at when it is told to stop', async () => {
    const bot = startMain(tokens())
    await bot.until('"msg":"ready"')
    const working = new Promise<void>((resolve) => {
      const stop = world.slack.watch(({ post }) => {
        if (post.author !== world.slack.bot) return
        stop()
        resolve()
      })
    })
    const asked = world.ask("why didn't mail from example.com arrive?")
    await working
    bot.child.kill('SIGTERM')
    const { answer } = await asked
    expect(answer.text).toMatch(/^🔴 Our gateway refused it/)
    expect(await bot.ended).toBe(0)
  })

  it('takes its tokens from files', async () => {
    const files = Object.entries(tokens()).map(([name, token]) => {
      const file = join(world.folder, name)
      writeFileSync(file, `${token}\n`, { mode: 0o600 })
      return [`${name}_FILE`, file]
    })
    const bot = startMain(Object.fromEntries(files))
    await bot.until('"msg":"ready"')
    bot.child.kill('SIGINT')
    expect(await bot.ended).toBe(0)
  })
})

describe('the bot does not start', () => {
  it.each([
    ['the bot token', 'SLACK_BOT_TOKEN', 'xoxb-not-ours-1234', /invalid_auth/],
    ['the app token', 'SLACK_APP_TOKEN', 'xapp-not-ours-1234', /invalid_auth|not_authed/],
  ])('where Slack refuses %s: status 1, and what Slack said', async (_, name, wrong, words) => {
    const bot = startMain({ ...tokens(), [name]: wrong })
    expect(await bot.ended).toBe(1)
    expect(bot.said()).toMatch(words)
    expect(bot.said()).toContain('npx postmaster doctor')
    expect(bot.said()).not.toMatch(stack)
    for (const token of [...Object.values(tokens()), wrong]) expect(bot.said()).not.toContain(token)
  })

  it('without tokens: status 2, and which', async () => {
    const bot = startMain({ SLACK_BOT_TOKEN: world.slack.botToken })
    expect(await bot.ended).toBe(2)
    expect(bot.said()).toMatch(/^Set SLACK_APP_TOKEN \(xapp-…\) in the environment.*\n$/)
  })

  it.each([
    ['that is not there', null, /gone\.yml cannot be used:\n {2}there is no such file/],
    ['that is no YAML', 'gateways: {\n  esa1: [\n', /cannot be used:\n {2}.*line \d/],
    [
      'with several mistakes, each by its path',
      'gateways:\n  esa1: { source: asyncos, host: 7, user: "", port: many }\n  esa2: { source: ftp }\nours: { domain: [example.org] }\ntimezone: UTC\nlimits: { seconds: soon }\n',
      /gateways\.esa1\.host: [\s\S]*gateways\.esa1\.port: [\s\S]*gateways\.esa2\.source: must be one of[\s\S]*ours\.domains: is missing\n[\s\S]*ours\.domain: is nothing known here\n[\s\S]*limits\.seconds: must be number, and is string\n[\s\S]*timezone: is nothing known here\n$/,
    ],
  ])('with a configuration %s: status 2', async (_, text, words) => {
    const path = join(world.folder, text === null ? 'gone.yml' : 'broken.yml')
    if (text !== null) writeFileSync(path, text)
    const bot = startMain(tokens(), path)
    expect(await bot.ended).toBe(2)
    expect(bot.said()).toMatch(words)
    expect(bot.said()).not.toMatch(stack)
  })
})

describe('the doctor as a process', () => {
  it('finds the embedded world well', async () => {
    const doctor = start(built.cli, ['doctor', '--config', world.configuration], tokens())
    expect(await doctor.ended).toBe(0)
    expect(doctor.said().replaceAll(/^(.).*$/gm, '$1')).toBe('✓\n✓\n✓\n✓\n✓\n✓\n')
    for (const token of Object.values(tokens())) expect(doctor.said()).not.toContain(token)
  })
})
