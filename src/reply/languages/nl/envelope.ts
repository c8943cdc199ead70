import type { RuleTranslation } from '../../language.ts'
import { debugLog } from './phrases.ts'

/** Causes in the dialogue up to the recipients: encryption, login, sender and recipient addresses. */
export const envelope = {
  'bounce-verification': {
    headline: {
      default:
        'Onze gateway weigerde een bounce of automatisch antwoord: het is geen antwoord op een mail die wij hebben verstuurd.',
    },
    summary: {
      default:
        '{server} bood {count:één keer|# keer} een mail met lege afzender aan voor {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Bounces aan ons moeten het merkteken dragen dat onze gateway op uitgaande mail zet; deze had dat niet.',
    },
    steps: {
      resend:
        'Is het een echt bericht, stuur het dan met een niet-lege envelopafzender; alleen bounces hebben een lege.',
      key: 'Hebben wij de eerste mail wel verstuurd, maar langs een andere weg (een andere gateway, een dienst): deel de sleutel van bounce verification daarmee, of laat voor die policy bounces zonder merkteken toe: Mail Policies > Bounce Verification; Mail Flow Policies.',
    },
    note: {
      subject: 'Een bounce of automatisch antwoord van u is geweigerd',
      body: 'Goedendag,\n\nUw server {server} bood ons een mail aan met een lege envelopafzender, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Zulke mail hoort een antwoord te zijn op een bericht dat wij hebben verstuurd; dat is deze niet (of hij heeft het merkteken verloren waaraan wij de onze herkennen), en daarom is hij geweigerd. Is het een echt bericht, stuur het dan met een niet-lege envelopafzender.',
    },
    meaning:
      'Bounce verification merkt de afzender van uitgaande mail. Een bounce (lege envelopafzender) zonder dat merkteken is een antwoord op iets wat wij niet hebben verstuurd, meestal spam met ons adres als vervalste afzender, en wordt geweigerd.',
  },
  'directory-harvest': {
    headline: {
      default:
        'Onze gateway verbrak de verbinding met de server van de afzender: die noemde te veel onbekende ontvangers.',
    },
    summary: {
      default:
        '{ip} noemde binnen een uur meer dan {limit} ontvangers die niet bestaan; onze gateway zag dat als het raden van adressen en verbrak de verbindingen ({count:|laatste keer: }{cutAt}). Tot het uur om is, gaan goede ontvangers in dezelfde mail met de slechte verloren.',
      unnumbered:
        '{ip} noemde binnen een uur meer ontvangers die niet bestaan dan onze gateway toelaat; die zag dat als het raden van adressen en nam het bericht van {mailFrom} niet aan ({count:|laatste keer: }{cutAt}, {id}). Tot het uur om is, gaan goede ontvangers in dezelfde mail met de slechte verloren.',
    },
    steps: {
      askReply:
        'Kijk in het log van de verzendende server naar de fout van {cutAt}: gaat die over te veel ongeldige ontvangers, dan is het deze limiet; anders niet.',
      clean: 'Haal de adressen die niet bestaan van de verzendlijst; de bounces van de verzendende server noemen ze.',
      raise:
        'Is de afzender welkom: verhoog Max. Invalid Recipients Per Hour in de mail flow policy van zijn groep, of zet {ip} in een groep zonder die grens, en commit.',
    },
    note: {
      subject: 'Mail van {ip} aan {ourDomain} wordt afgebroken: te veel onbekende ontvangers',
      body: 'Goedendag,\n\nUw server {ip} noemde in een uur meer dan {limit} ontvangers die hier niet bestaan, en daarom verbrak onze gateway de verbindingen, {count:op|het laatst op} {cutAt}. Wilt u de adreslijst opschonen? De bounces aan uw kant noemen de adressen. Stuur daarna opnieuw; na een uur begint de telling van voren af aan.',
    },
    meaning:
      'De bescherming tegen het raden van adressen (directory harvest attack prevention) telt de onbekende ontvangers die één adres in een uur noemt. Boven de grens verbreekt de gateway de verbinding, wat er verder ook in zat.',
  },
  'rat-reject': {
    headline: {
      default: 'Onze gateway weigerde de ontvanger: hij neemt geen mail aan voor {domain}.',
      ours: 'Onze gateway weigerde de ontvanger, al is {domain} een domein van ons.',
      relay: 'Onze gateway weigerde mail van ons naar buiten te sturen: {server} mag niet relayen.',
    },
    summary: {
      default:
        '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Het domein staat niet in de Recipient Access Table, en daarom is de ontvanger geweigerd.',
      ours: '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Volgens de configuratie van dit programma is {domain} van ons, maar de Recipient Access Table van de gateway weigert het.',
      relay:
        '{server} bood mail van {mailFrom}, een adres van ons, aan {rcptTo} buiten aan ({count:één keer|# keer}, {lastAt}, {id}). Zijn sender group relayt niet, dus nam onze gateway hem voor een vreemde en weigerde de ontvanger.',
    },
    clear: 'Recipient Access Table: de gateway neemt mail aan voor {domain}.',
    steps: {
      add: 'Is {domain} van ons: voeg het toe in Mail Policies > Recipient Access Table, stel de SMTP-route in (Network > SMTP Routes), en commit.',
      correct: 'Ga de spelling van de ontvanger na, {rcptTo}.',
      relay:
        'Is {server} een mailserver of dienst van ons: voeg hem toe aan de sender group waarvan de policy relayt (RELAYLIST, Mail Policies > HAT Overview), en commit. Laat {domain} buiten de Recipient Access Table.',
      notOurs: 'Zo niet: iemand probeerde via ons als {mailFrom} te versturen, en de weigering was juist.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is geweigerd',
      body: 'Goedendag,\n\nUw server {server} bood ons mail aan van {mailFrom} aan {rcptTo}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Onze gateway neemt geen mail aan voor dat domein en weigerde de ontvanger (550). Wilt u de spelling van het adres nagaan? Klopt die, laat het ons dan weten, en kijk of een MX-record of een vaste route van u mail voor dat domein per ongeluk naar ons leidt.',
    },
    meaning:
      'De Recipient Access Table noemt de domeinen waarvoor de gateway mail aanneemt. Een ontvanger daarbuiten wordt in de dialoog geweigerd (550), want anders zou de gateway een open relay zijn.',
  },
  'rate-limit-host': {
    headline: {
      default:
        'De server van de afzender stuurde meer dan onze gateway hem in een uur toestaat, en is tijdelijk geweigerd.',
    },
    summary: {
      default:
        '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Onze grenzen voor sender group *{group}* (ontvangers per uur of per bericht) waren bereikt, dus is de ontvanger met een tijdelijke fout geweigerd (452); de afzender probeert het opnieuw.',
    },
    steps: {
      raise:
        'Is de afzender welkom: zet {ip} van {group} over naar een groep met een hogere grens, of verhoog Max. Recipients Per Hour in de mail flow policy ervan, en commit.',
      slower:
        'Stuur naar minder ontvangers per uur en per bericht; wat tijdelijk is geweigerd, wordt vanzelf opnieuw gestuurd.',
    },
    note: {
      subject: 'Mail van {ip} aan {ourDomain} is tijdelijk geweigerd: te veel in een uur',
      body: 'Goedendag,\n\nUw server {server} stuurde naar meer ontvangers dan onze gateway van hem aanneemt, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. De mail is met een tijdelijke fout geweigerd, niet voorgoed. Wilt u zulke mail over meer tijd spreiden, en ons laten weten of dit een vaste dienst is, zodat wij de grens kunnen verhogen?',
    },
    meaning:
      'Receiving Control is het deel van een mail flow policy dat ontvangers per uur, per bericht en per afzender begrenst. Daarboven krijgt elke ontvanger 452 als antwoord: probeer het later. Servers met een slechte of geen reputatie krijgen vaak een lage grens.',
  },
  'recipient-unknown': {
    headline: { default: 'Onze gateway weigerde de ontvanger: niemand hier heeft dat adres.' },
    summary: {
      default:
        '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Onze directory kent het adres niet, dus is de ontvanger geweigerd; de afzender hoorde dat meteen.',
    },
    steps: {
      test: 'Vraag het de directory zoals de gateway het doet: `ldaptest`, de accept-query, het adres {rcptTo}.',
      add: 'Hoort het adres te bestaan: voeg het toe (proxyAddresses in Active Directory) en wacht tot de directory is gerepliceerd; een nieuwe mailbox kan enkele minuten nodig hebben.',
      correct:
        'Ga de spelling van {rcptTo} na, en een oude vermelding in het adresboek of in de lijst voor automatisch aanvullen.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is geweigerd: onbekend adres',
      body: 'Goedendag,\n\nUw server {server} bood ons mail aan van {mailFrom} aan {rcptTo}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Dat adres is hier niet bekend, dus weigerde onze gateway de ontvanger (550). Wilt u de spelling nagaan, en het oude adres uit adresboeken en lijsten halen?',
    },
    meaning:
      'De gateway vraagt de directory (LDAP accept) of een ontvanger bestaat terwijl de afzender wacht, en weigert wie hij niet kent. De afzender krijgt de fout meteen, als bounce van zijn eigen server.',
  },
  'sender-domain-nonexistent': {
    headline: {
      default: 'Onze gateway weigerde het afzenderadres: volgens de DNS bestaat het domein niet.',
      mended: 'Onze gateway weigerde het afzenderadres: het domein bestond toen niet in de DNS. Nu wel.',
    },
    summary: {
      default:
        '{server} wilde versturen als {mailFrom}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). Onze gateway zocht {domain} op, kreeg te horen dat het niet bestaat, en weigerde het adres voordat er mail werd aangeboden.',
      mended:
        '{server} wilde versturen als {mailFrom}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). Onze gateway kreeg toen te horen dat {domain} niet bestaat, en weigerde het adres. Nu bestaat het, dus een nieuwe poging hoort te slagen.',
    },
    clear: 'Afzenderdomein: {domain} bestaat, en de gateway heeft het afzenderadres geaccepteerd.',
    steps: {
      publish:
        'Publiceer een MX- of adresrecord voor {domain}, of verstuur vanaf een domein dat bestaat: bounces moeten terug kunnen.',
      check: 'Vraag het de DNS zoals de gateway het doet.',
      except:
        'Kan het niet wachten: zet {mailFrom} in de uitzonderingen op de afzendercontrole (Mail Policies > Exception Table), en commit.',
      again: 'Stuur de mail opnieuw: het domein bestaat nu in de DNS.',
      flush: 'Weigert de gateway nog steeds, dan onthoudt hij misschien het oude antwoord: leeg zijn DNS-cache.',
    },
    note: {
      subject: 'Uw afzenderadres wordt geweigerd: {domain} bestaat niet',
      body: 'Goedendag,\n\nUw server {server} wilde mail versturen als {mailFrom}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Onze gateway weigerde die envelopafzender, omdat {domain} volgens de DNS niet bestaat. Wilt u de spelling van het afzenderadres nagaan in het systeem dat verstuurt, en een MX- of adresrecord voor {domain} publiceren, zodat bounces terug kunnen? Stuur de mail daarna opnieuw.',
    },
    noteByVariant: {
      mended: {
        subject: 'Wilt u opnieuw sturen? {domain} bestaat nu',
        body: 'Goedendag,\n\nUw server {server} wilde mail sturen als {mailFrom} ({count:één keer|# keer}, {lastAt}). Onze gateway weigerde die envelopafzender, omdat de DNS toen zei dat {domain} niet bestaat. Vandaag bestaat het, dus er hoeft niets te veranderen: wilt u de mail opnieuw sturen? Hebt u niets veranderd, kijk dan of alle nameservers van {domain} hetzelfde antwoorden.',
      },
    },
    meaning:
      'Voordat de gateway een mail aanneemt, controleert hij of het domein van de envelopafzender bestaat: eerst de MX, dan de adressen van de MX. Antwoordt de DNS dat die naam niet bestaat, dan wordt de afzender definitief geweigerd (5xx), en begint er geen bericht.',
  },
  'sender-domain-unresolvable': {
    headline: {
      default: 'Onze gateway weigerde de mail tijdelijk: de DNS gaf geen antwoord over het domein van de afzender.',
      mended:
        'Onze gateway weigerde de mail tijdelijk: de DNS gaf toen geen antwoord over het domein van de afzender. Nu wel.',
    },
    summary: {
      default:
        '{server} wilde versturen als {mailFrom}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). De opzoeking van {domain} mislukte of duurde te lang, dus is het adres voor dit moment geweigerd (4xx); de afzender probeert het opnieuw.',
      mended:
        '{server} wilde versturen als {mailFrom}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). De opzoeking van {domain} mislukte of duurde te lang, dus is het adres voor dat moment geweigerd (4xx). Voor dit antwoord gevraagd, is {domain} wel te vinden: toen niet, of onze gateway vraagt een resolver die faalt. De afzender probeert het opnieuw.',
    },
    steps: {
      check:
        'Vraag het de DNS zoals de gateway het doet. Mislukken veel domeinen, herstel dan onze resolver; is het alleen dit, dan ligt het aan de nameservers ervan.',
      flush: 'Is het verholpen, leeg dan de cache van de gateway.',
      compare:
        'Vraag het de DNS zoals de gateway het doet. Antwoordt hij daar ook, dan is de storing voorbij; zo niet, herstel onze resolver.',
      mend: 'Ga na of alle nameservers van {domain} antwoorden, ook over TCP, en of de DNSSEC-handtekeningen geldig zijn.',
    },
    note: {
      subject: 'Wij kunnen uw domein {domain} niet opzoeken',
      body: 'Goedendag,\n\nUw server {server} wilde mail versturen als {mailFrom}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Onze gateway kon {domain} niet opzoeken: de opzoeking mislukte of duurde te lang, dus is de mail met een tijdelijke fout geweigerd. Wilt u nagaan of alle nameservers van {domain} antwoorden (ook over TCP) en of de DNSSEC-handtekeningen geldig zijn? Uw server hoort het vanzelf opnieuw te proberen.',
    },
    meaning:
      'Voordat de gateway een mail aanneemt, zoekt hij het domein van de envelopafzender op. Een opzoeking die mislukt (SERVFAIL) of geen antwoord krijgt, zegt niets over het domein; de afzender wordt dus alleen voor dit moment geweigerd.',
  },
  'sender-malformed': {
    headline: { default: 'Onze gateway weigerde het afzenderadres: het is geen volledig mailadres.' },
    summary: {
      default:
        '{server} noemde de envelopafzender {sender}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}); onze gateway weigerde die: {reason}.',
    },
    steps: {
      mend: 'Stel in het systeem dat verstuurt een volledig adres (naam, @, domein) in als envelopafzender: vaak is het een printer, scanner of script.',
      except:
        'Kan het systeem niet worden aangepast: zet het in de uitzonderingen op de afzendercontrole (Mail Policies > Exception Table), of laat de mail flow policy van zijn groep een standaarddomein toevoegen.',
    },
    note: {
      subject: 'Uw afzenderadres is niet geldig',
      body: 'Goedendag,\n\nUw server {server} wilde mail versturen met de envelopafzender {sender}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Onze gateway weigerde die, omdat het geen volledig mailadres is ({reason}). Wilt u in het systeem dat verstuurt een envelopafzender met een domein instellen, en de mail dan opnieuw sturen?',
    },
    meaning:
      'De envelopafzender (MAIL FROM) moet een adres met een domein zijn, of leeg bij een bounce. Al het andere wordt geweigerd, omdat er niets naar kan worden teruggestuurd.',
  },
  'smtp-auth-failed': {
    headline: {
      default: 'De afzender kon niet inloggen op onze gateway.',
      required: 'Onze gateway vraagt deze afzender in te loggen, en dat deed hij niet.',
    },
    summary: {
      default:
        '{server} probeerde {count:één keer|# keer} in te loggen als {user} ({count:|laatste keer: }{lastAt}, {id}) en is afgewezen. Zonder login mag hij niet via deze listener versturen.',
      required:
        '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}, {id}) zonder in te loggen, wat de mail flow policy van zijn groep vereist.',
    },
    steps: {
      password:
        'Controleer de gebruikersnaam en het wachtwoord in het programma of apparaat dat verstuurt; meestal is het wachtwoord gewijzigd.',
      profile: 'Controleer het account en het profiel voor SMTP-authenticatie: Network > SMTP Authentication.',
    },
    meaning:
      'Gebruikers en apparaten die via de gateway versturen, loggen in (SMTP AUTH). Mislukt dat, of ontbreekt het waar het vereist is, dan wordt er niets van hen aangenomen. Mail tussen organisaties heeft geen login nodig.',
  },
  'tls-handshake-failed': {
    headline: {
      ours: 'Versleuteling met onze gateway mislukt, ook bij onze eigen test: de fout ligt bij ons.',
      later: 'Een TLS-handshake met de afzender mislukte; hij kwam terug, en zijn mail is aangenomen.',
      default: 'De server van de afzender en onze gateway werden het niet eens over versleuteling, en hij gaf het op.',
    },
    summary: {
      ours: '{server} begon {count:één keer|# keer} TLS ({count:|laatste keer: }{lastAt}), en de handshake mislukte ({reason}). Onze eigen test van {listener} ook ({detail}): het certificaat of de TLS-instellingen van de listener zijn de fout, en elke afzender die versleuteling eist heeft er last van.',
      later:
        '{server} begon {count:één keer|# keer} TLS ({count:|laatste keer: }{lastAt}), en de handshake mislukte ({reason}). Hij kwam terug om {cameAt}, en mail van hem is aangenomen.',
      default:
        '{server} begon {count:één keer|# keer} TLS ({count:|laatste keer: }{lastAt}), en de handshake mislukte ({reason}). Zonder versleuteling bood hij geen mail aan.',
      changed:
        '{server} begon {count:één keer|# keer} TLS ({count:|laatste keer: }{lastAt}), en de handshake mislukte ({reason}). Zonder versleuteling bood hij geen mail aan. Wat er is veranderd: de laatste mail van deze afzender die is aangenomen ({takenAt}), kwam van {takenServer}.',
    },
    clear: 'TLS: de verbinding was versleuteld ({protocol}).',
    steps: {
      offer:
        'Kijk wat de listener aanbiedt (versies, ciphers, certificaat met de hele keten) en vernieuw of verruim het: System Administration > SSL Configuration; Network > Certificates; daarna commit.',
      askSender: 'Laat weten welke TLS-versies en ciphers uw server aanbiedt, en wat zijn log over de handshake zegt.',
      debugLog,
    },
    note: {
      subject: 'TLS tussen {ip} en {ourDomain} mislukt',
      body: 'Goedendag,\n\nUw server {server} begint TLS met onze gateway ({ourMx}) en de handshake mislukt: {reason}. Dit gebeurde {count:één keer|# keer}, {count:op|het laatst op} {lastAt}; daarna werd er geen mail aangeboden. Wilt u ons laten weten wat uw log erover zegt, welke TLS-versies en ciphers uw server aanbiedt, en of hij ons certificaat controleert? Wij kijken naar wat wij aanbieden.',
    },
    meaning:
      'Na STARTTLS worden de twee servers het eens over een versie, een cipher en een certificaat. Lukt dat niet, dan zegt de regel TLS failed; een afzender die op versleuteling staat, houdt de mail dan bij zich. Nadat er een bericht is ontvangen, is dezelfde regel onschuldig.',
  },
  'tls-required': {
    headline: { default: 'Onze gateway vraagt deze afzender om versleuteling, en zijn server gebruikte die niet.' },
    summary: {
      default:
        '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}, {id}) en wilde zonder STARTTLS versturen. De mail flow policy van sender group *{group}* vereist TLS, dus is er geen mail aangenomen.',
    },
    steps: {
      enable: 'Zet STARTTLS aan voor uitgaande mail naar ons; het bericht hieronder zegt dat.',
      relax:
        'Kan dat niet: zet TLS op Preferred in de mail flow policy van {group}, of zet {ip} in een groep waarvan de policy het niet vereist, en commit.',
    },
    note: {
      subject: 'Mail van {ip} aan {ourDomain} moet versleuteld zijn',
      body: 'Goedendag,\n\nUw server {server} wilde ons mail zonder versleuteling sturen, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Voor uw domein vereisen wij TLS. Wilt u op die server STARTTLS aanzetten voor mail aan {ourDomain} (een firewall onderweg die STARTTLS wegstreept, heeft hetzelfde effect), en de mail daarna opnieuw sturen?',
    },
    meaning:
      'Een mail flow policy kan TLS vereisen van een groep afzenders. Een server die geen STARTTLS zegt, krijgt een fout op elke opdracht waarmee hij mail zou sturen, en er begint geen bericht.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
