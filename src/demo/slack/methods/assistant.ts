import * as z from 'zod'
import { defineMethod, promptsArg, refuse } from '../method.ts'

/** `assistant.threads.setSuggestedPrompts`: in the agent view for the whole direct message, without a thread. */
export const setSuggestedPrompts = defineMethod({
  args: z.object({
    channel_id: z.string(),
    thread_ts: z.string().optional(),
    title: z.string().optional(),
    prompts: promptsArg,
  }),
  run(args, { workspace, surfaces }) {
    if (workspace.channels.get(args.channel_id)?.direct !== true) return refuse('channel_not_found')
    surfaces.suggest(args.title ?? '', args.prompts)
    return { ok: true }
  },
})
