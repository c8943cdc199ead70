import * as z from 'zod'
import { slackFile } from '../message.ts'
import { blocksArg, countArg, defineMethod, filesArg, refuse } from '../method.ts'
import { channelOf, rootOf, withBlockIds } from './chat.ts'

/** First of the three steps of an upload: an address for the bytes. */
export const getUploadURLExternal = defineMethod({
  args: z.object({ filename: z.string().min(1), length: countArg }),
  run(args, { workspace, origin }) {
    const id = workspace.nextId('F')
    workspace.files.set(id, {
      id,
      name: args.filename,
      title: args.filename,
      size: args.length,
      bytes: new Uint8Array(),
    })
    return { ok: true, file_id: id, upload_url: `${origin}/upload/${id}` }
  },
})

/** Third step: the files are shared in a channel or a thread, as one post. */
export const completeUploadExternal = defineMethod({
  args: z.object({
    files: filesArg,
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
    blocks: blocksArg.optional(),
  }),
  run(args, { workspace }) {
    const files = args.files.flatMap(({ id, title }) => {
      const stored = workspace.files.get(id)
      return stored === undefined ? [] : [{ id, name: stored.name, title: title ?? stored.title, size: stored.size }]
    })
    if (files.length < args.files.length) return refuse('file_not_found')
    if (files.some(({ id }) => workspace.files.get(id)?.bytes.length === 0)) return refuse('file_not_uploaded')
    if (args.channel_id !== undefined) {
      const channel = channelOf(workspace, args.channel_id)
      if (channel === null) return refuse('channel_not_found')
      const threadTs = rootOf(workspace, channel, args.thread_ts)
      const blocks = withBlockIds(args.blocks ?? [], workspace)
      workspace.add({ channel, author: workspace.bot.id, text: args.initial_comment ?? '', blocks, threadTs, files })
    }
    return { ok: true, files: files.map(slackFile) }
  },
})
