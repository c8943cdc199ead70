import type { RuleTranslation } from '../../language.ts'

/** Causes that tell how to read what was found: signatures, links, releases, other addresses, relays, doubles. */
export const afterwards = {
  'reputation-filter': {
    headline: {
      default: 'Een inhoudsfilter van ons hield de mail tegen om een link erin.',
      held: 'Een inhoudsfilter van ons houdt de mail vast om een link erin.',
      domain:
        'Het domein van de afzender heeft een slechte reputatie, en een inhoudsfilter van ons hield de mail tegen.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} ({id}) bevat een link met reputatie {score}, die aan de voorwaarde “{condition}” voldoet; het inhoudsfilter *{filter}* hield hem om {stoppedAt} tegen.',
      held: 'De mail van {mailFrom} aan {rcptTo} ({id}) bevat een link met reputatie {score}, die aan de voorwaarde “{condition}” voldoet; hij staat sinds {stoppedAt} in quarantaine ({filter}).',
      domain:
        'De mail van {mailFrom} aan {rcptTo} ({id}): de reputatie van het afzenderdomein is {score}, en het inhoudsfilter *{filter}* hield hem om {stoppedAt} tegen. Op zichzelf houdt die reputatie niets tegen; of het filter ernaar kijkt, staat in de voorwaarden.',
    },
    steps: {
      read: 'Lees de voorwaarden van het filter en kijk of het oordeel klopt; maak anders een uitzondering voor deze afzender of link: Mail Policies > {table} Content Filters.',
      review: 'Is de link of het domein onschuldig: vraag een nieuwe beoordeling op talosintelligence.com.',
      release:
        'Is de mail onschuldig: geef hem vrij uit de quarantaine: Monitor > Policy, Virus and Outbreak Quarantines.',
      resend: 'Stuur de mail opnieuw zonder de link, zodra bekend is welke het was.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is tegengehouden om een link of domein',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is tegengehouden door onze controle van de inhoud, om de reputatie van een link of van het afzenderdomein. Wilt u nagaan of de site of het domein is misbruikt, anders een nieuwe beoordeling vragen op talosintelligence.com, en de mail intussen zonder de link opnieuw sturen?',
    },
    meaning:
      'De gateway kent een reputatie van links en van afzenderdomeinen. Hij doet er zelf niets mee; inhoudsfilters kunnen mail ernaar wissen, vasthouden of veranderen, en noemen de voorwaarde waaraan is voldaan.',
  },
  'dkim-broken': {
    headline: {
      default:
        'De DKIM-handtekening van de mail klopte niet, en daarom faalt hij voor de regels van de afzender tegen vervalsing.',
      noKey:
        'De sleutel van de DKIM-handtekening staat niet in het DNS, en daarom faalt de mail voor de regels van de afzender tegen vervalsing.',
    },
    summary: {
      default:
        '{server} stuurde mail van {mailFrom} aan {rcptTo}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). De handtekening van {signer} (selector {selector}) klopte niet: {detail}. Iets veranderde de mail na het ondertekenen: een doorsturing, een voettekst, een relay voor ons.',
      noKey:
        '{server} stuurde mail van {mailFrom} aan {rcptTo}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). De sleutel van {signer} met selector {selector} staat niet in het DNS: {detail}.',
    },
    clear: 'DKIM: de handtekening van {signer} klopt.',
    steps: {
      sender: 'Zoek wat de mail na het ondertekenen verandert, en onderteken als laatste.',
      publish: 'Publiceer sleutel {selector} van {signer} opnieuw in het DNS, of onderteken met een die er staat.',
      relay:
        'Gaat het zo met mail van meer afzenders: kijk of een relay voor onze gateway een voettekst toevoegt of headers herschrijft.',
    },
    note: {
      subject: 'De DKIM-handtekening van uw mail aan {ourDomain} klopt niet',
      body: 'Goedendag,\n\nMail van {mailFrom}, ons gestuurd door {server}, {count:op|het laatst op} {lastAt}, heeft een DKIM-handtekening van {signer} (selector {selector}) die niet klopt: {detail}. Wilt u nagaan of de sleutel in het DNS staat, en of een doorsturing, een voettekst of een gateway de mail na het ondertekenen verandert?',
    },
    meaning:
      'DKIM ondertekent een mail met een sleutel van het verzendende domein. Wordt de mail daarna veranderd (body hash did not verify) of staat de sleutel niet in het DNS (no key for signature), dan klopt de handtekening niet, en kan ook DMARC falen.',
  },
  'quarantine-reinjected': {
    headline: {
      default: 'De mail stond in een quarantaine, is vrijgegeven, en gaat verder als MID {newMid}.',
      same: 'De mail stond een tijd in een quarantaine, en is vrijgegeven.',
    },
    summary: {
      default:
        'MID {mid} is vastgehouden{quarantine} en om {releasedAt} vrijgegeven; sindsdien staat hij onder nummer {newMid}, en een zoektocht naar het oude eindigt daar.',
      same: 'MID {mid} is vastgehouden{quarantine} en om {releasedAt} vrijgegeven; daarom kwam hij later dan hij is verstuurd.',
    },
    steps: { follow: 'Volg hem onder zijn nieuwe nummer: `trace MID {newMid}`.' },
    meaning:
      'Een mail die uit een quarantaine is vrijgegeven, kan onder een nieuw nummer verdergaan: het oude eindigt met “rewritten” of “reinjected”, en wat ervan werd staat onder het nieuwe.',
  },
  'recipient-rewritten': {
    headline: { default: 'Onze gateway herschreef de ontvanger: de mail gaat verder naar {newRcptTo}.' },
    summary: {
      default:
        'De mail van {mailFrom} ({id}, {lastAt}) was voor {oldRcptTo}; een alias, een directory of een regel van ons stuurt hem door naar {newRcptTo}. Wat ervan werd, staat onder het nieuwe adres.',
    },
    clear: 'Ontvanger: ging verder onder het adres dat de afzender gebruikte.',
    steps: {
      check:
        'Hoort hij daar niet heen: kijk naar de aliastabel (`aliasconfig`), de domain map van de listener en de LDAP-routeringsquery voor {oldRcptTo}.',
      ask: 'Vraag ernaar met het nieuwe adres: de tracking toont alleen dat.',
    },
    meaning:
      'De gateway kan mail voor het ene adres naar het andere sturen: aliastabel, domain map, LDAP-routering, masquerading. Het log toont de mail dan onder de nieuwe ontvanger, vaak ook onder een nieuw nummer.',
  },
  'delivered-elsewhere': {
    headline: { default: 'Hij is aan een andere server afgeleverd dan gewoonlijk: {nextHop}.' },
    summary: {
      default:
        '{id} voor {rcptTo} ging om {deliveredAt} naar {nextHop}; de mails ervoor, voor hetzelfde domein, gingen naar {usualHop}. Heeft niemand de route met opzet veranderd, dan ligt hij op de verkeerde plek.',
    },
    clear: 'Route: hij ging waar mail voor dat domein altijd heen gaat ({usualHop}).',
    steps: {
      route:
        'Kijk waar mail voor dat domein nu heen gaat, en wie dat veranderde: Network > SMTP Routes; LDAP-routering.',
      look: 'Zoek de mail op {nextHop}: misschien wacht hij daar, of ligt hij er in een mailbox.',
    },
    meaning:
      'De gateway geeft mail aan de server die zijn SMTP-route, de directory of het DNS noemt. Na een migratie kan een daarvan nog, of al, de verkeerde server noemen, die de mail aanneemt en houdt.',
  },
  'behind-relay': {
    headline: {
      default: 'De mail kwam langs een relay van ons, dus de verbinding toont de relay en niet de afzender.',
      unknown: 'De mail kwam langs een relay van ons, en wie hem echt stuurde is uit de headers niet op te maken.',
    },
    summary: {
      default:
        'De verbinding van {id} ({lastAt}) kwam van {relayIp}, de relay {relay}; volgens de headers is de verzendende server {ip}. Wat de relay weigerde, liet op onze gateway geen regel achter.',
      unknown:
        'De verbinding van {id} ({lastAt}) kwam van de relay {relay}; de header die de verzendende server noemt, ontbrak. Reputatie en SPF zijn beoordeeld naar het adres van de relay.',
    },
    clear: 'Relay: geen ertussen; {ip} maakte zelf verbinding.',
    steps: {
      upstream:
        'Ontbreekt er mail zonder spoor: kijk in het log van de relay {relay}; die ziet de afzenders het eerst.',
      header: 'Kijk welke header de relay schrijft, en stel die in: Network > Incoming Relays; dan commit.',
    },
    meaning:
      'Staat er een relay, een load balancer of een cloudfilter voor de gateway, dan komt elke verbinding van zijn adres. De gateway kan de echte afzender uit een header lezen (incoming relays); wat de relay zelf weigert, bereikt hem nooit.',
  },
  arrived: {
    headline: {
      default: 'Hij is al aangekomen: onze mailserver nam dezelfde mail aan om {deliveredAt}.',
      twice: 'Dezelfde mail kwam {count} keer aan; een mailbox toont er vaak maar één.',
    },
    summary: {
      default:
        'De mail met Message-ID {messageId} is om {deliveredAt} afgeleverd ({id}). Wat erna kwam was nog eens dezelfde mail, en dat die mislukte kost niets.',
      twice:
        'De mail met Message-ID {messageId} is {count} keer afgeleverd, het laatst om {deliveredAt} ({id}). Mailservers laten de tweede van twee met hetzelfde Message-ID weg of verbergen hem, zodat er een lijkt te ontbreken.',
    },
    clear: 'Dubbel: nee, hij is één keer afgeleverd.',
    steps: {
      look: 'Zoek de mail van {deliveredAt}: op onderwerp, in andere mappen en in de conversatie waar hij bij hoort.',
    },
    meaning:
      'Een mail kan twee keer worden verstuurd, door de afzender of door een server die ons ja niet hoorde. De tweede is dezelfde mail: hij kan worden geweigerd, of door de mailbox verborgen, en er ontbreekt niets.',
  },
  'remediated-after-delivery': {
    headline: { default: 'Hij is aangekomen, en daarna misschien weer uit de mailbox gehaald.' },
    summary: {
      default:
        '{id} voor {rcptTo} is om {deliveredAt} afgeleverd terwijl een bestand erin nog werd beoordeeld ({verdict}). Bleek dat bestand slecht, dan kan mailbox remediation de mail hebben verwijderd; dat staat in het eigen log daarvan, niet in het maillog.',
    },
    clear: 'Bestandsoordeel: definitief toen de mail verderging ({verdict}).',
    steps: {
      look: 'Kijk of de mail is verwijderd: Monitor > Mailbox Auto Remediation, of het log `mar`; zoek op Message-ID.',
    },
    meaning:
      'Mailbox remediation haalt mail weer uit mailboxen als een bestand erin na de aflevering slecht blijkt. Het maillog toont een aflevering als elke andere; de verwijdering staat in het rapport van remediation.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
