import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// The lists of the folders that grow. Each index.ts is written from its folder's files, so that a forgotten file fails
// this run and shows the missing line; `npm run fix` writes it.

interface List {
  readonly folder: string
  /** Files of the folder that are no members of the list. */
  readonly except?: readonly string[]
  /** `one`: every file exports `member`, gathered in an array. `all`: every export of every file, in one object. */
  readonly gather: 'one' | 'all'
  /** For `one`: the name that every file exports. */
  readonly member?: string
  readonly list: string
}

const lists: readonly List[] = [
  { folder: 'src/correlator/forms', gather: 'all', list: 'forms' },
  { folder: 'src/diagnosis/rules', gather: 'one', member: 'rule', list: 'rules' },
  { folder: 'commands', gather: 'one', member: 'command', list: 'commands', except: ['command.ts'] },
  { folder: 'src/reply/languages', gather: 'one', member: 'language', list: 'languages' },
  { folder: 'src/edges/sources', gather: 'one', member: 'source', list: 'sources', except: ['source.ts'] },
]

const root = fileURLToPath(new URL('..', import.meta.url))

/** The names of the folder's members without `.ts`, in the order of their letters; none where it is not there yet. */
function members(list: List): string[] {
  const folder = root + list.folder
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .filter((file) => file !== 'index.ts' && !list.except?.includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

function camel(name: string): string {
  return name
    .split('-')
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
}

/** Import names follow the file's; a suffix keeps `delete.ts` or `2fa.ts` from being a reserved or illegal name. */
function importName(list: List, name: string): string {
  const suffix = list.gather === 'all' ? 'Forms' : (list.member ?? '').replace(/^./, (letter) => letter.toUpperCase())
  const local = camel(name)
  return /^[a-z]/.test(local) ? local + suffix : `the${local}${suffix}`
}

/** What index.ts must read, formatted as biome would. */
function indexText(list: List, names: readonly string[]): string {
  const lines = ['// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix', '']
  for (const name of names) {
    const what =
      list.gather === 'all' ? `* as ${importName(list, name)}` : `{ ${list.member} as ${importName(list, name)} }`
    lines.push(`import ${what} from './${name}.ts'`)
  }
  const items = names.map((name) => (list.gather === 'all' ? '...' : '') + importName(list, name))
  const [open, close] = list.gather === 'all' ? ['{', '}'] : ['[', ']']
  const pad = list.gather === 'all' ? ' ' : ''
  const oneLine = `export const ${list.list} = ${open}${pad}${items.join(', ')}${pad}${close}`
  lines.push('')
  // Biome breaks an array that is too long for a line; an object too, where it is.
  if (oneLine.length <= 120) lines.push(oneLine)
  else lines.push(`export const ${list.list} = ${open}`, ...items.map((item) => `  ${item},`), close)
  return `${lines.join('\n')}\n`
}

describe('the generated lists', () => {
  for (const list of lists) {
    const names = members(list)
    // A folder that holds nothing yet has no list; the one of forms is always there.
    if (names.length === 0) continue
    it(`${list.folder}/index.ts names every file of its folder`, async () => {
      await expect(indexText(list, names)).toMatchFileSnapshot(`${root}${list.folder}/index.ts`)
    })
  }

  it('sees the folder of forms', () => {
    expect(members(lists[0] as List).length).toBeGreaterThan(0)
  })
})
