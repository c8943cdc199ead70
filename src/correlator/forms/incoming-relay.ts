import { defineForm } from '../form.ts'

// A14: the address in the header is the real sender; the ICID's own address is the relay.
export const incomingRelay = defineForm({
  name: 'incoming-relay',
  lines: [
    'MID {mid} IncomingRelay({name}): Header {header:word} found, IP {ip} being used, SBRS {sbrs}',
    'MID {mid} IncomingRelay({name}): Header {header:word} found, IP {ip} being used',
  ],
  says: 'The message came through our relay {name}; its real sender is {ip}.',
  samples: [
    'MID 201434 IncomingRelay(edge): Header Received found, IP 198.51.100.1 being used, SBRS 6.8',
    'MID 84463820 IncomingRelay(edge): Header Received found, ip 198.51.100.34 being used',
  ],
})

// A15
export const incomingRelayUnknown = defineForm({
  name: 'incoming-relay-unknown',
  lines: [
    'MID {mid} IncomingRelay({name}): Header {header:word} not found',
    'MID {mid} IncomingRelay({name}): Could not find valid IP address in header',
  ],
  says: 'The message came through our relay {name}, but its headers do not tell the real sender.',
  samples: [
    'MID 201435 IncomingRelay(edge): Header Received not found',
    'MID 201436 IncomingRelay(edge): Could not find valid IP address in header',
  ],
})
