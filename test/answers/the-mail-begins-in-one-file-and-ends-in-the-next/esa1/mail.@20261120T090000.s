Fri Nov 20 09:00:00 2026 Info: Begin Logfile
Fri Nov 20 09:00:00 2026 Info: Version: 14.2.0-620 SN: 4222A9C107E3B1D5F0A8-7D31C5B2E9F4
Fri Nov 20 09:00:00 2026 Info: Time offset from UTC: 3600 seconds
Fri Nov 20 09:09:07 2026 Info: New SMTP ICID 59666 interface Data 1 (192.0.2.11) address 198.51.100.42 reverse dns host mail.jackdaw.example verified yes
Fri Nov 20 09:09:07 2026 Info: ICID 59666 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 2.6 country Belgium
Fri Nov 20 09:09:07 2026 Info: ICID 59666 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384
Fri Nov 20 09:09:08 2026 Info: Start MID 5342092 ICID 59666
Fri Nov 20 09:09:08 2026 Info: MID 5342092 ICID 59666 From: <hr@jackdaw.example>
Fri Nov 20 09:09:08 2026 Info: MID 5342092 ICID 59666 RID 0 To: <support@example.org>
Fri Nov 20 09:09:08 2026 Info: MID 5342092 SPF: mailfrom identity hr@jackdaw.example Pass (v=spf1)
Fri Nov 20 09:09:09 2026 Info: MID 5342092 Message-ID '<5342092.3776@jackdaw.example>'
Fri Nov 20 09:09:09 2026 Info: MID 5342092 Subject "Holiday plan"
Fri Nov 20 09:09:09 2026 Info: MID 5342092 ready 50443 bytes from <hr@jackdaw.example>
Fri Nov 20 09:09:09 2026 Info: MID 5342092 matched all recipients for per-recipient policy DEFAULT in the inbound table
Fri Nov 20 09:09:10 2026 Info: ICID 59666 close
Fri Nov 20 09:09:10 2026 Info: MID 5342092 interim verdict using engine: CASE spam negative
Fri Nov 20 09:09:10 2026 Info: MID 5342092 using engine: CASE spam negative
Fri Nov 20 09:09:10 2026 Info: MID 5342092 interim AV verdict using Sophos CLEAN
Fri Nov 20 09:09:10 2026 Info: MID 5342092 antivirus negative 
Fri Nov 20 09:09:10 2026 Info: MID 5342092 AMP file reputation verdict : SKIPPED (no attachment in message)
Fri Nov 20 09:09:10 2026 Info: MID 5342092 using engine: GRAYMAIL negative
Fri Nov 20 09:09:10 2026 Info: MID 5342092 Outbreak Filters: verdict negative
Fri Nov 20 09:09:11 2026 Info: MID 5342092 queued for delivery
Fri Nov 20 09:09:12 2026 Info: New SMTP DCID 84224 interface 10.20.0.2 address 10.20.0.15 port 25
Fri Nov 20 09:09:12 2026 Info: Delivery start DCID 84224 MID 5342092 to RID [0]
Fri Nov 20 09:09:13 2026 Info: Message done DCID 84224 MID 5342092 to RID [0] 
Fri Nov 20 09:09:13 2026 Info: MID 5342092 RID [0] Response '2.6.0 <5342092@example.org> [InternalId=47092] Queued mail for delivery'
Fri Nov 20 09:09:13 2026 Info: Message finished MID 5342092 done
Fri Nov 20 09:09:18 2026 Info: DCID 84224 close
Fri Nov 20 09:27:09 2026 Info: New SMTP ICID 59672 interface Data 1 (192.0.2.11) address 198.51.100.54 reverse dns host mail.millstone.example verified yes
Fri Nov 20 09:27:09 2026 Info: ICID 59672 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 1.0 country Austria
Fri Nov 20 09:27:09 2026 Info: ICID 59672 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384
Fri Nov 20 09:27:10 2026 Info: Start MID 5342096 ICID 59672
Fri Nov 20 09:27:10 2026 Info: MID 5342096 ICID 59672 From: <lager@millstone.example>
Fri Nov 20 09:27:10 2026 Info: MID 5342096 ICID 59672 RID 0 To: <erin@example.org>
Fri Nov 20 09:27:10 2026 Info: MID 5342096 SPF: mailfrom identity lager@millstone.example Pass (v=spf1)
Fri Nov 20 09:27:11 2026 Info: MID 5342096 Message-ID '<5342096.9300@millstone.example>'
Fri Nov 20 09:27:11 2026 Info: MID 5342096 Subject "Lagerbestand"
Fri Nov 20 09:27:11 2026 Info: MID 5342096 ready 20191 bytes from <lager@millstone.example>
Fri Nov 20 09:27:11 2026 Info: MID 5342096 matched all recipients for per-recipient policy DEFAULT in the inbound table
Fri Nov 20 09:27:12 2026 Info: ICID 59672 close
Fri Nov 20 09:27:12 2026 Info: MID 5342096 interim verdict using engine: CASE spam negative
Fri Nov 20 09:27:12 2026 Info: MID 5342096 using engine: CASE spam negative
Fri Nov 20 09:27:12 2026 Info: MID 5342096 interim AV verdict using Sophos CLEAN
Fri Nov 20 09:27:12 2026 Info: MID 5342096 antivirus negative 
Fri Nov 20 09:27:12 2026 Info: MID 5342096 AMP file reputation verdict : SKIPPED (no attachment in message)
Fri Nov 20 09:27:12 2026 Info: MID 5342096 using engine: GRAYMAIL negative
Fri Nov 20 09:27:12 2026 Info: MID 5342096 Outbreak Filters: verdict negative
Fri Nov 20 09:27:13 2026 Info: MID 5342096 queued for delivery
Fri Nov 20 09:27:14 2026 Info: New SMTP DCID 84226 interface 10.20.0.2 address 10.20.0.15 port 25
Fri Nov 20 09:27:14 2026 Info: Delivery start DCID 84226 MID 5342096 to RID [0]
Fri Nov 20 09:27:15 2026 Info: Message done DCID 84226 MID 5342096 to RID [0] 
Fri Nov 20 09:27:15 2026 Info: MID 5342096 RID [0] Response '2.6.0 <5342096@example.org> [InternalId=47096] Queued mail for delivery'
Fri Nov 20 09:27:15 2026 Info: Message finished MID 5342096 done
Fri Nov 20 09:27:20 2026 Info: DCID 84226 close
Fri Nov 20 09:47:21 2026 Info: New SMTP ICID 59676 interface Data 1 (192.0.2.11) address 198.51.100.143 reverse dns host unknown verified no
Fri Nov 20 09:47:21 2026 Info: ICID 59676 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -6.9 country Vietnam
Fri Nov 20 09:47:22 2026 Info: ICID 59676 close
Fri Nov 20 09:59:57 2026 Info: New SMTP ICID 7803 interface Data 1 (192.0.2.11) address 203.0.113.3 reverse dns host mx.acrossfiles.example verified yes
Fri Nov 20 09:59:57 2026 Info: ICID 7803 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 2.1 country Germany
Fri Nov 20 09:59:57 2026 Info: ICID 7803 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384
Fri Nov 20 09:59:58 2026 Info: Start MID 5803 ICID 7803
Fri Nov 20 09:59:58 2026 Info: MID 5803 ICID 7803 From: <b@acrossfiles.example>
Fri Nov 20 09:59:58 2026 Info: MID 5803 ICID 7803 RID 0 To: <carol@example.org>
Fri Nov 20 09:59:59 2026 Info: MID 5803 Message-ID '<k1@acrossfiles.example>'
Fri Nov 20 10:00:02 2026 Info: End Logfile
