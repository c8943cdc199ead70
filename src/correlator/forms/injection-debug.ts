import { defineForm } from '../form.ts'

// Section 16 (a): everything said on a connection from one of the hosts named in the subscription, filed under its ICID.
// No whole line could be seen in public, so the shape is unconfirmed: the number alone or behind its word, `Rcvd` and
// `Received`, the address with and without quotes are all taken. The text holds line ends and other bytes in octal
// (`\015\012`), and of what the other side said every word is its own: conversation.ts reads it, the sentence repeats none
// (it may hold a password or somebody's letter).
export const injectionDebugSent = defineForm({
  name: 'injection-debug-sent',
  lines: ['{icid} Sent to {ip:quoted}: {text:quoted}', 'ICID {icid} Sent to {ip:quoted}: {text:quoted}'],
  says: 'The gateway said something to {ip}.',
  samples: [
    "10293 Sent to '192.0.2.7': '220 mx1.example.org ESMTP\\015\\012'",
    "10293 Sent to 192.0.2.7: '250 sender <alice@example.com> ok\\015\\012'",
    "ICID 10293 Sent to '2001:db8::7': '354 go ahead\\015\\012'",
  ],
})

export const injectionDebugReceived = defineForm({
  name: 'injection-debug-received',
  lines: [
    '{icid} Rcvd from {ip:quoted}: {text:quoted}',
    '{icid} Received from {ip:quoted}: {text:quoted}',
    'ICID {icid} Rcvd from {ip:quoted}: {text:quoted}',
    'ICID {icid} Received from {ip:quoted}: {text:quoted}',
  ],
  says: 'The server at {ip} said something.',
  samples: [
    "10293 Rcvd from '192.0.2.7': 'EHLO mail.example.com\\015\\012'",
    "10293 Received from '192.0.2.7': 'MAIL FROM:<alice@example.com>\\015\\012'",
    "ICID 10293 Rcvd from '192.0.2.7': \"RCPT TO:<o'brien@example.org>\\015\\012\"",
    "ICID 10293 Received from 192.0.2.7: 'QUIT\\015\\012'",
  ],
})
