import * as z from 'zod'
import { checkBlocks } from '../block-check.ts'
import { type Answer, defineMethod, type MethodContext, objectArg, refuse } from '../method.ts'
import { list, record } from '../outside.ts'
import type { Block } from '../post.ts'
import type { View } from '../surfaces.ts'
import { withBlockIds } from './chat.ts'

type Given = Readonly<Record<string, unknown>>

export const open = defineMethod({
  args: z.object({ trigger_id: z.string(), view: objectArg }),
  run: (args, context) => openView(args.trigger_id, args.view, context),
})

export const push = defineMethod({
  args: z.object({ trigger_id: z.string(), view: objectArg }),
  run: (args, context) => openView(args.trigger_id, args.view, context),
})

/** `views.update`: by id; with a `hash` only where the view is still the one that was read. */
export const update = defineMethod({
  args: z.object({ view_id: z.string(), view: objectArg, hash: z.string().optional() }),
  run(args, context) {
    const before = context.surfaces.find(args.view_id)
    if (before === null) return refuse('not_found')
    if (args.hash !== undefined && args.hash !== before.hash) return refuse('hash_conflict')
    const problem = problemWith(args.view, before.type)
    if (problem !== null) return problem
    const view = keptView(args.view_id, args.view, context)
    context.surfaces.replace(args.view_id, view)
    return { ok: true, view }
  },
})

/** `views.publish`: App Home, one for each person. */
export const publish = defineMethod({
  args: z.object({ user_id: z.string(), view: objectArg, hash: z.string().optional() }),
  run(args, context) {
    const { workspace, surfaces } = context
    if (!workspace.people.has(args.user_id)) return refuse('user_not_found')
    const problem = problemWith(args.view, 'home')
    if (problem !== null) return problem
    const before = surfaces.home()
    if (args.hash !== undefined && before !== null && args.hash !== before.hash) return refuse('hash_conflict')
    const view = keptView(before?.id ?? workspace.nextId('V'), args.view, context)
    surfaces.publish(view)
    return { ok: true, view }
  },
})

function openView(trigger: string, given: Given, context: MethodContext): Answer {
  const late = context.tickets.redeemTrigger(trigger)
  if (late !== null) return refuse(late)
  const problem = problemWith(given, 'modal')
  if (problem !== null) return problem
  const view = keptView(context.workspace.nextId('V'), given, context)
  return context.surfaces.push(view) ? { ok: true, view } : refuse('push_limit_reached')
}

/** The view as Slack keeps and hands it out. */
export function keptView(id: string, given: Given, { workspace }: Pick<MethodContext, 'workspace'>): View {
  return {
    ...given,
    id,
    type: String(given.type),
    callback_id: typeof given.callback_id === 'string' ? given.callback_id : '',
    private_metadata: typeof given.private_metadata === 'string' ? given.private_metadata : '',
    blocks: withBlockIds(list(given.blocks).map(asBlock), workspace),
    hash: workspace.nextId('h'),
    state: { values: {} },
    team_id: workspace.team.id,
    app_id: workspace.bot.appId,
    bot_id: workspace.bot.botId,
  }
}

/** What Slack refuses of a view, as far as a bot of this kind runs into it. Null where it may be shown. */
export function problemWith(view: Given, type: string): Answer | null {
  const say = (what: string, at: string) => refuse('invalid_arguments', [`[ERROR] ${what} [json-pointer:/view${at}]`])
  if (view.type !== type) return say(`must be of type ${type}`, '/type')
  if (!Array.isArray(view.blocks)) return say('missing required field: blocks', '')
  const title = String(record(view.title).text ?? '')
  if (type === 'modal' && (title === '' || [...title].length > 24)) return say('must be 1 to 24 characters', '/title')
  if (String(view.private_metadata ?? '').length > 3000) return say('too long', '/private_metadata')
  const hasInput = view.blocks.some((block) => record(block).type === 'input')
  if (type === 'modal' && hasInput && view.submit === undefined) return say('submit is needed with an input', '/submit')
  const problem = checkBlocks(view.blocks.map(asBlock), 'view')
  return problem === null ? null : refuse('invalid_arguments', problem.messages)
}

function asBlock(value: unknown): Block {
  const object = record(value)
  return { ...object, type: String(object.type) }
}
