import type { KnownBlock } from '@slack/types'

/** What a post holds, before it is sent. */
export interface Message {
  /** The verdict alone, escaped: what a notification and a screen reader get. Under 4,000 characters. */
  readonly text: string
  readonly blocks: KnownBlock[]
  /** The same content as escaped text, for when Slack refuses the blocks. Under 4,000 characters. */
  readonly plain: string
}
