import { defineForm } from '../form.ts'

// C1, C1b, C1c (two spaces before the host), C1d (before 3.8), C1e (other case). The PTR name is the sender's own word:
// only `verified yes` says that it leads back to the address.
export const injectionStart = defineForm({
  name: 'injection-start',
  lines: [
    'New SMTP ICID {icid} interface {interface} ({interfaceIp}) address {ip:word} reverse dns host {host:word} verified {verified:word}',
    'New SMTP ICID {icid} interface {interface} address {ip:word}',
  ],
  says: 'A server at {ip} connected to the listener on {interface}.',
  samples: [
    'New SMTP ICID 60140291 interface Data 1 (192.0.2.25) address 198.51.100.203 reverse dns host mail.example.com verified no',
    'New SMTP ICID 60140292 interface mx1.example.org (192.0.2.25) address 198.51.100.58 reverse dns host unknown verified no',
    'New SMTP ICID 60140293 interface Public (192.0.2.25) address 198.51.100.192 reverse dns host  server.example.net verified no',
    'New SMTP ICID 60140294 interface Public (2001:db8::25) address 2001:db8:1::7 reverse dns host mail.example.net verified yes',
    'New smtp ICID 7 Interface Management (192.0.2.25) address 198.51.100.7 reverse DNS host unknown verified no',
    'New SMTP ICID 10292815 interface private address 198.51.100.69',
  ],
})

// C2: says nothing about how well it went, and may come before or after the end of its messages.
export const injectionClose = defineForm({
  name: 'injection-close',
  lines: ['ICID {icid} close'],
  says: 'The connection ended.',
  samples: ['ICID 60140291 close', 'ICID 4160 Close'],
})

// C3: harmless once the message was `ready`; before that the message was not received.
export const injectionLost = defineForm({
  name: 'injection-lost',
  lines: ['ICID {icid} lost'],
  says: 'The connection broke: the other side dropped it without QUIT.',
  samples: ['ICID 824107 lost'],
})

// C4
export const injectionLostBeforeCommand = defineForm({
  name: 'injection-lost-before-command',
  lines: [
    'ICID {icid} Connection from {ip:word} on interface {interface} ({interfaceIp}) lost after {seconds:int} seconds (DNS query took {dnsSeconds:int} seconds), before any commands were received',
  ],
  says: 'The server at {ip} left after {seconds} seconds without a command; our look-up of its name had taken {dnsSeconds} of them.',
  samples: [
    'ICID 30308138 Connection from 198.51.100.138 on interface PublicNet (192.0.2.25) lost after 139 seconds (DNS query took 139 seconds), before any commands were received',
  ],
})

// C12: the other side was gone before its address could be read, so the line names no id.
export const injectionUndetermined = defineForm({
  name: 'injection-undetermined',
  lines: ['Incoming {protocol:word} connection undetermined IP on interface {interface}'],
  says: 'A server connected to {interface} and was gone before its address was known.',
  samples: ['Incoming SMTP connection undetermined IP on interface PublicNet'],
})
