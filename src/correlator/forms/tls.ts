import { defineForm } from '../form.ts'

// T1, T2 (before the protocol was told)
export const injectionTls = defineForm({
  name: 'injection-tls',
  lines: ['ICID {icid} TLS success protocol {protocol:word} cipher {cipher:word}', 'ICID {icid} TLS success'],
  says: 'The connection is encrypted.',
  samples: ['ICID 824108 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384', 'ICID 10304570 TLS success'],
})

// T3, T4: harmless where it comes after the message was `ready`.
export const injectionTlsFailed = defineForm({
  name: 'injection-tls-failed',
  lines: ['ICID {icid} TLS failed: {reason}', 'ICID {icid} TLS failed'],
  says: 'The other side and the gateway could not agree on encryption.',
  samples: ['ICID 4 TLS failed: [Errno 54] Connection reset by peer', 'ICID 10304580 TLS failed'],
})

// T5
export const injectionTlsRequired = defineForm({
  name: 'injection-tls-required',
  lines: ['ICID {icid} TLS was required but remote host did not initiate it'],
  says: 'Our mail flow policy asks for encryption and the other side did not offer it.',
  samples: ['ICID 8 TLS was required but remote host did not initiate it'],
})

// T6: at level Debug only.
export const injectionTlsRead = defineForm({
  name: 'injection-tls-read',
  lines: ['MID {mid} ICID {icid} TLS read {bytes:int} bytes ({seconds} seconds)'],
  says: 'The gateway read {bytes} encrypted bytes.',
  samples: ['MID 14 ICID 14 TLS read 126 bytes (0.0 seconds)'],
})

// L6: nothing, a domain or a certificate's name after the cipher.
export const deliveryTls = defineForm({
  name: 'delivery-tls',
  lines: [
    'DCID {dcid} TLS success protocol {protocol:word} cipher {cipher:word} for {domain:word}',
    'DCID {dcid} TLS success protocol {protocol:word} cipher {cipher:word} CN={commonName}',
    'DCID {dcid} TLS success protocol {protocol:word} cipher {cipher:word}',
    'DCID {dcid} TLS success CN: {commonName:address}',
    'DCID {dcid} TLS success',
  ],
  says: 'The connection to the next server is encrypted.',
  samples: [
    'DCID 6565555 TLS success protocol TLSv1.2 cipher AES128-SHA ',
    'DCID 112095 TLS success protocol TLSv1.2 cipher AES128-SHA for example.org',
    'DCID 239490 TLS success protocol TLSv1 cipher RC4-SHA CN=mx.example.org',
    'DCID 33 TLS success CN: <mx.example.org>',
    'DCID 34 TLS success',
  ],
})

// L7
export const deliveryTlsFailed = defineForm({
  name: 'delivery-tls-failed',
  lines: ['DCID {dcid} TLS failed: {reason}', 'DCID {dcid} TLS failed'],
  says: 'The next server and the gateway could not agree on encryption.',
  samples: ['DCID 80167 TLS failed: STARTTLS unexpected response', 'DCID 80168 TLS failed'],
})

// L8: the address stands between DCID and TLS.
export const deliveryTlsRequired = defineForm({
  name: 'delivery-tls-required',
  lines: ['DCID {dcid} IP {ip:word} TLS was required but could not be successfully negotiated'],
  says: 'Our destination controls ask for encryption and the next server at {ip} did not manage it.',
  samples: ['DCID 8 IP 203.0.113.140 TLS was required but could not be successfully negotiated'],
})
