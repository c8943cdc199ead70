/** What a question is about: exactly one of these. Domains and hosts are lower case, in their ASCII (punycode) form. */
export type About =
  | { domain: string }
  | { address: string }
  | { ip: string }
  | { host: string }
  | { messageId: string }
  | { mid: number }
  | { icid: number }
  /** Whoever wrote to this address. */
  | { recipient: string }

/** A stretch of time, in milliseconds since the epoch (UTC). `from` is in it, `to` is not. */
export interface Window {
  readonly from: number
  readonly to: number
}
