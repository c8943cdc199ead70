/** Something that breaks exactly one limit of Slack's, by the limit's name in the published list of refusals. */
export interface LimitCase {
  readonly breaks: string
  readonly part: unknown
  /** For what has no `type` of its own. */
  readonly kind?: string
  /** The same at the limit, which must pass. */
  readonly atLimit?: unknown
}

const x = (many: number) => 'x'.repeat(many)
const say = (many: number) => ({ type: 'plain_text', text: x(many) })
const some = <Thing>(many: number, thing: Thing) => Array.from({ length: many }, () => thing)
const option = { text: say(1), value: 'v' }
const cell = { type: 'raw_text', text: 'x' }
const divider = { type: 'divider' }

/** A field of a thing, one over and at its limit. */
function longest(
  breaks: string,
  part: object,
  field: string,
  make: (many: number) => unknown,
  max: number,
  kind?: string,
): LimitCase {
  return {
    breaks,
    part: { ...part, [field]: make(max + 1) },
    atLimit: { ...part, [field]: make(max) },
    ...(kind === undefined ? {} : { kind }),
  }
}

/** The same where there must be at least one. */
function none(breaks: string, part: object, field: string, nothing: unknown = [], kind?: string): LimitCase {
  return { breaks, part: { ...part, [field]: nothing }, ...(kind === undefined ? {} : { kind }) }
}

const button = { type: 'button', text: say(1) }
const section = { type: 'section', text: say(1) }
const input = { type: 'input', label: say(1), element: { type: 'plain_text_input' } }
const image = { type: 'image', image_url: 'https://example.com/x.png', alt_text: 'x' }
const video = { type: 'video', alt_text: 'x', title: say(1) }
const modal = { type: 'modal', title: say(1), blocks: [divider] }
const group = { label: say(1), options: [option] }
const dataTable = { type: 'data_table', caption: 'x', rows: [[cell], [cell]] }
const chart = (inner: object) => ({ type: 'data_visualization', title: 'x', chart: inner })
const series = { name: 'x', data: [{ label: 'x', value: 1 }] }
const bar = (inner: object) => chart({ type: 'bar', series: [series], axis_config: { categories: ['x'], ...inner } })
const barOf = (inner: object) => chart({ type: 'bar', series: [inner], axis_config: { categories: ['x'] } })
const pie = (segments: unknown) => chart({ type: 'pie', segments })
const feedback = (inner: object) => ({
  type: 'context_actions',
  elements: [{ type: 'feedback_buttons', positive_button: { text: say(1), value: 'v', ...inner } }],
})
const rows = (many: number, columns = 1) => some(many, some(columns, cell))

