import { defineForm } from '../form.ts'

// C10: often a client that goes on sending the message after DATA was refused.
export const unknownCommand = defineForm({
  name: 'unknown-command',
  lines: ['ICID {icid} Unknown command: {command}'],
  says: 'The other side sent something that is no SMTP command.',
  samples: ['ICID 5 Unknown command: RCVD'],
})

// C10
export const badCommandSyntax = defineForm({
  name: 'bad-command-syntax',
  lines: ['ICID {icid} Bad syntax for command: {command}'],
  says: 'The other side sent an SMTP command in a form that the gateway cannot read.',
  samples: ['ICID 6 Bad syntax for command: MAIL FROM alice@example.com'],
})
