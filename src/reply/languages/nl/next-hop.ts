import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** Causes between the gateway and the next server: ours inside, or another house's. */
export const nextHop = {
  'next-hop-defers': {
    headline: {
      default: 'De mail is bij ons en wacht: de mailserver binnen zegt “probeer het later”.',
      outbound: 'Onze mail is nog bij ons: de mailserver van de ontvanger zegt “probeer het later”.',
      onward: 'De mail is bij ons en wacht: de server waaraan hij wordt doorgestuurd zegt “probeer het later”.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}, na {tries} {tries:poging|pogingen}). Onze gateway blijft het proberen.',
      until:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}, na {tries} {tries:poging|pogingen}). De volgende poging staat gepland voor {untilAt}.',
    },
    steps: {
      mend: 'Verhelp waar de volgende server over klaagt: geen ruimte, te druk, greylisting, een grens voor onze gateway (Exchange Online: inbound connector met enhanced filtering).',
      status: 'Kijk hoe de bestemming ervoor staat en hoeveel erop wacht.',
      now: 'Is het verholpen, probeer het dan meteen in plaats van te wachten.',
      patience: 'Opnieuw sturen hoeft niet: hij gaat vanzelf zodra die server hem aanneemt.',
      askThem:
        'Duurt het langer dan een uur (greylisting duurt enkele minuten): hun beheerder ziet waarom die server ons laat wachten; het bericht hieronder vraagt het.',
      passedOn:
        'Kijk van wie die server is en of de mail daarheen moet: de alias of doorzending die hem naar {rcptTo} stuurt.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is aan onze kant vertraagd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en wacht op een mailserver van ons die het druk heeft. U hoeft niets te doen: het wordt geprobeerd tot hij erdoor is. Krijgt u toch een foutmelding, wilt u hem dan opnieuw sturen?',
    },
    noteToRecipient: {
      subject: 'Uw mailserver laat onze mail aan {rcptTo} wachten',
      body: 'Goedendag,\n\nMail van {mailFrom} aan {rcptTo} wacht sinds {lastAt} op onze gateway. Uw server {nextHop} antwoordt onze server {ourAddress} met {code} {reply} ({tries:één keer|# keer}, laatst op {triedAt}). Wilt u kijken waarom hij ons laat wachten (greylisting, een volle schijf, een grens voor ons adres)? Onze gateway blijft het proberen; er hoeft niets opnieuw te worden gestuurd.',
    },
    meaning:
      'Delayed: de volgende server (Exchange, Microsoft 365, een ander relay) antwoordde met een 4xx-code, en dat betekent niet nu. De gateway bewaart de mail en probeert het opnieuw, standaard drie dagen, voordat hij het opgeeft.',
  },
  'next-hop-dns': {
    headline: {
      default: 'De mail is bij ons en wacht: onze gateway kan niet vinden waar hij hem moet afleveren (DNS).',
      bounced:
        'Onze gateway nam de mail aan, kon niet vinden waar hij hem moest afleveren (DNS), en stuurde hem terug.',
      outbound: 'Onze mail is nog bij ons: de DNS zegt niet waar mail voor {destination} heen gaat.',
      outboundBounced: 'De afzender kreeg onze mail terug: de DNS kent geen mailserver voor {destination}.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). Opzoeken waar mail voor {destination} heen gaat, mislukt (laatste poging: {triedAt}), dus wacht hij in onze wachtrij.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). Opzoeken waar mail voor {destination} heen gaat, mislukte ({triedAt}): {reply}. De mail is teruggestuurd naar de afzender.',
    },
    steps: {
      ask: 'Vraag het de DNS zoals de gateway het doet, en vergelijk met zijn SMTP-routes (Network > SMTP Routes).',
      flush: 'Is het verholpen, leeg dan de DNS-cache van de gateway en laat hem het meteen proberen met `delivernow`.',
      spelling:
        'Controleer de spelling van {rcptTo} bij de ontvanger; klopt die, dan moet hun beheerder de DNS herstellen.',
      theirs: 'Hun beheerder herstelt de DNS van {destination}; het bericht hieronder zegt wat wij zien.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} kon niet worden afgeleverd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} aan {rcptTo} van {lastAt} is door onze gateway aangenomen en kon niet worden afgeleverd, door een fout in onze routering. Wij verhelpen die. Hebt u een foutmelding gekregen, wilt u de mail dan opnieuw sturen zodra wij het u laten weten?',
    },
    noteToRecipient: {
      subject: 'Wij kunnen niet opzoeken waar mail voor {destination} heen gaat',
      body: 'Goedendag,\n\nOnze server kan mail van {mailFrom} aan {rcptTo} niet afleveren (bij ons sinds {lastAt}): het opzoeken van de MX van {destination} mislukt, laatst op {triedAt}. Wilt u kijken of al uw nameservers voor {destination} antwoorden, en of DNSSEC in orde is? Onze gateway blijft het proberen.',
    },
    noteToColleague: {
      subject: 'Je mail aan {rcptTo} is teruggekomen',
      body: 'Goedendag,\n\nje mail aan {rcptTo} van {lastAt} is niet aangekomen: er is geen mailserver voor het domein {destination}. Controleer de spelling van het adres, of vraag de ontvanger om het juiste, en stuur hem dan opnieuw.',
    },
    meaning:
      'Om een mail af te leveren zoekt de gateway de route of MX van het domein op. Bestaat de naam niet, dan wordt de mail teruggestuurd (5.1.2, zonder enige verbinding: DCID 0); mislukt de opzoeking op dit moment, dan wacht hij.',
  },
  'next-hop-refuses': {
    headline: {
      default: 'Onze gateway nam de mail aan, maar de mailserver binnen weigerde hem, en de afzender kreeg hem terug.',
      unknown: 'Onze gateway nam de mail aan, maar de mailserver binnen kent de ontvanger niet.',
      outbound: 'De mailserver van de ontvanger weigerde onze mail, en de afzender kreeg hem terug.',
      outboundUnknown: 'De mailserver van de ontvanger kent dat adres niet, en de afzender kreeg onze mail terug.',
      onward: 'Onze gateway stuurde de mail door, maar de server daar weigerde hem, en de afzender kreeg hem terug.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}), en onze gateway stuurde de mail terug naar de afzender.',
      outbound:
        'De mail van {mailFrom} aan {rcptTo} is aan de server van de ontvanger aangeboden ({triedAt}, {id}). Die antwoordde {code} “{reply}”, en onze gateway stuurde de mail terug naar de afzender.',
      unsaid:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en teruggestuurd naar de afzender ({triedAt}): {status}, {reason}. Dat zijn de woorden van onze gateway; wat de volgende server antwoordde, staat niet in dit log.',
    },
    steps: {
      askThem:
        'Klopt het adres, vraag dan de beheerder van de ontvanger waarom hun server dit antwoordde; geef het tijdstip en hun antwoord woordelijk.',
      mend: 'Verhelp waar de volgende server over klaagt: geen zulke mailbox, een connector die onze gateway niet binnenlaat, een maximale grootte, een transportregel.',
      earlier:
        'Laat de gateway zelf de ontvangers kennen (LDAP accept-query op de listener): dan wordt een fout adres meteen geweigerd.',
      trace,
      correct: 'Controleer het adres {rcptTo} bij de ontvanger, en haal het oude uit het adresboek.',
      ourAddress:
        'Die server wil ons adres niet. Kijk of het op de lijst staat die het antwoord noemt, zoek uit wat ervandaan ging, en vraag om verwijdering; het andere domein kan dat niet verhelpen.',
      ourNames:
        'Die server gelooft niet dat de mail van {senderDomain} is. `dns {senderDomain}` vraagt het hier: het domein moet bestaan in de DNS, het SPF-record moet het adres bevatten waar de mail vandaan kwam, en de gateway moet er met DKIM voor ondertekenen.',
      smaller:
        'Stuur een link in plaats van het bestand, of splits het: die server neemt geen mail van deze grootte aan.',
      full: 'Bereik de ontvanger op een andere manier: de mailbox neemt niets meer aan. Stuur opnieuw als er ruimte is.',
      passedOn:
        'Kijk van wie die server is en of de mail daarheen moet: de alias of doorzending die hem naar {rcptTo} stuurt. Een server die SPF controleert, weigert wat onder de oorspronkelijke afzender wordt doorgestuurd.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is teruggekomen',
      body: 'Goedendag,\n\nUw mail van {mailFrom} aan {rcptTo} van {lastAt} is door onze gateway aangenomen en door de mailserver erachter geweigerd: {code} {reply}. Wilt u het adres nagaan? Klopt het, stuur de mail dan opnieuw als wij u laten weten dat de fout is verholpen.',
    },
    noteToRecipient: {
      subject: 'Uw mailserver weigert onze mail aan {rcptTo}',
      body: 'Goedendag,\n\nOnze server {ourAddress} bood de uwe, {nextHop}, mail van {mailFrom} aan {rcptTo} aan op {triedAt}. Die werd geweigerd: {code} {reply}. Wilt u in uw log kijken waarom, en ons laten weten wat er moet veranderen, bij u of bij ons?',
    },
    noteToColleague: {
      subject: 'Je mail aan {rcptTo} is teruggekomen',
      body: 'Goedendag,\n\nje mail aan {rcptTo} van {lastAt} is niet aangekomen: de mailserver van de ontvanger weigerde hem met de woorden “{reply}” ({code}). Met onze eigen mail is niets mis. Verhelp wat dat antwoord noemt (het adres, de grootte van de mail, een volle mailbox) en stuur hem dan opnieuw.',
    },
    meaning:
      'Bounced: de volgende server antwoordde met een 5xx-code, en dat betekent nooit. De gateway geeft het meteen op en stuurt de mail terug naar de afzender. De tekst tussen de haken is van die server zelf.',
  },
  'next-hop-tls': {
    headline: {
      default: 'De mail is bij ons en wacht: de versleuteling met de mailserver binnen mislukt.',
      bounced:
        'Onze gateway nam de mail aan, maar de versleuteling met de mailserver binnen mislukte, en hij ging terug.',
      outbound: 'Onze mail is nog bij ons: de versleuteling met de mailserver van de ontvanger mislukt.',
      outboundBounced:
        'De versleuteling met de mailserver van de ontvanger mislukte, en de afzender kreeg onze mail terug.',
      onward: 'De mail is bij ons en wacht: de versleuteling met de server waaraan hij wordt doorgestuurd mislukt.',
      onwardBounced: 'De versleuteling met de server waaraan de mail wordt doorgestuurd mislukte, en hij ging terug.',
      maybe: 'De mail is bij ons en wacht, misschien omdat de versleuteling met de volgende server mislukt.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). TLS met de volgende server mislukt (laatste poging: {triedAt}, {detail}), en zonder TLS mag onze gateway er niet naartoe sturen.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). TLS met de volgende server mislukte ({triedAt}, {detail}); zonder TLS mag onze gateway er niet naartoe sturen, dus stuurde hij de mail terug naar de afzender.',
      near: 'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en wacht. TLS met een server waar mail voor {destination} heen gaat mislukt (laatste poging: {triedAt}, {detail}), en zonder TLS mag onze gateway er niet naartoe sturen. Die regels noemen die server en geen mail.',
      maybe:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en wacht. Rond de tijd van een poging ({failedAt}) mislukte TLS met {nextHop} ({detail}), wat onze gateway daar vereist. Die regels noemen geen mail, en niets wat gelezen is zegt of mail voor {destination} naar die server gaat.',
    },
    steps: {
      renew: 'Bekijk het certificaat, de keten en de TLS-versies van de volgende server; vernieuw wat is verlopen.',
      relax:
        'Kijk wat er voor {destination} is vereist: Mail Policies > Destination Controls (TLS Required, Required - Verify). Zet het alleen op Preferred als dat aanvaardbaar is; daarna commit.',
      now: 'Werkt het weer, probeer het dan meteen in plaats van te wachten.',
      theirs:
        'Hun beheerder bekijkt het certificaat, de keten en de TLS-versies van die server; het bericht hieronder zegt wat wij zagen.',
      test: 'Bekijk het zoals de gateway: `tlsverify`, het domein {destination}.',
      whose:
        'Kijk of mail voor {destination} naar {nextHop} gaat: de MX ervan, en onze SMTP-routes (Network > SMTP Routes). Zo niet, dan wacht hij op iets anders.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is aan onze kant vertraagd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en wacht, omdat een versleutelde verbinding binnen ons netwerk mislukt. De fout ligt aan onze kant; u hoeft niets te doen. Krijgt u toch een foutmelding, wilt u hem dan opnieuw sturen?',
    },
    noteToRecipient: {
      subject: 'TLS met uw mailserver mislukt',
      body: 'Goedendag,\n\nOnze server {ourAddress} moet zijn mail aan {destination} versleutelen, en TLS met uw server {nextHop} mislukt, laatst op {triedAt}: {detail}. Mail van {mailFrom} aan {rcptTo} wordt er sinds {lastAt} voor vastgehouden. Wilt u kijken of die server STARTTLS met TLS 1.2 of hoger aanbiedt, en of zijn certificaat geldig is, met de hele keten, voor de naam in uw MX?',
    },
    meaning:
      'Destination Controls kunnen TLS vereisen voor een bestemming. Biedt de volgende server het niet aan, of klopt zijn certificaat niet, dan wacht de mail in de wachtrij en wordt hij ten slotte teruggestuurd.',
  },
  'next-hop-unreachable': {
    headline: {
      default: 'De mail is bij ons en wacht: de mailserver binnen is niet bereikbaar.',
      bounced: 'Onze gateway nam de mail aan, kon de mailserver binnen niet bereiken, en gaf het op.',
      queued: 'De mail is bij ons en wacht; nergens in het log staat waarop.',
      retry: 'De mail is bij ons en wacht op zijn volgende poging; nergens in het log staat wat er misging.',
      outbound: 'Onze mail is nog bij ons: de mailserver van de ontvanger is niet bereikbaar.',
      outboundBounced: 'De mailserver van de ontvanger was niet te bereiken, en de afzender kreeg onze mail terug.',
      onward: 'De mail is bij ons en wacht: de server waaraan hij wordt doorgestuurd is niet bereikbaar.',
      onwardBounced: 'Onze gateway kon de server waaraan hij de mail doorstuurt niet bereiken, en gaf het op.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en staat in onze wachtrij. De volgende server, {nextHop}, antwoordt niet: {detail} (laatste poging: {triedAt}). Onze gateway blijft het proberen.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server, {nextHop}, antwoordde niet: {detail}. De mail is opgegeven ({triedAt}) en teruggestuurd naar de afzender.',
      queued:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en in de wachtrij gezet om af te leveren ({triedAt}); sindsdien staat er geen poging in het log. Dat past bij een volgende server die plat ligt, en bij een bestemming die haar grens heeft bereikt. De status ervan op de gateway zegt welk van de twee.',
      retry:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). Een poging ({triedAt}) bracht hem er niet door, en geen regel zegt waarom; de volgende staat gepland voor {untilAt}. Dat past bij een volgende server die plat ligt, TLS weigert of “later” zegt. De status ervan op de gateway zegt meer.',
    },
    steps: {
      reach:
        'Zoek uit waarom hij op zijn poort niet antwoordt: draait hij, laat de firewall de gateway door, klopt de SMTP-route? Met de hand vanaf de gateway:',
      status: 'Kijk hoe de bestemming ervoor staat en hoeveel erop wacht.',
      now: 'Antwoordt hij weer, probeer het dan meteen in plaats van te wachten.',
      theirMx:
        'Kijk of hun mail daar nog heen gaat (MX), en of een SMTP-route van ons ergens anders heen leidt (Network > SMTP Routes).',
      theirs:
        'Hun beheerder ziet of de server draait en of een firewall ons adres tegenhoudt; het bericht hieronder vraagt het.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is aan onze kant vertraagd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en kon nog niet worden doorgegeven, omdat een mailserver van ons niet bereikbaar is. De fout ligt aan onze kant. Krijgt u er een foutmelding over, wilt u de mail dan opnieuw sturen zodra wij het u laten weten? Anders hoeft u niets te doen.',
    },
    noteToRecipient: {
      subject: 'Wij kunnen uw mailserver niet bereiken: {nextHop}',
      body: 'Goedendag,\n\nOnze server {ourAddress} kan mail van {mailFrom} aan {rcptTo} niet afleveren (bij ons sinds {lastAt}): uw mailserver {nextHop} antwoordt niet op poort {port} ({detail}), laatst op {triedAt}. Wilt u kijken of hij draait, of uw MX er nog naar wijst, en of een firewall ons adres tegenhoudt?',
    },
    meaning:
      'De gateway heeft de mail aangenomen en kan geen verbinding maken met de server waar hij heen moet (geweigerd, time-out, afgebroken). Hij blijft in de wachtrij, standaard drie dagen, en het wordt steeds opnieuw geprobeerd.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
