/** The Dutch of the steps that several rules end with. */
export const debugLog =
  'Log het hele SMTP-gesprek met hun servers: `logconfig`, NEW, Injection Debug Logs, name `smtp_debug`, hosts `{hosts}`, 10 sessions, de rest standaard, en dan `commit`. Laat de afzender een test sturen, lees die met `tail smtp_debug` en plak hem achter `explain`, dat de regel aanwijst waar het afbrak.'

export const capture =
  'Leg één poging op het netwerk vast: `packetcapture`, SETUP, custom filter `{filter}`, START, en STOP na de poging. Het laatste pakket toont wie er een eind aan maakte: FIN, RST, of niemand.'

export const trace = 'Lees alle regels van dat bericht op de gateway.'
