import { describe, expect, it } from 'vitest'
import { check } from '../../../src/edges/slack/limits.ts'
import { workingMessage } from '../../../src/edges/slack/working.ts'
import type { WorkingTask } from '../../../src/reply/answerer.ts'
import { HOSTILE } from './hostile.ts'

const task = (id: string, state: WorkingTask['state'], title = id): WorkingTask => ({ id, title, state })

describe('what is being done', () => {
  it('is a plan with a card for each task, and the same in words', () => {
    const tasks = [task('dns', 'done'), task('esa1', 'running'), task('esa2', 'failed'), task('esa3', 'pending')]
    expect(workingMessage({ title: 'Looking for <example.com>', tasks })).toEqual({
      text: 'Looking for &lt;example.com&gt;',
      plain: 'Looking for &lt;example.com&gt;\n✓ dns · … esa1 · ✗ esa2 · … esa3',
      blocks: [
        {
          type: 'plan',
          title: 'Looking for <example.com>',
          tasks: [
            { type: 'task_card', task_id: 'dns', title: 'dns', status: 'complete' },
            { type: 'task_card', task_id: 'esa1', title: 'esa1', status: 'in_progress' },
            { type: 'task_card', task_id: 'esa2', title: 'esa2', status: 'error' },
            { type: 'task_card', task_id: 'esa3', title: 'esa3', status: 'pending' },
          ],
        },
      ],
    })
  })

  it('is a line of text before there are tasks', () => {
    const { blocks } = workingMessage({ title: '', tasks: [] })
    expect(blocks).toEqual([
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '…' }] }] },
    ])
  })

  it('keeps what still runs where there are too many', () => {
    const many = Array.from({ length: 60 }, (_, index) => task(`esa${index}`, index < 50 ? 'done' : 'running'))
    const { blocks } = workingMessage({ title: 'Looking', tasks: many })
    const [plan] = blocks
    const ids = plan?.type === 'plan' ? (plan.tasks ?? []).map((card) => card.task_id) : []
    expect(ids).toHaveLength(30)
    expect(ids.slice(-10)).toEqual(many.slice(50).map(({ id }) => id))
  })

  it.each(HOSTILE.map((words) => [words.slice(0, 20), words]))('holds any text: %s', (_, words) => {
    const tasks = Array.from({ length: 40 }, () => ({ id: words, title: words, state: 'running' as const }))
    const message = workingMessage({ title: words, tasks })
    expect(check(message)).toEqual([])
    expect(check({ text: message.plain })).toEqual([])
  })
})
