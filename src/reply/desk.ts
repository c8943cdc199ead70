import type { Window } from '../correlator/ids.ts'
import type { Complaint } from '../question/complaint.ts'
import type { Ask } from './answerer.ts'
import type { Home } from './home.ts'
import type { Speech } from './speech.ts'

/** How somebody reads: a BCP 47 tag and an IANA zone, each empty where unknown. */
export type Reads = Pick<Ask, 'locale' | 'timeZone'>

/** A question filled in field by field, as it was typed. `when` is one of `stretches`, or a window from elsewhere. */
export interface Form {
  readonly sender: string
  readonly recipient: string
  readonly when: Stretch | Window
  /** Empty for every gateway. */
  readonly gateway: string
}

export const stretches = ['day', 'days', 'week'] as const
export type Stretch = (typeof stretches)[number]

/** A form as a question: in words that are understood, and as people read it. Or the field that names nothing. */
export type Asking =
  | { readonly kind: 'asking'; readonly text: string; readonly shown: string }
  | { readonly kind: 'wrong'; readonly field: 'sender' | 'recipient'; readonly words: string }

/** What an edge with forms and pages needs of the core beside answers. */
export interface Desk {
  /** Names of the gateways, in the order of the configuration. */
  readonly gateways: readonly string[]
  /** The words and the clock of somebody who reads so; the configuration's where that is not known. */
  speechFor(reads: Reads): Speech
  /** What a complaint or a pasted bounce, without the edge's markup, tells of a mail. */
  read(text: string, reads: Reads): Complaint
  asking(form: Form, reads: Reads): Asking
  /** Shows the asker's own page: at once what is known, and once more when the gateways have answered. */
  home(visitor: HomeVisitor, show: (home: Home) => Promise<void>): Promise<void>
  /** Keeps what somebody said of an answer; said again, it takes the place of what was said before. */
  rate(rating: Rating): Promise<void>
}

/** Who looks at their own page, and how they read. */
export type HomeVisitor = Pick<Ask, 'asker' | 'groups' | 'locale' | 'timeZone'>

/** Whether somebody found an answer right. */
export interface Rating {
  readonly asker: string
  readonly thread: string
  /** The post, by which an answer is known within its thread. */
  readonly post: string
  readonly right: boolean
  /** The verdict: `Reply.rating.about`. */
  readonly about: string
}
