import type { RuleTranslation } from '../../language.ts'
import { capture, debugLog } from './phrases.ts'

/** Causes while the message itself comes in. */
export const transfer = {
  'aborted-by-sender': {
    headline: { default: 'De server van de afzender brak de mail zelf af, voordat hij de inhoud stuurde.' },
    summary: {
      default:
        '{server} bood {count} {count:mail|mails} aan van {mailFrom} aan {rcptTo}; de ontvanger werd geaccepteerd, en de server zei QUIT vóór de inhoud ({count:|laatste keer: }{endedAt}, {id}). Aan onze kant is niets geweigerd.',
      noRecipient:
        '{server} noemde de afzender {mailFrom} en zei QUIT zonder een ontvanger die wij accepteerden ({count:|laatste keer: }{endedAt}, {id}). Vaak is dat alleen een test van een adres; wij hebben geen mail geweigerd.',
    },
    steps: {
      askSender:
        'Zoek in het log van de verzendende server waarom hij stopte. Gebruikelijke redenen: een eigen scanner of DLP-filter, een adrestest, of een tweede exemplaar dat een andere weg ging.',
      debugLog,
    },
    note: {
      subject: 'Uw server {ip} breekt zijn mail aan {ourDomain} af',
      body: 'Goedendag,\n\nUw server {server} bood ons een mail aan van {mailFrom}; wij accepteerden afzender en ontvanger, en uw server beëindigde de sessie voordat hij de inhoud stuurde. Dit gebeurde {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Die beslissing is aan uw kant genomen: wilt u in het log van de server naar de reden zoeken (een inhoudsscanner, bescherming tegen datalekken, een eigen time-out, een adrestest)?',
    },
    meaning:
      'Receiving aborted by sender: de andere server beëindigde de transactie met een eigen SMTP-opdracht (QUIT of RSET) voordat het bericht compleet was. Het is geen netwerkstoring en geen weigering door ons.',
  },
  'dmarc-reject': {
    headline: {
      default:
        'Onze gateway heeft hem geweigerd: hij voldoet niet aan de regels van de afzender zelf tegen vervalsing (DMARC).',
      held: 'Onze gateway houdt hem vast: hij voldoet niet aan de regels van de afzender zelf tegen vervalsing (DMARC).',
      ours: 'Onze gateway weigerde een mail die van buiten kwam onder onze eigen naam, {domain}: niets bewijst dat hij van ons is (DMARC).',
      oursBefore:
        'Onze gateway weigerde een mail die van buiten kwam onder onze eigen naam, {domain}: niets bewijst dat hij van ons is (DMARC).',
    },
    summary: {
      default:
        '{server} stuurde {count} {count:mail|mails} met {domain} in de From-header ({count:|laatste keer: }{lastAt}, {id}). DMARC mislukte (SPF aligned: {spf}, DKIM aligned: {dkim}), en daar eindigde de overdracht. Of {domain} staat deze server niet toe, of de mail is onderweg doorgestuurd of gewijzigd.',
      held: '{server} stuurde {count} {count:mail|mails} met {domain} in de From-header ({count:|laatste keer: }{lastAt}, {id}). DMARC mislukte (SPF aligned: {spf}, DKIM aligned: {dkim}), en de mail is in quarantaine gezet.',
      ours: '{server} stuurde {count} {count:mail|mails} met ons eigen domein {domain} in From ({lastAt}, {id}). DMARC faalde (SPF uitgelijnd: {spf}, DKIM uitgelijnd: {dkim}), en de overdracht eindigde daar. Of iemand doet zich als ons voor, of hij is toch van ons: van een dienst die onze eigen DNS niet noemt, of langs een lijst of doorzending.',
      oursBefore:
        '{server} stuurde {count} {count:mail|mails} met ons eigen domein {domain} in From ({lastAt}, {id}). DMARC faalde (SPF uitgelijnd: {spf}, DKIM uitgelijnd: {dkim}), en de overdracht eindigde daar. Van die server namen we eerder mail onder onze naam aan, laatst {takenAt}: dat spreekt voor een dienst van ons, en bewijst het niet.',
    },
    clear: 'DMARC: geslaagd voor {domain}.',
    steps: {
      mend: 'Sta {ip} toe in het SPF-record van {domain}, of onderteken met een DKIM-sleutel van {domain}. Wordt de mail doorgestuurd, dan moet de doorsturende server de handtekening heel laten.',
      except:
        'Is de mail zeker goed: maak een uitzondering voor de afzender in Mail Policies > DMARC (bypass voor het adres), en commit.',
      wasItUs:
        'Zoek uit of wij het waren: vraag {mailFrom}, en wie beheert wat voor ons verstuurt (nieuwsbrieven, tickets, facturen).',
      addService:
        'Is het een dienst van ons: zet hem in het SPF-record van {domain} zoals die dienst het opgeeft (zijn `include:`, of {ip}), en laat hem met DKIM voor {domain} ondertekenen. Dan komt hij door.',
      forged:
        'Zo niet: iemand deed zich als ons voor, en de weigering was juist. Verander niets, en zet {ip} in geen record en geen uitzondering.',
    },
    note: {
      subject: 'Uw mail met {domain} als afzender slaagt niet voor DMARC',
      body: 'Goedendag,\n\nMail van {mailFrom}, die {server} ons {count:op|het laatst op} {lastAt} stuurde, slaagde niet voor DMARC van {domain}: SPF aligned: {spf}, DKIM aligned: {dkim}. Wij volgen de policy die {domain} publiceert. Is {ip} een server van u, of van een dienst die voor u verstuurt, voeg hem dan toe aan het SPF-record van het domein van de envelopafzender, en onderteken met DKIM voor {domain}. Is de mail doorgestuurd, dan mag de doorsturende server hem niet wijzigen.',
    },
    meaning:
      'Met DMARC zegt de eigenaar van een domein wat er moet gebeuren met mail die zijn naam in From draagt maar voor die naam niet door SPF of DKIM komt. Onze gateway controleert dat en volgt de policy: weigeren (550), vasthouden of doorlaten.',
  },
  'idle-timeout': {
    headline: {
      default: 'De server van de afzender viel midden in de mail stil, en onze gateway hing op.',
      tooLong: 'De overdracht duurde langer dan onze gateway toestaat, en die hing op.',
    },
    summary: {
      default:
        '{server} begon {count} {count:mail|mails} van {mailFrom} en stuurde daarna {seconds} seconden lang niets, onze time-out voor een stille verbinding. Einde {count:van de verbinding|van de laatste}: {endedAt} ({id}). Gebruikelijke redenen: een firewall onderweg die pakketten weggooit, een pad dat grote pakketten verliest (MTU), of een scanner in de verzendende server die de mail ophoudt.',
      tooLong:
        '{server} was nog verbonden toen de tijd voor één verbinding om was ({endedAt}, {id}). De mail was niet compleet.',
    },
    steps: {
      askSender:
        'Zoek in het log van de verzendende server naar dat tijdstip: waar wachtte hij op, en houdt een apparaat onderweg (firewall, SMTP-inspectie) de verbinding op of verbreekt het die?',
      capture,
      debugLog,
      raise:
        'Is de afzender alleen traag: verleng de time-out voor deze partner: `listenerconfig`, SETUP, Timeout for unsuccessful inbound connections.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} stopt halverwege: {ip}',
      body: 'Goedendag,\n\nUw server {server} maakte verbinding met ons, begon een mail en stuurde daarna {seconds} seconden lang niets, waarna onze gateway de verbinding beëindigde. Dit gebeurde {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. In uw log zou moeten staan waar de server op wachtte: een scanner, een time-out, of pakketten die nooit aankomen. Wilt u ook nagaan of een firewall aan uw kant SMTP inspecteert (ASA of PIX: inspect esmtp) en of grote pakketten doorkomen (MTU, geblokkeerde ICMP)?',
    },
    meaning:
      'Receiving aborted, vijf minuten na het laatste dat werd gezegd en zonder verloren verbinding, betekent dat onze eigen time-out afliep: de afzender hield de verbinding open en stuurde niets.',
  },
  'mail-loop': {
    headline: {
      default: 'De mail gaat in kringetjes rond, en onze gateway heeft hem geweigerd.',
      again: 'Dezelfde mail kwam {count:één keer|# keer}: misschien gaat hij in kringetjes rond.',
    },
    summary: {
      default:
        '{server} bood {count:één keer|# keer} een mail aan die al langs te veel servers was gegaan ({count:|laatste keer: }{lastAt}, {id}). Ergens wordt hij teruggestuurd naar waar hij vandaan kwam.',
      again:
        'De mail met Message-ID {messageId} kwam {count:één keer|# keer}, telkens onder een nieuw nummer (laatste keer: {lastAt}, {id}), van {server}. Dat past bij een lus tussen ons en de volgende server, en ook bij een afzender die hem opnieuw stuurt.',
    },
    steps: {
      route:
        'Vergelijk de SMTP-route van het ontvangende domein (Network > SMTP Routes) met wat de volgende server met mail daarvoor doet (Exchange: accepted domains); een van beide stuurt hem naar ons terug.',
      received: 'Lees de Received-regels van de mail van onderaf: het deel dat zich herhaalt, is de lus.',
    },
    note: {
      subject: 'Een mail van u ging in kringetjes rond',
      body: 'Goedendag,\n\nEen mail die uw server {server} aan {ourDomain} stuurde, was langs zoveel servers gegaan dat hij als lus is geweigerd, {count:op|het laatst op} {lastAt}. Is de mail aan uw kant doorgestuurd, wilt u die regel dan nagaan? Wij controleren onze eigen routering.',
    },
    meaning:
      'Elke server waar een mail langskomt, voegt een Received-regel toe. Zijn het er te veel, dan gaat de mail rond tussen twee servers die elk de ander verantwoordelijk achten, en wordt hij geweigerd.',
  },
  'message-too-big': {
    headline: { default: 'De mail is groter dan onze gateway aanneemt.' },
    summary: {
      default:
        '{server} stuurde {count} {count:mail|mails} van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Onze gateway stopte met ontvangen toen de maximale grootte was bereikt ({reason}) en weigerde met 552. Opnieuw proberen helpt niet.',
    },
    steps: {
      smaller: 'Stuur een link in plaats van het bestand, splits het, of gebruik het uitwisselportaal.',
      raise:
        'Moet hij erdoor: verhoog de maximale berichtgrootte in de mail flow policy van {group} (Mail Policies > Mail Flow Policies), en commit. De volgende server, binnen, heeft een eigen grens.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is te groot',
      body: 'Goedendag,\n\nUw server {server} stuurde ons mail van {mailFrom} aan {rcptTo}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Die is groter dan onze gateway aanneemt en is geweigerd (552). Bijlagen groeien onderweg met een derde. Wilt u een link sturen, of de mail splitsen?',
    },
    meaning:
      'Elke mail flow policy heeft een maximale berichtgrootte. De afzender krijgt die te horen in het antwoord op EHLO (SIZE); wie meer stuurt, wordt geweigerd met 552, en het bericht is nooit compleet op de gateway. Boven het dubbele vertraagt de gateway de afzender ook.',
  },
  'receiving-aborted': {
    headline: {
      default: 'De verbinding brak af terwijl de mail binnenkwam.',
      repeated: 'De verbinding breekt telkens af terwijl de mail binnenkomt, op ongeveer hetzelfde punt.',
    },
    summary: {
      default:
        '{server} begon {count} {count:mail|mails} van {mailFrom} aan {rcptTo}; {count:die|de laatste} brak na {seconds} seconden af ({endedAt}, {id}), voordat hij compleet was. De afzender heeft de mail nog en hoort het opnieuw te proberen. De breuk zat onder SMTP: de andere kant of een apparaat ertussen sloot de verbinding (FIN, RST, firewall).',
      repeated:
        '{server} begon {count} mails van {mailFrom} aan {rcptTo}; elk brak na ongeveer {seconds} seconden af (laatste keer: {endedAt}, {id}). Breuken op hetzelfde punt wijzen op een apparaat ertussen: een firewall met SMTP-inspectie, of een pad dat grote pakketten verliest (MTU).',
    },
    steps: {
      askSender:
        'Zoek in het log van de verzendende server naar dat tijdstip: sloot hij de verbinding, of werd ze gesloten?',
      inspection:
        'Zoek naar SMTP-inspectie op de firewalls aan beide kanten (ASA: `inspect esmtp`; PIX: `fixup protocol smtp`) en zet die voor de gateway uit.',
      capture,
      debugLog,
    },
    note: {
      subject: 'Uw mail aan {ourDomain} breekt af: {ip}',
      body: 'Goedendag,\n\nUw server {server} maakte verbinding met ons en begon een mail, en de verbinding brak na {seconds} seconden af, voordat de mail compleet was. Dit gebeurde {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Het was niet onze gateway die haar sloot. In uw log zou moeten staan waarom: een time-out, een scanner, of het netwerk. Wilt u nagaan of een firewall aan uw kant SMTP inspecteert (ASA of PIX: inspect esmtp) en of grote pakketten doorkomen (MTU, geblokkeerde ICMP)?',
    },
    meaning:
      'Receiving aborted: de verbinding eindigde voordat het bericht compleet was, en niet door een SMTP-opdracht. Of een netwerkapparaat of de andere kant sloot haar, of onze time-out liep af; de klok onderscheidt de twee. De gateway heeft niets van de mail, en de afzender moet het opnieuw proberen.',
  },
  'spf-reject': {
    headline: {
      default:
        'Het lijkt erop dat onze gateway hem heeft geweigerd: de server van de afzender is er geen die zijn domein toestaat (SPF).',
      ours: 'Het lijkt erop dat onze gateway een mail weigerde die van buiten kwam onder onze eigen naam, {domain}: ons SPF-record laat die server niet toe.',
      oursBefore:
        'Het lijkt erop dat onze gateway een mail weigerde die van buiten kwam onder onze eigen naam, {domain}: ons SPF-record laat die server niet toe.',
    },
    summary: {
      default:
        '{server} stuurde {count} {count:mail|mails} als {mailFrom} ({count:|laatste keer: }{lastAt}, {id}). Volgens SPF verbiedt {domain} dat adres (Fail), en daar eindigde de overdracht. Het log zegt niet dat SPF de reden was.',
      ours: '{server} stuurde {count} {count:mail|mails} als {mailFrom} ({lastAt}, {id}). Ons eigen SPF-record voor {domain} verbiedt dat adres (Fail), en de overdracht eindigde daar. Of iemand doet zich als ons voor, of een dienst van ons ontbreekt in dat record. Het log zegt niet dat SPF de reden was.',
      oursBefore:
        '{server} stuurde {count} {count:mail|mails} als {mailFrom} ({lastAt}, {id}). Ons eigen SPF-record voor {domain} verbiedt dat adres (Fail), en de overdracht eindigde daar. Van die server namen we eerder mail onder onze naam aan, laatst {takenAt}: dat spreekt voor een dienst van ons, en bewijst het niet. Het log zegt niet dat SPF de reden was.',
    },
    clear: 'SPF: geslaagd voor {address}.',
    steps: {
      askReply:
        'Kijk in het log van de verzendende server naar onze fout: die noemt SPF, of het DMARC-beleid, of geen van beide. Dat zegt welk van de twee het was.',
      publish: 'Voeg {ip} toe aan het SPF-record van {domain}, of verstuur via een server die erin staat.',
      check:
        'Kijk wat de mail flow policy van {group} doet bij SPF Fail: Mail Policies > Mail Flow Policies > SPF/SIDF Verification.',
      wasItUs:
        'Zoek uit of wij het waren: vraag {mailFrom}, en wie beheert wat voor ons verstuurt (nieuwsbrieven, tickets, facturen).',
      addService:
        'Is het een dienst van ons: zet hem in het SPF-record van {domain} zoals die dienst het opgeeft (zijn `include:`, of {ip}), en laat hem met DKIM voor {domain} ondertekenen. Dan komt hij door.',
      forged:
        'Zo niet: iemand deed zich als ons voor, en de weigering was juist. Verander niets, en zet {ip} in geen record en geen uitzondering.',
    },
    note: {
      subject: 'Uw mail vanaf {ip} slaagt niet voor SPF van {domain}',
      body: 'Goedendag,\n\nUw server {server} stuurde ons mail als {mailFrom}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Het SPF-record van {domain} staat dat adres niet toe (uitkomst: fail), en de mail is niet aangenomen. Is {ip} een server van u, voeg hem dan toe aan het SPF-record van {domain}; is de mail doorgestuurd, dan hoort de doorsturende server een eigen envelopafzender te gebruiken.',
    },
    meaning:
      'SPF is de lijst van adressen waarvan een domein zegt dat ze namens dat domein mogen versturen. Een mail flow policy kan mail weigeren als de uitkomst Fail is. Ook doorgestuurde mail mislukt, omdat de doorsturende server niet op de lijst staat.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
