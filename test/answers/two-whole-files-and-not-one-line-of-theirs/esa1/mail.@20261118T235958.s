Wed Nov 18 23:59:58 2026 Info: Begin Logfile
Wed Nov 18 23:59:58 2026 Info: Version: 7.6.3-019 SN: 564D8E21C0B7A3F91D64-0A8E6F1C27B3
Wed Nov 18 23:59:58 2026 Info: Time offset from UTC: 3600 seconds
Thu Nov 19 02:05:30 2026 Info: New SMTP ICID 191697 interface Data 1 (192.0.2.11) address 198.51.100.68 reverse dns host mail.amberlight.example verified yes
Thu Nov 19 02:05:30 2026 Info: ICID 191697 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.8
Thu Nov 19 02:05:30 2026 Info: ICID 191697 TLS success protocol TLSv1 cipher AES128-SHA 
Thu Nov 19 02:05:31 2026 Info: Start MID 8813533 ICID 191697
Thu Nov 19 02:05:31 2026 Info: MID 8813533 ICID 191697 From: <buero@amberlight.example>
Thu Nov 19 02:05:31 2026 Info: MID 8813533 ICID 191697 RID 0 To: <dan@example.org>
Thu Nov 19 02:05:32 2026 Info: MID 8813533 Message-ID '<c9ff3e34.4641@amberlight.example>'
Thu Nov 19 02:05:32 2026 Info: MID 8813533 Subject 'Termin am Montag'
Thu Nov 19 02:05:32 2026 Info: MID 8813533 ready 48520 bytes from <buero@amberlight.example>
Thu Nov 19 02:05:32 2026 Info: MID 8813533 matched all recipients for per-recipient policy DEFAULT in the inbound table
Thu Nov 19 02:05:33 2026 Info: ICID 191697 close
Thu Nov 19 02:05:33 2026 Info: MID 8813533 interim verdict using engine: CASE spam negative
Thu Nov 19 02:05:33 2026 Info: MID 8813533 using engine: CASE spam negative
Thu Nov 19 02:05:33 2026 Info: MID 8813533 interim AV verdict using Sophos CLEAN
Thu Nov 19 02:05:33 2026 Info: MID 8813533 antivirus negative 
Thu Nov 19 02:05:33 2026 Info: MID 8813533 Outbreak Filters: verdict negative
Thu Nov 19 02:05:34 2026 Info: MID 8813533 queued for delivery
Thu Nov 19 02:05:35 2026 Info: New SMTP DCID 222781 interface 10.20.0.2 address 10.20.0.15 port 25
Thu Nov 19 02:05:35 2026 Info: Delivery start DCID 222781 MID 8813533 to RID [0]
Thu Nov 19 02:05:36 2026 Info: Message done DCID 222781 MID 8813533 to RID [0] 
Thu Nov 19 02:05:36 2026 Info: MID 8813533 RID [0] Response '2.6.0 <8813533@mail.example.org> [InternalId=81562] Queued mail for delivery'
Thu Nov 19 02:05:36 2026 Info: Message finished MID 8813533 done
Thu Nov 19 02:05:41 2026 Info: DCID 222781 close
Thu Nov 19 06:10:22 2026 Info: New SMTP ICID 191701 interface Data 1 (192.0.2.11) address 198.51.100.217 reverse dns host unknown verified no
Thu Nov 19 06:10:22 2026 Info: ICID 191701 REJECT SG BLACKLIST match sbrs[-10.0:-3.0] SBRS -3.9
Thu Nov 19 06:10:23 2026 Info: ICID 191701 close
Thu Nov 19 12:29:01 2026 Info: New SMTP ICID 191708 interface Data 1 (192.0.2.11) address 198.51.100.63 reverse dns host mail.osprey.example verified yes
Thu Nov 19 12:29:01 2026 Info: ICID 191708 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.9
Thu Nov 19 12:29:01 2026 Info: ICID 191708 TLS success protocol TLSv1 cipher AES128-SHA 
Thu Nov 19 12:29:02 2026 Info: Start MID 8813535 ICID 191708
Thu Nov 19 12:29:02 2026 Info: MID 8813535 ICID 191708 From: <ops@osprey.example>
Thu Nov 19 12:29:02 2026 Info: MID 8813535 ICID 191708 RID 0 To: <sales@example.org>
Thu Nov 19 12:29:03 2026 Info: MID 8813535 Message-ID '<875f8e5e.8663@osprey.example>'
Thu Nov 19 12:29:03 2026 Info: MID 8813535 Subject 'Weekly figures'
Thu Nov 19 12:29:03 2026 Info: MID 8813535 ready 45995 bytes from <ops@osprey.example>
Thu Nov 19 12:29:03 2026 Info: MID 8813535 matched all recipients for per-recipient policy DEFAULT in the inbound table
Thu Nov 19 12:29:04 2026 Info: ICID 191708 close
Thu Nov 19 12:29:04 2026 Info: MID 8813535 interim verdict using engine: CASE spam positive
Thu Nov 19 12:29:04 2026 Info: MID 8813535 using engine: CASE spam positive
Thu Nov 19 12:29:04 2026 Info: Message aborted MID 8813535 Dropped by CASE
Thu Nov 19 12:29:04 2026 Info: Message finished MID 8813535 done
Thu Nov 19 17:49:37 2026 Info: New SMTP ICID 191713 interface Data 1 (192.0.2.11) address 198.51.100.65 reverse dns host mail.copperbeech.example verified yes
Thu Nov 19 17:49:37 2026 Info: ICID 191713 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 2.3
Thu Nov 19 17:49:37 2026 Info: ICID 191713 TLS success protocol TLSv1 cipher AES128-SHA 
Thu Nov 19 17:49:38 2026 Info: Start MID 8813541 ICID 191713
Thu Nov 19 17:49:38 2026 Info: MID 8813541 ICID 191713 From: <post@copperbeech.example>
Thu Nov 19 17:49:38 2026 Info: MID 8813541 ICID 191713 To: <old.frank@example.org> Rejected by LDAPACCEPT
Thu Nov 19 17:49:39 2026 Info: Message aborted MID 8813541 Receiving aborted by sender
Thu Nov 19 17:49:39 2026 Info: Message finished MID 8813541 aborted
Thu Nov 19 17:49:39 2026 Info: ICID 191713 close
Thu Nov 19 21:09:35 2026 Info: New SMTP ICID 191720 interface Data 1 (192.0.2.11) address 198.51.100.72 reverse dns host mail.larkfield.example verified yes
Thu Nov 19 21:09:35 2026 Info: ICID 191720 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 2.7
Thu Nov 19 21:09:35 2026 Info: ICID 191720 TLS success protocol TLSv1 cipher AES128-SHA 
Thu Nov 19 21:09:36 2026 Info: Start MID 8813544 ICID 191720
Thu Nov 19 21:09:36 2026 Info: MID 8813544 ICID 191720 From: <sekretariat@larkfield.example>
Thu Nov 19 21:09:36 2026 Info: MID 8813544 ICID 191720 RID 0 To: <dan@example.org>
Thu Nov 19 21:09:37 2026 Info: MID 8813544 Message-ID '<4691d6c3.5905@larkfield.example>'
Thu Nov 19 21:09:37 2026 Info: MID 8813544 Subject 'Protokoll'
Thu Nov 19 21:09:37 2026 Info: MID 8813544 ready 13707 bytes from <sekretariat@larkfield.example>
Thu Nov 19 21:09:37 2026 Info: MID 8813544 matched all recipients for per-recipient policy DEFAULT in the inbound table
Thu Nov 19 21:09:38 2026 Info: ICID 191720 close
Thu Nov 19 21:09:38 2026 Info: MID 8813544 interim verdict using engine: CASE spam negative
Thu Nov 19 21:09:38 2026 Info: MID 8813544 using engine: CASE spam negative
Thu Nov 19 21:09:38 2026 Info: MID 8813544 interim AV verdict using Sophos CLEAN
Thu Nov 19 21:09:38 2026 Info: MID 8813544 antivirus negative 
Thu Nov 19 21:09:38 2026 Info: MID 8813544 Outbreak Filters: verdict negative
Thu Nov 19 21:09:39 2026 Info: MID 8813544 queued for delivery
Thu Nov 19 21:09:40 2026 Info: New SMTP DCID 222792 interface 10.20.0.2 address 10.20.0.15 port 25
Thu Nov 19 21:09:40 2026 Info: Delivery start DCID 222792 MID 8813544 to RID [0]
Thu Nov 19 21:09:41 2026 Info: Message done DCID 222792 MID 8813544 to RID [0] 
Thu Nov 19 21:09:41 2026 Info: MID 8813544 RID [0] Response '2.6.0 <8813544@mail.example.org> [InternalId=69933] Queued mail for delivery'
Thu Nov 19 21:09:41 2026 Info: Message finished MID 8813544 done
Thu Nov 19 21:09:46 2026 Info: DCID 222792 close
Fri Nov 20 00:00:01 2026 Info: End Logfile
