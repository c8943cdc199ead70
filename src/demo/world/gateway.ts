import type { IdKind } from './line.ts'

export type GatewayName = 'esa1' | 'esa2'

/** One of the two gateways of the embedded world, as its log shows it. */
export interface Gateway {
  readonly name: GatewayName
  readonly serial: string
  /** Name and address of the listener's interface; the name holds a space, as real ones do. */
  readonly listener: string
  readonly address: string
  /** From where it delivers inwards. */
  readonly inside: string
  readonly firstIds: Readonly<Record<IdKind, number>>
}

/** The ids of the two overlap on purpose: a MID alone says nothing, a MID beside its gateway does. */
export const esa1: Gateway = {
  name: 'esa1',
  serial: '4222A9C107E3B1D5F0A8-7D31C5B2E9F4',
  listener: 'Data 1',
  address: '192.0.2.11',
  inside: '10.20.0.2',
  firstIds: { icid: 824_107, mid: 9_931_002, dcid: 412_633 },
}

export const esa2: Gateway = {
  name: 'esa2',
  serial: '4222F37AB60C12D94E55-1A8E40C7D6B3',
  listener: 'Data 1',
  address: '192.0.2.12',
  inside: '10.20.0.3',
  firstIds: { icid: 824_231, mid: 9_931_077, dcid: 412_590 },
}

export const GATEWAYS: readonly Gateway[] = [esa1, esa2]

/** What the configuration of the embedded world says is ours. */
export const OURS = {
  domains: ['example.org', 'legacy.example.org', 'plant.example.org'],
  addresses: ['192.0.2.11', '192.0.2.12'],
  mxHosts: ['mx1.example.org', 'mx2.example.org'],
} as const satisfies Record<string, readonly string[]>

/** Hosts inside, to which the gateways deliver. */
export const MAIL_SERVER = '10.20.0.15'
export const PLANT_SERVER = '10.20.0.40'
export const SPAM_QUARANTINE = '10.20.0.9'
