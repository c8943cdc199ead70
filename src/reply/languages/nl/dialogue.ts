import type { RuleTranslation } from '../../language.ts'
import { debugLog } from './phrases.ts'

const times = '{count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id})'
const noteTimes = '{count:één keer|# keer}, {count:op|het laatst op} {lastAt}'

/** Causes by which the two servers do not understand each other: commands, line ends, certificates, a firewall between. */
export const dialogue = {
  'bad-command-limit': {
    headline: {
      default: 'De server van de afzender stuurde regels die geen SMTP-opdrachten zijn, en onze gateway hing op.',
    },
    summary: {
      default:
        '{server} stuurde {count:op één verbinding|op # verbindingen} ({count:|laatste keer: }{lastAt}, {id}) wat onze gateway niet als opdracht kent, zoals `{command}`; na een paar daarvan verbreekt de gateway de verbinding. Of er spreekt geen mailserver, of hij stuurt na een weigering de inhoud gewoon door.',
    },
    steps: {
      askSender:
        'Zeg welke software daar verzendt, en wat het log ervan over die verbinding bevat: een script, een apparaat, of een server die LMTP spreekt of na een weigering doorgaat.',
      debugLog,
    },
    note: {
      subject: 'Uw server {ip} spreekt geen SMTP met {ourDomain}',
      body: `Goedendag,\n\nUw server {server} maakte verbinding met ons en stuurde meerdere regels die geen SMTP-opdrachten zijn, ${noteTimes}; daarom is de verbinding beëindigd. Wilt u in het log van die server kijken wat hij stuurde? Software die een ander protocol spreekt (LMTP, HTTP), of die na een weigering met de inhoud doorgaat, heeft dit gevolg.`,
    },
    meaning:
      'Een server die achter elkaar meerdere regels stuurt die geen SMTP-opdrachten zijn, wordt afgebroken met 421 Exceeded bad SMTP command limit. Het is geen mailserver, hij spreekt een ander protocol, of hij stuurde na een weigering de inhoud door.',
  },
  'unsupported-verbs': {
    headline: {
      default: 'De server van de afzender gebruikt een SMTP-opdracht die onze gateway niet kent, en geeft het op.',
    },
    summary: {
      default: `{server} stuurde \`{command}\`, ${times}; onze gateway biedt die opdracht niet aan, en er kwam geen mail. Een goede server houdt zich aan wat in het EHLO-antwoord is aangeboden.`,
    },
    steps: {
      fallBack:
        'Laat de verzendende server alleen gebruiken wat ons EHLO-antwoord aanbiedt (zet CHUNKING/BDAT of iets dergelijks voor ons uit), en kijk of een apparaat ertussen dat antwoord verandert.',
      debugLog,
    },
    note: {
      subject: 'Uw server {ip} gebruikt een opdracht die {ourDomain} niet aanbiedt',
      body: `Goedendag,\n\nUw server {server} stuurde ons de SMTP-opdracht {command}, die ons EHLO-antwoord niet aanbiedt, ${noteTimes}, en stuurde daarna geen mail. Wilt u hem alleen laten gebruiken wat is aangeboden, bijvoorbeeld door die uitbreiding voor mail aan {ourDomain} uit te zetten, en nagaan of een apparaat onderweg het EHLO-antwoord verandert?`,
    },
    meaning:
      'Een server mag alleen de SMTP-uitbreidingen gebruiken die de andere in zijn EHLO-antwoord aanbiedt. Een opdracht die niet is aangeboden, krijgt 500 als antwoord; een server die niet zonder kan, geeft het op.',
  },
  'header-too-big': {
    headline: {
      default: 'De header van de mail is langer dan onze gateway aanneemt.',
      perhaps: 'Onze gateway hield midden in de header op de mail aan te nemen: misschien is die te lang.',
    },
    summary: {
      perhaps: `{server} stuurde mail van {mailFrom} aan {rcptTo}, ${times}. Onze gateway brak de inhoud af terwijl er nog regels van de header kwamen, en las die als opdrachten. Een te lange header doet dat (standaard meer dan 1.000 regels); elke andere weigering van de inhoud ook.`,
      default: `{server} stuurde mail van {mailFrom} aan {rcptTo}, ${times}. Onze gateway weigerde die omdat de header te lang is (552, standaard meer dan 1.000 regels). Opnieuw proberen helpt niet.`,
    },
    steps: {
      shorten:
        'Zoek wat de header laat groeien: honderden ontvangers in To of Cc, een lus die bij elke stap een regel toevoegt, of een programma dat er zijn eigen gegevens in schrijft.',
      raise:
        'Moet hij erdoor: verhoog de maximale headergrootte van de listener: `listenerconfig`, SETUP; dan `commit`.',
      debugLog,
    },
    note: {
      subject: 'De header van uw mail aan {ourDomain} is te lang',
      body: `Goedendag,\n\nUw server {server} stuurde ons mail van {mailFrom} aan {rcptTo}, ${noteTimes}. De header (niet de inhoud) is langer dan onze gateway aanneemt en daarom is de mail geweigerd (552). Meestal is een lange lijst ontvangers in To of Cc de reden, of een regel die bij elke stap wordt toegevoegd. Wilt u hem inkorten en de mail opnieuw sturen?`,
    },
    meaning:
      'De regels vóór de inhoud van een mail zijn de header. De gateway neemt er een beperkt aantal aan (standaard 1.000) en weigert meer met 552 message header size exceeds limit; de rest van de mail kan dan op verkeerde opdrachten lijken.',
  },
  'bare-line-ending': {
    headline: {
      default: 'Onze gateway weigerde de mail om de regeleinden: er zit een losse CR of LF in.',
    },
    summary: {
      default: `{server} stuurde mail van {mailFrom} aan {rcptTo}, ${times}, met regeleinden die de standaard verbiedt (een CR of LF die alleen staat). Onze listener weigert zulke mail, omdat er een tweede mail mee kan worden binnengesmokkeld.`,
    },
    steps: {
      update: 'Werk de verzendende software bij: elke regel moet eindigen met CR LF samen.',
      setting:
        'Kan dat niet: zet de behandeling van CR en LF van de listener een tijd op Allow (Network > Listeners, SMTP-instellingen), en commit. Clean verandert de mail en maakt de DKIM-handtekening ongeldig.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} heeft regeleinden die niet mogen',
      body: `Goedendag,\n\nUw server {server} verstuurt mail waarin een carriage return of line feed alleen staat, ${noteTimes}. RFC 5321, paragraaf 2.3.8, verbiedt dat, en onze gateway weigert het. Wilt u de software die deze mails schrijft of doorstuurt bijwerken, en ze dan opnieuw sturen?`,
    },
    meaning:
      'Regels in SMTP eindigen op CR LF. Een losse CR of LF is verboden, en sommige servers lezen die als het einde van de mail, zodat een tweede kan worden binnengesmokkeld; gateways weigeren, zuiveren of dulden het, naar hun instelling.',
  },
  'starttls-masked': {
    headline: {
      plain: 'Onze listener biedt geen versleuteling aan, en de afzender vertrekt zonder mail: misschien eist hij die.',
      default: 'Een firewall van ons verbergt STARTTLS, en de afzender, die versleuteling eist, geeft het op.',
      changed: 'De afzender versleutelde vroeger en vertrekt nu zonder mail: misschien verbergt iets STARTTLS.',
    },
    summary: {
      plain: `{server} maakte ${times} verbinding, werd toegelaten en vertrok zonder TLS en zonder mail. Onze listener {listener} biedt geen STARTTLS aan, van hier gezien. Een server die moet versleutelen geeft het dan op; een die de onze alleen test, vertrekt ook zo.`,
      default: `{server} maakte ${times} verbinding, werd toegelaten en vertrok zonder TLS en zonder mail. Van buitenaf gezien toont onze listener {listener} X-en waar STARTTLS hoort te staan: een firewall met SMTP-inspectie veegt het weg.`,
      changed: `{server} maakte ${times} verbinding, werd toegelaten en vertrok zonder TLS en zonder mail. Tot {takenAt} waren de verbindingen versleuteld. Dat past bij een apparaat onderweg dat STARTTLS wegveegt; het past ook bij een server die de onze alleen test.`,
    },
    steps: {
      offer:
        'Kijk of TLS aanstaat voor die afzender (Mail Policies > Mail Flow Policies: TLS Preferred) en of de listener een certificaat heeft (Network > Listeners); daarna commit. Is dat allebei zo, dan veegt een firewall STARTTLS weg.',
      switchOff:
        'Zet SMTP-inspectie voor de gateway uit op de firewall ervoor (ASA: `no inspect esmtp`), of laat STARTTLS door.',
      tellApart:
        'Eén blik beslist: EHLO met de hand van buitenaf (`telnet` naar poort 25 van onze MX). X-en in plaats van STARTTLS, dat is de inspectie.',
      debugLog,
    },
    note: {
      subject: 'STARTTLS tussen {ip} en {ourDomain}',
      body: 'Goedendag,\n\nUw server {server} maakt verbinding met ons en vertrekt zonder mail, {count:op|het laatst op} {lastAt}. Een apparaat onderweg dat STARTTLS uit ons EHLO-antwoord wegveegt, zou dat verklaren. Wij gaan de onze na; wilt u nagaan of een firewall aan uw kant SMTP inspecteert (ASA of PIX: inspect esmtp), en wat uw server als antwoord op EHLO krijgt?',
    },
    meaning:
      'STARTTLS in het EHLO-antwoord is het aanbod om te versleutelen. Firewalls die SMTP inspecteren zetten er X-en voor in de plaats, omdat ze anders niet kunnen meelezen; een server die moet versleutelen houdt de mail dan.',
  },
  'tls-client-certificate': {
    headline: {
      default: 'Onze gateway vroeg de server van de afzender om een certificaat, en kreeg er geen dat hij vertrouwt.',
    },
    summary: {
      default: `{server} begon TLS, ${times}, en onze kant maakte er een eind aan: {reason}. De mail flow policy van groep *{group}* vraagt om een clientcertificaat.`,
    },
    steps: {
      relax:
        'Kijk of de groep dat moet vragen: Mail Policies > Mail Flow Policies, policy van {group}, Verify Client Certificate. Zo ja, voeg de uitgever van hun certificaat toe aan de certificaatautoriteiten (Network > Certificates), en commit.',
      present: 'Toon bij het verzenden naar ons een geldig clientcertificaat, met de hele keten.',
    },
    note: {
      subject: 'TLS tussen {ip} en {ourDomain}: het clientcertificaat',
      body: `Goedendag,\n\nUw server {server} begint TLS met ons, en de handshake eindigt omdat er geen clientcertificaat is getoond dat wij vertrouwen ({reason}), ${noteTimes}. Wilt u ons zeggen of uw server er een toont, en welke autoriteit het uitgaf? Wij gaan na wat wij vragen.`,
    },
    meaning:
      'Een mail flow policy kan van de verzendende server een certificaat als bewijs vragen. De meeste servers hebben er geen voor het verzenden; met deze instelling mislukt hun TLS-handshake aan onze kant.',
  },
  'sender-exception-table': {
    headline: { default: 'Onze gateway weigerde het afzenderadres: een regel van ons verbiedt het.' },
    summary: {
      default: `{server} noemde de envelopafzender {mailFrom}, ${times}; onze gateway weigerde die: {reason}. Dat is geen fout van het domein in het DNS; het past bij een regel van de uitzonderingstabel voor afzenderverificatie.`,
    },
    steps: {
      edit: 'Zoek de regel die bij {mailFrom} past, en wie die maakte: Mail Policies > Exception Table; zet hem op Allow of verwijder hem, en commit.',
    },
    note: {
      subject: 'Uw afzenderadres {mailFrom} wordt geweigerd',
      body: `Goedendag,\n\nOnze gateway weigerde mail van uw server {server} met de envelopafzender {mailFrom}, ${noteTimes}. De weigering is een besluit aan onze kant over dat adres of het domein ervan. Wilt u ons zeggen wat ermee wordt verstuurd? Wij zoeken het uit.`,
    },
    meaning:
      'De uitzonderingstabel voor afzenderverificatie noemt adressen en domeinen die worden toegelaten, of geweigerd, wat het DNS er ook van zegt. Een regel die weigert beëindigt het gesprek bij MAIL FROM, voordat er een bericht is.',
  },
  'call-ahead-failed': {
    headline: {
      default: 'Onze gateway vroeg de interne mailserver naar de ontvanger, en kreeg geen ja.',
    },
    summary: {
      default: `{server} bood mail aan van {mailFrom} aan {rcptTo}, ${times}. Voordat hij die aanneemt, belt onze gateway de volgende server en vraagt of die de ontvanger kent; die zei nee of antwoordde niet, en daarom is de ontvanger geweigerd.`,
    },
    steps: {
      tellApart:
        'Vraag het de volgende server met de hand, vanaf de gateway: RCPT TO voor die ontvanger. Zegt hij nee, dan is het adres daar onbekend; antwoordt hij niet, dan mislukt de call-ahead zelf.',
      profile:
        'Kijk wat het profiel doet bij een mislukking en na een time-out, en waar het belt: Network > SMTP Call-Ahead.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is geweigerd',
      body: `Goedendag,\n\nUw server {server} bood mail aan van {mailFrom} aan {rcptTo}, ${noteTimes}, en de ontvanger is geweigerd. Of het adres is hier niet bekend, of een server van ons kon op dat moment niet worden bevraagd. Wij zoeken het uit; wilt u het adres op een tikfout nakijken?`,
    },
    meaning:
      'SMTP call-ahead: terwijl de afzender wacht, maakt de gateway verbinding met de volgende server en biedt die de ontvanger aan. Een nee gaat naar de afzender; wat er zonder antwoord gebeurt, is in het profiel ingesteld.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
