import { z } from 'zod'
import { type Answer, defineMethod, type MethodContext, objectArg, refuse } from '../method.ts'

export const open = defineMethod({
  args: z.object({ trigger_id: z.string(), view: objectArg }),
  run: (args, context) => openView(args.trigger_id, args.view, context),
})

export const push = defineMethod({
  args: z.object({ trigger_id: z.string(), view: objectArg }),
  run: (args, context) => openView(args.trigger_id, args.view, context),
})

export const update = defineMethod({
  args: z.object({ view_id: z.string(), view: objectArg }),
  run(args, { workspace }) {
    if (!workspace.views.has(args.view_id)) return refuse('not_found')
    return keep(args.view_id, args.view, { workspace })
  },
})

/** `views.publish`: App Home, one for each person, kept under `home:<person>`. */
export const publish = defineMethod({
  args: z.object({ user_id: z.string(), view: objectArg }),
  run(args, { workspace }) {
    if (!workspace.people.has(args.user_id)) return refuse('user_not_found')
    return keep(`home:${args.user_id}`, args.view, { workspace })
  },
})

function openView(trigger: string, view: Record<string, unknown>, context: MethodContext): Answer {
  const problem = context.tickets.redeemTrigger(trigger)
  if (problem !== null) return refuse(problem)
  return keep(context.workspace.nextId('V'), view, context)
}

function keep(id: string, view: Record<string, unknown>, { workspace }: Pick<MethodContext, 'workspace'>): Answer {
  const kept = { ...view, id, team_id: workspace.team.id, app_id: workspace.bot.appId, hash: workspace.nextId('h') }
  workspace.views.set(id, kept)
  return { ok: true, view: kept }
}
