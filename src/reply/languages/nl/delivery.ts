import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** Causes on the way from the gateway to the next server, and what arrived. */
export const delivery = {
  delivered: {
    headline: { default: 'Hij is aangekomen: onze mailserver heeft hem aangenomen ({deliveredAt}).' },
    summary: {
      default:
        '{id} van {mailFrom} aan {rcptTo}{about} is afgeleverd bij {nextHop}, met als antwoord `{response}`. Daarna ziet onze gateway hem niet meer.',
      noResponse:
        '{id} van {mailFrom} aan {rcptTo}{about} is afgeleverd bij {nextHop}, die hem aannam. Daarna ziet onze gateway hem niet meer.',
    },
    steps: {
      look: 'Kijk in Ongewenste e-mail, in andere mappen en in de regels van de mailbox.',
      traceId: 'Mailteam: message trace voor `<{messageId}>`, {deliveredAt}.',
      trace: 'Mailteam: message trace voor mail van {mailFrom}, {deliveredAt}.',
    },
    meaning:
      'Message done: de volgende server nam de mail aan en stond ervoor in; in zijn antwoord staat vaak zijn eigen wachtrijnummer. Wat er daarna gebeurt (ongewenste mail, regels, een andere mailbox), weet alleen die server.',
  },
  'delivered-to-some': {
    headline: { default: 'Hij is bij een deel van de ontvangers aangekomen, en bij andere niet.' },
    summary: {
      default:
        '{id} van {mailFrom}{about} is aangekomen bij {reached} ({deliveredAt}). Niet bij {missed}; wat hem daar tegenhield, staat hieronder.',
    },
    steps: {
      ask: 'Vraag opnieuw met de ontvanger die hem mist, om alleen die weg te zien.',
      trace,
    },
    meaning:
      'Een mail met meer ontvangers kan het bij elk anders vergaan: de een wordt in de dialoog geweigerd, een ander houdt een eigen policy vast, een derde krijgt hem.',
  },
  'delivery-expired': {
    headline: {
      default: 'Onze gateway probeerde de mail af te leveren tot zijn tijd om was, en stuurde hem toen terug.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). Hij kon niet aan de volgende server worden gegeven ({reply}) en is als te oud opgegeven ({triedAt}). De afzender kreeg een foutmelding.',
    },
    steps: {
      outage:
        'Zoek uit hoe lang de volgende server weg was en wie er nog meer op wachtte: alle mail van die tijd is zo teruggekomen.',
      resend: 'Vraag de afzenders van die tijd om opnieuw te sturen.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt}: wilt u hem opnieuw sturen?',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en kon aan onze kant niet worden afgeleverd voordat zijn tijd in de wachtrij om was. De fout ligt bij ons. Wilt u hem opnieuw sturen?',
    },
    meaning:
      'Een mail die niet kan worden afgeleverd, wacht een beperkte tijd in de wachtrij (standaard 72 uur of 100 pogingen). Daarna wordt hij teruggestuurd met 5.4.7, Delivery expired. De reden staat bij de pogingen daarvoor.',
  },
  'next-hop-defers': {
    headline: { default: 'De mail is bij ons en wacht: de mailserver binnen zegt “probeer het later”.' },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}, na {tries} {tries:poging|pogingen}). Onze gateway blijft het proberen.',
      until:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}, na {tries} {tries:poging|pogingen}). Volgende poging: {until} (klok van de gateway).',
    },
    steps: {
      mend: 'Verhelp waar de volgende server over klaagt: geen ruimte, te druk, greylisting, een grens voor onze gateway (Exchange Online: inbound connector met enhanced filtering).',
      status: 'Kijk hoe de bestemming ervoor staat en hoeveel erop wacht.',
      now: 'Is het verholpen, probeer het dan meteen in plaats van te wachten.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is aan onze kant vertraagd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en wacht op een mailserver van ons die het druk heeft. U hoeft niets te doen: het wordt geprobeerd tot hij erdoor is. Krijgt u toch een foutmelding, wilt u hem dan opnieuw sturen?',
    },
    meaning:
      'Delayed: de volgende server (Exchange, Microsoft 365, een ander relay) antwoordde met een 4xx-code, en dat betekent niet nu. De gateway bewaart de mail en probeert het opnieuw, standaard drie dagen, voordat hij het opgeeft.',
  },
  'next-hop-dns': {
    headline: {
      default: 'De mail is bij ons en wacht: onze gateway kan niet vinden waar hij hem moet afleveren (DNS).',
      bounced:
        'Onze gateway nam de mail aan, kon niet vinden waar hij hem moest afleveren (DNS), en stuurde hem terug.',
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
    },
    note: {
      subject: 'Uw mail aan {rcptTo} kon niet worden afgeleverd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} aan {rcptTo} van {lastAt} is door onze gateway aangenomen en kon niet worden afgeleverd, door een fout in onze routering. Wij verhelpen die. Hebt u een foutmelding gekregen, wilt u de mail dan opnieuw sturen zodra wij het u laten weten?',
    },
    meaning:
      'Om een mail af te leveren zoekt de gateway de route of MX van het domein op. Bestaat de naam niet, dan wordt de mail teruggestuurd (5.1.2, zonder enige verbinding: DCID 0); mislukt de opzoeking op dit moment, dan wacht hij.',
  },
  'next-hop-refuses': {
    headline: {
      default: 'Onze gateway nam de mail aan, maar de mailserver binnen weigerde hem, en de afzender kreeg hem terug.',
      unknown: 'Onze gateway nam de mail aan, maar de mailserver binnen kent de ontvanger niet.',
      outbound: 'De mailserver van de ontvanger weigerde onze mail, en de afzender kreeg hem terug.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}), en onze gateway stuurde de mail terug naar de afzender.',
      unknown:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}), en onze gateway stuurde de mail terug naar de afzender.',
      outbound:
        'De mail van {mailFrom} aan {rcptTo} is aan de server van de ontvanger aangeboden ({triedAt}, {id}). Die antwoordde {code} “{reply}”, en onze gateway stuurde de mail terug naar de afzender.',
    },
    steps: {
      askThem:
        'Klopt het adres, vraag dan de beheerder van de ontvanger waarom hun server dit antwoordde; geef het tijdstip en hun antwoord woordelijk.',
      mend: 'Verhelp waar de volgende server over klaagt: geen zulke mailbox, een connector die onze gateway niet binnenlaat, een maximale grootte, een transportregel.',
      earlier:
        'Laat de gateway zelf de ontvangers kennen (LDAP accept-query op de listener): dan wordt een fout adres meteen geweigerd.',
      trace,
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is teruggekomen',
      body: 'Goedendag,\n\nUw mail van {mailFrom} aan {rcptTo} van {lastAt} is door onze gateway aangenomen en door de mailserver erachter geweigerd: {code} {reply}. Wilt u het adres nagaan? Klopt het, stuur de mail dan opnieuw als wij u laten weten dat de fout is verholpen.',
    },
    meaning:
      'Bounced: de volgende server antwoordde met een 5xx-code, en dat betekent nooit. De gateway geeft het meteen op en stuurt de mail terug naar de afzender. De tekst tussen de haken is van die server zelf.',
  },
  'next-hop-tls': {
    headline: { default: 'De mail is bij ons en wacht: de versleuteling met de mailserver binnen mislukt.' },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). TLS met de volgende server mislukt (laatste poging: {triedAt}, {detail}), en zonder TLS mag onze gateway er niet naartoe sturen.',
    },
    steps: {
      renew: 'Bekijk het certificaat, de keten en de TLS-versies van de volgende server; vernieuw wat is verlopen.',
      relax:
        'Kijk wat er voor {destination} is vereist: Mail Policies > Destination Controls (TLS Required, Required - Verify). Zet het alleen op Preferred als dat aanvaardbaar is; daarna commit.',
      now: 'Werkt het weer, probeer het dan meteen in plaats van te wachten.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is aan onze kant vertraagd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en wacht, omdat een versleutelde verbinding binnen ons netwerk mislukt. De fout ligt aan onze kant; u hoeft niets te doen. Krijgt u toch een foutmelding, wilt u hem dan opnieuw sturen?',
    },
    meaning:
      'Destination Controls kunnen TLS vereisen voor een bestemming. Biedt de volgende server het niet aan, of klopt zijn certificaat niet, dan wacht de mail in de wachtrij en wordt hij ten slotte teruggestuurd.',
  },
  'next-hop-unreachable': {
    headline: {
      default: 'De mail is bij ons en wacht: de mailserver binnen is niet bereikbaar.',
      bounced: 'Onze gateway nam de mail aan, kon de mailserver binnen niet bereiken, en gaf het op.',
      queued: 'De mail is bij ons en wacht; nergens in het log staat waarop.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en staat in onze wachtrij. De volgende server, {nextHop}, antwoordt niet: {detail} (laatste poging: {triedAt}). Onze gateway blijft het proberen.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server, {nextHop}, antwoordde niet: {detail}. De mail is opgegeven ({triedAt}) en teruggestuurd naar de afzender.',
      queued:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en in de wachtrij gezet om af te leveren ({triedAt}); sindsdien staat er geen poging in het log. Dat past bij een volgende server die plat ligt, en bij een bestemming die haar grens heeft bereikt. De status ervan op de gateway zegt welk van de twee.',
    },
    steps: {
      reach:
        'Zoek uit waarom hij op zijn poort niet antwoordt: draait hij, laat de firewall de gateway door, klopt de SMTP-route? Met de hand vanaf de gateway:',
      status: 'Kijk hoe de bestemming ervoor staat en hoeveel erop wacht.',
      now: 'Antwoordt hij weer, probeer het dan meteen in plaats van te wachten.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} is aan onze kant vertraagd',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en kon nog niet worden doorgegeven, omdat een mailserver van ons niet bereikbaar is. De fout ligt aan onze kant. Krijgt u er een foutmelding over, wilt u de mail dan opnieuw sturen zodra wij het u laten weten? Anders hoeft u niets te doen.',
    },
    meaning:
      'De gateway heeft de mail aangenomen en kan geen verbinding maken met de server waar hij heen moet (geweigerd, time-out, afgebroken). Hij blijft in de wachtrij, standaard drie dagen, en het wordt steeds opnieuw geprobeerd.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
