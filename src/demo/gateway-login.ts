import { timingSafeEqual } from 'node:crypto'
import type { AuthContext, AuthenticationType, KeyboardAuthContext, PublicKeyAuthContext } from 'ssh2'
import ssh2 from 'ssh2'

/** Who may log in to a stand-in, and with what. */
export interface Account {
  readonly user: string
  readonly password?: string | undefined
  /** One line in OpenSSH's form. */
  readonly publicKey?: string | undefined
}

/** How a stand-in misbehaves at login. */
export interface LoginManners {
  readonly refuse: boolean
  readonly secondQuestion: boolean
  /** The right password is out of date, and a new one is asked for at once. */
  readonly expired: boolean
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

function keyFits(context: PublicKeyAuthContext, publicKey: string): boolean {
  const allowed = ssh2.utils.parseKey(publicKey)
  if (allowed instanceof Error || !same(allowed.getPublicSSH().toString('base64'), context.key.data.toString('base64')))
    return false
  if (!context.signature || !context.blob) return true
  return allowed.verify(context.blob, context.signature, context.hashAlgo)
}

function ask(context: KeyboardAuthContext, password: string, manners: LoginManners, refuse: () => void): void {
  context.prompt([{ prompt: 'Password:', echo: false }], (answers) => {
    if (!same(answers?.[0] ?? '', password)) return refuse()
    if (manners.secondQuestion) return context.prompt([{ prompt: 'Passcode:', echo: false }], () => refuse())
    if (!manners.expired) return context.accept()
    const again = ['Your passphrase has expired. New passphrase:', 'Retype new passphrase:']
    context.prompt(
      again.map((prompt) => ({ prompt, echo: false })),
      () => refuse(),
    )
  })
}

/**
 * Lets a client in, or names the ways that are left. The password is asked for by keyboard-interactive with the single
 * prompt `Password:`, as a gateway does, and is taken by the plain method too.
 */
export function logIn(context: AuthContext, account: Account, manners: LoginManners): void {
  const ways: AuthenticationType[] = []
  if (account.publicKey) ways.push('publickey')
  if (account.password) ways.push('keyboard-interactive', 'password')
  const refuse = () => context.reject(ways)
  const decide = (fits: boolean) => (fits ? context.accept() : refuse())
  if (manners.refuse || context.username !== account.user) {
    refuse()
  } else if (context.method === 'publickey') {
    decide(account.publicKey !== undefined && keyFits(context, account.publicKey))
  } else if (context.method === 'keyboard-interactive' && account.password) {
    ask(context, account.password, manners, refuse)
  } else {
    decide(context.method === 'password' && !!account.password && same(context.password, account.password))
  }
}
