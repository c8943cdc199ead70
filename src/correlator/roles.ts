import type { FormName } from './form.ts'

/** What a line does to what it is about, beside standing in its timeline. Small numbers, for every line is asked. */
export const role = {
  none: 0,
  injectionStart: 1,
  injectionEnd: 2,
  messageStart: 3,
  messageReady: 4,
  messageEnd: 5,
  deliveryStart: 6,
  deliveryEnd: 7,
  receivingFailed: 8,
} as const

export type Role = (typeof role)[keyof typeof role]

const roles: ReadonlyMap<string, Role> = new Map<FormName, Role>([
  ['injection-start', role.injectionStart],
  ['injection-close', role.injectionEnd],
  ['injection-killed', role.injectionEnd],
  ['message-start', role.messageStart],
  ['message-ready', role.messageReady],
  ['message-finished', role.messageEnd],
  ['delivery-connect', role.deliveryStart],
  ['delivery-close', role.deliveryEnd],
  ['delivery-killed', role.deliveryEnd],
  ['receiving-failed', role.receivingFailed],
])

export function roleOf(form: string): Role {
  return roles.get(form) ?? role.none
}
