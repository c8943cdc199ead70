import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The repository's top. */
const top = fileURLToPath(new URL('..', import.meta.url))

/**
 * Who may import whom, by the folder a file is in. The first row that fits a file holds. `packages` are npm packages;
 * `node` says whether Node's own modules may be used.
 */
const rows: readonly {
  readonly folder: string
  readonly may: readonly string[]
  readonly packages: readonly string[]
  readonly node: boolean
}[] = [
  { folder: 'src/correlator/', may: ['src/correlator/'], packages: [], node: false },
  {
    folder: 'src/checks/',
    may: ['src/checks/', 'src/correlator/', 'src/diagnosis/evidence', 'src/gather/ports'],
    packages: ['ipaddr.js', 'tldts'],
    node: false,
  },
  {
    folder: 'src/diagnosis/',
    may: ['src/diagnosis/', 'src/correlator/', 'src/checks/'],
    packages: ['ipaddr.js', 'tldts'],
    node: false,
  },
  {
    folder: 'src/question/',
    may: ['src/question/', 'src/correlator/ids'],
    packages: ['chrono-node', 'tldts', 'zod', 'ipaddr.js'],
    node: false,
  },
  {
    folder: 'src/reply/',
    may: ['src/reply/', 'src/diagnosis/', 'src/correlator/', 'src/checks/', 'src/question/'],
    packages: [],
    node: false,
  },
  {
    folder: 'src/gather/',
    may: ['src/gather/', 'src/question/', 'src/diagnosis/', 'src/correlator/', 'src/checks/'],
    packages: [],
    node: false,
  },
  {
    folder: 'commands/',
    may: [
      'commands/',
      'src/answering/command',
      'src/answering/answer-parts',
      'src/answering/investigate',
      'src/answering/watching',
      'src/gather/',
      'src/question/',
      'src/diagnosis/',
      'src/reply/',
      'src/correlator/',
      'src/checks/',
    ],
    packages: ['zod'],
    node: false,
  },
  {
    folder: 'src/answering/',
    may: ['src/answering/', 'src/gather/', 'src/question/', 'src/diagnosis/', 'src/reply/', 'src/correlator/'],
    packages: ['zod'],
    node: false,
  },
  ...edge('slack', ['@slack/bolt', '@slack/web-api', '@slack/types', '@slack/socket-mode', 'zod']),
  ...edge('ssh', ['ssh2', 'ipaddr.js', 'zod'], ['src/edges/logs/', 'src/edges/sources/source', 'src/checks/']),
  ...edge('sources', ['zod'], ['src/edges/ssh/', 'src/edges/logs/']),
  ...edge('logs', ['ipaddr.js', 'zod'], ['src/checks/address', 'src/gather/turns']),
  ...edge('dns', ['dns-packet'], ['src/checks/']),
  ...edge('smtp', [], ['src/checks/']),
  ...edge('https', [], ['src/checks/']),
  ...edge('store', ['libsql', 'rotating-file-stream'], ['src/answering/answered']),
  ...edge('health', ['prom-client'], ['src/answering/answered']),
  ...edge('terminal', []),
  {
    folder: 'src/demo/',
    may: ['src/'],
    packages: [
      'ssh2',
      'ws',
      'dns-packet',
      'slack-blocks-to-jsx',
      'react',
      'react-dom',
      'yaml',
      'pino',
      'zod',
      '@slack/types',
      'ipaddr.js',
    ],
    node: true,
  },
  { folder: 'src/', may: ['src/', 'commands/'], packages: ['commander', 'pino', 'yaml', 'zod'], node: true },
]

function edge(name: string, packages: readonly string[], also: readonly string[] = []) {
  const may = [
    `src/edges/${name}/`,
    'src/gather/ports',
    'src/reply/',
    'src/question/',
    'src/correlator/',
    'src/diagnosis/evidence',
    ...also,
  ]
  return [{ folder: `src/edges/${name}/`, may, packages, node: true }]
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort()
}

const files = [...filesUnder('src'), ...filesUnder('commands')]
const importing =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s*'([^']+)'/g

/** A file without its comments: an example in one may print. */
function codeOf(file: string): string {
  return readFileSync(join(top, file), 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(top, file), 'utf8')
  return [...text.matchAll(importing)].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
}

/** What one import breaks, in words; null where it is allowed. */
function broken(file: string, specifier: string): string | null {
  const row = rows.find(({ folder }) => file.startsWith(folder))
  if (!row) return `${file} is in no folder of the table`
  if (specifier.startsWith('node:')) return row.node ? null : `${file} imports ${specifier}`
  if (specifier.startsWith('.')) {
    const target = relative('.', normalize(join(dirname(file), specifier)))
    if (target.startsWith('src/demo/') && !file.startsWith('src/demo/') && file !== 'src/cli.ts')
      return `${file} imports the demo`
    return row.may.some((allowed) => target.startsWith(allowed)) ? null : `${file} imports ${target}`
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return row.packages.includes(name) ? null : `${file} imports the package ${name}`
}

describe('direction', () => {
  it('every import goes the way the house allows', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((file) => importsOf(file).flatMap((specifier) => broken(file, specifier) ?? []))).toEqual([])
  })

  it.each([
    [
      'process.env is read in config.ts and surroundings.ts alone',
      /process\.env|from 'node:process'.*\benv\b/,
      /^src\/(?:config|surroundings)\.ts$/,
    ],
    [
      'no pure folder has a clock',
      /Date\.now\(|new Date\(\)|performance\.now\(/,
      /^src\/(edges|demo|command-line)\/|^src\/[^/]+\.ts$/,
    ],
    ['no pure folder has chance', /Math\.random\(|randomUUID|randomBytes/, /^src\/(edges|demo)\//],
    ['no pure folder prints', /\bconsole\./, /^src\/demo\/slack\/page/],
  ])('%s', (_, pattern, except) => {
    const found = files.filter((file) => !except.test(file) && pattern.test(codeOf(file)))
    expect(found).toEqual([])
  })
})

describe('size', () => {
  const most = (file: string): number => {
    if (/^src\/reply\/languages\//.test(file) || /^src\/checks\/(texts|catalogue)/.test(file)) return 1_500 // flat tables of sentences
    if (/^(commands|src\/diagnosis\/rules|src\/correlator\/forms|src\/edges\/sources)\//.test(file)) return 80
    return 300
  }
  it('no file is longer than its kind may be', () => {
    const long = files.flatMap((file) => {
      if (file.endsWith('/index.ts')) return []
      const lines = readFileSync(join(top, file), 'utf8').trimEnd().split('\n').length
      return lines > most(file) ? [`${file}: ${lines} lines, at most ${most(file)}`] : []
    })
    expect(long).toEqual([])
  })
})