export const CASES: readonly LimitCase[] = [
  none('text.min_length', { type: 'plain_text' }, 'text', ''),
  longest('text.max_length', { type: 'mrkdwn' }, 'text', x, 3_000),
  longest('action_id.max_length', button, 'action_id', x, 255),
  longest('block_id.max_length', divider, 'block_id', x, 255),
  longest('button.text.max_length', button, 'text', say, 75),
  longest('button.url.max_length', button, 'url', x, 3_000),
  longest('button.value.max_length', button, 'value', x, 2_000),
  longest('button.accessibility_label.max_length', button, 'accessibility_label', x, 75),
  longest('confirmation.title.max_length', {}, 'title', say, 100, 'confirmation'),
  longest('confirmation.text.max_length', {}, 'text', say, 300, 'confirmation'),
  longest('confirmation.confirm.max_length', {}, 'confirm', say, 30, 'confirmation'),
  longest('confirmation.deny.max_length', {}, 'deny', say, 30, 'confirmation'),
  longest('option.text.max_length', option, 'text', say, 75, 'option'),
  longest('option.value.max_length', option, 'value', x, 150, 'option'),
  longest('option.url.max_length', option, 'url', (many) => '😀'.repeat(many), 3_000, 'option'),
  longest('option.description.max_length', option, 'description', say, 75, 'option'),
  longest('option_group.label.max_length', group, 'label', say, 75, 'option_group'),
  longest('option_group.options.max_items', group, 'options', (many) => some(many, option), 100, 'option_group'),
  none('option_group.options.min_items', group, 'options', [], 'option_group'),
  longest('select.placeholder.max_length', { type: 'external_select' }, 'placeholder', say, 150),
  longest('select.options.max_items', { type: 'static_select' }, 'options', (many) => some(many, option), 100),
  longest(
    'select.option_groups.max_items',
    { type: 'static_select' },
    'option_groups',
    (many) => some(many, group),
    100,
  ),
  none('overflow.options.min_items', { type: 'overflow' }, 'options'),
  longest('overflow.options.max_items', { type: 'overflow' }, 'options', (many) => some(many, option), 5),
  none('checkboxes.options.min_items', { type: 'checkboxes' }, 'options'),
  longest('checkboxes.options.max_items', { type: 'checkboxes' }, 'options', (many) => some(many, option), 10),
  none('radio_buttons.options.min_items', { type: 'radio_buttons' }, 'options'),
  longest('radio_buttons.options.max_items', { type: 'radio_buttons' }, 'options', (many) => some(many, option), 10),
  none('url_source.url.min_length', { type: 'url', text: 'x' }, 'url', ''),
  longest('url_source.url.max_length', { type: 'url', text: 'x' }, 'url', x, 3_000),
  longest('table.rows.max_items', { type: 'table' }, 'rows', (many) => rows(many), 100),
  { breaks: 'table.row_shape', part: { type: 'table', rows: [[cell, cell], [cell]] } },
  longest('table.column_settings', { type: 'table', rows: rows(1, 2) }, 'column_settings', (many) => some(many, {}), 2),
  none('file_input.max_files.min', { type: 'file_input' }, 'max_files', 0),
  { breaks: 'file_input.max_files.max', part: { type: 'file_input', max_files: 11 } },
  { breaks: 'plain_text_input.max_length.max', part: { type: 'plain_text_input', max_length: 3_001 } },
  longest('actions.elements.max_items', { type: 'actions' }, 'elements', (many) => some(many, button), 25),
  longest('alert.text.max_length', { type: 'alert' }, 'text', say, 200),
  longest('card.title.max_length', { type: 'card' }, 'title', say, 150),
  longest('card.subtitle.max_length', { type: 'card' }, 'subtitle', say, 150),
  longest('card.body.max_length', { type: 'card' }, 'body', say, 200),
  longest('card.subtext.max_length', { type: 'card' }, 'subtext', say, 200),
  longest('card.actions.max_items', { type: 'card' }, 'actions', (many) => some(many, button), 3),
  none('carousel.elements.min_items', { type: 'carousel' }, 'elements'),
  longest('carousel.elements.max_items', { type: 'carousel' }, 'elements', (many) => some(many, { type: 'card' }), 10),
  longest('container.title.max_length', { type: 'container' }, 'title', say, 150),
  longest('container.subtitle.max_length', { type: 'container' }, 'subtitle', say, 150),
  longest('container.child_blocks.max_items', { type: 'container' }, 'child_blocks', (many) => some(many, divider), 10),
  longest('context.elements.max_items', { type: 'context' }, 'elements', (many) => some(many, say(1)), 10),
  { breaks: 'context.elements', part: { type: 'context', elements: [button] } },
  longest('context_actions.elements.max_items', { type: 'context_actions' }, 'elements', (many) => some(many, {}), 5),
  {
    breaks: 'feedback_button.text.max_length',
    part: feedback({ text: say(76) }),
    atLimit: feedback({ text: say(75) }),
  },
  { breaks: 'feedback_button.value.max_length', part: feedback({ value: x(2_001) }) },
  { breaks: 'feedback_button.accessibility_label.max_length', part: feedback({ accessibility_label: x(76) }) },
  longest(
    'icon_button.visible_to_user_ids.max_items',
    { type: 'icon_button' },
    'visible_to_user_ids',
    (many) => some(many, 'U1'),
    10,
  ),
  { breaks: 'data_table.rows.min_items', part: { ...dataTable, rows: rows(1) }, atLimit: dataTable },
  longest('data_table.rows.max_items', dataTable, 'rows', (many) => rows(many), 201),
  { breaks: 'data_table.columns.min_items', part: { ...dataTable, rows: [[], []] } },
  longest('data_table.columns.max_items', dataTable, 'rows', (many) => rows(2, many), 20),
  { breaks: 'data_table.page_size.min', part: { ...dataTable, page_size: 0 } },
  { breaks: 'data_table.page_size.max', part: { ...dataTable, page_size: 101 } },
  none('data_table.cell_text.min_length', dataTable, 'rows', [[{ type: 'raw_text', text: '' }], [cell]]),
  longest(
    'data_table.content.max_length',
    dataTable,
    'rows',
    (many) => [[cell], [{ type: 'rich_text', text: x(many - 1) }]],
    20_000,
  ),
  longest(
    'data_visualization.title.max_length',
    chart({ type: 'pie', segments: [{ label: 'x', value: 1 }] }),
    'title',
    x,
    50,
  ),
  { breaks: 'data_visualization.segments.min_items', part: pie([]) },
  { breaks: 'data_visualization.segments.max_items', part: pie(some(13, { label: 'x', value: 1 })) },
  { breaks: 'data_visualization.segment.label.max_length', part: pie([{ label: x(21), value: 1 }]) },
  { breaks: 'data_visualization.segment.value.exclusive_min', part: pie([{ label: 'x', value: 0 }]) },
  { breaks: 'data_visualization.series.min_items', part: chart({ type: 'line', series: [] }) },
  { breaks: 'data_visualization.series.max_items', part: chart({ type: 'area', series: some(13, series) }) },
  {
    breaks: 'data_visualization.series_name.max_length',
    part: barOf({ ...series, name: x(21) }),
    atLimit: barOf({ ...series, name: x(20) }),
  },
  { breaks: 'data_visualization.data.min_items', part: barOf({ ...series, data: [] }) },
  { breaks: 'data_visualization.data.max_items', part: barOf({ ...series, data: some(21, { label: 'x', value: 1 }) }) },
  {
    breaks: 'data_visualization.point_label.max_length',
    part: barOf({ ...series, data: [{ label: x(21), value: 1 }] }),
  },
  { breaks: 'data_visualization.categories.min_items', part: bar({ categories: [] }) },
  { breaks: 'data_visualization.categories.max_items', part: bar({ categories: some(21, 'x') }) },
  {
    breaks: 'data_visualization.category_label.max_length',
    part: bar({ categories: [x(21)] }),
    atLimit: bar({ categories: [x(20)] }),
  },
  {
    breaks: 'data_visualization.axis_label.max_length',
    part: bar({ y_label: x(51) }),
    atLimit: bar({ x_label: x(50) }),
  },
  longest('header.text.max_length', { type: 'header' }, 'text', say, 150),
  longest('image.image_url.max_length', image, 'image_url', x, 3_000),
  longest('image.alt_text.max_length', image, 'alt_text', x, 2_000),
  { breaks: 'image.source', part: { ...image, slack_file: { id: 'F1' } }, atLimit: image },
  longest('input.label.max_length', input, 'label', say, 2_000),
  longest('input.hint.max_length', input, 'hint', say, 2_000),
  { breaks: 'input.element', part: { ...input, element: button }, atLimit: input },
  none('markdown.text.min_length', { type: 'markdown' }, 'text', ''),
  longest('markdown.text.max_length', { type: 'markdown' }, 'text', x, 12_000),
  longest('section.text.max_length', section, 'text', say, 3_000),
  longest('section.fields.max_items', { type: 'section' }, 'fields', (many) => some(many, say(1)), 10),
  longest('section.fields.item_max_length', { type: 'section' }, 'fields', (many) => [say(many)], 2_000),
  { breaks: 'section.content', part: { type: 'section' }, atLimit: section },
  {
    breaks: 'static_select.choice_source',
    part: { type: 'static_select', options: [option], option_groups: [group] },
    atLimit: { type: 'static_select', options: [option] },
  },
  { breaks: 'number_input.range', part: { type: 'number_input', min_value: '3', max_value: '2' } },
  none('video.alt_text.min_length', video, 'alt_text', ''),
  longest('video.alt_text.max_length', video, 'alt_text', x, 200),
  longest('video.title.max_length', video, 'title', say, 200),
  longest('video.author_name.max_length', video, 'author_name', x, 50),
  longest('video.description.max_length', video, 'description', say, 200),
  longest('video.provider_name.max_length', video, 'provider_name', x, 50),
  none('view.blocks.min_items', modal, 'blocks'),
  longest('view.blocks.max_items', { type: 'home' }, 'blocks', (many) => some(many, divider), 100),
  longest('view.private_metadata.max_length', modal, 'private_metadata', x, 3_000),
  longest('view.callback_id.max_length', modal, 'callback_id', x, 255),
  longest('view.title.max_length', modal, 'title', say, 24),
  longest('view.close.max_length', modal, 'close', say, 24),
  longest('view.submit.max_length', modal, 'submit', say, 24),
]
