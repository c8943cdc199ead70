import { defineForm } from '../form.ts'

// C5
export const injectionIdle = defineForm({
  name: 'injection-idle',
  lines: ['ICID {icid} disconnected address {ip}, no messages injected within timeout period'],
  says: 'The gateway hung up on {ip}: it sent no message within the time-out.',
  samples: ['ICID 3 disconnected address 198.51.100.101, no messages injected within timeout period'],
})

// C6
export const injectionTooLong = defineForm({
  name: 'injection-too-long',
  lines: ['ICID {icid} disconnected address {ip}, exceeded allowable connection time'],
  says: 'The gateway hung up on {ip}: the connection lasted longer than is allowed.',
  samples: ['ICID 4 disconnected address 198.51.100.101, exceeded allowable connection time'],
})

// C7, C9, D5 to D8. The line names no MID though one may be open: a message too big belongs to the last MID on the ICID.
export const receivingFailed = defineForm({
  name: 'receiving-failed',
  lines: ['ICID {icid} Receiving Failed: {reason}', 'ICID {icid} Injection Failed: {reason}'],
  says: 'The gateway stopped receiving: {reason}.',
  samples: [
    'ICID 16399 Receiving Failed: Connection limit exceeded',
    'ICID 440090 Receiving Failed: Message size exceeds limit',
    'ICID 71717364 Receiving Failed: Message >2X Max Size. Entering Denial-of-Service tarpit mode',
    'ICID 9033 Receiving Failed: Message loop',
    'ICID 9034 Receiving Failed: Too Many Messages',
    'ICID 11723972 Injection Failed: Message loop',
  ],
})

// C8: the warning beside C7; it alone tells the limit.
export const connectionLimit = defineForm({
  name: 'connection-limit',
  lines: [
    'System limit reached: connection limit for IP {ip:word} on listener {listener} ICID {icid}: max: {max:int}',
    'System limit reached: connection limit for IP {ip:word} on listener {listener}: max: {max:int}',
  ],
  says: 'The server at {ip} already had {max} connections open to {listener}, which is the limit.',
  samples: [
    'System limit reached: connection limit for IP 198.51.100.9 on listener Incoming ICID 16399: max: 1',
    'System limit reached: connection limit for IP 198.51.100.9 on listener Incoming: max: 10',
  ],
})

// C11: a colon after ICID.
export const injectionKilled = defineForm({
  name: 'injection-killed',
  lines: ['SMTP server connection killed ICID: {icid}'],
  says: 'The gateway itself ended the connection, as it does when it goes offline.',
  samples: ['SMTP server connection killed ICID: 629531'],
})

// C13: no ICID. The host is the text of a tuple, whose first quote the vendor's own example has lost. The first template is
// that of another tool; what it passes over at the end is not known.
export const directoryHarvest = defineForm({
  name: 'directory-harvest',
  lines: [
    "LDAP: Dropping connection due to potential Directory Harvest Attack from host=('{ip}', {hostName}), dhap_limit={limit:int}, sender_group={senderGroup}, listener={listener}, reverse_dns={host:word}, {detail}",
    "LDAP: Dropping connection due to potential Directory Harvest Attack from host=('{ip}', {hostName}), dhap_limit={limit:int}, sender_group={senderGroup}",
    "LDAP: Dropping connection due to potential Directory Harvest Attack from host=({ip}', {hostName}), dhap_limit={limit:int}, sender_group={senderGroup}",
  ],
  says: 'The gateway hung up on {ip}: it named more than {limit} unknown recipients in an hour.',
  samples: [
    "LDAP: Dropping connection due to potential Directory Harvest Attack from host=('198.51.100.1', 'mx.example.com'), dhap_limit=4, sender_group=SUSPECTLIST, listener=Incoming Mail, reverse_dns=mx.example.com, sender=alice@example.com",
    "LDAP: Dropping connection due to potential Directory Harvest Attack from host=('198.51.100.1', None), dhap_limit=4, sender_group=SUSPECTLIST",
    "LDAP: Dropping connection due to potential Directory Harvest Attack from host=(198.51.100.1', None), dhap_limit=4, sender_group=SUSPECTLIST",
  ],
})
