import * as z from 'zod'
import { defineMethod, flagArg, refuse } from '../method.ts'
import type { Person } from '../post.ts'
import type { Workspace } from '../state.ts'

export const authTest = defineMethod({
  args: z.object({}),
  run: (_args, { workspace, origin }) => ({
    ok: true,
    url: `${origin}/`,
    team: workspace.team.name,
    team_id: workspace.team.id,
    user: workspace.bot.name,
    user_id: workspace.bot.id,
    bot_id: workspace.bot.botId,
    is_enterprise_install: false,
  }),
})

/** `apps.connections.open`: an address for one WebSocket, for the app's token alone. */
export const connectionsOpen = defineMethod({
  token: 'app',
  args: z.object({}),
  run: (_args, context) => ({ ok: true, url: context.socketUrl() }),
})

export const usersInfo = defineMethod({
  args: z.object({ user: z.string(), include_locale: flagArg.optional() }),
  run(args, { workspace }) {
    const person = workspace.people.get(args.user)
    if (person === undefined) return refuse('user_not_found')
    return { ok: true, user: slackUser(workspace, person, args.include_locale === true) }
  },
})

function slackUser(workspace: Workspace, person: Person, withLocale: boolean): Record<string, unknown> {
  return {
    id: person.id,
    team_id: workspace.team.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    is_bot: person.bot,
    tz: workspace.timeZone,
    profile: { real_name: person.realName, display_name: person.name },
    ...(withLocale ? { locale: workspace.locale } : {}),
  }
}
