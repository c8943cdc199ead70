import type { RuleTranslation } from '../../language.ts'

const times = '{count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id})'
const noteTimes = '{count:één keer|# keer}, {count:op|het laatst op} {lastAt}'
const waits =
  'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en wacht daar. De fout ligt bij ons; u hoeft niets te doen, en de mail is niet verloren.'
const late = 'Uw mail aan {ourDomain} is bij ons vertraagd'
const putOff = 'Mail aan {ourDomain} is een tijd uitgesteld'

/** Causes that are limits of ours, or the state of a gateway: connections, recipients, resources, queues. */
export const limits = {
  'connection-limit-listener': {
    headline: {
      default: 'Onze gateway had zoveel verbindingen open als hij tegelijk aankan, en liet servers later terugkomen.',
    },
    summary: {
      default:
        'Verbindingen van {addresses} verschillende adressen zijn binnen enkele minuten uitgesteld, de laatste van {server} om {lastAt} ({id}): de grens was bereikt, en geen regel zegt dat het die van één adres was. Dat past bij de grens van de hele listener. De afzenders proberen het opnieuw.',
    },
    steps: {
      gauge: 'Kijk hoeveel verbindingen er nu open zijn (Current inbound connections), en van wie.',
      raise:
        'Is de drukte echt: verhoog het maximum aan gelijktijdige verbindingen van de listener (Network > Listeners; tot 300 is aan te raden), of voeg een gateway toe, en commit.',
    },
    note: {
      subject: putOff,
      body: `Goedendag,\n\nOnze gateway had te veel verbindingen open en stelde mail uit, ${noteTimes}. Uw server probeert het vanzelf opnieuw; u hoeft niets te doen. Kwam er een mail naar u terug, stuur die dan opnieuw.`,
    },
    meaning:
      'Een listener neemt een beperkt aantal verbindingen tegelijk aan, over alle afzenders samen. Zijn die op, dan krijgt elke volgende een tijdelijke fout, wie het ook is, en komt later terug.',
  },
  'resource-conservation': {
    headline: { default: 'Onze gateway had te weinig middelen en nam minder mail aan, of geen.' },
    summary: {
      default: `Onze gateway liet {server} later terugkomen, ${times}: {reason}. Dat doet hij als geheugen, wachtrij of work queue krap worden; de afzender probeert het opnieuw.`,
      alert:
        'Onze gateway meldde zijn beheerders om {alertAt} dat hij zijn middelen spaart: dan neemt hij mail langzaam of niet aan, en servers komen later terug. Geen regel van deze mail bewijst dat hij daarom is uitgesteld.',
    },
    steps: {
      askReply:
        'Kijk in het log van de verzendende server: een tijdelijke fout (4xx) van ons op dat moment, of lang wachten op ons antwoord, past hierbij; iets anders spreekt ertegen.',
      status:
        'Kijk hoe het nu staat (Resource conservation: 0 is goed, 999 neemt niets aan) en wat volloopt: work queue, wachtrij of geheugen.',
      drain:
        'Zoek wat hem vult: `tophosts` toont bestemmingen die geen mail aannemen, `workqueue status` of het scannen achterloopt; de drempels staan in `tarpit`.',
    },
    note: {
      subject: putOff,
      body: 'Goedendag,\n\nOnze gateway had te weinig middelen en stelde mail uit. Uw server probeert het vanzelf opnieuw; u hoeft niets te doen. Kwam er intussen een mail naar u terug, stuur die dan opnieuw.',
    },
    meaning:
      'Worden geheugen, wachtrij of work queue van een gateway krap, dan gaat hij in de modus resource conservation: hij neemt mail steeds langzamer aan en dan niet meer, tot de achterstand weg is. Afzenders krijgen tijdelijke fouten en proberen het opnieuw.',
  },
  'listener-suspended': {
    headline: {
      busy: 'Onze gateway neemt op dit moment geen mail aan: hij begroet met “probeer het later”.',
      default: 'Onze gateway nam geen mail aan: zijn listener stond stil.',
      killed: 'Onze gateway verbrak zelf de verbinding, omdat hij ophield mail aan te nemen.',
    },
    summary: {
      busy: '{listeners} {listenerCount:begroet|begroeten} met {code}: wie verbinding maakt, wordt weggestuurd voordat hij mail kan aanbieden, en dat laat hier geen regel achter. Servers proberen het opnieuw. Het is van hier gezien, dus een regel over ons eigen adres is niet uitgesloten.',
      default:
        '{gateway} nam vanaf {stoppedAt} geen mail aan; het log laat niet zien dat hij weer begon. Servers die in die tijd kwamen, zijn weggestuurd en proberen het opnieuw.',
      resumed:
        '{gateway} nam van {stoppedAt} tot {startedAt} geen mail aan. Servers die in die tijd kwamen, zijn weggestuurd en proberen het opnieuw.',
      killed: `De gateway verbrak zelf de verbinding van {server}, ${times}, zoals hij doet als zijn listener stopt of hij herstart. De afzender probeert het opnieuw.`,
    },
    steps: {
      resume:
        'Kijk of de listeners mail aannemen, en wie ze stopte; weet niemand een reden: `resume` (of `resumelistener`).',
      thresholds:
        'Stopte de gateway ze zelf omdat zijn work queue te vol was, zoek dan wat die vult; de drempels staan in `tarpit`.',
    },
    note: {
      subject: putOff,
      body: 'Goedendag,\n\nOnze gateway nam een tijd geen mail aan. De fout lag bij ons; uw server probeert het vanzelf opnieuw. Kwam er een mail naar u terug, stuur die dan opnieuw.',
    },
    meaning:
      'Een listener neemt mail van buiten aan. Een beheerder kan hem stilzetten, een herstart stopt hem, en de gateway zet hem zelf stil als zijn work queue te vol is. Afzenders krijgen dan geen verbinding, of een tijdelijke fout.',
  },
  'work-queue-paused': {
    headline: { default: 'Onze gateway heeft de mail en wacht: zijn work queue staat stil.' },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is om {readyAt} in zijn geheel ontvangen ({id}). De gateway meldde zijn beheerders om {pausedAt} dat zijn work queue stilstaat, en geen latere regel zegt dat die weer loopt.',
    },
    steps: {
      resume:
        'Kijk of hij nog stilstaat, en wie of wat hem stilzette: een beheerder (`workqueue pause`) of een engine die wordt bijgewerkt; laat hem dan weer lopen met `workqueue resume`.',
      update: 'Wacht hij op een engine: `antispamupdate ironport force` of `antivirusupdate force`.',
    },
    note: { subject: late, body: waits },
    meaning:
      'Zolang de work queue stilstaat, neemt de gateway mail aan zonder die te scannen of af te leveren. Een beheerder kan hem stilzetten, en een engine die te lang bijwerkt doet dat ook. De mail is veilig en gaat daarna vanzelf verder.',
  },
  'recipient-count-limit': {
    headline: {
      default: 'De mail heeft meer ontvangers dan onze gateway in één mail aanneemt; de rest is uitgesteld.',
    },
    summary: {
      default:
        '{server} stuurde één mail van {mailFrom} ({id}, {lastAt}): de eerste {taken} ontvangers zijn aangenomen, de andere, waaronder {rcptTo}, zijn met een tijdelijke fout uitgesteld. Dat past bij de grens van ontvangers per mail in de mail flow policy van groep *{group}*.',
    },
    steps: {
      split: 'Stuur de rest in volgende mails; een goede server doet dat binnen enkele minuten vanzelf.',
      raise:
        'Is zulke mail gewenst: verhoog Max. Recipients Per Message in de mail flow policy van {group}, en commit.',
    },
    note: {
      subject: 'Te veel ontvangers in één mail aan {ourDomain}',
      body: 'Goedendag,\n\nUw server {server} stuurde een mail van {mailFrom} met meer ontvangers dan onze gateway in één mail aanneemt, op {lastAt}. De eerste {taken} zijn aangenomen, de andere met een tijdelijke fout uitgesteld. Een server hoort de rest vanzelf in een volgende mail te sturen; wilt u nagaan of de uwe dat deed, of de lijst splitsen?',
    },
    meaning:
      'Een mail flow policy beperkt hoeveel ontvangers één mail mag hebben. Die erboven krijgen een tijdelijke fout, en de verzendende server hoort ze in een andere mail opnieuw aan te bieden (RFC 5321, paragraaf 4.5.3.1.10).',
  },
  'rate-limit-sender': {
    headline: {
      default: 'Deze afzender schreef aan meer ontvangers dan wij één afzenderadres toestaan, en is uitgesteld.',
    },
    summary: {
      default: `{mailFrom} bood mail aan voor {rcptTo} vanaf {server}, ${times}. Onze gateway zei om {alertAt} dat hij juist dit afzenderadres beperkt; daarboven krijgen ontvangers een tijdelijke fout, en de server probeert het opnieuw.`,
    },
    steps: {
      raise:
        'Is zoveel mail gewenst: verhoog Rate Limit for Envelope Senders in de mail flow policy van {group}, of voeg {mailFrom} toe aan de uitzonderingen, en commit.',
      slower: 'Spreid de mail over meer tijd; wat is uitgesteld, komt vanzelf opnieuw.',
    },
    note: {
      subject: 'Mail van {mailFrom} aan {ourDomain} wordt uitgesteld: te veel tegelijk',
      body: `Goedendag,\n\n{mailFrom} schreef aan meer ontvangers dan onze gateway in een bepaalde tijd van één afzenderadres aanneemt, ${noteTimes}. De mail is met een tijdelijke fout uitgesteld, niet voorgoed geweigerd. Wilt u hem over meer tijd spreiden, en ons zeggen of dit een vaste dienst is?`,
    },
    meaning:
      'Een mail flow policy kan beperken hoeveel ontvangers één envelopafzender in een bepaalde tijd mag hebben, langs welke server ook. Daarboven krijgt elke volgende ontvanger als antwoord: probeer het later.',
  },
  'ldap-unreachable': {
    headline: {
      default: 'Onze gateway heeft de mail en wacht: de directory die onze ontvangers kent, antwoordt niet.',
      bounced: 'Onze gateway nam de mail aan en stuurde hem terug, omdat onze directory niet antwoordde.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({id}, {lastAt}). De gateway vroeg de directory (LDAP) ernaar, kreeg geen antwoord, het laatst om {askedAt}, en houdt de mail zolang in zijn work queue.',
      bounced:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({id}, {lastAt}). De gateway vroeg de directory (LDAP) ernaar en kreeg geen antwoord; om {askedAt} gaf hij het op en stuurde de mail terug.',
    },
    steps: {
      restore:
        'Test de directory vanaf de gateway, en herstel haar: draait de server, laat de firewall de gateway door, werkt het account van de query nog?',
      queue: 'Kijk daarna of de work queue leegloopt.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt}',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen, en een directory van ons antwoordde niet. De fout ligt bij ons. Kwam de mail naar u terug, stuur hem dan opnieuw; anders hoeft u niets te doen.',
    },
    meaning:
      'De gateway vraagt een directory (LDAP) of een ontvanger bestaat en waar de mail heen gaat. Antwoordt die niet, dan wacht mail die al is aangenomen in de work queue, en gaat terug als het duurt.',
  },
  'destination-throttled': {
    headline: {
      default: 'De mail is bij ons en wacht op zijn beurt: wij beperken hoeveel er tegelijk naar die bestemming gaat.',
      suspended: 'De mail is bij ons en wacht: de aflevering staat uit op onze gateway.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} is om {lastAt} aangenomen ({id}) en wacht sinds {queuedAt}. De volgende server werkt (andere mail ging er intussen heen, of verbindingen zijn om hun aantal opgegeven), dus de grens van onze eigen destination controls past.',
      suspended:
        'De mail van {mailFrom} aan {rcptTo} is om {lastAt} aangenomen ({id}) en wacht sinds {queuedAt}. Het log zegt om {toldAt} dat de aflevering is stilgezet.',
    },
    steps: {
      status: 'Kijk hoeveel ontvangers voor die bestemming wachten, en of zij werkt.',
      raise:
        'Is de grens te laag: verhoog de gelijktijdige verbindingen en ontvangers van de bestemming: Mail Policies > Destination Controls; dan commit.',
      resume: 'Zoek uit wie de aflevering stilzette en waarom, en laat haar weer lopen: `resumedel`.',
    },
    note: { subject: late, body: waits },
    meaning:
      'Destination controls beperken hoeveel verbindingen en ontvangers de gateway één bestemming tegelijk geeft, en een beheerder kan de aflevering stilzetten. Mail daarboven wacht in de wachtrij, al werkt de volgende server.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
