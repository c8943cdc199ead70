import { expect, it } from 'vitest'
import { addressesBehind } from '../../src/diagnosis/envelope-address.ts'

it.each([
  [null, []],
  ['', []],
  ['scanner', ['scanner']],
  ['Ann@Example.com', ['ann@example.com']],
  ['bob+shop@example.org', ['bob+shop@example.org', 'bob@example.org']],
  ['+shop@example.org', ['+shop@example.org']],
  [
    'prvs=31415abcde=olga@example.com',
    ['prvs=31415abcde=olga@example.com', 'olga@example.com', '31415abcde@example.com'],
  ],
  [
    'prvs=olga=31415ABCDE@example.com',
    ['prvs=olga=31415abcde@example.com', '31415abcde@example.com', 'olga@example.com'],
  ],
  ['prvs=x@example.com', ['prvs=x@example.com']],
  ['SRS0=Xk3p=ZT=example.com=lena@example.net', ['srs0=xk3p=zt=example.com=lena@example.net', 'lena@example.com']],
  ['SRS0+Xk3p=ZT=example.com=a=b@example.net', ['srs0+xk3p=zt=example.com=a=b@example.net', 'a=b@example.com']],
  [
    'SRS1=Qq7=mx.example==Xk3p=ZT=example.com=lena@example.net',
    ['srs1=qq7=mx.example==xk3p=zt=example.com=lena@example.net', 'lena@example.com'],
  ],
  ['SRS0=broken@example.net', ['srs0=broken@example.net']],
])('%s stands for %j', (address, behind) => {
  expect(addressesBehind(address)).toEqual(behind)
})
