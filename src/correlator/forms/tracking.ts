import { defineForm } from '../form.ts'

// Section 16 (e), the sentences of message tracking that the mail log has no line for. tracking.ts turns the others into
// the log's own wording.

export const trackedSenderGroup = defineForm({
  name: 'tracked-sender-group',
  lines: [
    'Incoming connection (ICID {icid}) has sender_group: {senderGroup}, sender_ip: {ip:word} and sbrs: {sbrs}',
    'Message {mid} has sender_group: {senderGroup}, sender_ip: {ip:word} and sbrs: {sbrs}',
  ],
  says: 'The server at {ip} was put into the sender group {senderGroup}, with a reputation of {sbrs}.',
  samples: [
    'Incoming connection (ICID 36859) has sender_group: ACCEPTLIST, sender_ip: 198.51.100.7 and sbrs: 3.5',
    'Message 1576 has sender_group: ACCEPTLIST, sender_ip: 198.51.100.7 and sbrs: 3.5',
  ],
})

export const trackedSenderDomain = defineForm({
  name: 'tracked-sender-domain',
  lines: ['Message {mid} Sender Domain: {domain}'],
  says: 'The domain of the envelope sender is {domain}.',
  samples: ['Message 1576 Sender Domain: example.com'],
})

export const trackedDirection = defineForm({
  name: 'tracked-direction',
  lines: ['Message {mid} direction: {direction:word}'],
  says: 'The gateway counts the message as {direction}.',
  samples: ['Message 1576 direction: incoming'],
})
