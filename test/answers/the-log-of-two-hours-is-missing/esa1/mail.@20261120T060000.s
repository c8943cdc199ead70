Fri Nov 20 06:00:00 2026 Info: Begin Logfile
Fri Nov 20 06:00:00 2026 Info: Version: 9.7.2-065 SN: 42307C55E2D94B16A0C3-5E9F72D1B84A
Fri Nov 20 06:00:00 2026 Info: Time offset from UTC: 3600 seconds
Fri Nov 20 06:32:41 2026 Info: New SMTP ICID 849563 interface Data 2 (192.0.2.11) address 198.51.100.72 reverse dns host mail.larkfield.example verified yes
Fri Nov 20 06:32:41 2026 Info: ICID 849563 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 0.6
Fri Nov 20 06:32:42 2026 Info: Start MID 4694478 ICID 849563
Fri Nov 20 06:32:42 2026 Info: MID 4694478 ICID 849563 From: <sekretariat@larkfield.example>
Fri Nov 20 06:32:42 2026 Info: MID 4694478 ICID 849563 RID 0 To: <reception@example.org>
Fri Nov 20 06:32:42 2026 Info: MID 4694478 SPF: mailfrom identity sekretariat@larkfield.example Pass (v=spf1)
Fri Nov 20 06:32:43 2026 Info: MID 4694478 DKIM: pass signature verified (d=larkfield.example s=s4 i=@larkfield.example)
Fri Nov 20 06:32:43 2026 Info: MID 4694478 DMARC: Message from domain larkfield.example, DMARC pass (SPF aligned True, DKIM aligned True)
Fri Nov 20 06:32:43 2026 Info: MID 4694478 DMARC: Verification passed
Fri Nov 20 06:32:43 2026 Info: MID 4694478 Message-ID '<1d8725c04.8791@larkfield.example>'
Fri Nov 20 06:32:43 2026 Info: MID 4694478 Subject 'Protokoll'
Fri Nov 20 06:32:43 2026 Info: MID 4694478 ready 65531 bytes from <sekretariat@larkfield.example>
Fri Nov 20 06:32:43 2026 Info: MID 4694478 matched all recipients for per-recipient policy DEFAULT in the inbound table
Fri Nov 20 06:32:44 2026 Info: ICID 849563 close
Fri Nov 20 06:32:44 2026 Info: MID 4694478 interim verdict using engine: CASE spam negative
Fri Nov 20 06:32:44 2026 Info: MID 4694478 using engine: CASE spam negative
Fri Nov 20 06:32:44 2026 Info: MID 4694478 interim AV verdict using Sophos CLEAN
Fri Nov 20 06:32:44 2026 Info: MID 4694478 antivirus negative 
Fri Nov 20 06:32:44 2026 Info: MID 4694478 AMP file reputation verdict : CLEAN
Fri Nov 20 06:32:44 2026 Info: MID 4694478 using engine: GRAYMAIL negative
Fri Nov 20 06:32:44 2026 Info: MID 4694478 Outbreak Filters: verdict negative
Fri Nov 20 06:32:45 2026 Info: MID 4694478 queued for delivery
Fri Nov 20 06:32:46 2026 Info: New SMTP DCID 148941 interface 10.20.0.2 address 10.20.0.15 port 25
Fri Nov 20 06:32:46 2026 Info: Delivery start DCID 148941 MID 4694478 to RID [0]
Fri Nov 20 06:32:47 2026 Info: Message done DCID 148941 MID 4694478 to RID [0] 
Fri Nov 20 06:32:47 2026 Info: MID 4694478 RID [0] Response '2.6.0 <4694478@mail.example.org> [InternalId=72569] Queued mail for delivery'
Fri Nov 20 06:32:47 2026 Info: Message finished MID 4694478 done
Fri Nov 20 06:32:52 2026 Info: DCID 148941 close
Fri Nov 20 06:54:26 2026 Info: New SMTP ICID 849564 interface Data 2 (192.0.2.11) address 198.51.100.68 reverse dns host mail.amberlight.example verified yes
Fri Nov 20 06:54:26 2026 Info: ICID 849564 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.7
Fri Nov 20 06:54:26 2026 Info: ICID 849564 TLS success protocol TLSv1.2 cipher DHE-RSA-AES256-GCM-SHA384
Fri Nov 20 06:54:27 2026 Info: Start MID 4694481 ICID 849564
Fri Nov 20 06:54:27 2026 Info: MID 4694481 ICID 849564 From: <buero@amberlight.example>
Fri Nov 20 06:54:27 2026 Info: MID 4694481 ICID 849564 RID 0 To: <bob@example.org>
Fri Nov 20 06:54:27 2026 Info: MID 4694481 SPF: mailfrom identity buero@amberlight.example Pass (v=spf1)
Fri Nov 20 06:54:28 2026 Info: MID 4694481 DKIM: pass signature verified (d=amberlight.example s=s6 i=@amberlight.example)
Fri Nov 20 06:54:28 2026 Info: MID 4694481 DMARC: Message from domain amberlight.example, DMARC pass (SPF aligned True, DKIM aligned True)
Fri Nov 20 06:54:28 2026 Info: MID 4694481 DMARC: Verification passed
Fri Nov 20 06:54:28 2026 Info: MID 4694481 Message-ID '<203cc4df0.4591@amberlight.example>'
Fri Nov 20 06:54:28 2026 Info: MID 4694481 Subject 'Termin am Montag'
Fri Nov 20 06:54:28 2026 Info: MID 4694481 ready 18349 bytes from <buero@amberlight.example>
Fri Nov 20 06:54:28 2026 Info: MID 4694481 matched all recipients for per-recipient policy DEFAULT in the inbound table
Fri Nov 20 06:54:29 2026 Info: ICID 849564 close
Fri Nov 20 06:54:29 2026 Info: MID 4694481 interim verdict using engine: CASE spam negative
Fri Nov 20 06:54:29 2026 Info: MID 4694481 using engine: CASE spam negative
Fri Nov 20 06:54:29 2026 Info: MID 4694481 interim AV verdict using Sophos CLEAN
Fri Nov 20 06:54:29 2026 Info: MID 4694481 antivirus negative 
Fri Nov 20 06:54:29 2026 Info: MID 4694481 AMP file reputation verdict : CLEAN
Fri Nov 20 06:54:29 2026 Info: MID 4694481 using engine: GRAYMAIL negative
Fri Nov 20 06:54:29 2026 Info: MID 4694481 Outbreak Filters: verdict negative
Fri Nov 20 06:54:30 2026 Info: MID 4694481 queued for delivery
Fri Nov 20 06:54:31 2026 Info: New SMTP DCID 148942 interface 10.20.0.2 address 10.20.0.15 port 25
Fri Nov 20 06:54:31 2026 Info: Delivery start DCID 148942 MID 4694481 to RID [0]
Fri Nov 20 06:54:32 2026 Info: Message done DCID 148942 MID 4694481 to RID [0] 
Fri Nov 20 06:54:32 2026 Info: MID 4694481 RID [0] Response '2.6.0 <4694481@mail.example.org> [InternalId=78084] Queued mail for delivery'
Fri Nov 20 06:54:32 2026 Info: Message finished MID 4694481 done
Fri Nov 20 06:54:37 2026 Info: DCID 148942 close
Fri Nov 20 07:38:01 2026 Info: New SMTP ICID 849567 interface Data 2 (192.0.2.11) address 198.51.100.66 reverse dns host mail.marlowe.example verified yes
Fri Nov 20 07:38:01 2026 Info: ICID 849567 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.5
Fri Nov 20 07:38:01 2026 Info: ICID 849567 TLS success protocol TLSv1.2 cipher DHE-RSA-AES256-GCM-SHA384
Fri Nov 20 07:38:02 2026 Info: Start MID 4694486 ICID 849567
Fri Nov 20 07:38:02 2026 Info: MID 4694486 ICID 849567 From: <contact@marlowe.example>
Fri Nov 20 07:38:02 2026 Info: MID 4694486 ICID 849567 RID 0 To: <dan@example.org>
Fri Nov 20 07:38:02 2026 Info: MID 4694486 SPF: mailfrom identity contact@marlowe.example Pass (v=spf1)
Fri Nov 20 07:38:03 2026 Info: MID 4694486 DKIM: pass signature verified (d=marlowe.example s=s1 i=@marlowe.example)
Fri Nov 20 07:38:03 2026 Info: MID 4694486 DMARC: Message from domain marlowe.example, DMARC pass (SPF aligned True, DKIM aligned True)
Fri Nov 20 07:38:03 2026 Info: MID 4694486 DMARC: Verification passed
Fri Nov 20 07:38:03 2026 Info: MID 4694486 Message-ID '<9ab7150f.1421@marlowe.example>'
Fri Nov 20 07:38:03 2026 Info: MID 4694486 Subject 'Devis 77'
Fri Nov 20 07:38:03 2026 Info: MID 4694486 ready 21087 bytes from <contact@marlowe.example>
Fri Nov 20 07:38:03 2026 Info: MID 4694486 matched all recipients for per-recipient policy DEFAULT in the inbound table
Fri Nov 20 07:38:04 2026 Info: ICID 849567 close
Fri Nov 20 07:38:04 2026 Info: MID 4694486 interim verdict using engine: CASE spam negative
Fri Nov 20 07:38:04 2026 Info: MID 4694486 using engine: CASE spam negative
Fri Nov 20 07:38:04 2026 Info: MID 4694486 interim AV verdict using Sophos CLEAN
Fri Nov 20 07:38:04 2026 Info: MID 4694486 antivirus negative 
Fri Nov 20 07:38:04 2026 Info: MID 4694486 AMP file reputation verdict : SKIPPED (no attachment in message)
Fri Nov 20 07:38:04 2026 Info: MID 4694486 using engine: GRAYMAIL negative
Fri Nov 20 07:38:04 2026 Info: MID 4694486 Outbreak Filters: verdict negative
Fri Nov 20 07:38:05 2026 Info: MID 4694486 queued for delivery
Fri Nov 20 07:38:06 2026 Info: New SMTP DCID 148945 interface 10.20.0.2 address 10.20.0.15 port 25
Fri Nov 20 07:38:06 2026 Info: Delivery start DCID 148945 MID 4694486 to RID [0]
Fri Nov 20 07:38:07 2026 Info: Message done DCID 148945 MID 4694486 to RID [0] 
Fri Nov 20 07:38:07 2026 Info: MID 4694486 RID [0] Response '2.6.0 <4694486@mail.example.org> [InternalId=22031] Queued mail for delivery'
Fri Nov 20 07:38:07 2026 Info: Message finished MID 4694486 done
Fri Nov 20 07:38:12 2026 Info: DCID 148945 close
Fri Nov 20 08:00:02 2026 Info: End Logfile
