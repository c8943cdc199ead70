import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { actionIdFor, actionOf, eventTypes, LISTENS } from '../../../src/edges/slack/listens.ts'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const text = readFileSync(at('manifest.yml'), 'utf8')
const manifest = z
  .object({
    features: z.object({
      app_home: z.object({ messages_tab_enabled: z.boolean(), messages_tab_read_only_enabled: z.boolean() }),
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

  it('on the scopes, each once and none that is not needed', () =>
    expect(scopes.bot).toEqual(listened.map(({ scope }) => scope).sort()))

  it('on the scopes that may be refused', () =>
    expect(scopes.bot_optional).toEqual(
      listened
        .filter(isOptional)
        .map(({ scope }) => scope)
        .sort(),
    ))

  it('on buttons, direct messages and Socket Mode', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(LISTENS.actions.length > 0)
    expect(manifest.features.app_home).toEqual({ messages_tab_enabled: true, messages_tab_read_only_enabled: false })
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

describe('the names that are registered', () => {
  it('are those of the events', () => expect(eventTypes()).toEqual(['app_mention', 'message']))

  it.each([...LISTENS.actions])('know their button again: %s', (id) => {
    expect(actionOf(actionIdFor(id, 0))).toBe(id)
    expect(actionOf(actionIdFor(id, 11))).toBe(id)
  })

  it.each(['', 'postmaster', 'postmaster_', 'postmaster_trace', 'postmaster_widen_x', 'postmaster_widen_1_2', 'widen'])(
    'know no other: %j',
    (id) => expect(actionOf(id)).toBeNull(),
  )
})
