import type { KnownBlock, TaskCardBlock } from '@slack/types'
import type { Working, WorkingTask } from '../../reply/answerer.ts'
import { escapeText, shown } from './escape.ts'
import type { Message } from './message.ts'
import { richBlock, richInline } from './rich-text.ts'

const STATUS = { pending: 'pending', running: 'in_progress', done: 'complete', failed: 'error' } as const
const MARK: Record<WorkingTask['state'], string> = { pending: '…', running: '…', done: '✓', failed: '✗' }

/** A fleet has dozens of gateways; with more tasks than this, those that are done give way. */
const MOST_TASKS = 30

/**
 * What is being done as a post: a `plan` with a `task_card` for each step (SLACK.md 1.7: unlike a stream it can be
 * updated for as long as it takes), and the same in words for notifications and for when Slack refuses the blocks.
 */
export function workingMessage(working: Working): Message {
  const title = shown(working.title, 200).trim() || '…'
  const tasks = mostTelling(working.tasks)
  const cards = tasks.map(drawTask)
  const steps = tasks.slice(0, 12).map((task) => `${MARK[task.state]} ${shown(task.title, 40)}`)
  const blocks: KnownBlock[] =
    cards.length === 0
      ? richBlock([{ type: 'rich_text_section', elements: richInline(title, 200) }])
      : [{ type: 'plan', title, tasks: cards }]
  const plain = escapeText([title, ...(steps.length === 0 ? [] : [steps.join(' · ')])].join('\n'))
  return { text: escapeText(title), blocks, plain }
}

function drawTask(task: WorkingTask): TaskCardBlock {
  return {
    type: 'task_card',
    task_id: shown(task.id, 60) || '…',
    title: shown(task.title, 100).trim() || '…',
    status: STATUS[task.state],
  }
}

function mostTelling(tasks: readonly WorkingTask[]): readonly WorkingTask[] {
  if (tasks.length <= MOST_TASKS) return tasks
  const left = tasks.filter((task) => task.state !== 'done')
  const done = tasks.filter((task) => task.state === 'done')
  const kept = new Set([...left, ...done].slice(0, MOST_TASKS))
  return tasks.filter((task) => kept.has(task))
}
