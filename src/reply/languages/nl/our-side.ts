import type { RuleTranslation } from '../../language.ts'

/** Causes that lie in our own names, records and ports, before any connection. */
export const ourSide = {
  'mta-sts-mismatch': {
    headline: {
      default:
        'Onze eigen regels voor versleutelde mail (MTA-STS) spreken onze mailservers tegen, en grote afzenders houden mail vast.',
      certificate:
        'Ons certificaat deugt niet, en onze eigen regels voor versleutelde mail (MTA-STS) vragen een goed, dus grote afzenders houden mail vast.',
      left: 'Ons certificaat deugt niet, en onze eigen regels voor versleutelde mail (MTA-STS) vragen een goed, dus grote afzenders houden mail vast.',
    },
    summary: {
      default:
        'Het MTA-STS-beleid van {subject} zegt dat mail alleen naar hosts mag die het noemt, met een goed certificaat, en {host} {hostCount:past|passen} daar niet bij. Afzenders die het volgen (Google, Microsoft en andere) houden de mail en laten hier geen regel achter; andere hebben er geen last van.',
      certificate:
        'Het certificaat van {host} deugt niet ({detail}), en ons MTA-STS-beleid zegt dat mail alleen mag waar het deugt. Afzenders die het volgen (Google, Microsoft en andere) houden de mail en laten hier geen regel achter; andere hebben er geen last van.',
      left: '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}, {id}), sprak TLS af en vertrok zonder mail. Het certificaat van {host} deugt niet ({detail}), en ons MTA-STS-beleid zegt dat mail alleen mag waar het deugt: afzenders die het volgen (Google, Microsoft en andere) vertrekken zo. Een server die de onze alleen test ook.',
    },
    clear: 'MTA-STS: het beleid van {subject} past bij onze mailservers.',
    unknown: { policy: 'Of ons MTA-STS-beleid bij onze mailservers past, was niet vast te stellen.' },
    steps: {
      mend: 'Breng beleid en MX in overeenstemming: noem elke MX-host in het beleidsbestand, en geef het record een nieuw id, zodat afzenders het opnieuw ophalen.',
      renew:
        'Vernieuw het certificaat van {host}: het moet die host noemen, vandaag geldig zijn en van een instantie komen die anderen vertrouwen. Kan de mail daar niet op wachten: `mode: testing` in het beleidsbestand, en een nieuw id in het record.',
      tellApart:
        'Of deze afzender MTA-STS volgt, staat in zijn log; zijn rapporten (TLS-RPT), als wij die vragen, noemen de fout.',
    },
    note: {
      subject: 'Ons MTA-STS-beleid voor {subject}',
      body: 'Goedendag,\n\nOns MTA-STS-beleid voor {subject} paste niet bij onze mailserver {host}; wij herstellen dat. Houdt uw server daarom mail voor ons vast, laat hem het beleid dan opnieuw ophalen; mail die nog in de wachtrij staat, komt dan aan.',
    },
    meaning:
      'Met MTA-STS zegt een domein dat mail ervoor versleuteld moet zijn en alleen naar bepaalde hosts mag. Verschillen het beleid en de echte MX-hosts of certificaten, dan leveren afzenders die het volgen niet af, en ons log toont niets, of een verbinding die na TLS eindigt.',
  },
  'dane-mismatch': {
    headline: {
      default: 'De vingerafdruk van ons certificaat in het DNS (TLSA) is niet die van het certificaat dat wij tonen.',
    },
    summary: {
      default:
        'Het TLSA-record van {subject} past niet bij het getoonde certificaat. Afzenders die het nakijken (DANE; veel in Nederland, Duitsland en Tsjechië) houden de mail en laten hier geen regel achter, of een verbinding die na TLS eindigt; andere hebben er geen last van.',
      left: '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}, {id}), sprak TLS af en vertrok zonder mail. Het TLSA-record van {subject} past niet bij het getoonde certificaat, en servers die het nakijken (DANE; veel in Nederland, Duitsland en Tsjechië) vertrekken zo. Een server die de onze alleen test ook.',
    },
    clear: 'DANE: het certificaat van {subject} past bij zijn TLSA-record.',
    unknown: { tlsa: 'Of ons certificaat bij zijn TLSA-record past, was niet vast te stellen.' },
    steps: {
      publish:
        'Publiceer het TLSA-record van het huidige certificaat (3 1 1) naast het oude, en publiceer bij de volgende vernieuwing het nieuwe een TTL van tevoren.',
      tellApart:
        'Of deze afzender DANE nakijkt, staat in zijn log; zijn rapporten (TLS-RPT), als wij die vragen, noemen de fout.',
    },
    note: {
      subject: 'Het TLSA-record van {subject}',
      body: 'Goedendag,\n\nHet TLSA-record van onze mailserver {subject} paste niet bij zijn certificaat; wij herstellen dat. Houdt uw server daarom mail voor ons vast (DANE), laat hem het dan opnieuw proberen zodra de TTL van het oude record voorbij is.',
    },
    meaning:
      'DANE zet de vingerafdruk van het certificaat van een mailserver in het DNS (TLSA, ondertekend met DNSSEC). Na een nieuw certificaat zonder nieuw record leveren servers die het nakijken niet af.',
  },
  'mx-ipv6-dead': {
    headline: {
      default:
        'Onze mailserver heeft een IPv6-adres dat niet antwoordt; sommige afzenders wachten daar en geven het op.',
    },
    summary: {
      default:
        '{subject} heeft in het DNS het IPv6-adres {addresses}, en daar antwoordt niets op poort 25. De meeste servers proberen dan IPv4; een die alleen IPv6 spreekt, of te lang wacht, komt er niet door en laat hier geen regel achter.',
    },
    clear: 'IPv6: {subject} antwoordt daar ook.',
    steps: {
      mend: 'Laat poort 25 over IPv6 door naar {subject} (firewall, listener), of haal het AAAA-record uit het DNS.',
      tellApart: 'Het log van de afzender beslist: met welk adres maakte zijn server verbinding?',
    },
    note: {
      subject: 'Mail aan {ourDomain} over IPv6',
      body: 'Goedendag,\n\nHet IPv6-adres van onze mailserver {subject} antwoordt op dit moment niet. Wilt u in uw log nagaan met welk adres uw server verbinding maakt? Over IPv4 hoort het te lukken. Wij herstellen onze kant.',
    },
    meaning:
      'Heeft een mailserver een AAAA-record, dan proberen servers met IPv6 dat adres eerst. Antwoordt daar niets, dan gaan de meeste na een tijd terug naar IPv4; sommige niet.',
  },
  'our-zone-unresolvable': {
    headline: {
      default: 'Ons eigen domein is niet voor iedereen op te zoeken: de DNSSEC ervan is stuk.',
      differs:
        'Onze naamservers zijn het oneens waar onze mail heen gaat, en sommige afzenders zoeken op de verkeerde plek.',
    },
    summary: {
      default:
        'De DNSSEC van {subject} is stuk ({detail}). Servers waarvan de resolver dat nakijkt, vinden onze mailservers niet en houden de mail; andere hebben er geen last van, en geen regel hier laat het zien.',
      differs:
        'De naamservers van {subject} geven verschillende MX-records: {detail}. Welke een afzender krijgt is toeval; waar de mail dan heen gaat, is van hier niet te zien.',
    },
    clear: 'DNSSEC van {subject}: geldig.',
    unknown: { dns: 'Of onze eigen zone voor iedereen op te zoeken is, was niet vast te stellen.' },
    steps: {
      sign: 'Herstel de zone: onderteken haar opnieuw, of haal het DS-record bij de registrar weg tot dat gedaan is.',
      agree:
        'Breng de naamservers in overeenstemming (serienummers, zoneoverdracht), en kijk of elk ook over TCP antwoordt.',
      tellApart: 'Laat de afzender de MX van {subject} op zijn eigen server opzoeken, en zeggen wat hij krijgt.',
    },
    note: {
      subject: 'De mailservers van {subject} opzoeken',
      body: 'Goedendag,\n\nOns domein {subject} was niet overal op te zoeken; wij herstellen dat. Wilt u de MX-records ervan op de verzendende server opzoeken, de resolver legen als die een oud antwoord heeft, en de wachtrij opnieuw laten lopen?',
    },
    meaning:
      'Voordat een server ons mail stuurt, zoekt hij onze MX op in het DNS. Is onze zone verkeerd ondertekend, of verschillen de naamservers, dan vinden sommige servers ons niet; ze houden de mail en proberen het dagen opnieuw.',
  },
  'backup-mx-holds-mail': {
    headline: {
      default: 'Ons domein noemt nog een mailserver die niet van ons is; misschien ligt de mail daar.',
    },
    summary: {
      default:
        'De MX van {subject} noemt ook {hosts}, dat geen gateway van ons is. Een server die de onze op dat moment niet kon bereiken, levert daar af; of de mail vandaar verder komt, is hier niet te zien.',
    },
    clear: 'MX: elke mailserver van {subject} is van ons.',
    unknown: { dns: 'Niet alle MX-hosts van ons domein konden worden opgezocht.' },
    steps: {
      look: 'Kijk in de wachtrij en het log van {hosts}: houdt hij mail voor ons, en geeft hij die door?',
      remove: 'Heeft niemand hem nodig, haal hem dan uit de MX van {subject}.',
      tellApart: 'Het log van de afzender beslist: aan welke server gaf hij de mail, en wat zei die?',
    },
    note: {
      subject: 'Welke van onze mailservers nam uw mail aan?',
      body: 'Goedendag,\n\nOns domein {subject} noemt meerdere mailservers. Wilt u ons uit uw log zeggen aan welke uw server de mail gaf, wanneer, en wat die antwoordde, zodat wij hem daar kunnen zoeken?',
    },
    meaning:
      'Een domein kan meerdere mailservers noemen, op volgorde van voorkeur. Een die dient als de andere niet antwoorden (een back-up-MX) kan oud of van een ander zijn, en houdt de mail, vertraagt hem of raakt hem kwijt.',
  },
  'our-port-25-blocked': {
    headline: {
      silent: 'Onze mailservers nemen verbindingen op poort 25 aan en zeggen dan niets, dus er komt geen mail binnen.',
      default: 'Onze mailservers nemen geen verbindingen aan: poort 25 is aan onze kant dicht.',
      partly:
        'Een van onze mailservers neemt geen verbindingen aan; afzenders die alleen die proberen, komen er niet door.',
    },
    summary: {
      silent:
        '{listeners} {listenerCount:neemt|nemen} de verbinding op poort 25 aan en {listenerCount:stuurt|sturen} geen begroeting, van hier gezien, en van deze afzender staat niets in het log. Een firewall of load balancer die in plaats van de gateway antwoordt, zou dat verklaren, of een listener die hangt.',
      default:
        '{listeners} {listenerCount:weigert|weigeren} verbindingen op poort 25, van hier gezien, en van deze afzender staat niets in het log. Een firewall, een adresvertaling of een gestopte listener zou dat verklaren. Van hier is alleen ons eigen adres geprobeerd, dus een regel over dat adres is niet uitgesloten.',
      partly:
        '{listeners} {listenerCount:weigert|weigeren} verbindingen op poort 25, van hier gezien; de andere antwoorden. De meeste servers proberen dan de volgende.',
    },
    clear: 'Poort 25: {subject} neemt verbindingen aan.',
    unknown: {
      here: 'Of onze poort 25 te bereiken is, was van hier niet vast te stellen.',
      fromHere:
        'Onze poort 25 wees onze eigen test af, maar er kwam mail van anderen binnen: alleen de weg vanaf hier is dicht.',
    },
    steps: {
      front:
        'Komt daar ook niets: kijk wat er vóór de gateway staat (firewall, load balancer); en op de gateway of de listener draait.',
      outside: 'Probeer het van buiten, van een netwerk dat niet van ons is: `telnet` naar poort 25 van {listeners}.',
      path: 'Is hij daar ook dicht: kijk naar de firewall, de adresvertaling en de provider; en op de gateway of de listener draait.',
      volume:
        'Kijk of er mail van andere afzenders binnenkomt: Monitor > Overview, of de opdracht hieronder op de gateway.',
    },
    note: {
      subject: 'Bereikt uw server poort 25 van {ourDomain}?',
      body: 'Goedendag,\n\nWij gaan na of onze mailservers ({ourMx}) te bereiken zijn. Wilt u het op de verzendende server proberen en ons zeggen hoe lang de verbinding duurt, wat de eerste regel is, of welke fout er komt (geweigerd, time-out)?\n\n  telnet {testHost} 25',
    },
    meaning:
      'Mail tussen servers komt binnen op TCP-poort 25. Sluit een firewall, een adresvertaling of de provider die, dan bereikt geen verbinding de gateway en blijft het log leeg, voor elke afzender.',
  },
  'recipient-domain-mistyped': {
    headline: {
      default: 'Het domein van de ontvanger lijkt verkeerd getypt: {subject} is niet van ons, {near} wel.',
      other: 'Het domein van de ontvanger, {subject}, is niet van ons, dus de mail ervoor komt niet bij onze gateway.',
    },
    summary: {
      default:
        'Er kwam geen mail voor {subject}, en dat kon ook niet: het is geen domein van ons, en lijkt erg op {near}. Schreef de afzender hetzelfde, dan ging de mail ergens anders heen of kwam met een fout terug.',
      other:
        'Er kwam geen mail voor {subject}. Het is geen van de domeinen die volgens de configuratie van dit programma van ons zijn; is het dat toch, dan hoort het daarin.',
    },
    clear: 'Domein van de ontvanger: {subject} is van ons.',
    steps: {
      correct:
        'Kijk naar het adres in de verstuurde mail, en stuur hem opnieuw naar het juiste; de foutmelding die terugkwam noemt het adres.',
      askAgain: 'Vraag opnieuw met het juiste adres.',
      configure: 'Is {subject} van ons: voeg het toe aan de domeinen in de configuratie.',
    },
    note: {
      subject: 'Het adres van uw mail',
      body: 'Goedendag,\n\nUw mail was gericht aan {subject}, en dat is geen domein van ons. Wilt u het adres nakijken en de mail opnieuw naar het juiste sturen?',
    },
    meaning:
      'Mail aan een verkeerd getypt domein gaat naar wie dat bezit, of komt met een fout terug bij de afzender. Hij bereikt de gateway nooit, en het log heeft er dus geen regel van.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
