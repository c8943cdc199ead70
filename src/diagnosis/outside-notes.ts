import type { NoteText } from './rule.ts'

// Notes of rules about mail that leaves us, in English; the rule takes them into its texts.

/** To whoever runs the server that did not take our mail, or that took it. */
export const noteToRecipient = {
  'next-hop-defers': {
    subject: 'Your mail server puts off mail from us to {rcptTo}',
    body: 'Hello,\n\nmail from {mailFrom} to {rcptTo} waits at our gateway since {lastAt}. Your server {nextHop} answers our server {ourAddress} with {code} {reply}, {tries:once|# times} so far, last at {triedAt}. Please see why it puts us off (greylisting, a full disk, a limit for our address). Our gateway goes on trying; nothing needs to be sent again.',
  },
  'next-hop-refuses': {
    subject: 'Your mail server refuses mail from us to {rcptTo}',
    body: 'Hello,\n\nour server {ourAddress} offered yours, {nextHop}, mail from {mailFrom} to {rcptTo} at {triedAt}. It was refused: {code} {reply}. Please see in your log why, and tell us what has to change, on your side or on ours.',
  },
  'next-hop-tls': {
    subject: 'TLS with your mail server fails',
    body: 'Hello,\n\nour server {ourAddress} must encrypt its mail to {destination}, and TLS with your server {nextHop} fails, last at {triedAt}: {detail}. Mail from {mailFrom} to {rcptTo} is kept back for it since {lastAt}. Please see whether that server offers STARTTLS with TLS 1.2 or later, and whether its certificate is valid, with its whole chain, for the name in your MX.',
  },
  'next-hop-unreachable': {
    subject: 'We cannot reach your mail server: {nextHop}',
    body: 'Hello,\n\nour server {ourAddress} cannot hand over mail from {mailFrom} to {rcptTo} (here since {lastAt}): your mail server {nextHop} does not answer on port {port} ({detail}), last at {triedAt}. Please see whether it is up, whether your MX still points there, and whether a firewall keeps our address out.',
  },
  'next-hop-dns': {
    subject: 'We cannot look up where mail for {destination} goes',
    body: 'Hello,\n\nour server cannot hand over mail from {mailFrom} to {rcptTo} (here since {lastAt}): the look-up of the MX of {destination} fails, last at {triedAt}. Please see whether all your name servers answer for {destination}, and whether its DNSSEC is in order. Our gateway goes on trying.',
  },
  'delivery-expired': {
    subject: 'Your mail server did not take mail from us to {rcptTo}',
    body: 'Hello,\n\nour server {ourAddress} tried from {lastAt} to {triedAt} to hand over mail from {mailFrom} to {rcptTo}, and gave up ({reply}). The server that it tried last was {nextHop}. Please see in your log why it did not take the mail, and tell us when it can be sent again.',
  },
  delivered: {
    subject: 'Mail to {rcptTo} that your server took, and the recipient does not find',
    body: 'Hello,\n\nour server {ourAddress} handed yours, {nextHop}, a mail from {mailFrom} to {rcptTo} at {deliveredAt}. Your server took it; its answer: {answer}. Message-ID: {searchId}. The recipient does not find it. Please look where it went on your side: a spam folder, a quarantine, a rule.',
  },
} as const satisfies Readonly<Record<string, NoteText>>

/** To a sender of our own house. */
export const noteToColleague = {
  'next-hop-refuses': {
    subject: 'Your mail to {rcptTo} came back',
    body: 'Hello,\n\nyour mail to {rcptTo} of {lastAt} did not arrive: the mail server of the recipient refused it with the words “{reply}” ({code}). Nothing is wrong with our own mail. Please mend what that answer names (the address, the size of the mail, a full mailbox), then send it again.',
  },
  'next-hop-dns': {
    subject: 'Your mail to {rcptTo} came back',
    body: 'Hello,\n\nyour mail to {rcptTo} of {lastAt} did not arrive: there is no mail server for the domain {destination}. Please check the spelling of the address, or ask the recipient for the right one, then send it again.',
  },
  'dlp-action': {
    subject: 'Your mail to {rcptTo} did not leave',
    body: 'Hello,\n\nyour mail to {rcptTo} of {lastAt} was stopped on its way out, because it seems to hold data that must not leave the house (data loss prevention). If that data need not be in it, please send the mail again without. If it must, please tell us what it is and for what purpose, so that it can be let through or go encrypted.',
  },
} as const satisfies Readonly<Record<string, NoteText>>
