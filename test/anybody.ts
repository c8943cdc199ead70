import type { Access } from '../src/answering/access.ts'

/** Everybody may ask everything, everywhere. */
export const anybody: Access = {
  channels: [],
  people: [],
  groups: [],
  rules: [],
  hide: [],
  owner: 'the mail team',
}
