import type { ServerChannel } from 'ssh2'

export const pagerText = '-Press Any Key For More-'
const erase = `\r${' '.repeat(25)}\r`
const pageLength = 20

/**
 * Writes a text a page at a time, waiting for a key after each page as the command line does on a terminal. Ends when
 * the text does, or with Ctrl-C. `done` is told whether it was written to its end.
 */
export function page(channel: ServerChannel, text: string, done: () => void): void {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  let next = 0
  const more = () => {
    const piece = lines.slice(next, next + pageLength)
    next += piece.length
    channel.write(piece.map((line) => `${line}\r\n`).join(''))
    if (next >= lines.length) return done()
    channel.write(pagerText)
    channel.once('data', (key: Buffer) => {
      channel.write(erase)
      if (key[0] === 3) return done()
      more()
    })
  }
  more()
}

/** Asks, as a member of a cluster does, whether to switch to the mode that a command needs; tells the answer. */
export function askMode(channel: ServerChannel, done: (answer: string) => void): void {
  channel.write('This command is restricted to "machine" mode.  Would you like to switch to "machine"\nmode? [Y]> ')
  channel.once('data', (answer: Buffer) => done(answer.toString('utf8')))
}

const floodLine = `Mon Jan  5 10:00:00 2026 Info: MID 1 Subject '${'x'.repeat(452)}'\n`

/** Writes as many bytes of one line, over and over, as fast as they are read and no faster. */
export function flood(channel: ServerChannel, bytes: number, done: () => void): void {
  const block = Buffer.from(floodLine.repeat(100))
  let left = bytes
  const more = () => {
    while (left > 0) {
      const piece = left < block.length ? block.subarray(0, left) : block
      left -= piece.length
      if (!channel.writable) return
      if (!channel.write(piece)) return void channel.once('drain', more)
    }
    done()
  }
  more()
}

/** What a person reads on logging in to a terminal: ASYNCOS with a `\r\r\n` after the last login, as login prints it. */
export function greeting(name: string, version: string): string {
  return [
    'Last login: Mon Jan  5 09:00:00 2026 from 127.0.0.1\r\r\n',
    `AsyncOS ${version.replace('-', ' for Cisco C100V build ')}\r\n\r\n`,
    'Welcome to the Cisco C100V Email Security Virtual Appliance\r\n\r\n',
    'NOTE: This session will expire if left idle for 30 minutes. Any uncommitted\r\n',
    'configuration changes will be lost. Commit the configuration changes as soon as\r\n',
    'they are made.\r\n\r\n',
    `${name}> `,
  ].join('')
}

/** A shell: greeting, prompt, echo and pager. `run` gives the text that a typed line is answered with. */
export function shell(
  channel: ServerChannel,
  who: { readonly name: string; readonly version: string; readonly terminal: boolean },
  run: (typed: string) => string,
): void {
  const prompt = `${who.name}> `
  let typed = ''
  let busy = false
  channel.write(greeting(who.name, who.version))

  const enter = () => {
    const line = typed.trim()
    typed = ''
    channel.write('\r\n')
    if (line === 'exit' || line === 'quit') {
      channel.exit(0)
      channel.end()
      return
    }
    const text = line ? run(line) : ''
    if (!who.terminal) return void channel.write(`${text.replaceAll('\n', '\r\n')}${prompt}`)
    busy = true
    page(channel, text || '\n', () => {
      busy = false
      channel.write(prompt)
    })
  }

  const key = (character: string) => {
    if (character === '\r' || character === '\n') return enter()
    if (character === '\x04') return void channel.end()
    if (character === '\x03') {
      typed = ''
      return void channel.write(`^C\r\n${prompt}`)
    }
    if (character === '\x7f' || character === '\b') {
      if (typed && who.terminal) channel.write('\b \b')
      typed = typed.slice(0, -1)
      return
    }
    if (character < ' ') return
    typed += character
    if (who.terminal) channel.write(character)
  }

  channel.on('data', (bytes: Buffer) => {
    if (busy) return
    for (const character of bytes.toString('utf8')) {
      if (busy) return
      key(character)
    }
  })
}
