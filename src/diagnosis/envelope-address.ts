/**
 * The addresses that an envelope address may stand for, lower case, itself first: what is left without a bounce tag
 * (`prvs=tag=local@domain`, and the gateway's own `prvs=local=tag@domain`), the sender that a forwarder wrote into its
 * own address (SRS), and the mailbox behind `local+detail@domain`. `null` and `<>` stand for nothing.
 */
export function addressesBehind(address: string | null): readonly string[] {
  if (address === null || address === '') return []
  const behind = [address.toLowerCase()]
  // Each form may hide another; a sender can nest them as deep as it likes, so few are looked through.
  for (let i = 0; i < behind.length && behind.length < 8; i++) behind.push(...within(behind[i] ?? ''))
  return [...new Set(behind)]
}

function within(address: string): string[] {
  const at = address.lastIndexOf('@')
  if (at < 0) return []
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (local.startsWith('prvs=')) {
    const [, one = '', ...rest] = local.split('=')
    const other = rest.join('=')
    return other === '' ? [] : [`${other}@${domain}`, `${one}@${domain}`]
  }
  const forwarded = srs(local)
  if (forwarded !== null) return [forwarded]
  const plus = local.indexOf('+')
  return plus > 0 ? [`${local.slice(0, plus)}@${domain}`] : []
}

/** `SRS0=hash=time=domain=local`, or with another forwarder before it: `SRS1=hash=forwarder==hash=time=domain=local`. */
function srs(local: string): string | null {
  const parts = local.slice(5).split('=')
  if (!/^srs[01][=+-]/.test(local)) return null
  const from = local.startsWith('srs0') ? 2 : parts.indexOf('') + 3
  const [domain = '', ...name] = parts.slice(from)
  return domain.includes('.') && name.length > 0 ? `${name.join('=')}@${domain}` : null
}
