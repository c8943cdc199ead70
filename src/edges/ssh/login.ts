import { readFile } from 'node:fs/promises'
import type { AnyAuthMethod, AuthenticationType } from 'ssh2'
import ssh2 from 'ssh2'
import * as z from 'zod'
import type { Surroundings } from '../sources/source.ts'
import { oneLine, Trouble } from './trouble.ts'

const fingerprint = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'expected SHA256: and 43 characters')
const host = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/, 'expected a host name or an address')

/** How to log in to a host. `passphraseEnv`, `passwordEnv` and `agent` name variables; no secret stands in a file. */
const fields = {
  host,
  port: z.int().min(1).max(65535).default(22),
  user: z.string().min(1),
  keyFile: z.string().optional(),
  passphraseEnv: z.string().optional(),
  passwordEnv: z.string().optional(),
  /** The variable that holds the path of the agent's socket, usually SSH_AUTH_SOCK. */
  agent: z.string().optional(),
  hostKey: z.union([fingerprint, z.array(fingerprint).min(1)]).optional(),
  knownHosts: z.string().optional(),
}

const jump = z.strictObject(fields).refine(isPinned, {
  message: 'needs hostKey or knownHosts; `postmaster doctor --pin` shows the key',
  path: ['hostKey'],
})

/** The fields of every source that is reached over SSH. */
export const loginFields = {
  ...fields,
  algorithms: z.enum(['modern', 'legacy']).default('modern'),
  jump: jump.optional(),
  /** Seconds that one command may take. */
  seconds: z.number().positive().max(3600).default(60),
}

export type Account = z.infer<typeof jump>
export type Login = Omit<z.infer<z.ZodObject<typeof loginFields>>, 'seconds'>

/** Whether it is said by which key the host is known. A host key is never accepted unseen. */
export function isPinned(config: { hostKey?: unknown; knownHosts?: unknown }): boolean {
  return config.hostKey !== undefined || config.knownHosts !== undefined
}

/** What is at hand to log in with, in memory only for as long as a connection is made. */
interface Credentials {
  readonly key?: Buffer
  readonly passphrase?: string
  readonly agent?: string
  readonly password?: string
}

async function credentialsOf(account: Account, { secret }: Surroundings): Promise<Credentials> {
  const passphrase = account.passphraseEnv ? secret(account.passphraseEnv) : undefined
  const agent = account.agent ? secret(account.agent) : undefined
  const password = account.passwordEnv ? secret(account.passwordEnv) : undefined
  let key: Buffer | undefined
  if (account.keyFile) {
    key = await readFile(account.keyFile).catch(() => {
      throw new Trouble('login', 'the key file cannot be read')
    })
    const parsed = ssh2.utils.parseKey(key, passphrase)
    if (parsed instanceof Error) {
      const why = /passphrase|decrypt/i.test(parsed.message)
        ? 'its passphrase is missing or wrong'
        : 'not a private key'
      throw new Trouble('login', `the key file cannot be used: ${why}`)
    }
  }
  if (!key && !agent && !password) throw new Trouble('login', 'no key, agent or password is at hand')
  return {
    ...(key ? { key } : {}),
    ...(passphrase ? { passphrase } : {}),
    ...(agent ? { agent } : {}),
    ...(password ? { password } : {}),
  }
}

/** The ways to log in, in a fixed order, and what stood in the way in the end. */
export interface Ways {
  /** The next way to try, or false when none is left. `left` is what the server still accepts; null before it said. */
  next(left: readonly AuthenticationType[] | null): AnyAuthMethod | false
  /** Why the login failed, as far as it can be told without a secret. */
  failure(): string
}

/**
 * Key file, then agent, then keyboard-interactive with the password for its one question, then the plain password,
 * which is left out once the password was given and refused: a gateway locks users after a few wrong ones.
 */
export async function waysIn(account: Account, surroundings: Surroundings): Promise<Ways> {
  const { key, passphrase, agent, password } = await credentialsOf(account, surroundings)
  const username = account.user
  const tried: string[] = []
  let given = false
  let question = ''
  const ways: AnyAuthMethod[] = []
  if (key) ways.push({ type: 'publickey', username, key, ...(passphrase ? { passphrase } : {}) })
  if (agent) ways.push({ type: 'agent', username, agent })
  if (password !== undefined) {
    ways.push({
      type: 'keyboard-interactive',
      username,
      prompt(_name, _instructions, _language, prompts, finish) {
        if (prompts.length === 0) return finish([])
        if (prompts.length === 1 && !given) {
          given = true
          return finish([password])
        }
        question = oneLine(prompts.map(({ prompt }) => prompt).join(' '))
        finish(prompts.map(() => ''))
      },
    })
    ways.push({ type: 'password', username, password })
  }
  return {
    next(left) {
      for (let way = ways.shift(); way; way = ways.shift()) {
        const kind = way.type === 'agent' ? 'publickey' : way.type
        if (left && !left.includes(kind)) continue
        if (way.type === 'password' && given) continue
        tried.push(way.type === 'publickey' ? 'key file' : way.type)
        return way
      }
      return false
    },
    failure() {
      if (question) return `the login asked a question that has no answer here: "${question}"`
      if (tried.length === 0) return 'the host accepts none of the ways to log in that are configured'
      return `the login was refused (tried: ${tried.join(', ')})`
    },
  }
}
