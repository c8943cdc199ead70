import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** Causes in the work queue: what the filters and scanners do with a mail that was taken. */
export const scanning = {
  'amp-action': {
    headline: {
      default: 'Onze gateway heeft de mail weggegooid: een bestand erin staat bekend als kwaadaardig.',
      held: 'Onze gateway houdt de mail vast tot een bestand erin is geanalyseerd.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}); oordeel van de bestandsreputatie: {verdict}. De mail is weggegooid ({stoppedAt}).',
      held: 'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}); oordeel van de bestandsreputatie: {verdict}. De mail wacht in de quarantaine *{quarantine}* sinds {stoppedAt}. Hij is vertraagd, niet verloren: de analyse geeft hem vanzelf vrij, meestal binnen het uur.',
    },
    steps: {
      wait: 'Wacht de analyse af, of geef de mail vrij als het bestand bekend is: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
      log: 'Kijk in het AMP-log welk bestand het was en wat de analyse zei.',
      resend:
        'Controleer het bestand op de machine waar het vandaan komt; is het zeker in orde, stuur het dan langs een andere weg.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt} bevat een bestand dat is tegengehouden',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway tegengehouden vanwege een bestand erin (bestandsreputatie: {verdict}). Wilt u dat bestand controleren op de machine waar het vandaan komt? Bent u er zeker van dat het in orde is, stuur het dan langs een andere weg en laat het ons weten.',
    },
    meaning:
      'Advanced Malware Protection vergelijkt elk bijgevoegd bestand met wat de leverancier kent, en kan een onbekend bestand laten analyseren. Ondertussen wacht de mail in een quarantaine; een bestand dat als kwaadaardig bekendstaat, wordt met de mail weggegooid.',
  },
  'content-filter-drop': {
    headline: {
      default: 'Een contentfilter van ons heeft de mail weggegooid.',
      bounced: 'Een contentfilter van ons heeft de mail teruggestuurd.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen, en het contentfilter *{filter}* van de mail policy {policy} heeft hem weggegooid ({stoppedAt}, {id}). De afzender heeft daar niets van gehoord.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen, en het contentfilter *{filter}* van de mail policy {policy} heeft hem teruggestuurd ({stoppedAt}, {id}).',
    },
    steps: {
      read: 'Lees waarop het filter test, en maak het nauwer, of laat het de mail in een quarantaine houden: Mail Policies > {table} Content Filters > {filter}; daarna commit.',
      resend: 'Stuur de mail opnieuw als het filter is aangepast: wat is weggegooid, is niet terug te halen.',
      trace,
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt}',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en daarna tegengehouden vanwege de inhoud. Wilt u hem opnieuw sturen zonder de bijlage, als pdf of met een link; of wachten tot wij u laten weten dat de regel is aangepast?',
    },
    meaning:
      'Contentfilters horen bij een mail policy en komen laat in de work queue: ze kijken naar bijlagen, woorden, URL’s en oordelen. Een filter dat een mail weggooit, laat zijn naam in de regel achter; de afzender hoort er niets van.',
  },
  'dlp-action': {
    headline: {
      default: 'Onze gateway heeft de mail weggegooid: er staan gegevens in die niet naar buiten mogen.',
      held: 'Onze gateway houdt de mail vast: er staan gegevens in die niet naar buiten mogen.',
      heldUnnamed: 'Onze gateway houdt de mail vast: er staan gegevens in die niet naar buiten mogen.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De bescherming tegen datalekken (DLP) vond een overtreding (policy {dlpPolicy}, ernst {severity}), en de mail is weggegooid ({stoppedAt}).',
      held: 'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De bescherming tegen datalekken (DLP) vond een overtreding (policy {dlpPolicy}, ernst {severity}), en de mail ligt sinds {stoppedAt} in de quarantaine *{quarantine}*.',
      unnamed:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De bescherming tegen datalekken (DLP) vond een overtreding, en de mail is weggegooid ({stoppedAt}). Het log noemt de policy niet.',
      heldUnnamed:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De bescherming tegen datalekken (DLP) vond een overtreding, en de mail ligt sinds {stoppedAt} in de quarantaine *{quarantine}*. Het log noemt de policy niet.',
    },
    steps: {
      look: 'Bekijk hem en beslis: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
      policy:
        'Mogen zulke gegevens naar die ontvanger: wijzig de DLP-policy (Mail Policies > DLP Policy Manager), of stuur de mail versleuteld.',
      without:
        'Stuur hem opnieuw zonder die gegevens, of langs een weg die ervoor bedoeld is (versleuteld, een portaal).',
    },
    noteToColleague: {
      subject: 'Je mail aan {rcptTo} is niet vertrokken',
      body: 'Goedendag,\n\nje mail aan {rcptTo} van {lastAt} is op weg naar buiten tegengehouden, omdat er gegevens in lijken te staan die het huis niet mogen verlaten (bescherming tegen datalekken). Hoeven die gegevens er niet in, stuur hem dan opnieuw zonder. Moeten ze erin, laat ons dan weten welke het zijn en waarvoor, zodat de mail kan worden doorgelaten of versleuteld kan gaan.',
    },
    meaning:
      'DLP zoekt in uitgaande mail naar kaartnummers, medische gegevens en dergelijke. Bij een overtreding kan de mail worden vastgehouden, weggegooid of versleuteld; het gaat om onze eigen uitgaande mail.',
  },
  'global-unsubscribe': {
    headline: {
      default: 'Onze gateway stuurt nooit iets aan die ontvanger: het adres staat op de lijst Global Unsubscribe.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en tegengehouden ({stoppedAt}): de lijst Global Unsubscribe bevat de vermelding {entry}.',
    },
    steps: {
      remove:
        'Haal de vermelding van de lijst als die er niet hoort: Mail Policies > Global Unsubscribe; daarna commit.',
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is niet aangekomen',
      body: 'Goedendag,\n\nUw mail van {mailFrom} aan {rcptTo} van {lastAt} is door onze gateway aangenomen en tegengehouden door een instelling aan onze kant die mail bij dat adres weghoudt. Wij kijken ernaar. Wilt u de mail opnieuw sturen zodra wij het u laten weten?',
    },
    meaning:
      'De lijst Global Unsubscribe noemt ontvangers aan wie de gateway niets stuurt, wie er ook schrijft: hij gooit zulke mail weg of stuurt hem terug. De lijst is voor mailinglijsten gemaakt en wordt vaak vergeten.',
  },
  'graymail-action': {
    headline: { default: 'Onze gateway zag de mail aan voor reclame of een nieuwsbrief en heeft hem weggegooid.' },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}), beoordeeld als “{verdict}” en weggegooid ({stoppedAt}). De afzender heeft daar niets van gehoord.',
    },
    steps: {
      policy:
        'Markeer zulke mail of laat hem door voor deze afzender: Mail Policies > {table} Mail Policies > Graymail; daarna commit.',
      resend: 'Stuur hem opnieuw als dat is aangepast: wat is weggegooid, is niet terug te halen.',
    },
    meaning:
      'Graymail is bulkmail die geen spam is: marketing, sociale netwerken, nieuwsbrieven. De mail policy kan elke soort markeren, vasthouden, weggooien of afleveren.',
  },
  'ldap-drop-in-queue': {
    headline: {
      default: 'Onze gateway nam de mail aan en gooide hem daarna weg: de directory kent de ontvanger niet.',
      bounced: 'Onze gateway nam de mail aan en stuurde hem daarna terug: de directory kent de ontvanger niet.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({id}, {lastAt}); in de work queue kende de directory het adres niet, en de gateway gooide hem zonder een woord weg. De afzender denkt dat hij is aangekomen.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({id}, {lastAt}); in de work queue kende de directory het adres niet, en de gateway stuurde hem terug naar de afzender.',
    },
    steps: {
      test: 'Vraag het de directory zoals de gateway het doet: `ldaptest`, de accept-query, het adres {rcptTo}. Hoort het adres te bestaan, voeg het daar dan toe.',
      inDialogue:
        'Laat de accept-query tijdens het SMTP-gesprek lopen (Network > Listeners > Accept Query): dan hoort een afzender meteen dat een adres onbekend is.',
      trace,
    },
    note: {
      subject: 'Uw mail aan {rcptTo} is niet aangekomen',
      body: 'Goedendag,\n\nUw mail van {mailFrom} aan {rcptTo} van {lastAt} is door onze gateway aangenomen en kon daarna niet worden afgeleverd: dat adres is hier niet bekend. Wilt u de spelling nagaan en hem opnieuw naar het juiste adres sturen?',
    },
    meaning:
      'De directory kan worden geraadpleegd nadat de mail is aangenomen. Een onbekende ontvanger wordt dan vanuit de work queue weggegooid of teruggestuurd: de afzender kreeg 250 OK te horen, en hoort er bij weggooien nooit meer iets van.',
  },
  'message-filter-drop': {
    headline: {
      default: 'Een filter van ons heeft de mail weggegooid.',
      bounced: 'Een filter van ons heeft de mail teruggestuurd.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen, en het message filter *{filter}* heeft hem weggegooid ({stoppedAt}, {id}). De afzender heeft daar niets van gehoord.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen, en het message filter *{filter}* heeft hem teruggestuurd ({stoppedAt}, {id}).',
    },
    steps: {
      read: 'Lees waarop het filter test: `filters`, DETAIL, {filter}. Probeer het uit met `trace`; maak het nauwer, of laat het de mail vasthouden in plaats van weggooien.',
      resend: 'Stuur de mail opnieuw als het filter is aangepast: wat is weggegooid, is niet terug te halen.',
      trace,
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt}',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en daarna tegengehouden door een regel aan onze kant. Wij bekijken die regel. Wilt u de mail opnieuw sturen als wij het u laten weten, of in een andere vorm (zonder de bijlage, of met een link)?',
    },
    meaning:
      'Message filters zijn regels die op de opdrachtregel worden gemaakt en als eerste in de work queue lopen. Een filter dat een mail weggooit, laat de regel Dropped by filter met zijn naam achter; de afzender hoort er niets van.',
  },
  'spam-drop': {
    headline: { default: 'Onze gateway zag de mail aan voor spam en heeft hem weggegooid.' },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen, als spam beoordeeld en weggegooid ({stoppedAt}, {id}). Hij is niet terug te halen, en de afzender heeft er niets van gehoord.',
    },
    clear: 'Spam: het oordeel was “{verdict}”.',
    steps: {
      policy:
        'Laat de policy spam in quarantaine zetten in plaats van weggooien: Mail Policies > {table} Mail Policies > {policy} > Anti-Spam; daarna commit.',
      report:
        'Was het geen spam: laat de afzender hem opnieuw sturen, en meld hem met alle headers als false positive bij de leverancier (Submission and Tracking Portal).',
      resend: 'Stuur hem opnieuw, soberder: minder links en plaatjes, vanaf de gebruikelijke server.',
      trace,
      abused:
        'Zoek eerst uit of het account of de machine van {mailFrom} wordt misbruikt: wat ging er vandaag nog meer vandaan? Zo ja, blokkeer het voordat er iets opnieuw wordt gestuurd.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt} is voor spam aangezien',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en daarna tegengehouden, omdat de inhoud voor spam is aangezien. Wilt u hem opnieuw sturen, met minder links en plaatjes, en ons laten weten wanneer, zodat wij ernaar kunnen zoeken?',
    },
    meaning:
      'De antispam-engine (CASE) geeft elke mail een oordeel: positive, suspect, marketing of negative. De mail policy zegt wat er dan gebeurt; bij Drop wordt de mail weggegooid nadat hij is aangenomen.',
  },
  'virus-action': {
    headline: {
      default: 'Onze gateway heeft de mail tegengehouden: de virusscanner keurde hem af.',
      held: 'Onze gateway houdt de mail vast in de virusquarantaine.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}); oordeel van de virusscanner: {verdict} ({virus}). Hij is weggegooid ({stoppedAt}).',
      held: 'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}); oordeel van de virusscanner: {verdict} ({virus}). Hij ligt sinds {stoppedAt} in de quarantaine *{quarantine}*.',
    },
    clear: 'Virusscan: {verdict}.',
    steps: {
      look: 'Bekijk hem daar, en geef hem alleen vrij als bekend is wat het is: Monitor > Policy, Virus and Outbreak Quarantines.',
      policy:
        'Was hij alleen versleuteld of niet te scannen: wijzig wat er voor deze afzender met zulke mail gebeurt: Mail Policies > {table} Mail Policies > Anti-Virus.',
      resend:
        'Scan de machine waar hij vandaan komt. Een bestand dat alleen versleuteld of beschadigd is, gaat beter via een portaal of als gewone pdf.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt} is door een virusscan tegengehouden',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze virusscan tegengehouden ({verdict}). Wilt u de machine scannen waar hij vandaan komt? Is de bijlage alleen versleuteld of beschadigd, stuur die dan langs een andere weg, bijvoorbeeld via een portaal, en laat het ons weten.',
    },
    meaning:
      'De virusscanner zegt van elke mail: negative, positive, repaired, encrypted of unscannable. De mail policy beslist voor elk daarvan; versleutelde archieven worden vaak tegengehouden terwijl er niets mis mee is.',
  },
  'work-queue-backlog': {
    headline: { default: 'Onze gateway heeft de mail, en daar wacht hij tot hij wordt gescand.' },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is helemaal ontvangen ({readyAt}, {id}); geen latere regel zegt wat ervan is geworden. Dat past bij een work queue die gepauzeerd of te vol is, bij een scanner die vastzit, en bij een log dat niet tot het einde is gelezen.',
    },
    steps: {
      status:
        'Kijk hoeveel berichten er in de work queue staan en of die is gepauzeerd; `workqueue resume` laat haar verdergaan.',
      why: 'Groeit ze: kijk welke engine traag is, en of de gateway zijn bronnen spaart.',
    },
    meaning:
      'Als een mail is ontvangen, gaat hij in de work queue langs filters en scanners, normaal binnen seconden. Is de wachtrij gepauzeerd, of komt er meer binnen dan er kan worden gescand, dan wacht mail daar; hij is er veilig.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
