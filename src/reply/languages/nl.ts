import { defineLanguage } from '../language.ts'

const debugLog =
  'Log het hele SMTP-gesprek met hun servers: `logconfig`, NEW, Injection Debug Logs, name `smtp_debug`, hosts `{hosts}`, 10 sessions, de rest standaard, en dan `commit`. Laat de afzender een test sturen, lees die met `tail smtp_debug` en plak hem achter `explain`, dat de regel aanwijst waar het afbrak.'

const capture =
  'Leg één poging op het netwerk vast: `packetcapture`, SETUP, custom filter `{filter}`, START, en STOP na de poging. Het laatste pakket toont wie er een eind aan maakte: FIN, RST, of niemand.'

const trace = 'Lees alle regels van dat bericht op de gateway.'

export const language = defineLanguage({
  tag: 'nl',
  name: 'Nederlands',
  locale: 'nl-NL',
  ui: {
    proven: 'Het log zegt het.',
    likely: 'Alles past hierbij, maar niets bewijst het.',
    possible: 'Het kan dit zijn, of iets anders.',
    absent: '(niet in het log)',
    periodOnce: 'op {lastAt}',
    period: 'tussen {firstAt} en {lastAt}',
    headTime: 'tijd',
    headFrom: 'van',
    headGateway: 'gateway',
    headOutcome: 'afloop',
    refused: 'geweigerd',
    aborted: 'afgebroken',
    dropped: 'weggegooid',
    quarantined: 'in quarantaine',
    delivered: 'afgeleverd',
    bounced: 'teruggestuurd',
    deferred: 'wacht, volgende server zei later',
    queued: 'in onze wachtrij',
    open: 'geen einde in het log',
    attempts: 'Pogingen',
    moreAttempts: 'en {count} eerdere {count:poging|pogingen}',
    next: 'Wat nu',
    us: 'Wij',
    sender: 'De afzender',
    recipient: 'De ontvanger',
    otherFindings: 'Ook gevonden',
    evidence: 'Logregels ({count})',
    evidenceCut: '… nog {count} {count:regel|regels} in het bestand',
    evidenceFile: 'Alle logregels bij dit antwoord',
    ruledOut: 'Uitgesloten',
    checks: 'Controles',
    checksUnknown: 'Niet vast te stellen',
    note: 'Bericht aan hun beheerder',
    missing: 'Ontbreekt',
    coverageComplete: '{gateways} · logs compleet van {fromAt} tot {toAt} {zone}',
    coveragePartial:
      '{gateway}: logs gelezen van {fromAt} tot {toAt} {zone}; niet zeker dat ze de hele gevraagde periode dekken',
    coverageNone: '{gateway}: er kon niets worden gelezen',
    coverageUnrecognised: '{count} {count:regel|regels} niet herkend',
    tookTo: '{headline} (een van de gateways kon niet worden gelezen)',
    searched: '{lines} {lines:regel|regels} gelezen · {seconds} s',
    widened: 'Niets in de gevraagde periode ({fromAt} tot {toAt} {zone}); dit komt van daaromheen.',
    'gap.unreachable': '{where}: niet bereikbaar ({detail}), dus dit kan onvolledig zijn.',
    'gap.refused': '{where}: weigerde de verbinding ({detail}), dus dit kan onvolledig zijn.',
    'gap.timeout': '{where}: gaf niet op tijd antwoord ({detail}), dus dit kan onvolledig zijn.',
    'gap.host-key':
      '{where}: toont een andere hostsleutel dan bij ons bekend is ({detail}). Er is niets naartoe gestuurd. Zoek uit waarom voordat u hem vertrouwt.',
    'gap.login': '{where}: liet ons niet binnen ({detail}).',
    'gap.role': '{where}: ons account mag daar het log niet lezen ({detail}).',
    'gap.no-log': '{where}: heeft dit log niet ({detail}).',
    'gap.partial': '{where}: het antwoord brak af ({detail}), dus dit kan onvolledig zijn.',
    'gap.budget':
      '{where}: te veel om te lezen, gestopt bij de grens ({detail}). Vraag naar een kortere periode of naar één adres.',
    'gap.too-broad': '{where}: te ruim om te doorzoeken ({detail}).',
    'gap.not-enumerable': '{where}: hier zijn geen adressen uit af te leiden ({detail}).',
    'gap.dns': 'DNS, {where}: {detail}',
    'gap.debug-log': '{where}, debuglog: {detail}',
    'gap.unreadable': '{where}: niet leesbaar ({detail}).',
    'gap.crashed': 'Een controle van ons is hierop vastgelopen ({where}, {detail}). De rest klopt.',
    actionWiden: 'Laatste 7 dagen',
    actionAgain: 'Opnieuw vragen',
    askWhy: 'waarom {about}',
    askWhyTo: 'waarom {about} aan {recipient}',
    askWeek: 'laatste 7 dagen',
    actionNote: 'Bericht aan hun beheerder',
    actionLines: 'Logregels',
    actionProbe: 'Onze listener testen',
    workingTitle: 'Zoekt mail van {about} aan {recipient}, van {fromAt} tot {toAt} {zone}',
    anyone: 'wie dan ook',
    'working.candidates': 'Waarvandaan {about} verstuurt',
    'working.candidatesDone':
      '{about} verstuurt vanaf {count} {count:adres of bereik|adressen en bereiken} (SPF, MX, A)',
    'working.candidatesNone': '{about} publiceert geen verzendadressen',
    'working.gateway': '{gateway}: doorzoekt het maillog',
    'working.gatewayDone': '{gateway}: {lines} {lines:regel|regels}, {attempts} {attempts:poging|pogingen}',
    'working.gatewayFailed': '{gateway}: {detail}',
    'working.dns': 'Controles van DNS en listener',
    'working.dnsDone': 'Controles van DNS en listener: {count} klaar',
    notUnderstood:
      'Ik kan zoeken naar een domein, een adres, een IP-adres, een Message-ID of een MID. In “{text}” heb ik er geen gevonden.',
    notAName: '“{word}” is geen domein of adres waar ik naar kan zoeken.',
    timeAhead: 'Dat tijdstip moet nog komen.',
    noSender: 'Van wie is de mail aan {word}? Noem de afzender, of het adres van zijn server.',
    tryThese: 'Probeer:',
    unknownVerb: '“{verb}” bestaat hier niet.',
    nothingRead: 'Er kon niets worden gelezen, dus er valt niets te zeggen.',
    nothingFound: 'Niets in de gelezen logs gaat over {about}.',
    nothingFoundSummary:
      'Controleer het nummer of de naam, en de periode: een gateway bewaart zijn logs maar enkele dagen.',
    noVerdict: 'Het log laat niet zien waarom.',
    noVerdictSummary:
      'Er {count:is één poging|zijn # pogingen}, maar geen regel zegt wat de mail heeft tegengehouden. De regels staan hieronder.',
    refusedToAsk: 'Dat mag u hier niet vragen. Vraag het aan {owner}.',
    helpHeadline: 'Vraag waarom mail niet is aangekomen.',
    helpIntro:
      'Vraag het in gewone woorden, in dit kanaal of in een thread; bij vervolgvragen is een vermelding niet nodig.',
    statusHeadline: '{ok} van de {count} {count:gateway|gateways} {ok:is|zijn} leesbaar.',
    statusOk: '*{gateway}*: {version}, klok {offset}',
    probeNone: 'Er is geen listener van ons geconfigureerd, dus er valt niets te testen.',
    probeOk: '{count:Onze listener antwoordt|Onze listeners antwoorden} zoals het hoort.',
    probeProblem: 'Onze listeners hebben {problems} {problems:probleem|problemen}.',
    probeLimits: 'Vanaf hier getest. Elders kan een firewall, of de HAT per adres, anders antwoorden.',
    probeByHand: 'Hetzelfde met de hand, voor de afzender',
    dnsHeadline:
      '{domain}: {problems} {problems:probleem|problemen}, {unknown} onbekend, {count} {count:controle|controles}.',
    lookups: 'DNS-opzoekingen',
    traceHeadline: '{count} {count:poging|pogingen} gevonden.',
    traceShown: 'De laatste {shown} staan hier uitgewerkt. Noem er een bij zijn MID voor de eigen weg.',
    traceNone: 'Niets gevonden.',
    explainSome: '{count} van de {lines} regels {count:is|zijn} bekend.',
    explainNone: 'Geen van deze regels ken ik.',
    they: 'Zij',
    dialogue: 'Het gesprek, uit het debuglog',
    dialogueWhole: 'Het gesprek is gewoon geëindigd: er is een bericht aangenomen.',
    dialogueContent: '({count} {count:teken|tekens} inhoud)',
    brokeRefused: 'Het gesprek brak af bij {stage}: {who} zei “{said}”.',
    brokeClosed: 'Het gesprek brak af bij {stage}: {who} zei “{said}” en hing op.',
    brokeLeft: 'Het gesprek brak af na {stage}: {who} zei QUIT voordat er een bericht was aangenomen.',
    brokeSilence: 'Het gesprek brak af bij {stage}: {who} zei “{said}”, en {next} zei daarna niets meer.',
    brokeContent:
      'Het gesprek brak af in de inhoud van het bericht: {who} begon die te sturen en kwam nooit aan het einde.',
    ourGateway: 'onze gateway',
    theirServer: 'de server op {ip}',
    nextServer: 'de volgende server',
    'stage.banner': 'de banner',
    'stage.ehlo': 'EHLO',
    'stage.starttls': 'STARTTLS',
    'stage.auth': 'AUTH',
    'stage.mail': 'MAIL FROM',
    'stage.rcpt': 'RCPT TO',
    'stage.data': 'DATA',
    'stage.body': 'de inhoud',
    'stage.quit': 'QUIT',
    'stage.other': 'een andere opdracht',
    replyTemporary:
      'Een tijdelijke weigering ({code}): de verzendende server houdt het bericht en probeert het opnieuw.',
    replyPermanent:
      'Een definitieve weigering ({code}): de verzendende server geeft het op en meldt het zijn gebruiker.',
    replyRemote: 'De eigen woorden van de volgende server: “{said}”.',
    replyNone: 'De volgende server gaf helemaal geen SMTP-antwoord.',
    'reply.1': 'Het gaat om een adres.',
    'reply.2': 'Het gaat om de mailbox: vol, gesloten, of te klein voor dit bericht.',
    'reply.3': 'Het gaat om het mailsysteem dat dit zei: vol, of het neemt op dit moment geen mail aan.',
    'reply.4':
      'Het gaat om het netwerk of de routering: geen antwoord, een slechte verbinding, een lus, of mail die te lang wachtte.',
    'reply.5': 'Het gaat om de SMTP-dialoog: een opdracht of het argument ervan was fout.',
    'reply.6': 'Het gaat om de inhoud van het bericht.',
    'reply.7': 'Het gaat om beveiliging of policy: reputatie, SPF, DKIM, DMARC, TLS, of een regel van de ontvanger.',
    candidates: 'Adressen waarop naar {about} is gezocht ({count})',
    reputation: 'Reputatie, zoals onze gateway die noteerde',
    reputationNow: 'die van vandaag, bij Talos Intelligence',
  },
  checks: {
    'S1.ok': '{subject} bestaat in de DNS.',
    'S1.none': 'Volgens de DNS bestaat {subject} niet.',
    'S1.none-below': 'Volgens de DNS bestaat {subject} niet, al bestaat {registered} wel.',
    'S1.unknown': 'Of {subject} bestaat was niet vast te stellen: de DNS gaf geen antwoord.',
    'S6.ok': 'Mail voor {subject} gaat naar {hosts}, en elk van deze hosts heeft een adres.',
    'S6.implicit': '{subject} heeft geen MX-record; het eigen adres {addresses} komt ervoor in de plaats.',
    'S6.none': '{subject} heeft geen MX-record en geen adres, dus er kan niets naar worden teruggestuurd.',
    'S6.unresolvable': 'MX-hosts van {subject} hebben geen adres: {dead}.',
    'S6.unknown': 'De mailhosts van {subject} konden niet worden opgezocht: de DNS gaf geen antwoord.',
    'S7.ok': '{subject} weigert geen mail door een null MX.',
    'S7.null': '{subject} heeft een null MX: het domein zegt zelf dat het geen mail ontvangt.',
    'S7.unknown': 'Of {subject} een null MX heeft was niet vast te stellen: de DNS gaf geen antwoord.',
    'S8.ok': 'De MX-hosts van {subject} hebben echte namen en publieke adressen.',
    'S8.alias': 'MX-hosts van {subject} zijn aliassen (CNAME), wat de standaard verbiedt: {hosts}.',
    'S8.literal': 'In MX-records van {subject} staat een adres waar een hostnaam hoort: {hosts}.',
    'S8.private': 'MX-hosts van {subject} hebben adressen die vanaf internet niet bereikbaar zijn: {hosts}.',
    'S8.unknown': 'De MX-hosts van {subject} konden niet worden bekeken: de DNS gaf geen antwoord.',
    'S9.ok': '{subject} heeft één SPF-record, en dat is goed gevormd.',
    'S9.none': '{subject} heeft geen SPF-record.',
    'S9.several': '{subject} heeft meer dan één SPF-record, waardoor ze geen van alle gelden.',
    'S9.syntax': 'Het SPF-record van {subject} is niet te lezen: {reason}.',
    'S9.unknown': 'Het SPF-record van {subject} kon niet worden opgezocht: de DNS gaf geen antwoord.',
    'S10.ok': 'Het SPF-record van {subject} blijft binnen de grenzen ({terms} van 10 opzoekingen).',
    'S10.too-many': 'Het SPF-record van {subject} vraagt {terms} opzoekingen; 10 zijn toegestaan: {path}.',
    'S10.void':
      'Het SPF-record van {subject} vraagt naar {voidTerms} namen die niet bestaan; 2 zijn toegestaan: {path}.',
    'S10.broken': 'Het SPF-record van {subject} verwijst naar een record dat ontbreekt of stuk is: {path} ({reason}).',
    'S10.everything': 'Het SPF-record van {subject} laat elk adres versturen: {path}.',
    'S10.unknown':
      'Het SPF-record van {subject} kon niet tot het einde worden gevolgd: de DNS gaf geen antwoord ({path}).',
    'S12.pass': 'SPF van {domain} staat {subject} toe.',
    'S12.fail': 'SPF van {domain} verbiedt {subject} (fail).',
    'S12.softfail': 'SPF van {domain} staat {subject} niet toe (softfail).',
    'S12.neutral': 'SPF van {domain} zegt niets over {subject} (neutral).',
    'S12.none': '{domain} heeft geen SPF-record dat {subject} kan toestaan of verbieden.',
    'S12.permerror': 'SPF van {domain} kan voor {subject} niet worden bepaald: {reason}.',
    'S12.unknown': 'SPF van {domain} kon voor {subject} niet worden bepaald: de DNS gaf geen antwoord.',
    'S13.ok': '{subject} heeft de reverse-DNS-naam {names}.',
    'S13.none': '{subject} heeft geen reverse-DNS-naam.',
    'S13.unknown': 'De reverse-DNS-naam van {subject} kon niet worden opgezocht: de DNS gaf geen antwoord.',
    'S14.ok': 'De naam {name} wijst terug naar {subject}.',
    'S14.mismatch': 'De reverse-DNS-naam van {subject}, {names}, wijst er niet naar terug.',
    'S14.unknown': 'Of {names} naar {subject} terugwijst was niet vast te stellen: de DNS gaf geen antwoord.',
    'S15.ok': 'De reverse DNS van {subject} antwoordde in {ms} ms.',
    'S15.slow':
      'De reverse DNS van {subject} deed er {ms} ms over; onze banner wacht daarop, en sommige verzenders wachten niet zo lang.',
    'S15.unknown': 'Hoe lang de reverse DNS van {subject} erover doet was niet te meten: er kwam geen antwoord.',
    'S18.ok': '{domain} heeft een DMARC-record met de policy {policy}.',
    'S18.none': '{subject} heeft geen DMARC-record.',
    'S18.several': '{domain} heeft meer dan één DMARC-record, wat telt als geen.',
    'S18.syntax': 'Het DMARC-record van {domain} noemt geen policy die bestaat.',
    'S18.unknown': 'Het DMARC-record van {subject} kon niet worden opgezocht: de DNS gaf geen antwoord.',
    'R1.ok': 'De eerste MX van {subject} is van ons: {first}.',
    'R1.elsewhere': 'De MX van {subject} wijst ergens anders heen: {mx} is geen van onze gateways.',
    'R1.partly': 'De eerste MX van {subject} wijst maar deels naar onze gateways: {elsewhere} is niet van ons.',
    'R1.none': '{subject} heeft geen MX-record, dus verzenders vinden onze gateways niet.',
    'R1.unknown': 'Of de MX van {subject} van ons is was niet vast te stellen: de DNS gaf geen antwoord.',
    'R1.unconfigured': 'De MX van {subject} is {mx}; de configuratie zegt niet welke adressen van ons zijn.',
    'R2.ok': 'Elke MX-host van {subject} is van ons.',
    'R2.extra': 'MX-hosts van {subject} die niet van ons zijn: {hosts}. Mail daarheen komt niet langs onze gateways.',
    'R2.dead': 'MX-hosts van {subject} die geen adres hebben: {hosts}.',
    'R2.unknown': 'Niet elke MX-host van {subject} kon worden opgezocht: de DNS gaf geen antwoord.',
    'R8.ok': '{subject} neemt verbindingen aan (na {ms} ms).',
    'R8.refused': '{subject} weigert verbindingen.',
    'R8.unknown': 'Geen verbinding met {subject} vanaf hier: {detail}. Bij afzenders kan dat anders zijn.',
    'R9.ok': '{subject} geeft na {ms} ms een banner.',
    'R9.masked': '{subject} geeft een banner van sterretjes: er zit een firewall met SMTP-inspectie tussen.',
    'R9.slow': '{subject} geeft pas na {ms} ms een banner; sommige verzenders wachten niet zo lang.',
    'R9.busy': '{subject} begroet met {code}: hij neemt op dit moment geen mail aan.',
    'R9.silent': '{subject} neemt de verbinding aan en zegt daarna niets.',
    'R9.refused': '{subject} weigert de machine hier ({code}), wat niets zegt over andere afzenders.',
    'R10.ok': '{subject} biedt STARTTLS aan.',
    'R10.masked':
      '{subject} biedt geen STARTTLS aan maar X’en op die plaats: een firewall met SMTP-inspectie verbergt het.',
    'R10.plain': '{subject} biedt de machine hier geen STARTTLS aan; verzenders die TLS eisen, geven het op.',
    'R10.refused': '{subject} weigert EHLO met {code}.',
    'R10.unknown': '{subject} gaf geen antwoord op EHLO.',
    'R11.ok': 'TLS werkt met {subject}: {detail}.',
    'R11.failed': 'STARTTLS met {subject} mislukt: {detail}.',
  },
  rules: {
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
    'connection-limit-host': {
      headline: {
        default: 'De server van de afzender opende meer verbindingen tegelijk dan onze gateway toestaat.',
      },
      summary: {
        default:
          '{server} is {count:één keer|# keer} tijdelijk geweigerd ({count:|laatste keer: }{lastAt}, {id}): er stonden al zoveel verbindingen open als één adres mag hebben. De weigering is tijdelijk; de afzender probeert het opnieuw.',
        max: '{server} is {count:één keer|# keer} tijdelijk geweigerd ({count:|laatste keer: }{lastAt}, {id}): er {max:stond|stonden} al {max} {max:verbinding|verbindingen} open, de grens voor één adres. De weigering is tijdelijk; de afzender probeert het opnieuw.',
      },
      steps: {
        raise:
          'Is de afzender een vaste dienst: verhoog het aantal verbindingen per adres in de mail flow policy van {group}, of zet {ip} in een groep met een hogere grens, en commit.',
        fewer:
          'Open minder verbindingen tegelijk naar ons; wat tijdelijk is geweigerd, wordt vanzelf opnieuw gestuurd.',
      },
      note: {
        subject: 'Te veel verbindingen tegelijk vanaf {ip}',
        body: 'Goedendag,\n\nUw server {server} opende meer verbindingen tegelijk naar onze gateway dan wij één adres toestaan, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. De mail is tijdelijk geweigerd, niet voorgoed. Wilt u de server minder verbindingen tegelijk naar {ourDomain} laten openen, en ons laten weten of dit een vaste dienst is, zodat wij de grens kunnen verhogen?',
      },
      meaning:
        'Een mail flow policy begrenst hoeveel verbindingen één adres tegelijk open mag hebben. Eén meer krijgt een tijdelijke fout, en de afzender probeert het later opnieuw.',
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
        read: 'Lees waarop het filter test, en maak het nauwer, of laat het de mail in een quarantaine houden: Mail Policies > Incoming Content Filters > {filter}; daarna commit.',
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
    'directory-harvest': {
      headline: {
        default:
          'Onze gateway verbrak de verbinding met de server van de afzender: die noemde te veel onbekende ontvangers.',
      },
      summary: {
        default:
          '{ip} noemde binnen een uur meer dan {limit} ontvangers die niet bestaan; onze gateway zag dat als het raden van adressen en verbrak de verbindingen ({count:|laatste keer: }{cutAt}). Tot het uur om is, gaan goede ontvangers in dezelfde mail met de slechte verloren.',
      },
      steps: {
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
    'dlp-action': {
      headline: {
        default: 'Onze gateway heeft de mail weggegooid: er staan gegevens in die niet naar buiten mogen.',
        held: 'Onze gateway houdt de mail vast: er staan gegevens in die niet naar buiten mogen.',
      },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De bescherming tegen datalekken (DLP) vond een overtreding (policy {dlpPolicy}, ernst {severity}), en de mail is weggegooid ({stoppedAt}).',
        held: 'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De bescherming tegen datalekken (DLP) vond een overtreding (policy {dlpPolicy}, ernst {severity}), en de mail ligt sinds {stoppedAt} in de quarantaine *{quarantine}*.',
      },
      steps: {
        look: 'Bekijk hem en beslis: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
        policy:
          'Mogen zulke gegevens naar die ontvanger: wijzig de DLP-policy (Mail Policies > DLP Policy Manager), of stuur de mail versleuteld.',
      },
      meaning:
        'DLP zoekt in uitgaande mail naar kaartnummers, medische gegevens en dergelijke. Bij een overtreding kan de mail worden vastgehouden, weggegooid of versleuteld; het gaat om onze eigen uitgaande mail.',
    },
    'dmarc-reject': {
      headline: {
        default:
          'Onze gateway heeft hem geweigerd: hij voldoet niet aan de regels van de afzender zelf tegen vervalsing (DMARC).',
        held: 'Onze gateway houdt hem vast: hij voldoet niet aan de regels van de afzender zelf tegen vervalsing (DMARC).',
      },
      summary: {
        default:
          '{server} stuurde {count} {count:mail|mails} met {domain} in de From-header ({count:|laatste keer: }{lastAt}, {id}). DMARC mislukte (SPF aligned: {spf}, DKIM aligned: {dkim}), en daar eindigde de overdracht. Of {domain} staat deze server niet toe, of de mail is onderweg doorgestuurd of gewijzigd.',
        held: '{server} stuurde {count} {count:mail|mails} met {domain} in de From-header ({count:|laatste keer: }{lastAt}, {id}). DMARC mislukte (SPF aligned: {spf}, DKIM aligned: {dkim}), en de mail is in quarantaine gezet.',
      },
      clear: 'DMARC: geslaagd voor {domain}.',
      steps: {
        mend: 'Sta {ip} toe in het SPF-record van {domain}, of onderteken met een DKIM-sleutel van {domain}. Wordt de mail doorgestuurd, dan moet de doorsturende server de handtekening heel laten.',
        except:
          'Is de mail zeker goed: maak een uitzondering voor de afzender in Mail Policies > DMARC (bypass voor het adres), en commit.',
      },
      note: {
        subject: 'Uw mail met {domain} als afzender slaagt niet voor DMARC',
        body: 'Goedendag,\n\nMail van {mailFrom}, die {server} ons {count:op|het laatst op} {lastAt} stuurde, slaagde niet voor DMARC van {domain}: SPF aligned: {spf}, DKIM aligned: {dkim}. Wij volgen de policy die {domain} publiceert. Is {ip} een server van u, of van een dienst die voor u verstuurt, voeg hem dan toe aan het SPF-record van het domein van de envelopafzender, en onderteken met DKIM voor {domain}. Is de mail doorgestuurd, dan mag de doorsturende server hem niet wijzigen.',
      },
      meaning:
        'Met DMARC zegt de eigenaar van een domein wat er moet gebeuren met mail die zijn naam in From draagt maar voor die naam niet door SPF of DKIM komt. Onze gateway controleert dat en volgt de policy: weigeren (550), vasthouden of doorlaten.',
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
          'Markeer zulke mail of laat hem door voor deze afzender: Mail Policies > Incoming Mail Policies > Graymail; daarna commit.',
        resend: 'Stuur hem opnieuw als dat is aangepast: wat is weggegooid, is niet terug te halen.',
      },
      meaning:
        'Graymail is bulkmail die geen spam is: marketing, sociale netwerken, nieuwsbrieven. De mail policy kan elke soort markeren, vasthouden, weggooien of afleveren.',
    },
    'hat-host-dns': {
      headline: {
        default: 'Onze gateway heeft hem geweigerd: de reverse DNS van de server van de afzender is niet in orde.',
      },
      summary: {
        default:
          '{server} is {count:één keer|# keer} geweigerd ({count:|laatste keer: }{lastAt}): sender group *{group}* wijst servers af zonder reverse-DNS-naam die naar henzelf terugwijst (regel {match}).',
      },
      steps: {
        publish: 'Publiceer een PTR-record voor {ip}, en voor die naam een adresrecord dat terugwijst naar {ip}.',
        except:
          'Tot die tijd: zet {ip} in een sender group boven {group}, of haal de voorwaarde daar weg (Mail Policies > HAT Overview > {group}, Connecting Host DNS Verification), en commit.',
      },
      note: {
        subject: 'Uw server {ip} heeft een reverse-DNS-naam nodig',
        body: 'Goedendag,\n\nMail van uw server {ip} aan {ourDomain} is bij het verbinden geweigerd, {count:één keer|# keer} {period}, omdat de reverse DNS niet in orde is: of er is geen PTR-record voor het adres, of de naam erin wijst niet terug naar het adres. Wilt u een PTR-record voor {ip} publiceren, en een A- of AAAA-record van die naam met hetzelfde adres?',
      },
      meaning:
        'Een sender group kan servers vangen waarvan de reverse DNS mislukt: geen PTR-record (nx.domain), een opzoeking die op een fout eindigt (serv.fail), of een naam die niet terugwijst (not.double.verified).',
    },
    'hat-reject-country': {
      headline: { default: 'Onze gateway heeft hem geweigerd: hij neemt geen mail aan uit het land van die server.' },
      summary: {
        default:
          '{server} is {count:één keer|# keer} geweigerd ({count:|laatste keer: }{lastAt}), voordat er mail werd aangeboden: sender group *{group}* geldt voor het land, {country}.',
      },
      steps: {
        except:
          'Is de afzender welkom: zet {ip} in een sender group boven {group} in Mail Policies > HAT Overview, en commit.',
      },
      note: {
        subject: 'Uw mail aan {ourDomain} wordt geweigerd: {ip}',
        body: 'Goedendag,\n\nMail van uw server {server} aan {ourDomain} is bij het verbinden geweigerd, {count:één keer|# keer} {period}, vanwege het land waar dat adres geregistreerd staat. Hebt u elders een server, dan wordt mail daarvandaan op zichzelf beoordeeld. Laat het ons weten als dit vaste correspondentie is, zodat wij een uitzondering kunnen maken.',
      },
      meaning:
        'Nieuwere versies kunnen servers in een sender group plaatsen naar het land waar hun adres geregistreerd staat. Een groep die weigert, wijst elke server uit dat land af.',
    },
    'hat-reject-entry': {
      headline: {
        default: 'Onze gateway heeft hem geweigerd: de server van de afzender staat op een lijst van ons.',
        dnslist:
          'Onze gateway heeft hem geweigerd: de server van de afzender staat op een openbare blokkeerlijst die wij gebruiken.',
      },
      summary: {
        default:
          '{server} is {count:één keer|# keer} geweigerd ({count:|laatste keer: }{lastAt}), voordat er mail werd aangeboden: hij valt onder de vermelding {match} van sender group *{group}*. Zijn reputatie ({sbrs}) speelde geen rol.',
        dnslist:
          '{server} is {count:één keer|# keer} geweigerd ({count:|laatste keer: }{lastAt}), voordat er mail werd aangeboden: sender group *{group}* raadpleegt {match}, en daar staat het adres op.',
      },
      steps: {
        edit: 'Zoek uit wie de vermelding {match} heeft toegevoegd en waarom (System Administration > Configuration log), verwijder haar of maak haar nauwer in Mail Policies > HAT Overview > {group}, en commit.',
        delist: 'Vraag de beheerder van die lijst om {ip} eraf te halen, zodra de oorzaak is verholpen.',
      },
      note: {
        subject: 'Uw mail aan {ourDomain} wordt geweigerd: {ip}',
        body: 'Goedendag,\n\nMail van uw server {server} aan {ourDomain} is bij het verbinden geweigerd, {count:één keer|# keer} {period}, met een 554-antwoord. Die beslissing gaat over dat adres of zijn netwerk, niet over één mail. Wilt u nagaan of het adres op een openbare blokkeerlijst staat, en ons laten weten wat de server verstuurt? Ondertussen kijken wij aan onze kant.',
      },
      meaning:
        'De Host Access Table heeft sender groups met vermeldingen: adressen, netwerken, hostnamen, DNS-blokkeerlijsten. De eerste groep die past, beslist. Hier weigert een vermelding die iemand heeft gemaakt de server, wat zijn reputatie ook is.',
    },
    'hat-reject-reputation': {
      headline: { default: 'Onze gateway heeft hem geweigerd: de server van de afzender heeft een slechte reputatie.' },
      summary: {
        default:
          '{server} probeerde het {count:één keer|# keer} ({count:|laatste keer: }{lastAt}) en is geweigerd voordat er mail werd aangeboden: sender group *{group}*, reputatie *{sbrs}*.',
        changed:
          '{server} probeerde het {count:één keer|# keer} ({count:|laatste keer: }{lastAt}) en is geweigerd voordat er mail werd aangeboden: sender group *{group}*, reputatie *{sbrs}*. Wat er is veranderd: de laatste mail van deze afzender die is aangenomen ({takenAt}), kwam van {takenServer} met reputatie {takenSbrs}.',
      },
      clear: 'Reputatie: de server is toegelaten (sender group {group}).',
      steps: {
        cleanUp:
          'Zoek naar mail die {ip} verstuurt zonder dat iemand dat wil, en vraag daarna een herbeoordeling aan op talosintelligence.com. Het bericht hieronder zegt dat.',
        exempt:
          'Kan dit niet wachten: Mail Policies > HAT Overview, zet {ip} voor een dag in een sender group *boven* {group}, en commit.',
        exemptMany:
          'Kan dit niet wachten: Mail Policies > HAT Overview, zet het adres voor een dag in een sender group *boven* {group}, en commit.',
      },
      note: {
        subject: 'Uw mail aan {ourDomain} wordt geweigerd: {ip}',
        body: 'Goedendag,\n\nMail van uw server {server} aan {ourDomain} is bij het verbinden geweigerd, {count:één keer|# keer} {period}, met een 554-antwoord, vanwege de reputatie van dat adres. Wilt u zoeken naar mail die de server buiten uw weten verstuurt, nagaan of het adres op een blokkeerlijst staat, en daarna een herbeoordeling aanvragen op talosintelligence.com? Tot de reputatie hersteld is, wordt uw mail vanaf dit adres geweigerd; mail van een andere server van u wordt op zichzelf beoordeeld.',
      },
      meaning:
        'De gateway geeft elk adres dat verbinding maakt een cijfer (SBRS, −10 tot +10, naar wat het adres eerder heeft verstuurd). Onder een grens weigert de Host Access Table de verbinding met een 554-antwoord, nog voordat afzender en ontvanger bekend zijn. Het gaat om de verzendende server, niet om één mail.',
    },
    'hat-tcprefuse': {
      headline: { default: 'Onze gateway heeft de server van de afzender afgewezen voordat er een woord was gezegd.' },
      summary: {
        default:
          '{server} is {count:één keer|# keer} afgewezen ({count:|laatste keer: }{lastAt}): sender group *{group}* weigert op TCP-niveau (regel {match}, reputatie {sbrs}). De verzendende server ziet helemaal geen antwoord en blijft het dagenlang proberen.',
        changed:
          '{server} is {count:één keer|# keer} afgewezen ({count:|laatste keer: }{lastAt}): sender group *{group}* weigert op TCP-niveau (regel {match}, reputatie {sbrs}). De verzendende server ziet helemaal geen antwoord en blijft het dagenlang proberen. Wat er is veranderd: de laatste mail van deze afzender die is aangenomen ({takenAt}), kwam van {takenServer} met reputatie {takenSbrs}.',
      },
      steps: {
        move: 'Is de afzender welkom: Mail Policies > HAT Overview, zet het adres in een andere sender group boven {group}, en commit.',
        reject:
          'Zet de toegang van {group} van TCPREFUSE op REJECT: een geweigerde afzender hoort het dan meteen, met een 554-antwoord, in plaats van na dagen.',
        cleanUp:
          'Zoek uit waarom het adres een slechte naam heeft, en vraag een herbeoordeling aan op talosintelligence.com.',
      },
      note: {
        subject: 'Uw server {ip} kan geen verbinding maken met {ourDomain}',
        body: 'Goedendag,\n\nUw server {server} probeerde verbinding te maken met onze mailgateway en is op TCP-niveau afgewezen, {count:één keer|# keer} {period}. Aan uw kant ziet dat eruit als een geweigerde of verbroken verbinding met poort 25 ({ourMx}). Die beslissing gaat over dat adres. Wilt u de reputatie ervan nagaan op talosintelligence.com, zoeken naar mail die het buiten uw weten verstuurt, en ons dan laten weten wat u vond?',
      },
      meaning:
        'TCPREFUSE is het hardste antwoord van de Host Access Table: de verbinding wordt verbroken zonder enig SMTP-antwoord. De verzendende server kan dat niet van een netwerkstoring onderscheiden en probeert het dus tot zijn eigen wachtrij het opgeeft. De logregel heeft ICID 0, omdat er nooit een verbinding is geopend.',
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
    'logs-incomplete': {
      headline: {
        default: 'Er is niets gevonden, maar de logs dekken niet de hele gevraagde periode.',
        none: 'Er valt niets te zeggen: voor die periode kon geen log worden gelezen.',
      },
      summary: {
        default:
          'In wat kon worden gelezen, staat geen poging van deze afzender. Van {missing} staat niet vast dat {missingCount:dit log|deze logs} de hele periode van {fromAt} tot {toAt} {missingCount:dekt|dekken}; de mail kan dus zijn gekomen zonder dat er nog een regel van is.',
        none: 'Geen gateway gaf logregels voor {fromAt} tot {toAt}. Of de mail is gekomen, is niet bekend.',
      },
      clear: 'Dekking: de logs van {gateways} bevatten de hele gevraagde periode.',
      steps: {
        again: 'Vraag opnieuw naar een periode die de logs bevatten, of als de gateway weer antwoordt.',
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
    'mx-points-elsewhere': {
      headline: {
        default: 'De DNS stuurt mail voor {domain} ergens anders heen, dus komt hij niet bij onze gateway.',
        none: 'De DNS heeft geen mailserver voor {domain}, dus vinden afzenders onze gateway niet.',
        other: 'De DNS stuurt mail voor {domain} ergens anders heen; andere domeinen van ons staan goed.',
      },
      summary: {
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
    'never-connected': {
      headline: {
        default: 'Van {sender} heeft ons sinds {fromAt} niets bereikt. De fout zit vóór onze gateway.',
        unlisted: 'Van {sender} heeft ons sinds {fromAt} geen mail bereikt, voor zover het log dat kan laten zien.',
      },
      summary: {
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
        flush:
          'Is het verholpen, leeg dan de DNS-cache van de gateway en laat hem het meteen proberen met `delivernow`.',
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
        default:
          'Onze gateway nam de mail aan, maar de mailserver binnen weigerde hem, en de afzender kreeg hem terug.',
        unknown: 'Onze gateway nam de mail aan, maar de mailserver binnen kent de ontvanger niet.',
      },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}), en onze gateway stuurde de mail terug naar de afzender.',
        unknown:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De volgende server antwoordde {code} “{reply}” ({triedAt}), en onze gateway stuurde de mail terug naar de afzender.',
      },
      steps: {
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
    'outbreak-delay': {
      headline: {
        default: 'Onze gateway houdt de mail een tijdje vast, voor het geval hij bij een nieuwe uitbraak hoort.',
        released:
          'Onze gateway heeft de mail {minutes} {minutes:minuut|minuten} vastgehouden, voor het geval hij bij een nieuwe uitbraak hoorde.',
      },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en ligt sinds {heldAt} in de quarantaine *{quarantine}* ({reason}). Hij is vertraagd, niet verloren: hij wordt opnieuw gescand en vanzelf vrijgegeven.',
        released:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}), lag in de quarantaine *{quarantine}* van {heldAt} tot {releasedAt}, en ging toen verder.',
      },
      clear: 'Outbreak-filters: het oordeel was negatief.',
      steps: {
        release:
          'Heeft het haast en is bekend wat het is, geef hem dan vrij: Monitor > Policy, Virus and Outbreak Quarantines > Outbreak.',
        retention:
          'Overkomt dit goede mail vaak: verkort de bewaartijd, of verhoog het dreigingsniveau dat telt: Mail Policies > Outbreak Filters.',
      },
      meaning:
        'Outbreak-filters houden mail vast die op het begin van een nieuwe golf malware of fraude lijkt, tot de scanners die kennen. Bij het vrijgeven wordt hij opnieuw gescand. De vertraging kan minuten of uren zijn.',
    },
    'policy-quarantine': {
      headline: { default: 'Onze gateway houdt de mail vast in een quarantaine, waar hij op een beslissing wacht.' },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en in de quarantaine *{quarantine}* gezet ({heldAt}). Reden: {reason}. Niemand heeft hem vrijgegeven, voor zover het log reikt.',
        remote:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en in de quarantaine *{quarantine}* op de beheerappliance gezet ({heldAt}). Reden: {reason}. Niemand heeft hem vrijgegeven, voor zover het log reikt.',
      },
      steps: {
        decide:
          'Bekijk hem en geef hem vrij of verwijder hem: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, zoek op {mailFrom}.',
        expiry:
          'Kijk wanneer hij verloopt en wat er dan gebeurt (default action): blijft hij liggen, dan wordt hij vanzelf verwijderd of vrijgegeven.',
        edit: 'Hoort zulke mail door te gaan: maak het filter dat hem daar zette nauwer.',
      },
      meaning:
        'Een filter of policy kan mail vasthouden zodat een mens beslist. Hij blijft tot iemand hem vrijgeeft of verwijdert, of tot zijn tijd om is; wat er dan gebeurt, is de default action van de quarantaine.',
    },
    'quarantine-expired': {
      headline: {
        default: 'De mail lag in een quarantaine en is daar verwijderd toen zijn tijd om was.',
        full: 'De mail lag in een quarantaine en is verwijderd omdat die vol was.',
        manual: 'De mail lag in een quarantaine, en iemand heeft hem daar verwijderd.',
      },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} ({id}) is in de quarantaine *{quarantine}* gezet ({heldAt}) en verwijderd ({deletedAt}, {reason}), omdat niemand hem vrijgaf. Hij is niet terug te halen.',
        full: 'De mail van {mailFrom} aan {rcptTo} ({id}) is in de quarantaine *{quarantine}* gezet ({heldAt}) en verwijderd om plaats te maken ({deletedAt}, {reason}). Hij is niet terug te halen.',
        manual:
          'De mail van {mailFrom} aan {rcptTo} ({id}) is in de quarantaine *{quarantine}* gezet ({heldAt}) en door een beheerder verwijderd ({deletedAt}). Hij is niet terug te halen.',
      },
      steps: {
        resend: 'Stuur de mail opnieuw; het bericht hieronder vraagt erom.',
        retention:
          'Bewaar mail daar langer, of geef hem vrij als de tijd om is: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, Retention Period en Default Action; daarna commit.',
      },
      note: {
        subject: 'Uw mail aan {ourDomain} van {lastAt}: wilt u hem opnieuw sturen?',
        body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen, vastgehouden voor een controle, en daar verwijderd voordat hij was afgeleverd. De fout ligt aan onze kant. Wilt u hem opnieuw sturen?',
      },
      meaning:
        'Een quarantaine bewaart mail een ingestelde tijd en tot een ingestelde grootte. Daarna volgt de default action: verwijderen of vrijgeven. Verwijderde mail is weg, en de afzender hoort er niets van.',
    },
    'quarantine-several': {
      headline: { default: 'De mail is uit één quarantaine vrijgegeven en ligt nog in een andere.' },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} ({id}) lag in {quarantines}. Hij is vrijgegeven uit *{released}* ({releasedAt}), maar een mail gaat pas verder als elke quarantaine hem heeft vrijgegeven.',
      },
      steps: {
        release:
          'Geef hem ook uit de andere vrij: Monitor > Policy, Virus and Outbreak Quarantines, zoek op {mailFrom}.',
      },
      meaning:
        'Een mail kan tegelijk in meer quarantaines liggen, om verschillende redenen. Hij wordt pas afgeleverd als alle hem hebben vrijgegeven; verwijdert één hem, dan is hij weg.',
    },
    'rat-reject': {
      headline: {
        default: 'Onze gateway weigerde de ontvanger: hij neemt geen mail aan voor {domain}.',
        ours: 'Onze gateway weigerde de ontvanger, al is {domain} een domein van ons.',
      },
      summary: {
        default:
          '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Het domein staat niet in de Recipient Access Table, en daarom is de ontvanger geweigerd.',
        ours: '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Volgens de configuratie van dit programma is {domain} van ons, maar de Recipient Access Table van de gateway weigert het.',
      },
      clear: 'Recipient Access Table: de gateway neemt mail aan voor {domain}.',
      steps: {
        add: 'Is {domain} van ons: voeg het toe in Mail Policies > Recipient Access Table, stel de SMTP-route in (Network > SMTP Routes), en commit.',
        correct: 'Ga de spelling van de ontvanger na, {rcptTo}.',
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
      clear: 'Overdracht: de mail is helemaal ontvangen ({bytes} bytes).',
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
    'recipient-unknown': {
      headline: { default: 'Onze gateway weigerde de ontvanger: niemand hier heeft dat adres.' },
      summary: {
        default:
          '{server} bood {count:één keer|# keer} mail aan van {mailFrom} aan {rcptTo} ({count:|laatste keer: }{lastAt}, {id}). Onze directory kent het adres niet, dus is de ontvanger geweigerd; de afzender hoorde dat meteen.',
      },
      clear: 'Directory: de ontvanger {rcptTo} is geaccepteerd.',
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
      },
      note: {
        subject: 'Uw afzenderadres wordt geweigerd: {domain} bestaat niet',
        body: 'Goedendag,\n\nUw server {server} wilde mail versturen als {mailFrom}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Onze gateway weigerde die envelopafzender, omdat {domain} volgens de DNS niet bestaat. Wilt u de spelling van het afzenderadres nagaan in het systeem dat verstuurt, en een MX- of adresrecord voor {domain} publiceren, zodat bounces terug kunnen? Stuur de mail daarna opnieuw.',
      },
      meaning:
        'Voordat de gateway een mail aanneemt, controleert hij of het domein van de envelopafzender bestaat: eerst de MX, dan de adressen van de MX. Antwoordt de DNS dat die naam niet bestaat, dan wordt de afzender definitief geweigerd (5xx), en begint er geen bericht.',
    },
    'sender-domain-unresolvable': {
      headline: {
        default: 'Onze gateway weigerde de mail tijdelijk: de DNS gaf geen antwoord over het domein van de afzender.',
      },
      summary: {
        default:
          '{server} wilde versturen als {mailFrom}, {count:één keer|# keer} ({count:|laatste keer: }{lastAt}, {id}). De opzoeking van {domain} mislukte of duurde te lang, dus is het adres voor dit moment geweigerd (4xx); de afzender probeert het opnieuw.',
      },
      steps: {
        check:
          'Vraag het de DNS zoals de gateway het doet. Mislukken veel domeinen, herstel dan onze resolver; is het alleen dit, dan ligt het aan de nameservers ervan.',
        flush: 'Is het verholpen, leeg dan de cache van de gateway.',
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
      steps: {
        look: 'Zoek op de naam die het mailprogramma toont; regels en blokkeerlijsten van de mailbox kijken misschien naar {envelopeDomain}.',
        rerun: 'Vraag opnieuw om alle mail van die dienst te zien: `why {envelopeDomain}`.',
      },
      meaning:
        'De From-header die een mens ziet en de envelopafzender die servers gebruiken, kunnen verschillen: maildiensten en doorstuurders zetten hun eigen domein in de envelop. Wie alleen op het zichtbare domein zoekt, mist zulke mail.',
    },
    'slow-reverse-dns': {
      headline: { default: 'De server van de afzender hing op terwijl onze gateway zijn naam nog opzocht.' },
      summary: {
        default:
          '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}), wachtte op onze banner en vertrok na {seconds} seconden zonder mail aan te bieden. Het opzoeken van zijn reverse-DNS-naam nam daarvan {dnsSeconds} in beslag.',
        pause:
          '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}); {seconds} seconden lang gebeurde er niets, toen was hij weg zonder mail aan te bieden. Onze banner wacht op de reverse-DNS-naam van de server, en die is niet gevonden.',
        slow: '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}); {seconds} seconden lang gebeurde er niets, toen was hij weg zonder mail aan te bieden. Onze banner wacht op de reverse-DNS-naam van de server, en die antwoordt traag.',
      },
      clear: 'Reverse DNS: de naam van {ip} antwoordt snel en wijst ernaar terug.',
      steps: {
        publish:
          'Publiceer voor {ip} een reverse-DNS-naam (PTR) die snel antwoordt, of laat de verzendende server langer op de banner wachten: vijf minuten volgens RFC 5321.',
        measure: 'Meet hoe lang de opzoeking duurt zoals de gateway die ziet; meer dan 10 seconden is het bewijs.',
        shorten:
          'Zijn veel afzenders traag: verkort de time-out van reverse DNS (standaard 20 seconden): `dnsconfig`, SETUP, daarna `commit`.',
      },
      note: {
        subject: 'Uw server {ip} hangt op vóór onze banner',
        body: 'Goedendag,\n\nUw server {ip} maakte {count:één keer|# keer} verbinding met {ourDomain}, {count:op|het laatst op} {lastAt}, en hing na {seconds} seconden op, vóór onze banner. Onze gateway zoekt de reverse-DNS-naam van een server op voordat hij zijn banner stuurt, en voor {ip} duurt dat te lang. Wilt u een PTR-record voor {ip} publiceren op nameservers die antwoorden, met een adresrecord van die naam dat terugwijst naar {ip}; of de tijd verlengen die uw server op de banner wacht (vijf minuten volgens RFC 5321, paragraaf 4.5.3.2.1)?',
      },
      meaning:
        'Voordat de gateway zijn banner stuurt, zoekt hij de naam op van de server die verbinding maakte. Antwoordt die DNS-zone niet, dan komt de banner laat, en sommige servers wachten niet zo lang. De fout zit in de reverse DNS van de afzender, of in onze eigen resolver als veel afzenders traag zijn.',
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
    'smtp-inspection': {
      headline: {
        default: 'Misschien staat er een firewall die in SMTP ingrijpt tussen de afzender en onze gateway.',
        masked: 'Een firewall van ons herschrijft de SMTP-dialoog, en de afzender geeft het op.',
      },
      summary: {
        default:
          '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}), werd toegelaten, en de verbinding eindigde zonder complete mail. Dat past bij een firewall met SMTP-inspectie onderweg, en ook bij een server die de onze alleen test.',
        masked:
          '{server} maakte {count:één keer|# keer} verbinding ({count:|laatste keer: }{lastAt}), werd toegelaten, en de verbinding eindigde zonder complete mail. Van buiten gezien antwoordt onze listener {listener} met weggestreepte letters: er staat een firewall met SMTP-inspectie voor.',
      },
      steps: {
        tellApart:
          'Eén proef maakt het uit: laat de afzender de dialoog met de hand voeren (`telnet` naar poort 25 van onze MX). Sterretjes in onze banner, of X’en op de plaats van STARTTLS, zijn de inspectie.',
        switchOff:
          'Zet SMTP-inspectie voor de gateway uit op de firewall die ervoor staat (ASA: `no inspect esmtp`; PIX: `no fixup protocol smtp 25`).',
        capture,
        debugLog,
      },
      note: {
        subject: 'SMTP tussen {ip} en {ourDomain}',
        body: 'Goedendag,\n\nUw server {server} maakt verbinding met ons, en de sessie eindigt voordat een mail compleet is, {count:op|het laatst op} {lastAt}. Een apparaat onderweg dat de SMTP-dialoog wijzigt, zou dat verklaren. Wij controleren de onze; wilt u nagaan of uw kant SMTP-inspectie gebruikt (ASA of PIX: inspect esmtp) en die voor mail aan ons uitzetten?',
      },
      meaning:
        'Sommige firewalls lezen SMTP mee en veranderen het: banners vol sterretjes, STARTTLS overschreven met X’en, afgekapte opdrachten. Servers die nodig hebben wat is weggestreept, geven het op, en het log toont alleen een verbinding die eindigt.',
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
          'Laat de policy spam in quarantaine zetten in plaats van weggooien: Mail Policies > Incoming Mail Policies > {policy} > Anti-Spam; daarna commit.',
        report:
          'Was het geen spam: laat de afzender hem opnieuw sturen, en meld hem met alle headers als false positive bij de leverancier (Submission and Tracking Portal).',
        resend: 'Stuur hem opnieuw, soberder: minder links en plaatjes, vanaf de gebruikelijke server.',
        trace,
      },
      note: {
        subject: 'Uw mail aan {ourDomain} van {lastAt} is voor spam aangezien',
        body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen en daarna tegengehouden, omdat de inhoud voor spam is aangezien. Wilt u hem opnieuw sturen, met minder links en plaatjes, en ons laten weten wanneer, zodat wij ernaar kunnen zoeken?',
      },
      meaning:
        'De antispam-engine (CASE) geeft elke mail een oordeel: positive, suspect, marketing of negative. De mail policy zegt wat er dan gebeurt; bij Drop wordt de mail weggegooid nadat hij is aangenomen.',
    },
    'spam-quarantine': {
      headline: { default: 'Hij ligt in de spamquarantaine: onze gateway zag hem aan voor spam.' },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}), beoordeeld als “{verdict}” en aan de spamquarantaine gegeven ({heldAt}). In het log leest dat als een aflevering; dat is het niet. Of iemand hem sindsdien heeft vrijgegeven of verwijderd, toont het maillog niet.',
      },
      steps: {
        release:
          'Open de spamquarantaine (de link staat in de meldingsmail) en geef de mail vrij; zet de afzender op de safelist.',
        search:
          'Zoek hem op en geef hem voor hen vrij: Monitor > Spam Quarantine, op de beheerappliance als die er is.',
        policy: 'Was het geen spam: meld hem met alle headers als false positive bij de leverancier.',
      },
      meaning:
        'Mail die voor spam wordt aangezien, of verdacht is, kan voor de ontvanger worden bewaard om naar te kijken. In het log wordt hij gemarkeerd en dan aan de quarantaine afgeleverd, met (external quarantine) aan het eind van de regel als dat een andere appliance is. Na enkele dagen wordt hij verwijderd, tenzij hij is vrijgegeven.',
    },
    'spf-reject': {
      headline: {
        default:
          'Het lijkt erop dat onze gateway hem heeft geweigerd: de server van de afzender is er geen die zijn domein toestaat (SPF).',
      },
      summary: {
        default:
          '{server} stuurde {count} {count:mail|mails} als {mailFrom} ({count:|laatste keer: }{lastAt}, {id}). Volgens SPF verbiedt {domain} dat adres (Fail), en daar eindigde de overdracht. Het log zegt niet dat SPF de reden was.',
      },
      clear: 'SPF: geslaagd voor {address}.',
      steps: {
        publish: 'Voeg {ip} toe aan het SPF-record van {domain}, of verstuur via een server die erin staat.',
        check:
          'Kijk wat de mail flow policy van {group} doet bij SPF Fail: Mail Policies > Mail Flow Policies > SPF/SIDF Verification.',
      },
      note: {
        subject: 'Uw mail vanaf {ip} slaagt niet voor SPF van {domain}',
        body: 'Goedendag,\n\nUw server {server} stuurde ons mail als {mailFrom}, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. Het SPF-record van {domain} staat dat adres niet toe (uitkomst: fail), en de mail is niet aangenomen. Is {ip} een server van u, voeg hem dan toe aan het SPF-record van {domain}; is de mail doorgestuurd, dan hoort de doorsturende server een eigen envelopafzender te gebruiken.',
      },
      meaning:
        'SPF is de lijst van adressen waarvan een domein zegt dat ze namens dat domein mogen versturen. Een mail flow policy kan mail weigeren als de uitkomst Fail is. Ook doorgestuurde mail mislukt, omdat de doorsturende server niet op de lijst staat.',
    },
    'tls-handshake-failed': {
      headline: {
        default:
          'De server van de afzender en onze gateway werden het niet eens over versleuteling, en hij gaf het op.',
      },
      summary: {
        default:
          '{server} begon {count:één keer|# keer} TLS ({count:|laatste keer: }{lastAt}), en de handshake mislukte ({reason}). Zonder versleuteling bood hij geen mail aan.',
        changed:
          '{server} begon {count:één keer|# keer} TLS ({count:|laatste keer: }{lastAt}), en de handshake mislukte ({reason}). Zonder versleuteling bood hij geen mail aan. Wat er is veranderd: de laatste mail van deze afzender die is aangenomen ({takenAt}), kwam van {takenServer}.',
      },
      clear: 'TLS: de verbinding was versleuteld ({protocol}).',
      steps: {
        offer:
          'Kijk wat de listener aanbiedt (versies, ciphers, certificaat met de hele keten) en vernieuw of verruim het: System Administration > SSL Configuration; Network > Certificates; daarna commit.',
        askSender:
          'Laat weten welke TLS-versies en ciphers uw server aanbiedt, en wat zijn log over de handshake zegt.',
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
    'user-blocklist': {
      headline: {
        default: 'Hij ligt in de spamquarantaine, omdat de afzender op de eigen blokkeerlijst van de ontvanger staat.',
        dropped:
          'Onze gateway heeft hem weggegooid, omdat de afzender op de eigen blokkeerlijst van de ontvanger staat.',
      },
      summary: {
        default:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De persoonlijke blokkeerlijst van de ontvanger zegt spam, en dat gaat boven elk ander oordeel.',
        dropped:
          'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}). De persoonlijke blokkeerlijst van de ontvanger zegt spam, en de mail is weggegooid; hij is niet terug te halen.',
      },
      steps: {
        unblock:
          'Open de spamquarantaine, haal {mailFrom} (of het domein ervan) onder Options van de blokkeerlijst, en geef de mail vrij.',
        help: 'Pas de lijst voor hen aan: Monitor > Spam Quarantine > Safelist/Blocklist, ontvanger {rcptTo}.',
      },
      meaning:
        'Elke ontvanger kan in de spamquarantaine een safelist en een blocklist bijhouden. In het log spreken ze als engine SLBL, en ze gaan voor de antispam-engine.',
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
          'Was hij alleen versleuteld of niet te scannen: wijzig wat er voor deze afzender met zulke mail gebeurt: Mail Policies > Incoming Mail Policies > Anti-Virus.',
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
      steps: {
        time: 'Ga na hoe laat de gemiste mail was, en in welke tijdzone die tijd is; vraag dan opnieuw.',
      },
      meaning:
        'Een vraag over de verkeerde uren vindt niets. Gateways loggen in hun eigen plaatselijke tijd; een mailheader kan UTC noemen; gisteren kan elders een andere dag zijn. Daarom wordt ook naar de uren eromheen gekeken.',
    },
  },
})
