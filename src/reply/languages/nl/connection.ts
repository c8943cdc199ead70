import type { RuleTranslation } from '../../language.ts'
import { capture, debugLog } from './phrases.ts'

/** Causes at the connection: the HAT, its limits, and what stands between the two servers. */
export const connection = {
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
      fewer: 'Open minder verbindingen tegelijk naar ons; wat tijdelijk is geweigerd, wordt vanzelf opnieuw gestuurd.',
    },
    note: {
      subject: 'Te veel verbindingen tegelijk vanaf {ip}',
      body: 'Goedendag,\n\nUw server {server} opende meer verbindingen tegelijk naar onze gateway dan wij één adres toestaan, {count:één keer|# keer}, {count:op|het laatst op} {lastAt}. De mail is tijdelijk geweigerd, niet voorgoed. Wilt u de server minder verbindingen tegelijk naar {ourDomain} laten openen, en ons laten weten of dit een vaste dienst is, zodat wij de grens kunnen verhogen?',
    },
    meaning:
      'Een mail flow policy begrenst hoeveel verbindingen één adres tegelijk open mag hebben. Eén meer krijgt een tijdelijke fout, en de afzender probeert het later opnieuw.',
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
} as const satisfies Readonly<Record<string, RuleTranslation>>
