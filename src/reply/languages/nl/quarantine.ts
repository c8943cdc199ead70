import type { RuleTranslation } from '../../language.ts'

/** Causes by which a mail is held, and what became of it there. */
export const quarantine = {
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
      unsaid:
        'De mail van {mailFrom} aan {rcptTo} is aangenomen ({lastAt}, {id}) en in de quarantaine *{quarantine}* gezet ({heldAt}); waarom, zegt het log niet. Niemand heeft hem vrijgegeven, voor zover het log reikt.',
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
    headline: {
      default: 'De mail is uit één quarantaine vrijgegeven en ligt nog in een andere.',
      deleted:
        'De mail is uit één quarantaine vrijgegeven en uit een andere verwijderd, dus hij is nooit verdergegaan.',
    },
    summary: {
      default:
        'De mail van {mailFrom} aan {rcptTo} ({id}) lag in {quarantines}. Hij is vrijgegeven uit *{released}* ({releasedAt}), maar een mail gaat pas verder als elke quarantaine hem heeft vrijgegeven.',
      deleted:
        'De mail van {mailFrom} aan {rcptTo} ({id}) lag in {quarantines}. Hij is vrijgegeven uit *{released}* ({releasedAt}), maar verwijderd uit *{deleted}* ({deletedAt}, {reason}); een mail gaat pas verder als elke quarantaine hem heeft vrijgegeven. Hij is niet terug te halen.',
    },
    steps: {
      resend: 'Stuur de mail opnieuw; het bericht hieronder vraagt erom.',
      tellApart:
        'Wie een mail vrijgeeft, ziet daar in welke andere quarantaines hij ligt: geef hem uit alle vrij, anders kan hij nog worden verwijderd: Monitor > Policy, Virus and Outbreak Quarantines.',
      release: 'Geef hem ook uit de andere vrij: Monitor > Policy, Virus and Outbreak Quarantines, zoek op {mailFrom}.',
    },
    note: {
      subject: 'Uw mail aan {ourDomain} van {lastAt}: wilt u hem opnieuw sturen?',
      body: 'Goedendag,\n\nUw mail van {mailFrom} van {lastAt} is door onze gateway aangenomen, vastgehouden voor een controle, en daar verwijderd voordat hij was afgeleverd. De fout ligt aan onze kant. Wilt u hem opnieuw sturen?',
    },
    meaning:
      'Een mail kan tegelijk in meer quarantaines liggen, om verschillende redenen. Hij wordt pas afgeleverd als alle hem hebben vrijgegeven; verwijdert één hem, dan is hij weg.',
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
      search: 'Zoek hem op en geef hem voor hen vrij: Monitor > Spam Quarantine, op de beheerappliance als die er is.',
      policy: 'Was het geen spam: meld hem met alle headers als false positive bij de leverancier.',
    },
    meaning:
      'Mail die voor spam wordt aangezien, of verdacht is, kan voor de ontvanger worden bewaard om naar te kijken. In het log wordt hij gemarkeerd en dan aan de quarantaine afgeleverd, met (external quarantine) aan het eind van de regel als dat een andere appliance is. Na enkele dagen wordt hij verwijderd, tenzij hij is vrijgegeven.',
  },
  'user-blocklist': {
    headline: {
      default: 'Hij ligt in de spamquarantaine, omdat de afzender op de eigen blokkeerlijst van de ontvanger staat.',
      dropped: 'Onze gateway heeft hem weggegooid, omdat de afzender op de eigen blokkeerlijst van de ontvanger staat.',
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
} as const satisfies Readonly<Record<string, RuleTranslation>>
