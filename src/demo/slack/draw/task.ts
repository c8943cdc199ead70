import { list, record } from '../outside.ts'
import type { Block } from '../post.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawLink } from './link.ts'
import { drawRichText } from './rich-text.ts'

const states: Readonly<Record<string, string>> = {
  pending: 'Not begun',
  in_progress: 'Under way',
  complete: 'Done',
  error: 'Failed',
}

/** A plan: what is being done, task by task, with what has been done of it. */
export function drawPlan(block: Block, drawing: Drawing): Html {
  const tasks = list(block.tasks).map(record)
  const done = tasks.filter((task) => task.status === 'complete').length
  return html`<div class="plan"><div class="plan-head"><span class="plan-title">${String(block.title ?? '')}</span>
<span class="plan-count">${done} of ${tasks.length}</span></div>
<ul>${tasks.map((task) => html`<li>${drawTask(task, drawing)}</li>`)}</ul></div>`
}

/** One task. What it gave can be rich text of its own; where it looked are links. */
export function drawTask(task: Readonly<Record<string, unknown>>, drawing: Drawing): Html {
  const status = typeof task.status === 'string' && Object.hasOwn(states, task.status) ? task.status : 'pending'
  const parts = [task.details, task.output].filter((part) => record(part).type === 'rich_text')
  const sources = list(task.sources).map(record)
  return html`<div class="task ${status}"><span class="mark" role="img" aria-label="${states[status] ?? ''}"></span>
<div class="task-text"><span class="task-title">${String(task.title ?? '')}</span>${parts.map((part) => {
    return drawRichText({ ...record(part), type: 'rich_text' }, drawing)
  })}${sources.length > 0 && html`<div class="sources">${sources.map((source) => drawSource(source))}</div>`}</div></div>`
}

function drawSource(source: Readonly<Record<string, unknown>>): Html {
  return html`<span>${drawLink(String(source.url ?? ''), String(source.text ?? source.url ?? ''))}</span>`
}
