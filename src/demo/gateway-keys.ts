import { createHash } from 'node:crypto'
import ssh2 from 'ssh2'

/**
 * A new key pair: the private part in OpenSSH's form, the public part as one line. ssh2 1.17 writes one Ed25519 key in
 * some hundred with a length that it cannot read again, so each is read once before it is handed out. With a passphrase
 * it is an RSA key, whatever the kind.
 */
export function newKey(
  kind: 'ed25519' | 'rsa' = 'ed25519',
  passphrase?: string,
): { readonly private: string; readonly public: string } {
  const make = ssh2.utils.generateKeyPairSync
  const plain = () => (kind === 'rsa' ? make('rsa', { bits: 2048 }) : make('ed25519'))
  const locked = (by: string) => make('rsa', { bits: 2048, passphrase: by, cipher: 'aes256-ctr', rounds: 16 })
  for (;;) {
    const pair = passphrase === undefined ? plain() : locked(passphrase)
    if (!(ssh2.utils.parseKey(pair.private, passphrase) instanceof Error)) return pair
  }
}

/** The two names of a host key, given its private part. */
export function namesOf(key: string): { readonly fingerprint: string; readonly publicHostKey: string } {
  const parsed = ssh2.utils.parseKey(key)
  if (parsed instanceof Error) throw parsed
  const bytes = parsed.getPublicSSH()
  const hash = createHash('sha256').update(bytes).digest('base64').replaceAll('=', '')
  return { fingerprint: `SHA256:${hash}`, publicHostKey: `${parsed.type} ${bytes.toString('base64')}` }
}
