/** What a reply or a bounce text says, and the cause it points at. */
export interface KnownReply {
  /** What the text holds, lower case. */
  readonly holds: string
  /** An id of the list of causes. */
  readonly cause: string
  /** What it means, where no rule tells the cause yet. */
  readonly means?: string
}

/**
 * The gateway's own SMTP replies, and the words it puts before a next server's reply (grammar, trap 22), as senders find
 * them in their bounces. From the list of causes and vendor note 214630; an administrator may have changed the texts.
 */
export const knownReplies: readonly KnownReply[] = [
  { holds: "rejected due to the sending mta's poor reputation", cause: 'hat-reject-reputation' },
  {
    holds: 'message header size exceeds limit',
    cause: 'header-too-big',
    means:
      'The header of the mail is longer than our gateway takes. That is rarely on purpose: look for a header that grows at each hop, or a list of recipients in it.',
  },
  { holds: 'message size exceeds limit', cause: 'message-too-big' },
  { holds: 'spf unauthorized mail is prohibited', cause: 'spf-reject' },
  { holds: 'temporary error occurred during spf verification', cause: 'spf-reject' },
  { holds: 'dmarc unauthenticated mail is prohibited', cause: 'dmarc-reject' },
  { holds: 'unable to perform dmarc verification', cause: 'dmarc-reject' },
  {
    holds: 'exceeded bad smtp command limit',
    cause: 'bad-command-limit',
    means:
      'The other side sent several lines that are no SMTP commands, and our gateway hung up. It is no mail server, or it went on sending the content after it was refused.',
  },
  {
    holds: '#5.5.1 command not recognized',
    cause: 'unsupported-verbs',
    means:
      'The other side sent a command that our gateway does not know. A single one is harmless; after five the gateway hangs up. Where the command was a proper one, a firewall may have altered it.',
  },
  { holds: '#5.1.8 domain of sender address', cause: 'sender-domain-nonexistent' },
  { holds: '#4.1.8 domain of sender address', cause: 'sender-domain-unresolvable' },
  { holds: '#5.5.4 domain required for sender address', cause: 'sender-malformed' },
  { holds: 'too many recipients received this hour', cause: 'rate-limit-host' },
  { holds: 'envelope sender domain does not exist', cause: 'sender-domain-nonexistent' },
  { holds: 'envelope sender domain could not be resolved', cause: 'sender-domain-unresolvable' },
  { holds: 'envelope sender domain missing', cause: 'sender-malformed' },
  { holds: 'rejected by bounce verification', cause: 'bounce-verification' },
  { holds: 'too many hops', cause: 'mail-loop' },
  { holds: 'must issue a starttls command first', cause: 'tls-required' },
  // RAT and LDAP accept both say this; only the log of the gateway tells which.
  { holds: '#5.1.0 address rejected', cause: 'recipient-unknown' },
  { holds: 'delivery expired', cause: 'delivery-expired' },
  { holds: '5.1.2 - bad destination host', cause: 'next-hop-dns' },
  { holds: '5.1.0 - unknown address error', cause: 'next-hop-refuses' },
]

/** A reply code with its enhanced status code (RFC 3463), as far as a text holds them. */
export interface ReplyCodes {
  /** `4`: the sender tries again; `5`: it gives up. */
  readonly class: '4' | '5'
  /** The code as it stands: `451 4.7.1`. */
  readonly code: string
  /** What it is about, by the second number of the status code: 0 to 7. */
  readonly subject: number | null
}

export interface ReplyMeaning {
  readonly known: KnownReply | null
  readonly codes: ReplyCodes | null
  /** What the next server said, in a bounce text of ours: `5.1.0 - … ('550', ['5.1.1 No such user'])`. */
  readonly remote: { readonly code: string; readonly words: string } | null
}

const longest = 2_000

/**
 * What the text of a bounce or of an SMTP reply means; null where it holds neither a known text nor codes. Only its first
 * 2 000 characters are looked at.
 */
export function readReply(text: string): ReplyMeaning | null {
  const shown = text.slice(0, longest)
  const lower = shown.toLowerCase().replace(/\s+/g, ' ')
  const known = knownReplies.find(({ holds }) => lower.includes(holds)) ?? null
  const remote = remoteIn(shown)
  const codes = codesIn(shown)
  if (known) return { known, codes, remote }
  if (remote && codes) return { known: { holds: '', cause: causeOf(codes) }, codes, remote }
  return codes && { known: null, codes, remote: null }
}

function causeOf({ class: of }: ReplyCodes): string {
  return of === '4' ? 'next-hop-defers' : 'next-hop-refuses'
}

/** The tuple in which the gateway keeps a next server's words; `'000'` stands for no reply at all. */
function remoteIn(text: string): ReplyMeaning['remote'] {
  const at = text.search(/\('\d{3}', \[/)
  if (at < 0) return null
  const words = text.slice(at + 9, text.indexOf('])', at) < 0 ? undefined : text.indexOf('])', at))
  return { code: text.slice(at + 2, at + 5), words: words.replace(/^\s*["']|["']\s*$/g, '') }
}

/** `550 5.7.1`, `552 #5.3.4`, `550-5.7.1`, `451 4.7.1`, or `5.1.0 - ` of a bounce text of ours. */
function codesIn(text: string): ReplyCodes | null {
  const both = /(?:^|[^0-9.])([45])\d\d[ -]#?([45])\.(\d{1,3})\.\d{1,3}(?![0-9.])/.exec(text)
  const status = both ? null : /(?:^|[^0-9.])#?([45])\.(\d{1,3})\.\d{1,3} - /.exec(text)
  const found = both ?? status
  if (!found) return null
  const subject = Number(both ? both[3] : found[2])
  return {
    class: found[1] === '4' ? '4' : '5',
    code: found[0].replace(/^[^0-9#]/, '').replace(/ - $/, ''),
    subject: subject <= 7 ? subject : null,
  }
}
