import { defineForm } from '../form.ts'

// L9, L9b (a colon after DCID; the reason in front). No MID: the DCID alone links it.
export const connectionError = defineForm({
  name: 'connection-error',
  lines: [
    'Connection Error: DCID {dcid} domain: {domain:word} IP: {ip:word} port: {port:int} details: {details} interface: {interface} reason: {reason}',
    'Connection Error: DCID {dcid} domain: {domain:word} IP: {ip:word} details: {details} interface: {interface} reason: {reason}',
    'Connection Error: DCID: {dcid} IP: {ip:word} details: {details} interface: {interface} reason: {reason}',
    'Connection Error: {reason} DCID: {dcid} IP: {ip:word} details: {details} interface: {interface}',
  ],
  says: 'The next server at {ip} could not be reached or the connection broke: {reason} ({details}).',
  samples: [
    'Connection Error: DCID 63 domain: example.org IP: 203.0.113.31 port: 25 details: [Errno 0] Error interface: 192.0.2.50 reason: network error',
    'Connection Error: DCID 64 domain: example.org IP: 203.0.113.31 details: timeout interface: 192.0.2.50 reason: connection timed out',
    'Connection Error: DCID: 263 IP: 203.0.113.90 details: EOF interface: 192.0.2.246 reason: network error',
    'Connection Error: connection timed out DCID: 2804 IP: 203.0.113.5 details: timeout interface: 192.0.2.49',
  ],
})

// L10: the connection died after the final dot, so the message may arrive twice.
export const possibleDelivery = defineForm({
  name: 'possible-delivery',
  lines: [
    'Possible Delivery: DCID: {dcid} MID {mid} to {rids}',
    'Possible Delivery: DCID {dcid} MID {mid} to RID {rids}',
  ],
  says: 'The connection broke after the whole message was sent: the next server may or may not have it.',
  samples: [
    'Possible Delivery: DCID: 4641294 MID 8956463 to [0]',
    'Possible Delivery: DCID 4641295 MID 8956464 to RID [0, 1]',
  ],
})

// L11
export const deliveryLimit = defineForm({
  name: 'delivery-limit',
  lines: ['Mail delivery client with DCID {dcid} exited due to the maximum concurrency configuration.'],
  says: 'The gateway gave up a delivery connection, since as many as allowed were open.',
  samples: ['Mail delivery client with DCID 8163315 exited due to the maximum concurrency configuration.'],
})

// L11
export const deliveryKilled = defineForm({
  name: 'delivery-killed',
  lines: ['SMTP client connection killed DCID: {dcid}'],
  says: 'The gateway itself ended the connection to the next server.',
  samples: ['SMTP client connection killed DCID: 196546347'],
})

// L12: the look-up of the destination failed. It names a domain only. The templates without a
// detail come first, for an empty last slot would fit the others too.
export const dnsFailure = defineForm({
  name: 'dns-failure',
  lines: [
    'DNS Temporary Failure {domain:word} {detail}',
    'DNS failure for SMTP route destination {domain:word}',
    'DNS failure for SMTP route destination {domain:word} {detail}',
    'DNS Error {domain:word}',
    'DNS Error {domain:word} {detail}',
  ],
  says: 'The DNS look-up for the destination {domain} failed.',
  samples: [
    'DNS Temporary Failure example.net MX - ServFail',
    'DNS failure for SMTP route destination mailstore.example.org',
    'DNS Error example.net',
    'DNS failure for SMTP route destination mailstore.example.org MX - ServFail',
    'DNS Error example.net A - ServFail',
  ],
})

// L12: a name server that does not know the zone it was named for.
export const dnsLameReferral = defineForm({
  name: 'dns-lame-referral',
  lines: ['lame DNS referral: {detail}'],
  says: 'A name server did not answer for a zone that it is named for.',
  samples: ['lame DNS referral: qname:host.example.net ns_name:ns1.example.net zone:example.net ref_zone:example.net'],
})
