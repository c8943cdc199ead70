#!/usr/bin/env node
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CommanderError, InvalidArgumentError, Option, Command as Program } from 'commander'
import type { Command } from './answering/command.ts'
import type { AskOptions } from './command-line/ask-once.ts'
import { isClosedPipe, processStreams, type Streams } from './command-line/streams.ts'
import type { LogSource } from './gather/ports.ts'
import { isTimeZone } from './question/zone.ts'

/**
 * Runs the command line: `argv` is what stands behind the program's name. Gives the exit status: 0 answered, whatever
 * the news; 2 not understood or misused; 3 nothing could be read.
 */
export async function runCli(argv: readonly string[], streams: Streams = processStreams): Promise<number> {
  let status = 0
  const program = new Program('postmaster')
    .description("Answers “why didn't mail from example.com arrive?” from the logs of a Cisco Secure Email Gateway.")
    .configureOutput({
      writeOut: (text) => void streams.output.write(text),
      writeErr: (text) => void streams.errors.write(text),
    })
    .exitOverride()
    .showHelpAfterError('(postmaster --help tells how)')

  const given = argv[0] === first ? await ahead(argv.slice(1)) : undefined
  for (const command of await commandsFor(argv[0])) {
    const verb = program
      .command(`${command.name} [words...]`)
      .summary(command.summary)
      .description(`${command.name} ${command.usage}\n${command.summary}.`)
      .addHelpText(
        'after',
        `\nExamples:\n${command.examples.map((example) => `  postmaster ${typed(command, example)}`).join('\n')}`,
      )
      .allowUnknownOption(false)
    for (const option of askOptions()) verb.addOption(option)
    verb.action(async (words: string[], options: AskOptions) => {
      const { askOnce } = await import('./command-line/ask-once.ts')
      status = await askOnce(command, words.join(' '), options, streams, given)
    })
  }
  program
    .command('correlate [path]')
    .summary('prints every connection, message and delivery of a log as one JSON object a line')
    .option('--summary', 'print the counts alone')
    .addOption(zoneOption())
    .action(async (path: string | undefined, options: { summary?: boolean; timezone?: string }) => {
      const { correlateFile } = await import('./command-line/correlate-file.ts')
      status = await correlateFile(path ?? '-', options, streams)
    })
  program
    .command('doctor')
    .summary('checks configuration, tokens, gateways and DNS, and says what to mend')
    .option('--config <file>', 'configuration file', 'postmaster.yml')
    .option('--pin', 'show the host keys of gateways that have none on file, to be compared and written down')
    .action(async (options: { config: string; pin?: boolean }) => {
      const check = options.pin
        ? (await import('./command-line/pin.ts')).pinHostKeys
        : (await import('./command-line/doctor.ts')).doctor
      status = await check(options.config, streams.output)
    })
  program
    .command('demo [words...]')
    .summary('starts the embedded world: two gateways, DNS, a listener and a page to ask on')
    .option('--port <number>', 'port of the page', port)
    .action(async (words: string[], options: { port?: number }) => {
      const { demo } = await import('./demo/demo.ts')
      status = await demo(words, options)
    })

  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error
    return error.exitCode === 0 ? 0 : 2
  } finally {
    await Promise.all((given ?? []).map((source) => source.close()))
  }
  return status
}

/** The verb that questions over given logs are asked with. */
const first = 'why'

/** Has the logs looked through while the rest is loaded. What is wrong with the words is said when they are read again. */
async function ahead(argv: readonly string[]): Promise<readonly LogSource[] | undefined> {
  const reader = new Program().exitOverride().configureOutput({ writeErr() {} })
  for (const option of askOptions()) reader.addOption(option)
  try {
    const { operands, unknown } = reader.parseOptions([...argv])
    const options: AskOptions = reader.opts()
    if (unknown.length > 0 || !options.logs) return undefined
    return (await import('./command-line/given-logs.ts')).openAhead(operands.join(' '), options)
  } catch (error) {
    if (error instanceof CommanderError) return undefined
    throw error
  }
}

/** Verbs that are no chat commands. */
const own: readonly (string | undefined)[] = ['correlate', 'doctor', 'demo']

/** Nothing is loaded before it is needed: the start is part of the time that every answer takes. */
async function commandsFor(verb: string | undefined): Promise<readonly Command[]> {
  return own.includes(verb) ? [] : (await import('../commands/index.ts')).commands
}

function askOptions(): readonly Option[] {
  return [
    new Option(
      '--logs <path>',
      'a log file, a folder of them, a .gz, or - for standard input; may be repeated',
    ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]),
    new Option('--gateway <name>', 'ask this gateway only, or name the logs'),
    new Option('--config <file>', 'configuration file'),
    zoneOption(),
    new Option('--now <time>', 'the clock, for repeatable answers'),
    new Option('--since <time>', 'from when on'),
    new Option('--until <time>', 'until when'),
    new Option('--dns <host:port>', 'the name server to ask'),
    new Option('--no-dns', 'ask no name server'),
    new Option('--language <tag>', 'language of the answer: en, fr, nl, ja'),
    new Option('--json', 'print one JSON object'),
  ]
}

function zoneOption(): Option {
  return new Option('--timezone <zone>', 'zone of the asker, and of a log that names none').argParser(
    (value: string) => {
      if (!isTimeZone(value)) throw new InvalidArgumentError('write a zone such as Europe/Zurich or UTC')
      return value
    },
  )
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new InvalidArgumentError('write a port number')
  return number
}

/** An example as it is typed here. One that is a sentence stays whole. */
function typed({ name, fallback }: Command, example: string): string {
  if (example === name) return name
  return `${name} "${fallback ? example : example.slice(name.length).trim()}"`
}

const started = process.argv[1]
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  process.stdout.on('error', (error) => {
    if (!isClosedPipe(error)) throw error
    process.exit(0)
  })
  process.exitCode = await runCli(process.argv.slice(2))
}
