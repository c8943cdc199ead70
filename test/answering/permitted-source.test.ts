import { expect, test } from 'vitest'
import { permittedSources } from '../../src/answering/permitted-source.ts'
import { zoneResolver } from '../../src/demo/zone.ts'
import { logOf, now } from '../gather/ports.ts'

const view = zoneResolver('example.com MX 10 mx.example.com')

test('a gateway that may be searched keeps its view of the DNS, and asking for it counts as use', () => {
  const used = new Set<string>()
  const [source] = permittedSources([{ ...logOf(''), resolver: () => view }], null, used)
  expect(source?.resolver?.(now)).toBe(view)
  expect([...used]).toEqual(['esa1'])
})

test('one that has none gets none, and one that may not be searched shows none', () => {
  const [without] = permittedSources([logOf('')], null, new Set())
  const [closed] = permittedSources([{ ...logOf(''), resolver: () => view }], [], new Set())
  expect(without?.resolver).toBe(undefined)
  expect(closed?.resolver).toBe(undefined)
})
