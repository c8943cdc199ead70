import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** What arrived, and what was given up at the end. */
export const delivery = {
  delivered: {
    headline: {
      default: 'Hij is aangekomen: onze mailserver heeft hem aangenomen ({deliveredAt}).',
      elsewhere: 'Hij is afgeleverd ({deliveredAt}), maar aan een andere server dan gewoonlijk: {nextHop}.',
      outbound: 'Hij is bij ons weg: de mailserver van de ontvanger heeft hem aangenomen ({deliveredAt}).',
      onward: 'Hij is doorgestuurd: de server daar heeft hem aangenomen ({deliveredAt}).',
    },
    summary: {
      default:
        '{id} van {mailFrom} aan {rcptTo}{about} is afgeleverd bij {nextHop}, met als antwoord `{response}`. Daarna ziet onze gateway hem niet meer.',
      noResponse:
        '{id} van {mailFrom} aan {rcptTo}{about} is afgeleverd bij {nextHop}, die hem aannam. Daarna ziet onze gateway hem niet meer.',
      unnamed:
        '{id} van {mailFrom} aan {rcptTo}{about} is afgeleverd; dit log noemt de server die hem aannam niet, en zijn antwoord ook niet. Daarna ziet onze gateway hem niet meer.',
    },
    clear: 'Aankomst: geen mailserver achter de gateway nam hem aan.',
    steps: {
      look: 'Kijk in Ongewenste e-mail, in andere mappen en in de regels van de mailbox.',
      traceId: 'Mailteam: message trace voor `<{messageId}>`, {deliveredAt}.',
      trace: 'Mailteam: message trace voor mail van {mailFrom}, {deliveredAt}.',
      route:
        'Kijk waar mail voor dat domein nu heen gaat, en wie dat veranderde: Network > SMTP Routes; LDAP-routering.',
      there: 'Zoek de mail op {nextHop}: misschien wacht hij daar, of ligt hij er in een mailbox.',
      theirs: 'Hun beheerder zoekt hem in het log van {nextHop}: die server stond ervoor in.',
    },
    noteToRecipient: {
      subject: 'Mail aan {rcptTo} die uw server aannam, en die de ontvanger niet vindt',
      body: 'Goedendag,\n\nOnze server {ourAddress} gaf de uwe, {nextHop}, een mail van {mailFrom} aan {rcptTo} op {deliveredAt}. Uw server nam hem aan; zijn antwoord: {answer}. Message-ID: {searchId}. De ontvanger vindt hem niet. Wilt u kijken waar hij aan uw kant is gebleven: een spammap, een quarantaine, een regel?',
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
      outbound:
        'De mailserver van de ontvanger nam onze mail niet aan tot zijn tijd om was, en de afzender kreeg hem terug.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). Hij kon niet aan de volgende server worden gegeven ({reply}) en is als te oud opgegeven ({triedAt}). De afzender kreeg een foutmelding.',
    },
    steps: {
      outage:
        'Zoek uit hoe lang de volgende server weg was en wie er nog meer op wachtte: alle mail van die tijd is zo teruggekomen.',
      resend: 'Vraag de afzenders van die tijd om opnieuw te sturen.',
      theirs:
        'Hun beheerder ziet waarom die server in die tijd niets van ons aannam; het bericht hieronder zegt wat er terugkwam.',
      again: 'Stuur hem opnieuw zodra die server mail aanneemt, of bereik de ontvanger op een andere manier.',
      status: 'Kijk of er nog meer mail voor {destination} wacht, en waarom.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt}: wilt u hem opnieuw sturen?',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en kon aan onze kant niet worden afgeleverd voordat zijn tijd in de wachtrij om was. De fout ligt bij ons. Wilt u hem opnieuw sturen?',
    },
    noteToRecipient: {
      subject: 'Uw mailserver nam onze mail aan {rcptTo} niet aan',
      body: 'Goedendag,\n\nOnze server {ourAddress} probeerde van {lastAt} tot {triedAt} mail van {mailFrom} aan {rcptTo} af te leveren, en gaf het op ({reply}). De laatst geprobeerde server was {nextHop}. Wilt u in uw log kijken waarom die de mail niet aannam, en ons laten weten wanneer hij opnieuw kan worden gestuurd?',
    },
    meaning:
      'Een mail die niet kan worden afgeleverd, wacht een beperkte tijd in de wachtrij (standaard 72 uur of 100 pogingen). Daarna wordt hij teruggestuurd met 5.4.7, Delivery expired. De reden staat bij de pogingen daarvoor.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
