import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { commands } from '../../../commands/index.ts'
import { commandFor } from '../../../src/answering/verb.ts'
import { listen } from '../../../src/edges/slack/hear.ts'
import { actionIdFor, actionOf, eventTypes, LISTENS } from '../../../src/edges/slack/listens.ts'
import { parseQuestion } from '../../../src/question/parse.ts'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const text = readFileSync(at('manifest.yml'), 'utf8')
const manifest = z
  .object({
    features: z.object({
      app_home: z.record(z.string(), z.boolean()),
      agent_view: z.object({ suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })) }),
      slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string() })),
      shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
      socket_mode_enabled: z.boolean(),
      token_rotation_enabled: z.boolean(),
    }),
  })
  .parse(parse(text))

const { scopes } = manifest.oauth_config
const listened = [LISTENS.command, ...LISTENS.events, ...LISTENS.calls]
const scopesOf = (things: readonly object[]) =>
  things.flatMap((thing) => ('scope' in thing && typeof thing.scope === 'string' ? [thing.scope] : [])).sort()
const isOptional = (thing: object) => 'optional' in thing && thing.optional === true

describe('the manifest and the bot agree', () => {
  it('on the events', () =>
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(LISTENS.events.map(({ event }) => event)))

  it('on the command, and no other', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([LISTENS.command.name])
  })

  it('on the shortcuts, each under its name', () =>
    expect(
      manifest.features.shortcuts.map(({ name, type, callback_id: callback }) => ({ callback, type, name })),
    ).toEqual(LISTENS.shortcuts))

  it('on the scopes, each once and none that is not needed', () => expect(scopes.bot).toEqual(scopesOf(listened)))

  it('on the scopes that may be refused', () =>
    expect(scopes.bot_optional).toEqual(scopesOf(listened.filter(isOptional))))

  it('on buttons, direct messages and Socket Mode', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(LISTENS.actions.length > 0)
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, token_rotation_enabled: false })
  })

  it('with the schema of manifests', () => {
    const schema = at('../shared/slack/manifest.schema.2.0.0.json')
    if (!existsSync(schema)) {
      console.info('passed over: the manifest against its schema, which is not here')
      return
    }
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    )
    validate(parse(text))
    expect(validate.errors).toBeNull()
  })
})

/** What `listen` registers with Bolt, by kind. */
function registered() {
  const made: Record<string, string[]> = { event: [], command: [], shortcut: [], view: [], action: [] }
  const note = (kind: string) => (what: unknown) => {
    made[kind]?.push(typeof what === 'string' ? what : JSON.stringify(what))
  }
  const app = Object.fromEntries(Object.keys(made).map((kind) => [kind, note(kind)]))
  // Only the registering is looked at: no listener is ever called.
  listen(app as unknown as Parameters<typeof listen>[0], {} as Parameters<typeof listen>[1])
  return made
}

/** The scope that each method of the Web API needs; null where it needs none. */
const SCOPE_OF: Readonly<Record<string, string | null>> = {
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': null,
  'apps.connections.open': null,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  filesUploadV2: 'files:write',
  'reactions.add': 'reactions:write',
  'reactions.remove': 'reactions:write',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
}

function methodsCalled(): readonly string[] {
  const folder = at('src/edges/slack/')
  const sources = readdirSync(folder).map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  const called = sources.flatMap((source) => [
    ...source.matchAll(/(?:\bclient|\bWebClient\(token, options\))\.([a-zA-Z0-9]+(?:\.[a-zA-Z0-9]+)*)[([]/g),
  ])
  return [...new Set(called.map(([, method = '']) => method))].sort()
}

describe('what the code does', () => {
  const made = registered()

  it('listens to what the manifest subscribes to, and to nothing else', () => {
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0])
    expect(made.event?.toSorted()).toEqual([...new Set(subscribed)].sort())
    expect(made.command).toEqual(manifest.features.slash_commands.map(({ command }) => command))
    const types: Readonly<Record<string, string>> = { message: 'message_action', global: 'shortcut' }
    expect(made.shortcut?.map((each) => JSON.parse(each))).toEqual(
      manifest.features.shortcuts.map(({ type, callback_id }) => ({ type: types[type], callback_id })),
    )
    expect(made.view?.map((each) => JSON.parse(each))).toEqual([
      { type: 'view_submission', callback_id: LISTENS.view.callback },
    ])
  })

  it('calls only methods that the scopes of the manifest allow', () => {
    const called = methodsCalled()
    expect(called).toContain('chat.postMessage')
    expect(called.filter((method) => method.includes('.') && !Object.hasOwn(SCOPE_OF, method))).toEqual([])
    const needed = called.map((method) => SCOPE_OF[method] ?? null).filter((scope) => scope !== null)
    expect(needed.filter((scope) => !scopes.bot.includes(scope))).toEqual([])
  })

  it('offers questions that are understood', () => {
    const reading = { now: 0, timeZone: 'UTC', language: 'en' as const, gateways: [], domains: [], previous: null }
    for (const { message } of manifest.features.agent_view.suggested_prompts) {
      const { command, words } = commandFor(message, commands)
      if (command.fallback) expect(parseQuestion(words, reading).kind).toBe('question')
      else expect(message.startsWith(command.name)).toBe(true)
    }
  })
})

describe('the names that are registered', () => {
  it('are those of the events', () => expect(eventTypes()).toEqual(['app_home_opened', 'app_mention', 'message']))

  it.each([...LISTENS.actions])('know their button again: %s', (id) => {
    expect(actionOf(actionIdFor(id, 0))).toBe(id)
    expect(actionOf(actionIdFor(id, 11))).toBe(id)
  })

  it.each(['', 'postmaster', 'postmaster_', 'postmaster_trace', 'postmaster_widen_x', 'postmaster_widen_1_2', 'widen'])(
    'know no other: %j',
    (id) => expect(actionOf(id)).toBeNull(),
  )
})
