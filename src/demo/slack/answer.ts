import type { Post } from './post.ts'
import type { Workspace } from './state.ts'

/** The mark by which the bot says that a post has turned into its final state. */
export const answerEvent = 'postmaster_answer'

/** The mark on what a bot said in acknowledging a command: it is heard, not answered. */
export const acknowledgementEvent = 'stand_in_acknowledgement'

/**
 * Waits for the bot's answer to what was asked at `ts`: the first post of the bot after it, in the same thread, that
 * carries the mark, or that only the asker sees (nothing can change such a post any more). Where `ts` is that of a slash
 * command, which leaves no post, the answer is looked for in the channel and in every thread that began since.
 *
 * Driven by changes, without looking again at intervals. Rejects when `timeoutMs` are over.
 */
export function waitForAnswer(workspace: Workspace, channel: string, ts: string, timeoutMs: number): Promise<Post> {
  return new Promise((resolve, reject) => {
    const there = workspace.posts(channel).find((post) => isAnswer(workspace, post, channel, ts))
    if (there !== undefined) {
      resolve(there)
      return
    }
    const stop = workspace.watch((change) => {
      if (change.kind === 'removed' || !isAnswer(workspace, change.post, channel, ts)) return
      clearTimeout(timer)
      stop()
      resolve(change.post)
    })
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`no answer to ${channel} ${ts} within ${timeoutMs} ms`))
    }, timeoutMs)
  })
}

function isAnswer(workspace: Workspace, post: Post, channel: string, ts: string): boolean {
  if (post.author === workspace.asker.id || post.channel !== channel || post.ts <= ts) return false
  const event = post.metadata?.event_type
  const final = post.onlyFor === null ? event === answerEvent : event !== acknowledgementEvent
  if (!final) return false
  const question = workspace.find(channel, ts)
  const root = post.threadTs ?? post.ts
  return question === null ? root > ts : isInThread(workspace, post, question)
}

/** In a direct message a bot may answer beside the question instead of below it. */
function isInThread(workspace: Workspace, post: Post, question: Post): boolean {
  if (post.threadTs === (question.threadTs ?? question.ts)) return true
  if (post.threadTs !== null || question.threadTs !== null) return false
  return post.onlyFor !== null || workspace.channels.get(post.channel)?.direct === true
}
