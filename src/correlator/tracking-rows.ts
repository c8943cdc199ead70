/**
 * What message tracking says (section 16 (e) of the grammar: the gateway's page, the management appliance and the API),
 * and the same in the words of the mail log. Templates as in form.ts; the more specific stand first. `{rids}` on the
 * right is the recipient's number, which tracking does not tell.
 */
export const trackingRows: readonly (readonly [tracking: string, log: string])[] = [
  [
    'Protocol SMTP interface {interface} (IP {interfaceIp}) on incoming connection (ICID {icid}) from sender IP {ip:word}. Reverse DNS host {host:word} verified {verified:word}.',
    'New SMTP ICID {icid} interface {interface} ({interfaceIp}) address {ip} reverse dns host {host} verified {verified}',
  ],
  [
    '(ICID {icid}) {action:word} sender group {senderGroup:word} match {match} SBRS {rest}',
    'ICID {icid} {action} SG {senderGroup} match {match} SBRS {rest}',
  ],
  [
    'Incoming connection (ICID {icid}) successfully accepted TLS protocol {protocol:word} cipher {cipher}.',
    'ICID {icid} TLS success protocol {protocol} cipher {cipher}',
  ],
  ['Incoming connection (ICID {icid}) lost.', 'ICID {icid} lost'],
  ['Start message {mid} on incoming connection (ICID {icid}).', 'Start MID {mid} ICID {icid}'],
  [
    'Message {mid} enqueued on incoming connection (ICID {icid}) from {mailFrom}.',
    'MID {mid} ICID {icid} From: <{mailFrom}>',
  ],
  [
    'Message {mid} on incoming connection (ICID {icid}) added recipient ({rcptTo}).',
    'MID {mid} ICID {icid} RID {rid} To: <{rcptTo}>',
  ],
  ['Message {mid} SPF: {rest}', 'MID {mid} SPF: {rest}'],
  ['Message {mid} DKIM: {rest}', 'MID {mid} DKIM: {rest}'],
  ['Message {mid}: DMARC Message from domain {rest},', 'MID {mid} DMARC: Message from domain {rest}'],
  ['Message {mid}: DMARC Message from domain {rest}', 'MID {mid} DMARC: Message from domain {rest}'],
  ['Message {mid}: DMARC Verification {result}.', 'MID {mid} DMARC: Verification {result}'],
  [
    'Message {mid} Domains for which SDR is requested: reverse DNS host: {host}, helo: {helo}, env-from: {from}, header_from: {header}, reply_to: {reply}',
    'MID {mid} SDR: Domains for which SDR is requested: reverse DNS host: {host}, helo: {helo}, env-from: {from}, header-from: {header}, reply-to: {reply}',
  ],
  ['Message {mid} Consolidated Sender {rest}', 'MID {mid} SDR: Consolidated Sender {rest}'],
  ["Message {mid} contains message ID header '{messageId}'.", "MID {mid} Message-ID '{messageId}'"],
  ['Message {mid} original subject on injection: {subject}', "MID {mid} Subject '{subject}'"],
  ['Message {mid} ({bytes:int} bytes) from {mailFrom} ready.', 'MID {mid} ready {bytes} bytes from <{mailFrom}>'],
  [
    'Message {mid} matched per-recipient policy {policy} for {table:word} mail policies.',
    'MID {mid} matched all recipients for per-recipient policy {policy} in the {table} table',
  ],
  [
    'Message {mid} scanned by Anti-Spam engine: {engine:word} Interim verdict: {verdict}',
    'MID {mid} interim verdict using engine: {engine} spam {verdict}',
  ],
  [
    'Message {mid} scanned by Anti-Spam engine: {engine:word} Final verdict: {verdict}',
    'MID {mid} using engine: {engine} spam {verdict}',
  ],
  [
    'Message {mid} scanned by Anti-Spam engine {engine:word} Interim verdict: {verdict}',
    'MID {mid} interim verdict using engine: {engine} spam {verdict}',
  ],
  [
    'Message {mid} scanned by Anti-Virus engine {engine:word} Interim verdict: {verdict}',
    'MID {mid} interim AV verdict using {engine} {verdict}',
  ],
  ['Message {mid} scanned by Anti-Virus engine. Final verdict: {verdict}', 'MID {mid} antivirus {verdict}'],
  [
    'Message {mid} scanned by Advanced Malware Protection engine. Final verdict: {verdict}({detail})',
    'MID {mid} AMP file reputation verdict : {verdict} ({detail})',
  ],
  [
    'Message {mid} scanned by Advanced Malware Protection engine. Final verdict: {verdict}',
    'MID {mid} AMP file reputation verdict : {verdict}',
  ],
  ['Message {mid} scanned by Outbreak Filters. Verdict: {verdict}', 'MID {mid} Outbreak Filters: verdict {verdict}'],
  ['Message {mid} queued for delivery.', 'MID {mid} queued for delivery'],
  [
    'SMTP delivery connection (DCID {dcid}) opened from Cisco IronPort interface {interface} to IP address {ip:word} on port {port:int}.',
    'New SMTP DCID {dcid} interface {interface} address {ip} port {port}',
  ],
  [
    'Delivery connection (DCID {dcid}) successfully accepted TLS protocol {protocol:word} cipher {cipher:word} None.',
    'DCID {dcid} TLS success protocol {protocol} cipher {cipher}',
  ],
  [
    'Delivery connection (DCID {dcid}) successfully accepted TLS protocol {protocol:word} cipher {cipher:word} {domain}.',
    'DCID {dcid} TLS success protocol {protocol} cipher {cipher} for {domain}',
  ],
  [
    'Delivery connection (DCID {dcid}) successfully accepted TLS protocol {protocol:word} cipher {cipher}.',
    'DCID {dcid} TLS success protocol {protocol} cipher {cipher}',
  ],
  [
    '(DCID {dcid}) Delivery started for message {mid} to {rcptTo}.',
    'Delivery start DCID {dcid} MID {mid} to RID [{rids}]',
  ],
  [
    '(DCID {dcid}) Delivery details: Message {mid} sent to {rcptTo} [({detail}',
    'Message done DCID {dcid} MID {mid} to RID [{rids}] [({detail}',
  ],
  [
    '(DCID {dcid}) Delivery details: Message {mid} sent to {rcptTo}',
    'Message done DCID {dcid} MID {mid} to RID [{rids}]',
  ],
  [
    "Message {mid} to {rcptTo} received remote SMTP response '{response}'.",
    "MID {mid} RID [{rids}] Response '{response}'",
  ],
  // Seen without a full stop; the reasons are those of the log (vendor note 118295: the texts are the same).
  ['Message {mid} aborted: {reason}.', 'Message aborted MID {mid} {reason}'],
  ['Message {mid} aborted: {reason}', 'Message aborted MID {mid} {reason}'],
  [
    'Remote procedure call connection (RCID {rcid}) started for message {mid} to {where}.',
    'RPC Delivery start RCID {rcid} MID {mid} to {where}',
  ],
  ['Message {mid} quarantined in Spam Quarantine.', 'ISQ: Quarantined MID {mid}'],
]
