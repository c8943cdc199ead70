import type { RuleTranslation } from '../../language.ts'

/** Causes before any connection, and those that lie in the search itself. */
export const reach = {
  'logs-incomplete': {
    headline: {
      others: 'Van {sender} kwam mail voor anderen, en geen voor {recipient}; de logs dekken niet de hele tijd.',
      ended: 'Er is niets gevonden: het log houdt op om {endsAt}, vóór de gevraagde periode.',
      default: 'Er is niets gevonden, maar de logs dekken niet de hele gevraagde periode.',
      none: 'Er valt niets te zeggen: voor die periode kon geen log worden gelezen.',
      narrowed: 'Niets gevonden in het deel dat doorzocht is: te veel regels noemen die afzender.',
      narrowedOthers:
        'Er kwam mail van {sender} voor anderen, en niets voor {recipient} in het deel dat doorzocht is: het was te veel.',
      limit: 'Niets gevonden, maar het zoeken stopte bij zijn limiet voordat alles bekeken was.',
      cut: 'Onze gateway was de mail aan het verwerken toen het gelezen log ophield: hoe het afliep staat er niet in.',
    },
    summary: {
      others:
        'Mails van {sender}: {others}, de laatste om {otherAt} voor {otherRcptTo}; geen in wat kon worden gelezen noemde {recipient}. Van {missing} staat niet vast dat {missingCount:dit log|deze logs} alles van {fromAt} tot {toAt} {missingCount:dekt|dekken}.',
      ended:
        '{missing} {missingCount:loopt|lopen} maar tot {endsAt}; gevraagd is {fromAt} tot {toAt}. Vraag opnieuw naar een tijd daarvoor.',
      default:
        'In wat kon worden gelezen, staat niets van die mail. Van {missing} staat niet vast dat {missingCount:dit log|deze logs} de hele periode van {fromAt} tot {toAt} {missingCount:dekt|dekken}; de mail kan dus zijn gekomen zonder dat er nog een regel van is.',
      none: 'Geen gateway gaf logregels voor {fromAt} tot {toAt}. Of de mail is gekomen, is niet bekend.',
      narrowed:
        'De logs bevatten de hele gevraagde periode ({fromAt} tot {toAt}), maar zo veel regels noemen {sender} dat alleen de laatste zijn gelezen, van {readFromAt} tot {readToAt}. Een poging van daarvoor staat niet in dit antwoord.',
      narrowedOthers:
        'De logs bevatten de hele gevraagde periode ({fromAt} tot {toAt}), maar zo veel regels noemen {sender} dat alleen de laatste zijn gelezen, van {readFromAt} tot {readToAt}: {others} {others:mail|mails}, de laatste om {otherAt} voor {otherRcptTo}. Mail van daarvoor staat niet in dit antwoord.',
      limit:
        'De logs van {missing} bevatten de hele gevraagde periode ({fromAt} tot {toAt}), maar niet alles is bekeken. Een poging in de rest staat niet in dit antwoord.',
      cut: 'De mail van {mailFrom} aan {rcptTo} kwam om {lastAt} ({id}). Het log van {missing} houdt op om {endsAt}, terwijl de mail nog onderweg was.',
    },
    clear: 'Dekking: de logs van {gateways} bevatten de hele gevraagde periode.',
    steps: {
      unreadable:
        'Herstel wat onder “Ontbreekt” staat, of noem een bestand van het tekstlog (mail_logs); de regels daarvan beginnen met een tijd. Vraag dan opnieuw.',
      again: 'Vraag opnieuw naar een periode die de logs bevatten, of als de gateway weer antwoordt.',
      narrower:
        'Vraag opnieuw naar de tijd voor {readFromAt}, een paar uur tegelijk, of noem één adres van de afzender in plaats van {sender}.',
      less: 'Vraag opnieuw naar een kortere periode, of noem één adres van de afzender in plaats van {sender}.',
      older:
        'Zijn oudere bestanden verplaatst (FTP, SCP of syslog push), zoek ze daar; en bewaar er voortaan meer: System Administration > Log Subscriptions > mail_logs.',
      askSender:
        'Stuur de logregel van de poging, met de tijd in UTC en ons antwoord: die maakt uit of de mail ons heeft bereikt.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain}: wilt u ons de logregel sturen?',
      body: 'Goedendag,\n\nWij zoeken een mail van u aan {ourDomain} tussen {fromAt} en {toAt}, en onze eigen logs dekken niet meer die hele periode. Wilt u ons de logregel van de poging sturen: het wachtrijnummer, de tijd in UTC, uw uitgaande adres, het adres waarmee uw server verbinding maakte, en wat hij terugkreeg?',
    },
    meaning:
      'Logbestanden rouleren en de oudste worden gewist (standaard worden er tien bewaard), een gateway kan niet antwoorden, of zijn log kan gestopt zijn. Waar niet vaststaat dat de gevraagde periode compleet is, bewijst een afwezigheid niets.',
  },
  'mx-points-elsewhere': {
    headline: {
      past: 'Het DNS stuurt mail voor {domain} nu ergens anders heen; misschien toen ook al.',
      default: 'De DNS stuurt mail voor {domain} ergens anders heen, dus komt hij niet bij onze gateway.',
      none: 'De DNS heeft geen mailserver voor {domain}, dus vinden afzenders onze gateway niet.',
      other: 'De DNS stuurt mail voor {domain} ergens anders heen; andere domeinen van ons staan goed.',
    },
    summary: {
      past: 'De MX van {domain} is nu {mx}, en dat is geen van onze gateways. Wat hij was op de gevraagde tijd, zegt het DNS niet. In het log staat geen poging van deze afzender.',
      default:
        'De MX van {domain} is {mx}, en dat is geen van onze gateways. In het log staat geen poging van deze afzender.',
      none: '{domain} heeft geen MX-record dat naar onze gateways leidt. In het log staat geen poging van deze afzender.',
      other:
        'De MX van {domain} is {mx}, en dat is geen van onze gateways. Het telt alleen als de mail voor dat domein was.',
    },
    clear: 'MX: mail voor {domain} gaat naar onze gateways.',
    unknown: { dns: 'De MX van ons domein kon niet worden opgezocht.' },
    steps: {
      fixMx:
        'Verbeter de MX van {domain} in de zone; laat tot de TTL is verlopen de oude server doorsturen of bewaren wat hij krijgt.',
      lookThere: 'Zoek de mail op {mx}: misschien wacht hij daar of ligt hij er in een mailbox.',
    },
    note: {
      subject: 'Uw mail aan {domain}',
      body: 'Goedendag,\n\nHet MX-record van {domain} was fout en wordt verbeterd. Maakt uw server nog verbinding met een oud adres, dan bewaart zijn resolver een oud antwoord of leidt een vaste route daarheen; wilt u dat wissen? Mail die nog in uw wachtrij staat, bereikt ons dan; mail die elders is aangenomen, kunt u het best opnieuw sturen.',
    },
    meaning:
      'Het MX-record van een domein zegt de wereld welke server zijn mail aanneemt. Noemt het een andere, een oude provider bijvoorbeeld, dan komt de mail nooit in de buurt van onze gateway en laat hij daar geen regel achter.',
  },
  'never-relayed': {
    headline: { default: 'Onze gateway heeft die mail niet gekregen: wat hem tegenhield, zit ervoor.' },
    summary: {
      default:
        'De logs dekken de hele tijd van {fromAt} tot {toAt}, en niets daarin past bij {named}. Mail van onze eigen mensen komt bij de gateway van de mailserver binnen, of van een dienst die voor ons verstuurt: daar wacht hij, is hij geweigerd, of ging hij langs een andere weg.',
    },
    clear: 'Bij ons: onze eigen server gaf de mail aan de gateway op {relayedAt}.',
    steps: {
      inside:
        'Zoek hem op de mailserver binnen: message trace, wachtrijen en de connector naar de gateway (Exchange: `Get-MessageTrackingLog`, `Get-Queue`).',
      sender:
        'Kijk in Verzonden items en of er een foutmelding kwam: is hij verstuurd, vanaf welk account, en aan welk adres precies?',
      connected:
        'Zegt de server binnen dat de gateway hem afwees: vraag opnieuw met het adres van die server, `why {exampleIp}`.',
      spelling: 'De DNS kent {unknownDomain} niet: is het adres goed geschreven?',
    },
    meaning:
      'Uitgaande mail komt bij de gateway van een mailserver binnen (HAT: RELAY). Noemt het log afzender noch ontvanger, dan heeft de gateway hem nooit gehad, en ligt de reden ervoor.',
  },
  'never-connected': {
    headline: {
      explained: 'Van {sender} heeft ons sinds {fromAt} niets bereikt, wat de bevinding hierboven zou verklaren.',
      others: 'Van {sender} kwam mail voor anderen, en geen voor {recipient}.',
      default: 'Van {sender} heeft ons sinds {fromAt} niets bereikt. De fout zit vóór onze gateway.',
      unlisted: 'Het log toont geen mail van {sender} sinds {fromAt}.',
    },
    summary: {
      explained:
        'De logs dekken de hele periode tot {toAt}, en tonen geen verbinding vanaf {addresses:het enige adres of bereik|een van de # adressen en bereiken} waarvandaan {sender} zegt te versturen. Is het niet de bevinding hierboven: nog in hun wachtrij, naar een oud adres van ons gestuurd, of poort 25 aan hun kant geblokkeerd.',
      others:
        'De logs dekken de hele tijd tot {toAt}. Mails van {sender} in die tijd: {others}, de laatste om {otherAt} voor {otherRcptTo}; geen noemde {recipient}. Mogelijk: er is een ander adres geschreven, of de mail aan dit adres is nooit verstuurd. Eén vraag beslist: welk adres schreef de afzender precies, en kwam er een fout terug?',
      default:
        'De logs dekken de hele periode tot {toAt}, en tonen geen verbinding vanaf {addresses:het enige adres of bereik|een van de # adressen en bereiken} waarvandaan {sender} zegt te versturen. Mogelijk: nog in hun wachtrij, naar een oud adres van ons gestuurd, of poort 25 aan hun kant geblokkeerd. Eén vraag maakt het uit: met welk adres maakte uw server verbinding, en wat zei het?',
      usedTo:
        'De logs dekken de hele periode tot {toAt}, en tonen geen verbinding vanaf {addresses:het enige adres of bereik|een van de # adressen en bereiken} waarvandaan {sender} zegt te versturen. De laatste mail daarvandaan kwam van {takenServer} ({takenAt}). Mogelijk: nog in hun wachtrij, naar een oud adres van ons gestuurd, of poort 25 aan hun kant geblokkeerd. Eén vraag maakt het uit: met welk adres maakte uw server verbinding, en wat zei het?',
      unlisted:
        'De logs dekken de hele periode tot {toAt} en noemen {sender} nergens. Maar waarvandaan {sender} verstuurt, is niet op te sommen: een server van hen die is afgewezen voordat hij zijn naam noemde, zou hier niet te zien zijn. Wat het uitmaakt: het adres van hun verzendende server. Vraag daarmee opnieuw.',
    },
    steps: {
      askSender:
        'Stuur de logregel van één poging: met welk adres er verbinding is gemaakt, wanneer, en wat er terugkwam. Het bericht hieronder vraagt precies daarom, met een test om te plakken.',
      byHand:
        'Probeer het met de hand op de verzendende server zelf: `telnet {testHost} 25` of `swaks --server {testHost} --quit-after FIRST-HELO`. Werkt dat en lukt het hun server nog steeds niet, dan is het een bezorgprobleem aan hun kant: de wachtrij, de routering, een oud DNS-antwoord. Dan vertelt de regel uit het eigen log het.',
      askAgain: 'Vraag opnieuw met het adres van hun verzendende server: `why {exampleIp}`.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} bereikt ons niet',
      body: 'Goedendag,\n\nTussen {fromAt} en {toAt} zag geen van onze mailgateways ({ourMx}) een verbinding van uw servers. Wilt u ons de logregel van één poging sturen: het wachtrijnummer, de tijd in UTC, uw uitgaande adres, het adres waarmee uw server verbinding maakte, en wat hij terugkreeg?\n\nDeze test, ingetypt op de verzendende server zelf, laat zien of die ons kan bereiken:\n\n  telnet {testHost} 25\n  EHLO your.host.name\n  MAIL FROM:<you@your.domain>\n  RCPT TO:<the recipient>\n  QUIT\n\nof, in één regel:\n\n  swaks --server {testHost} --to recipient@{ourDomain} --quit-after RCPT\n\nAntwoordt er niets, dan is poort 25 onderweg dicht. Krijgt elke regel 250 als antwoord en wacht uw mail nog steeds, dan zit de fout in de wachtrij of de routering van uw server: een vaste route of een oud DNS-antwoord leidt hem misschien ergens anders heen.',
    },
    meaning:
      'Geen regel van het log toont een verbinding van de afzender, en het log is voor die tijd compleet. De mail is dan nooit bij onze gateway gekomen: hij is niet verstuurd, hij ging ergens anders heen, of de weg naar poort 25 is dicht.',
  },
  'sent-from-another-domain': {
    headline: {
      default: 'Hij is gekomen, maar onder een andere naam: {envelopeDomain} verstuurt hem voor {domain}.',
      delivered:
        'Hij is onder een andere naam aangekomen: {envelopeDomain} verstuurt voor {domain}, en onze mailserver heeft hem aangenomen.',
      stopped: 'Hij kwam onder een andere naam ({envelopeDomain} verstuurt voor {domain}) en kwam er niet door.',
    },
    summary: {
      default:
        'Geen mail heeft {domain} als envelopafzender. {count} {count:mail heeft|mails hebben} het in de From-header, en {count:kwam|kwamen} van {server} als {mailFrom} ({count:|laatste keer: }{lastAt}, {id}), voor {rcptTo}.',
    },
    clear: 'Afzender: {domain} verstuurt onder eigen naam.',
    steps: {
      look: 'Zoek op de naam die het mailprogramma toont; regels en blokkeerlijsten van de mailbox kijken misschien naar {envelopeDomain}.',
      rerun: 'Vraag opnieuw om alle mail van die dienst te zien: `why {envelopeDomain}`.',
    },
    meaning:
      'De From-header die een mens ziet en de envelopafzender die servers gebruiken, kunnen verschillen: maildiensten en doorstuurders zetten hun eigen domein in de envelop. Wie alleen op het zichtbare domein zoekt, mist zulke mail.',
  },
  'wrong-window': {
    headline: {
      default: 'In de gevraagde periode is niets gekomen; de dichtstbijzijnde mail: {nearestAt}.',
      delivered: 'In de gevraagde periode is niets gekomen; de dichtstbijzijnde mail is afgeleverd: {nearestAt}.',
    },
    summary: {
      default:
        'Van {fromAt} tot {toAt} was er geen poging van deze afzender. De dichtstbijzijnde: {nearestAt}, {id} van {mailFrom} aan {rcptTo}.',
      delivered:
        'Van {fromAt} tot {toAt} was er geen poging van deze afzender. De dichtstbijzijnde: {nearestAt}, {id} van {mailFrom} aan {rcptTo}, en die is afgeleverd. Is dat niet de mail die wordt gemist, dan is die niet gekomen.',
    },
    clear: 'Periode: er is mail van hen in de gevraagde tijd, de laatste op {nearestAt}.',
    steps: {
      time: 'Ga na hoe laat de gemiste mail was, en in welke tijdzone die tijd is; vraag dan opnieuw.',
    },
    meaning:
      'Een vraag over de verkeerde uren vindt niets. Gateways loggen in hun eigen plaatselijke tijd; een mailheader kan UTC noemen; gisteren kan elders een andere dag zijn. Daarom wordt ook naar de uren eromheen gekeken.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
