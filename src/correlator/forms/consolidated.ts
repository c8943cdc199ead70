import { defineForm } from '../form.ts'

// Section 16 (c), Q13: one line for each message when it has come to an end. Which keys stand in the extension is
// configured: cef.ts reads them, and the line is filed under the ids that it finds there.
export const consolidatedEvent = defineForm({
  name: 'consolidated-event',
  lines: ['CEF:{version:int}|{vendor}|{product}|{release}|{id}|{name}|{severity}|{extension}'],
  says: 'The gateway summed up a message.',
  samples: [
    "CEF:0|Cisco|C100V Email Security Virtual Appliance|14.0.2-020|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|deviceExternalId=0123 ESAMID=164226 ESAICID=62905 suser=alice@example.com duser=bob@example.org act=ABORTED ESAFinalActionDetails=Receiving aborted by sender msg='Minutes'",
    '<166>Nov 19 18:24:37 consolidated_event: CEF:0|Cisco|C100V Secure Email Gateway Virtual|15.5.1-055|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|ESAMID=41 ESAICID=44 ESADCID=7 act=DELIVERED',
    'Thu Nov 19 15:15:49 2026: CEF:0|Cisco|C300V Email Security Virtual Appliance|13.0.0-252|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|ESAMID=4631 act=DQ ESAFinalActionDetails=Message held temporarily in Delay Quarantine',
    'Thu Nov 19 12:37:08 2026 CEF:0|Cisco|C100V Email Security Virtual Appliance|13.0.0-283|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|ESAMID=1437 act=QUARANTINED ESAFinalActionDetails=To POLICY',
  ],
})
