/** What one field may hold: characters of a text (or of the text object it is), things in a list, or a number. */
export interface Limit {
  readonly of: 'chars' | 'items' | 'number'
  readonly min?: number
  readonly max?: number
  /** Each text of the list may have this many characters. */
  readonly each?: number
}

const chars = (max: number, min = 0): Limit => ({ of: 'chars', min, max })
const items = (max: number, min = 0): Limit => ({ of: 'items', min, max })
const number = (min: number, max: number): Limit => ({ of: 'number', min, max })
const text = chars(3_000, 1)
const select = { placeholder: chars(150), options: items(100), option_groups: items(100) }
const feedback = { text: chars(75), value: chars(2_000), accessibility_label: chars(75) }
const axes = { series: items(12, 1) }

/** Fields that have the same limit wherever they stand. */
export const ANYWHERE: Readonly<Record<string, Limit>> = {
  action_id: chars(255),
  block_id: chars(255),
}

/**
 * Slack's limits by the `type` of a block, element or object, or by the name of what has no type. The numbers are those
 * of the published block reference (2026-08), which agree with the types of @slack/types 3.2.
 */
export const LIMITS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  plain_text: { text },
  mrkdwn: { text },
  button: { text: chars(75), url: chars(3_000), value: chars(2_000), accessibility_label: chars(75) },
  confirmation: { title: chars(100), text: chars(300), confirm: chars(30), deny: chars(30) },
  option: { text: chars(75), value: chars(150), description: chars(75), url: chars(3_000) },
  option_group: { label: chars(75), options: items(100, 1) },
  static_select: select,
  multi_static_select: select,
  external_select: select,
  multi_external_select: select,
  overflow: { options: items(5, 1) },
  checkboxes: { options: items(10, 1) },
  radio_buttons: { options: items(10, 1) },
  url: { url: chars(3_000, 1) },
  file_input: { max_files: number(1, 10) },
  plain_text_input: { max_length: number(0, 3_000) },
  actions: { elements: items(25) },
  alert: { text: chars(200) },
  card: { title: chars(150), subtitle: chars(150), body: chars(200), subtext: chars(200), actions: items(3) },
  carousel: { elements: items(10, 1) },
  container: { title: chars(150), subtitle: chars(150), child_blocks: items(10) },
  context: { elements: items(10) },
  context_actions: { elements: items(5) },
  feedback_button: feedback,
  icon_button: { visible_to_user_ids: items(10) },
  table: { rows: items(100), column_settings: items(20) },
  raw_text: { text: chars(10_000, 1) },
  text: { text: { of: 'chars', min: 1 } },
  data_table: { rows: items(201, 2), page_size: number(1, 100) },
  data_visualization: { title: chars(50) },
  pie: { segments: items(12, 1) },
  bar: axes,
  line: axes,
  area: axes,
  segment: { label: chars(20), value: number(Number.MIN_VALUE, Number.MAX_VALUE) },
  series: { name: chars(20), data: items(20, 1) },
  point: { label: chars(20) },
  axis: { categories: { of: 'items', min: 1, max: 20, each: 20 }, x_label: chars(50), y_label: chars(50) },
  header: { text: chars(150) },
  image: { image_url: chars(3_000), alt_text: chars(2_000) },
  input: { label: chars(2_000), hint: chars(2_000) },
  markdown: { text: chars(12_000, 1) },
  section: { text: chars(3_000), fields: { of: 'items', max: 10, each: 2_000 } },
  video: {
    alt_text: chars(200, 1),
    title: chars(200),
    author_name: chars(50),
    description: chars(200),
    provider_name: chars(50),
  },
  modal: {
    blocks: items(100, 1),
    private_metadata: chars(3_000),
    callback_id: chars(255),
    title: chars(24),
    close: chars(24),
    submit: chars(24),
  },
  home: { blocks: items(100, 1), private_metadata: chars(3_000), callback_id: chars(255) },
}

/** What an object without a `type` is, by the field it stands in. */
export const KIND_BY_FIELD: Readonly<Record<string, string>> = {
  confirm: 'confirmation',
  options: 'option',
  option_groups: 'option_group',
  positive_button: 'feedback_button',
  negative_button: 'feedback_button',
  segments: 'segment',
  series: 'series',
  data: 'point',
  axis_config: 'axis',
}

/** Limits of a whole post. `json` is from experience (SLACK.md 2: refused from about 13,200), the others documented. */
export const WHOLE = {
  blocks: 50,
  json: 13_000,
  text: 3_999,
  tableChars: 10_000,
  tableColumns: 20,
  dataTableChars: 20_000,
  markdownChars: 12_000,
  tables: 1,
} as const
