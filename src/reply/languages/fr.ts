import { defineLanguage } from '../language.ts'

const debugLog =
  'Enregistrer toute la conversation SMTP avec leurs serveurs : `logconfig`, NEW, Injection Debug Logs, name `smtp_debug`, hosts `{hosts}`, 10 sessions, le reste par défaut, puis `commit`. Faire envoyer un essai par l’expéditeur, le lire avec `tail smtp_debug` et le coller après `explain`, qui montre la ligne où la conversation s’est rompue.'

const capture =
  'Capturer une tentative sur le réseau : `packetcapture`, SETUP, custom filter `{filter}`, START, puis STOP après la tentative. Le dernier paquet montre qui a mis fin à la connexion : FIN, RST, ou personne.'

const trace = 'Lire toutes les lignes de ce message sur la passerelle.'

export const language = defineLanguage({
  tag: 'fr',
  name: 'Français',
  locale: 'fr-FR',
  ui: {
    proven: 'Le journal le dit.',
    likely: 'Tout concorde, mais rien ne le prouve.',
    possible: 'C’est possible, mais ce peut être autre chose.',
    absent: '(absent du journal)',
    periodOnce: 'le {lastAt}',
    period: 'entre le {firstAt} et le {lastAt}',
    headTime: 'heure',
    headFrom: 'de',
    headGateway: 'passerelle',
    headOutcome: 'résultat',
    refused: 'refusé',
    aborted: 'interrompu',
    dropped: 'supprimé',
    quarantined: 'en quarantaine',
    delivered: 'remis',
    bounced: 'retourné',
    deferred: 'en attente, le serveur suivant a dit plus tard',
    queued: 'dans notre file d’attente',
    open: 'sans fin dans le journal',
    attempts: 'Tentatives',
    moreAttempts: 'et {count} {count:tentative antérieure|tentatives antérieures}',
    next: 'À faire',
    // These three stand before a colon that is added to them.
    us: 'Nous\u202f',
    sender: 'L’expéditeur\u202f',
    recipient: 'Le destinataire\u202f',
    otherFindings: 'Constaté aussi',
    evidence: 'Lignes du journal ({count})',
    evidenceCut: '… {count} {count:autre ligne|autres lignes} dans le fichier',
    evidenceFile: 'Toutes les lignes du journal pour cette réponse',
    ruledOut: 'Écarté',
    checks: 'Vérifications',
    checksUnknown: 'N’a pas pu être établi',
    note: 'Note pour leur administrateur',
    missing: 'Il manque',
    coverageComplete: '{gateways} · journaux complets de {fromAt} à {toAt} {zone}',
    coveragePartial:
      '{gateway} : journaux lus de {fromAt} à {toAt} {zone}, sans preuve qu’ils couvrent toute la période demandée',
    coverageNone: '{gateway} : rien n’a pu être lu',
    coverageUnrecognised: '{count} {count:ligne non reconnue|lignes non reconnues}',
    tookTo: '{headline} (une des passerelles n’a pas pu être lue)',
    searched: 'lignes lues : {lines} · {seconds} s',
    widened: 'Rien dans la période demandée ({fromAt} à {toAt} {zone}) ; ce qui suit se situe autour.',
    'gap.unreachable': '{where} : injoignable ({detail}), la réponse est peut-être incomplète.',
    'gap.refused': '{where} : a refusé la connexion ({detail}), la réponse est peut-être incomplète.',
    'gap.timeout': '{where} : pas de réponse à temps ({detail}), la réponse est peut-être incomplète.',
    'gap.host-key':
      '{where} : présente une autre clé d’hôte que celle enregistrée ({detail}). Rien ne lui a été envoyé. Trouvez pourquoi avant de lui faire confiance.',
    'gap.login': '{where} : ne nous a pas laissés entrer ({detail}).',
    'gap.role': '{where} : notre compte n’a pas le droit d’y lire le journal ({detail}).',
    'gap.no-log': '{where} : ce journal n’y existe pas ({detail}).',
    'gap.partial': '{where} : la réponse s’est interrompue ({detail}), elle est peut-être incomplète.',
    'gap.budget':
      '{where} : trop à lire, arrêt à la limite ({detail}). Demandez une période plus courte ou une seule adresse.',
    'gap.too-broad': '{where} : trop étendu pour une recherche ({detail}).',
    'gap.not-enumerable': '{where} : impossible d’en tirer des adresses ({detail}).',
    'gap.dns': 'DNS, {where} : {detail}',
    'gap.debug-log': '{where}, journal de débogage : {detail}',
    'gap.unreadable': '{where} : illisible ({detail}).',
    'gap.crashed': 'Une de nos vérifications a échoué ici ({where}, {detail}). Le reste est valable.',
    actionWiden: '7 derniers jours',
    actionAgain: 'Redemander',
    askWhy: 'pourquoi {about}',
    askWhyTo: 'pourquoi {about} à {recipient}',
    askWeek: 'derniers 7 jours',
    actionNote: 'Note pour leur administrateur',
    actionLines: 'Lignes du journal',
    actionProbe: 'Tester notre listener',
    workingTitle: 'Recherche du courrier de {about} pour {recipient}, de {fromAt} à {toAt} {zone}',
    anyone: 'tout destinataire',
    'working.candidates': 'D’où {about} envoie',
    'working.candidatesDone': '{about} envoie depuis {count} {count:adresse ou plage|adresses et plages} (SPF, MX, A)',
    'working.candidatesNone': '{about} ne publie aucune adresse d’envoi',
    'working.gateway': '{gateway} : recherche dans le journal de messagerie',
    'working.gatewayDone': '{gateway} : lignes lues : {lines}, tentatives : {attempts}',
    'working.gatewayFailed': '{gateway} : {detail}',
    'working.dns': 'Vérifications du DNS et du listener',
    'working.dnsDone': 'Vérifications du DNS et du listener : {count} {count:faite|faites}',
    notUnderstood:
      'Je peux chercher un domaine, une adresse, une adresse IP, un Message-ID ou un MID. Je n’en ai pas trouvé dans « {text} ».',
    notAName: '« {word} » n’est ni un domaine ni une adresse que je puisse chercher.',
    timeAhead: 'Ce moment est encore à venir.',
    noSender: 'De qui vient le courrier pour {word} ? Nommez l’expéditeur, ou l’adresse de son serveur.',
    tryThese: 'Essayez :',
    unknownVerb: 'Il n’y a pas de commande « {verb} » ici.',
    nothingRead: 'Rien n’a pu être lu, on ne peut donc rien dire.',
    nothingFound: 'Rien dans les journaux lus ne concerne {about}.',
    nothingFoundSummary:
      'Vérifier le numéro ou le nom, et la période : une passerelle ne garde ses journaux que quelques jours.',
    noVerdict: 'Le journal ne montre pas pourquoi.',
    noVerdictSummary:
      '{count:Il y a une tentative|Il y a # tentatives}, mais aucune ligne ne dit ce qui a arrêté le message. Les lignes sont ci-dessous.',
    refusedToAsk: 'Vous n’êtes pas autorisé à demander cela ici. Adressez-vous à {owner}.',
    helpHeadline: 'Demandez pourquoi un message n’est pas arrivé.',
    helpIntro:
      'Posez la question avec vos mots, dans ce canal ou dans un fil ; pour la suite, inutile de me mentionner.',
    statusHeadline: 'Passerelles lisibles : {ok} sur {count}.',
    statusOk: '*{gateway}* : {version}, horloge {offset}',
    probeNone: 'Aucun de nos listeners n’est configuré, il n’y a rien à tester.',
    probeOk: '{count:Notre listener répond|Nos listeners répondent} comme il se doit.',
    probeProblem: 'Nos listeners ont {problems} {problems:problème|problèmes}.',
    probeLimits: 'Testé depuis ici. Depuis ailleurs, un pare-feu, ou la HAT selon l’adresse, peut répondre autrement.',
    probeByHand: 'Le même essai à la main, pour l’expéditeur',
    dnsHeadline:
      '{domain} : {count} {count:vérification|vérifications}, dont {problems} en échec et {unknown} sans réponse.',
    lookups: 'Requêtes DNS',
    traceHeadline: '{count} {count:tentative trouvée|tentatives trouvées}.',
    traceShown: 'Les {shown} dernières sont détaillées ici. Nommez-en une par son MID pour voir son propre parcours.',
    traceNone: 'Rien trouvé.',
    explainSome: '{count} {count:ligne connue|lignes connues} sur {lines}.',
    explainNone: 'Je ne connais aucune de ces lignes.',
    they: 'Eux\u202f',
    dialogue: 'La conversation, d’après le journal de débogage',
    dialogueWhole: 'La conversation s’est terminée normalement : un message a été accepté.',
    dialogueContent: '({count} {count:caractère|caractères} de contenu)',
    brokeRefused: 'La conversation s’est rompue à l’étape {stage} : {who} a dit « {said} ».',
    brokeClosed: 'La conversation s’est rompue à l’étape {stage} : {who} a dit « {said} » et a raccroché.',
    brokeLeft:
      'La conversation s’est rompue après l’étape {stage} : {who} a dit QUIT avant qu’un message soit accepté.',
    brokeSilence:
      'La conversation s’est rompue à l’étape {stage} : {who} a dit « {said} », et {next} n’a plus rien dit.',
    brokeContent:
      'La conversation s’est rompue dans le contenu du message : {who} a commencé à l’envoyer et n’est jamais arrivé au bout.',
    ourGateway: 'notre passerelle',
    theirServer: 'le serveur {ip}',
    nextServer: 'le serveur suivant',
    'stage.banner': 'de la bannière',
    'stage.ehlo': 'EHLO',
    'stage.starttls': 'STARTTLS',
    'stage.auth': 'AUTH',
    'stage.mail': 'MAIL FROM',
    'stage.rcpt': 'RCPT TO',
    'stage.data': 'DATA',
    'stage.body': 'du contenu',
    'stage.quit': 'QUIT',
    'stage.other': 'd’une autre commande',
    replyTemporary: 'Un refus provisoire ({code}) : le serveur d’envoi garde le message et réessaie.',
    replyPermanent: 'Un refus définitif ({code}) : le serveur d’envoi abandonne et prévient son utilisateur.',
    replyRemote: 'Les mots mêmes du serveur suivant : « {said} ».',
    replyNone: 'Le serveur suivant n’a donné aucune réponse SMTP.',
    'reply.1': 'Il s’agit d’une adresse.',
    'reply.2': 'Il s’agit de la boîte aux lettres : pleine, fermée, ou trop petite pour ce message.',
    'reply.3': 'Il s’agit du système qui l’a dit : plein, ou n’acceptant pas de messages en ce moment.',
    'reply.4':
      'Il s’agit du réseau ou du routage : pas de réponse, mauvaise connexion, boucle, ou message qui a attendu trop longtemps.',
    'reply.5': 'Il s’agit du dialogue SMTP : une commande ou son argument était incorrect.',
    'reply.6': 'Il s’agit du contenu du message.',
    'reply.7':
      'Il s’agit de sécurité ou de politique : réputation, SPF, DKIM, DMARC, TLS, ou une règle du destinataire.',
    candidates: 'Adresses par lesquelles {about} a été cherché ({count})',
    reputation: 'Réputation, telle que notre passerelle l’a notée',
    reputationNow: 'celle d’aujourd’hui, chez Talos Intelligence',
  },
  checks: {
    'S1.ok': '{subject} existe dans le DNS.',
    'S1.none': 'Le DNS dit que {subject} n’existe pas.',
    'S1.none-below': 'Le DNS dit que {subject} n’existe pas, bien que {registered} existe.',
    'S1.unknown': 'Impossible d’établir si {subject} existe : le DNS n’a pas répondu.',
    'S6.ok': 'Le courrier pour {subject} va à {hosts}, et chacun de ces serveurs a une adresse.',
    'S6.implicit': '{subject} n’a pas d’enregistrement MX ; sa propre adresse {addresses} en tient lieu.',
    'S6.none': '{subject} n’a ni enregistrement MX ni adresse : rien ne peut lui être retourné.',
    'S6.unresolvable': 'Des serveurs MX de {subject} n’ont pas d’adresse : {dead}.',
    'S6.unknown': 'Impossible de trouver les serveurs de messagerie de {subject} : le DNS n’a pas répondu.',
    'S7.ok': '{subject} ne refuse pas le courrier par un MX nul.',
    'S7.null': '{subject} a un MX nul : le domaine déclare ne pas recevoir de courrier.',
    'S7.unknown': 'Impossible d’établir si {subject} a un MX nul : le DNS n’a pas répondu.',
    'S8.ok': 'Les serveurs MX de {subject} ont des noms corrects et des adresses publiques.',
    'S8.alias': 'Des serveurs MX de {subject} sont des alias (CNAME), ce que la norme interdit : {hosts}.',
    'S8.literal': 'Des enregistrements MX de {subject} contiennent une adresse au lieu d’un nom d’hôte : {hosts}.',
    'S8.private': 'Des serveurs MX de {subject} ont des adresses injoignables depuis Internet : {hosts}.',
    'S8.unknown': 'Impossible d’examiner les serveurs MX de {subject} : le DNS n’a pas répondu.',
    'S9.ok': '{subject} a un seul enregistrement SPF, et il est bien formé.',
    'S9.none': '{subject} n’a pas d’enregistrement SPF.',
    'S9.several': '{subject} a plus d’un enregistrement SPF, ce qui les annule tous.',
    'S9.syntax': 'L’enregistrement SPF de {subject} est illisible : {reason}.',
    'S9.unknown': 'Impossible de lire l’enregistrement SPF de {subject} : le DNS n’a pas répondu.',
    'S10.ok': 'L’enregistrement SPF de {subject} respecte les limites ({terms:# requête|# requêtes} sur 10).',
    'S10.too-many': 'L’enregistrement SPF de {subject} demande {terms} requêtes DNS, pour 10 permises : {path}.',
    'S10.void':
      'L’enregistrement SPF de {subject} interroge {voidTerms} noms qui n’existent pas, pour 2 permis : {path}.',
    'S10.broken': 'L’enregistrement SPF de {subject} mène à un autre, absent ou défectueux : {path} ({reason}).',
    'S10.everything': 'L’enregistrement SPF de {subject} autorise toutes les adresses à envoyer : {path}.',
    'S10.unknown':
      'L’enregistrement SPF de {subject} n’a pas pu être suivi jusqu’au bout : le DNS n’a pas répondu ({path}).',
    'S12.pass': 'Le SPF de {domain} autorise {subject}.',
    'S12.fail': 'Le SPF de {domain} interdit {subject} (fail).',
    'S12.softfail': 'Le SPF de {domain} n’autorise pas {subject} (softfail).',
    'S12.neutral': 'Le SPF de {domain} ne dit rien de {subject} (neutral).',
    'S12.none': '{domain} n’a pas d’enregistrement SPF qui autorise ou interdise {subject}.',
    'S12.permerror': 'Le SPF de {domain} ne peut pas être évalué pour {subject} : {reason}.',
    'S12.unknown': 'Le SPF de {domain} n’a pas pu être évalué pour {subject} : le DNS n’a pas répondu.',
    'S13.ok': '{subject} a pour nom DNS inverse {names}.',
    'S13.none': '{subject} n’a pas de nom DNS inverse.',
    'S13.unknown': 'Impossible de trouver le nom DNS inverse de {subject} : le DNS n’a pas répondu.',
    'S14.ok': 'Le nom {name} ramène à {subject}.',
    'S14.mismatch': 'Le nom DNS inverse de {subject}, {names}, n’y ramène pas.',
    'S14.unknown': 'Impossible d’établir si {names} ramène à {subject} : le DNS n’a pas répondu.',
    'S15.ok': 'Le DNS inverse de {subject} a répondu en {ms} ms.',
    'S15.slow':
      'Le DNS inverse de {subject} a mis {ms} ms ; notre bannière l’attend, et certains serveurs n’attendent pas si longtemps.',
    'S15.unknown':
      'Impossible de mesurer le temps de réponse du DNS inverse de {subject} : il n’y a pas eu de réponse.',
    'S18.ok': '{domain} a un enregistrement DMARC avec la politique {policy}.',
    'S18.none': '{subject} n’a pas d’enregistrement DMARC.',
    'S18.several': '{domain} a plus d’un enregistrement DMARC, ce qui revient à n’en avoir aucun.',
    'S18.syntax': 'L’enregistrement DMARC de {domain} ne nomme aucune politique connue.',
    'S18.unknown': 'Impossible de lire l’enregistrement DMARC de {subject} : le DNS n’a pas répondu.',
    'R1.ok': 'Le premier MX de {subject} est bien le nôtre : {first}.',
    'R1.elsewhere': 'Le MX de {subject} pointe ailleurs : {mx} n’est aucune de nos passerelles.',
    'R1.partly':
      'Le premier MX de {subject} ne pointe qu’en partie vers nos passerelles : {elsewhere} n’est pas à nous.',
    'R1.none': '{subject} n’a pas d’enregistrement MX : les expéditeurs ne trouvent pas nos passerelles.',
    'R1.unknown': 'Impossible d’établir si le MX de {subject} est le nôtre : le DNS n’a pas répondu.',
    'R1.unconfigured': 'Le MX de {subject} est {mx} ; la configuration ne dit pas quelles adresses sont les nôtres.',
    'R2.ok': 'Tous les serveurs MX de {subject} sont à nous.',
    'R2.extra':
      'Des serveurs MX de {subject} ne sont pas à nous : {hosts}. Le courrier qui y va ne passe pas par nos passerelles.',
    'R2.dead': 'Des serveurs MX de {subject} n’ont pas d’adresse : {hosts}.',
    'R2.unknown': 'Tous les serveurs MX de {subject} n’ont pas pu être examinés : le DNS n’a pas répondu.',
    'R8.ok': '{subject} accepte les connexions (après {ms} ms).',
    'R8.refused': '{subject} refuse les connexions.',
    'R8.unknown': 'Pas de connexion à {subject} depuis ici : {detail}. Les expéditeurs y arrivent peut-être.',
    'R9.ok': '{subject} envoie sa bannière après {ms} ms.',
    'R9.masked':
      '{subject} envoie une bannière d’astérisques : un pare-feu avec inspection SMTP se trouve sur le trajet.',
    'R9.slow': '{subject} n’envoie sa bannière qu’après {ms} ms ; certains serveurs n’attendent pas si longtemps.',
    'R9.busy': '{subject} accueille avec {code} : il ne prend pas de courrier pour le moment.',
    'R9.silent': '{subject} accepte la connexion, puis ne dit rien.',
    'R9.refused': '{subject} refuse la machine d’ici ({code}), ce qui ne dit rien des autres expéditeurs.',
    'R10.ok': '{subject} propose STARTTLS.',
    'R10.masked':
      '{subject} ne propose pas STARTTLS mais des X à la place : un pare-feu avec inspection SMTP le masque.',
    'R10.plain': '{subject} ne propose pas STARTTLS à la machine d’ici ; les expéditeurs qui exigent TLS renoncent.',
    'R10.refused': '{subject} refuse EHLO avec {code}.',
    'R10.unknown': '{subject} n’a pas répondu à EHLO.',
    'R11.ok': 'TLS fonctionne avec {subject} : {detail}.',
    'R11.failed': 'STARTTLS échoue avec {subject} : {detail}.',
  },
  rules: {
    'aborted-by-sender': {
      headline: { default: 'Le serveur de l’expéditeur a interrompu lui-même l’envoi, avant le contenu.' },
      summary: {
        default:
          '{server} a présenté {count} {count:message|messages} de {mailFrom} à {rcptTo} ; le destinataire a été accepté, et le serveur a dit QUIT avant le contenu ({count:|dernière fois : }{endedAt}, {id}). De notre côté, rien n’a été refusé.',
        noRecipient:
          '{server} a nommé l’expéditeur {mailFrom} et a dit QUIT sans aucun destinataire que nous ayons accepté ({count:|dernière fois : }{endedAt}, {id}). Ce n’est souvent qu’un test d’adresse ; nous n’avons refusé aucun message.',
      },
      steps: {
        askSender:
          'Chercher dans le journal du serveur d’envoi pourquoi il s’est arrêté. Raisons habituelles : son propre antivirus ou filtre DLP, un test d’adresse, ou une seconde copie partie par un autre chemin.',
        debugLog,
      },
      note: {
        subject: 'Votre serveur {ip} interrompt ses envois vers {ourDomain}',
        body: 'Bonjour,\n\nVotre serveur {server} nous a présenté un message de {mailFrom} ; nous avons accepté l’expéditeur et le destinataire, puis votre serveur a mis fin à la session avant d’envoyer le contenu. Cela s’est produit {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. La décision a été prise de votre côté : merci d’en chercher la raison dans le journal du serveur (analyse du contenu, protection contre la fuite de données, délai propre au serveur, test d’adresse).',
      },
      meaning:
        'Receiving aborted by sender : l’autre serveur a mis fin à la transaction par une commande SMTP (QUIT ou RSET) avant que le message soit complet. Ce n’est ni une panne de réseau ni un refus de notre part.',
    },
    'amp-action': {
      headline: {
        default: 'Notre passerelle a supprimé le message : un de ses fichiers est connu comme malveillant.',
        held: 'Notre passerelle retient le message le temps d’analyser un de ses fichiers.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) ; verdict de réputation du fichier : {verdict}. Le message a été supprimé ({stoppedAt}).',
        held: 'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) ; verdict de réputation du fichier : {verdict}. Le message attend dans la quarantaine *{quarantine}* depuis {stoppedAt}. Il est retardé, pas perdu : l’analyse le libère d’elle-même, le plus souvent dans l’heure.',
      },
      steps: {
        wait: 'Attendre la fin de l’analyse, ou libérer le message si le fichier est connu : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
        log: 'Voir dans le journal AMP de quel fichier il s’agit et ce qu’a dit l’analyse.',
        resend: 'Vérifier le fichier sur la machine d’où il vient ; s’il est sûr, l’envoyer par une autre voie.',
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt} contient un fichier qui a été bloqué',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été bloqué par notre passerelle à cause d’un fichier qu’il contient (réputation du fichier : {verdict}). Merci de vérifier ce fichier sur la machine d’où il vient. Si vous en êtes sûr, envoyez-le par une autre voie et prévenez-nous.',
      },
      meaning:
        'Advanced Malware Protection compare chaque fichier joint à ce que l’éditeur connaît, et peut faire analyser un fichier inconnu. Pendant ce temps, le message attend en quarantaine ; un fichier connu comme malveillant le fait supprimer.',
    },
    'bounce-verification': {
      headline: {
        default:
          'Notre passerelle a refusé un avis de non-remise ou une réponse automatique : il ne répond à aucun message parti de chez nous.',
      },
      summary: {
        default:
          '{server} a présenté {count:une fois|# fois} un message à expéditeur vide pour {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Les avis de non-remise doivent porter la marque que notre passerelle met sur le courrier sortant ; celui-ci ne l’avait pas.',
      },
      steps: {
        resend:
          'S’il s’agit d’un vrai message, le renvoyer avec un expéditeur d’enveloppe non vide ; seuls les avis de non-remise en ont un vide.',
        key: 'Si le premier message est bien parti de chez nous par un autre chemin (autre passerelle, prestataire) : partager avec lui la clé de bounce verification, ou laisser entrer les avis sans marque pour cette politique : Mail Policies > Bounce Verification ; Mail Flow Policies.',
      },
      note: {
        subject: 'Un avis de non-remise ou une réponse automatique de chez vous a été refusé',
        body: 'Bonjour,\n\nVotre serveur {server} nous a présenté un message à expéditeur d’enveloppe vide, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Un tel message doit répondre à un message parti de chez nous ; celui-ci n’y répond pas (ou a perdu la marque qui nous le fait reconnaître), il a donc été refusé. S’il s’agit d’un vrai message, merci de le renvoyer avec un expéditeur d’enveloppe non vide.',
      },
      meaning:
        'Bounce verification marque l’expéditeur du courrier sortant. Un avis de non-remise (expéditeur d’enveloppe vide) sans cette marque répond à un message que nous n’avons pas envoyé, le plus souvent du spam avec notre adresse usurpée ; il est refusé.',
    },
    'connection-limit-host': {
      headline: {
        default: 'Le serveur de l’expéditeur a ouvert plus de connexions à la fois que notre passerelle n’en permet.',
      },
      summary: {
        default:
          '{server} a été ajourné {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) : il avait autant de connexions ouvertes qu’une adresse peut en avoir. Ce refus est temporaire ; l’expéditeur réessaie.',
        max: '{server} a été ajourné {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) : il avait déjà {max} {max:connexion ouverte|connexions ouvertes}, la limite pour une adresse. Ce refus est temporaire ; l’expéditeur réessaie.',
      },
      steps: {
        raise:
          'Si l’expéditeur est un service régulier : augmenter le nombre de connexions par adresse dans la mail flow policy de {group}, ou placer {ip} dans un groupe à limite plus haute, puis valider (commit).',
        fewer: 'Ouvrir moins de connexions à la fois vers nous ; ce qui a été ajourné repartira de soi-même.',
      },
      note: {
        subject: 'Trop de connexions simultanées depuis {ip}',
        body: 'Bonjour,\n\nVotre serveur {server} a ouvert plus de connexions simultanées vers notre passerelle que nous n’en permettons à une adresse, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Le courrier a été ajourné, pas refusé définitivement. Merci de réduire le nombre de connexions simultanées vers {ourDomain}, et de nous dire s’il s’agit d’un service régulier, afin que nous puissions relever la limite.',
      },
      meaning:
        'Une mail flow policy limite le nombre de connexions qu’une adresse peut avoir ouvertes en même temps. Une de plus reçoit une erreur temporaire, et l’expéditeur réessaie plus tard.',
    },
    'content-filter-drop': {
      headline: {
        default: 'Un de nos filtres de contenu a supprimé le message.',
        bounced: 'Un de nos filtres de contenu a renvoyé le message à son expéditeur.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté, puis le filtre de contenu *{filter}* de la politique de messagerie {policy} l’a supprimé ({stoppedAt}, {id}). L’expéditeur n’en a rien su.',
        bounced:
          'Le message de {mailFrom} à {rcptTo} a été accepté, puis le filtre de contenu *{filter}* de la politique de messagerie {policy} l’a retourné ({stoppedAt}, {id}).',
      },
      steps: {
        read: 'Lire ce que teste le filtre, puis le restreindre ou lui faire mettre le message en quarantaine : Mail Policies > Incoming Content Filters > {filter} ; puis valider (commit).',
        resend: 'Renvoyer le message une fois le filtre modifié : ce qui a été supprimé ne se récupère pas.',
        trace,
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt}',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, puis arrêté à cause de son contenu. Merci de le renvoyer sans la pièce jointe, en PDF ou avec un lien ; ou d’attendre que nous vous disions que la règle a été modifiée.',
      },
      meaning:
        'Les filtres de contenu appartiennent à une politique de messagerie et passent tard dans la file de traitement (work queue) : pièces jointes, mots, URL, verdicts. Celui qui supprime un message laisse son nom dans la ligne ; l’expéditeur n’en sait rien.',
    },
    delivered: {
      headline: { default: 'Il est arrivé : notre serveur de messagerie l’a pris en charge ({deliveredAt}).' },
      summary: {
        default:
          '{id} de {mailFrom} à {rcptTo}{about} a été remis à {nextHop}, qui a répondu `{response}`. Au-delà, notre passerelle ne le voit plus.',
        noResponse:
          '{id} de {mailFrom} à {rcptTo}{about} a été remis à {nextHop}, qui l’a accepté. Au-delà, notre passerelle ne le voit plus.',
      },
      steps: {
        look: 'Regarder dans le courrier indésirable, les autres dossiers et les règles de la boîte.',
        traceId: 'Équipe messagerie : suivi du message `<{messageId}>`, {deliveredAt}.',
        trace: 'Équipe messagerie : suivi du courrier de {mailFrom}, {deliveredAt}.',
      },
      meaning:
        'Message done : le serveur suivant a pris le message et en a répondu ; sa réponse contient souvent son propre numéro de file. Ce qui se passe ensuite (courrier indésirable, règles, autre boîte), lui seul le sait.',
    },
    'delivered-to-some': {
      headline: { default: 'Il est arrivé chez une partie de ses destinataires, mais pas chez les autres.' },
      summary: {
        default:
          '{id} de {mailFrom}{about} est parvenu à {reached} ({deliveredAt}). Il n’est pas parvenu à {missed} ; ce qui l’y a arrêté est dit plus bas.',
      },
      steps: {
        ask: 'Redemander avec le destinataire à qui il manque, pour ne voir que ce parcours.',
        trace,
      },
      meaning:
        'Un même message à plusieurs destinataires peut avoir un sort différent pour chacun : l’un est refusé dans le dialogue, un autre retenu par sa propre politique, un troisième servi.',
    },
    'delivery-expired': {
      headline: {
        default:
          'Notre passerelle a tenté de remettre le message jusqu’à expiration, puis l’a renvoyé à son expéditeur.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Il n’a pas pu être remis au serveur suivant ({reply}) et a été abandonné comme trop ancien ({triedAt}). L’expéditeur a reçu un avis d’erreur.',
      },
      steps: {
        outage:
          'Trouver combien de temps le serveur suivant a été absent et qui d’autre l’attendait : tout le courrier de cette période est revenu de la même façon.',
        resend: 'Demander aux expéditeurs de cette période de renvoyer leurs messages.',
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt} : merci de le renvoyer',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et n’a pas pu être remis chez nous avant l’expiration de son délai en file d’attente. La faute est de notre côté. Merci de le renvoyer.',
      },
      meaning:
        'Un message qui ne peut pas être remis attend en file un temps limité (72 heures ou 100 essais par défaut). Ensuite il est retourné avec 5.4.7, Delivery expired. La raison se trouve dans les essais précédents.',
    },
    'directory-harvest': {
      headline: {
        default:
          'Notre passerelle a coupé la connexion du serveur de l’expéditeur : il nommait trop de destinataires inconnus.',
      },
      summary: {
        default:
          '{ip} a nommé en une heure plus de {limit} destinataires qui n’existent pas ; notre passerelle y a vu une chasse aux adresses et a coupé ses connexions ({count:|dernière fois : }{cutAt}). Jusqu’à la fin de l’heure, les bons destinataires du même message sont perdus avec les mauvais.',
      },
      steps: {
        clean:
          'Retirer de la liste d’envoi les adresses qui n’existent pas ; les avis de non-remise du serveur d’envoi les nomment.',
        raise:
          'Si l’expéditeur est le bienvenu : relever Max. Invalid Recipients Per Hour dans la mail flow policy de son groupe, ou placer {ip} dans un groupe sans cette limite, puis valider (commit).',
      },
      note: {
        subject: 'Le courrier de {ip} vers {ourDomain} est coupé : trop de destinataires inconnus',
        body: 'Bonjour,\n\nVotre serveur {ip} a nommé en une heure plus de {limit} destinataires qui n’existent pas chez nous ; notre passerelle a donc coupé ses connexions, {count:le|la dernière fois le} {cutAt}. Merci de nettoyer la liste d’adresses : les avis de non-remise de votre côté les nomment. Renvoyez ensuite ; au bout d’une heure, le compte repart de zéro.',
      },
      meaning:
        'La protection contre la collecte d’adresses (directory harvest attack prevention) compte les destinataires inconnus qu’une adresse nomme en une heure. Au-delà de la limite, la passerelle coupe la connexion, quoi qu’elle ait contenu d’autre.',
    },
    'dlp-action': {
      headline: {
        default: 'Notre passerelle a supprimé le message : il contient des données qui ne doivent pas sortir.',
        held: 'Notre passerelle retient le message : il contient des données qui ne doivent pas sortir.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La protection contre la fuite de données (DLP) a trouvé une infraction (politique {dlpPolicy}, gravité {severity}), et il a été supprimé ({stoppedAt}).',
        held: 'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La protection contre la fuite de données (DLP) a trouvé une infraction (politique {dlpPolicy}, gravité {severity}), et il est retenu dans la quarantaine *{quarantine}* depuis {stoppedAt}.',
      },
      steps: {
        look: 'L’examiner et décider : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
        policy:
          'Si ces données peuvent aller à ce destinataire : modifier la politique DLP (Mail Policies > DLP Policy Manager), ou envoyer le message chiffré.',
      },
      meaning:
        'La DLP cherche dans le courrier sortant des numéros de carte, des données de santé et autres. Une infraction peut faire retenir, supprimer ou chiffrer le message ; il s’agit de notre propre courrier sortant.',
    },
    'dmarc-reject': {
      headline: {
        default:
          'Notre passerelle l’a refusé : il ne respecte pas les règles de l’expéditeur lui-même contre l’usurpation (DMARC).',
        held: 'Notre passerelle le retient : il ne respecte pas les règles de l’expéditeur lui-même contre l’usurpation (DMARC).',
      },
      summary: {
        default:
          '{server} a envoyé {count} {count:message|messages} avec {domain} dans l’en-tête From ({count:|dernière fois : }{lastAt}, {id}). DMARC a échoué (SPF aligné : {spf}, DKIM aligné : {dkim}), et le transfert s’est arrêté là. Soit {domain} n’autorise pas ce serveur, soit le message a été redirigé ou modifié en route.',
        held: '{server} a envoyé {count} {count:message|messages} avec {domain} dans l’en-tête From ({count:|dernière fois : }{lastAt}, {id}). DMARC a échoué (SPF aligné : {spf}, DKIM aligné : {dkim}), et le message a été mis en quarantaine.',
      },
      clear: 'DMARC : réussi pour {domain}.',
      steps: {
        mend: 'Autoriser {ip} dans l’enregistrement SPF de {domain}, ou signer avec une clé DKIM de {domain}. Si le message est redirigé, le serveur qui le redirige doit laisser la signature intacte.',
        except:
          'Si le courrier est connu comme bon : exempter l’expéditeur dans Mail Policies > DMARC (bypass pour l’adresse), puis valider (commit).',
      },
      note: {
        subject: 'Votre courrier avec {domain} comme expéditeur échoue au contrôle DMARC',
        body: 'Bonjour,\n\nLe courrier de {mailFrom}, que {server} nous a envoyé {count:le|la dernière fois le} {lastAt}, a échoué au contrôle DMARC pour {domain} : SPF aligné : {spf}, DKIM aligné : {dkim}. Nous suivons la politique que {domain} publie. Si {ip} est un de vos serveurs, ou celui d’un service qui envoie pour vous, merci de l’ajouter à l’enregistrement SPF du domaine de l’expéditeur d’enveloppe et de signer avec DKIM pour {domain}. Si le message a été redirigé, le serveur qui le redirige ne doit pas le modifier.',
      },
      meaning:
        'Par DMARC, le propriétaire d’un domaine dit quoi faire du courrier qui porte son nom dans l’en-tête From sans passer ni SPF ni DKIM pour ce nom. Notre passerelle le vérifie et suit cette politique : refuser (550), retenir ou laisser passer.',
    },
    'global-unsubscribe': {
      headline: {
        default:
          'Notre passerelle n’envoie jamais à ce destinataire : l’adresse figure sur sa liste Global Unsubscribe.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), puis arrêté ({stoppedAt}) : la liste Global Unsubscribe contient l’entrée {entry}.',
      },
      steps: {
        remove:
          'Retirer l’entrée si elle n’a pas lieu d’être : Mail Policies > Global Unsubscribe ; puis valider (commit).',
      },
      note: {
        subject: 'Votre message à {rcptTo} n’est pas arrivé',
        body: 'Bonjour,\n\nVotre message de {mailFrom} à {rcptTo} du {lastAt} a été accepté par notre passerelle, puis arrêté par un réglage de notre côté qui écarte le courrier destiné à cette adresse. Nous l’examinons. Merci de renvoyer le message quand nous vous le dirons.',
      },
      meaning:
        'La liste Global Unsubscribe nomme des destinataires à qui la passerelle n’envoie rien, quel que soit l’expéditeur : elle supprime ou retourne ce courrier. Elle a été faite pour les listes de diffusion, et on l’oublie souvent.',
    },
    'graymail-action': {
      headline: {
        default:
          'Notre passerelle a pris le message pour de la publicité ou une lettre d’information, et l’a supprimé.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), jugé « {verdict} » et supprimé ({stoppedAt}). L’expéditeur n’en a rien su.',
      },
      steps: {
        policy:
          'Marquer ce courrier ou le laisser passer pour cet expéditeur : Mail Policies > Incoming Mail Policies > Graymail ; puis valider (commit).',
        resend: 'Le renvoyer une fois cela modifié : ce qui a été supprimé ne se récupère pas.',
      },
      meaning:
        'Le graymail est du courrier de masse qui n’est pas du spam : marketing, réseaux sociaux, lettres d’information. La politique de messagerie peut marquer, retenir, supprimer ou remettre chaque sorte.',
    },
    'hat-host-dns': {
      headline: {
        default: 'Notre passerelle l’a refusé : le DNS inverse du serveur de l’expéditeur n’est pas en ordre.',
      },
      summary: {
        default:
          '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) : le groupe d’expéditeurs *{group}* écarte les serveurs sans nom DNS inverse qui ramène à eux (règle {match}).',
      },
      steps: {
        publish:
          'Publier un enregistrement PTR pour {ip}, et pour ce nom un enregistrement d’adresse qui ramène à {ip}.',
        except:
          'En attendant : ajouter {ip} à un groupe d’expéditeurs placé au-dessus de {group}, ou retirer la condition de celui-ci (Mail Policies > HAT Overview > {group}, Connecting Host DNS Verification), puis valider (commit).',
      },
      note: {
        subject: 'Votre serveur {ip} a besoin d’un nom DNS inverse',
        body: 'Bonjour,\n\nLe courrier de votre serveur {ip} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, parce que son DNS inverse n’est pas en ordre : soit l’adresse n’a pas d’enregistrement PTR, soit le nom qu’il contient ne ramène pas à l’adresse. Merci de publier un enregistrement PTR pour {ip}, et un enregistrement A ou AAAA de ce nom avec la même adresse.',
      },
      meaning:
        'Un groupe d’expéditeurs peut viser les serveurs dont le DNS inverse échoue : pas d’enregistrement PTR (nx.domain), une recherche qui finit en erreur (serv.fail), ou un nom qui ne ramène pas à l’adresse (not.double.verified).',
    },
    'hat-reject-country': {
      headline: { default: 'Notre passerelle l’a refusé : elle ne prend pas de courrier du pays de ce serveur.' },
      summary: {
        default:
          '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), avant qu’aucun message ne soit présenté : le groupe d’expéditeurs *{group}* vise le pays, {country}.',
      },
      steps: {
        except:
          'Si l’expéditeur est le bienvenu : ajouter {ip} à un groupe d’expéditeurs placé au-dessus de {group} dans Mail Policies > HAT Overview, puis valider (commit).',
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} est refusé : {ip}',
        body: 'Bonjour,\n\nLe courrier de votre serveur {server} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, à cause du pays où cette adresse est enregistrée. Si vous avez un serveur ailleurs, son courrier est jugé pour lui-même. Dites-nous s’il s’agit d’une correspondance régulière, afin que nous puissions faire une exception.',
      },
      meaning:
        'Les versions récentes peuvent classer les serveurs dans un groupe d’expéditeurs selon le pays où leur adresse est enregistrée. Un groupe qui refuse écarte tous les serveurs de ce pays.',
    },
    'hat-reject-entry': {
      headline: {
        default: 'Notre passerelle l’a refusé : le serveur de l’expéditeur figure sur une de nos listes.',
        dnslist:
          'Notre passerelle l’a refusé : le serveur de l’expéditeur figure sur une liste de blocage publique que nous utilisons.',
      },
      summary: {
        default:
          '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), avant qu’aucun message ne soit présenté : il correspond à l’entrée {match} du groupe d’expéditeurs *{group}*. Sa réputation ({sbrs}) n’y est pour rien.',
        dnslist:
          '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), avant qu’aucun message ne soit présenté : le groupe d’expéditeurs *{group}* interroge {match}, et l’adresse y est inscrite.',
      },
      steps: {
        edit: 'Trouver qui a ajouté l’entrée {match} et pourquoi (System Administration > Configuration log), puis la retirer ou la restreindre dans Mail Policies > HAT Overview > {group}, et valider (commit).',
        delist: 'Demander à l’exploitant de cette liste d’en retirer {ip}, une fois la cause corrigée.',
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} est refusé : {ip}',
        body: 'Bonjour,\n\nLe courrier de votre serveur {server} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, avec une réponse 554. La décision porte sur cette adresse ou son réseau, pas sur un message. Merci de vérifier si l’adresse figure sur une liste de blocage publique et de nous dire ce que ce serveur envoie ; nous regardons de notre côté pendant ce temps.',
      },
      meaning:
        'La Host Access Table contient des groupes d’expéditeurs avec leurs entrées : adresses, réseaux, noms d’hôte, listes de blocage DNS. Le premier groupe qui correspond décide. Ici, une entrée que quelqu’un a ajoutée refuse le serveur, quelle que soit sa réputation.',
    },
    'hat-reject-reputation': {
      headline: { default: 'Notre passerelle l’a refusé : le serveur de l’expéditeur a mauvaise réputation.' },
      summary: {
        default:
          '{server} a essayé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) et a été refusé avant qu’aucun message ne soit présenté : groupe d’expéditeurs *{group}*, réputation *{sbrs}*.',
        changed:
          '{server} a essayé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) et a été refusé avant qu’aucun message ne soit présenté : groupe d’expéditeurs *{group}*, réputation *{sbrs}*. Ce qui a changé : le dernier message accepté de cet expéditeur ({takenAt}) venait de {takenServer}, réputation {takenSbrs}.',
      },
      clear: 'Réputation : le serveur a été admis (groupe d’expéditeurs {group}).',
      steps: {
        cleanUp:
          'Chercher le courrier que {ip} envoie à l’insu de ses exploitants, puis demander un réexamen sur talosintelligence.com. La note ci-dessous le dit.',
        exempt:
          'Si cela ne peut pas attendre : Mail Policies > HAT Overview, ajouter {ip} à un groupe d’expéditeurs placé *au-dessus* de {group}, pour un jour, puis valider (commit).',
        exemptMany:
          'Si cela ne peut pas attendre : Mail Policies > HAT Overview, ajouter l’adresse à un groupe d’expéditeurs placé *au-dessus* de {group}, pour un jour, puis valider (commit).',
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} est refusé : {ip}',
        body: 'Bonjour,\n\nLe courrier de votre serveur {server} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, avec une réponse 554, à cause de la réputation de cette adresse. Merci de chercher si ce serveur envoie du courrier à votre insu, de vérifier si l’adresse figure sur une liste de blocage, puis de demander un réexamen sur talosintelligence.com. Tant que la réputation n’est pas rétablie, votre courrier venant de cette adresse sera refusé ; celui d’un autre de vos serveurs est jugé pour lui-même.',
      },
      meaning:
        'La passerelle note chaque adresse qui se connecte (SBRS, de −10 à +10, d’après ce que l’adresse a envoyé par le passé). Sous un seuil, la Host Access Table refuse la connexion avec une réponse 554, avant même de connaître l’expéditeur et le destinataire. Il s’agit du serveur d’envoi, pas d’un message.',
    },
    'hat-tcprefuse': {
      headline: { default: 'Notre passerelle a écarté le serveur de l’expéditeur avant le premier mot.' },
      summary: {
        default:
          '{server} a été écarté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) : le groupe d’expéditeurs *{group}* refuse au niveau TCP (règle {match}, réputation {sbrs}). Le serveur d’envoi ne voit aucune réponse et réessaie pendant des jours.',
        changed:
          '{server} a été écarté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) : le groupe d’expéditeurs *{group}* refuse au niveau TCP (règle {match}, réputation {sbrs}). Le serveur d’envoi ne voit aucune réponse et réessaie pendant des jours. Ce qui a changé : le dernier message accepté de cet expéditeur ({takenAt}) venait de {takenServer}, réputation {takenSbrs}.',
      },
      steps: {
        move: 'Si l’expéditeur est le bienvenu : Mail Policies > HAT Overview, placer l’adresse dans un autre groupe d’expéditeurs au-dessus de {group}, puis valider (commit).',
        reject:
          'Faire passer l’accès de {group} de TCPREFUSE à REJECT : un expéditeur refusé l’apprend alors tout de suite, par une réponse 554, et non après des jours.',
        cleanUp: 'Trouver pourquoi l’adresse a mauvaise réputation, et demander un réexamen sur talosintelligence.com.',
      },
      note: {
        subject: 'Votre serveur {ip} ne peut pas se connecter à {ourDomain}',
        body: 'Bonjour,\n\nVotre serveur {server} a essayé de se connecter à notre passerelle de messagerie et a été écarté au niveau TCP, {count:une fois|# fois} {period}. De votre côté, cela ressemble à une connexion refusée ou réinitialisée sur le port 25 ({ourMx}). La décision porte sur cette adresse. Merci de vérifier sa réputation sur talosintelligence.com et de chercher si elle envoie du courrier à votre insu ; puis de nous répondre.',
      },
      meaning:
        'TCPREFUSE est la réponse la plus dure de la Host Access Table : la connexion est coupée sans aucune réponse SMTP. Le serveur d’envoi ne peut pas la distinguer d’une panne de réseau, il réessaie donc jusqu’à l’expiration de sa propre file. La ligne du journal porte ICID 0, car aucune connexion n’a été ouverte.',
    },
    'idle-timeout': {
      headline: {
        default: 'Le serveur de l’expéditeur s’est tu au milieu du message, et notre passerelle a raccroché.',
        tooLong: 'Le transfert a duré plus longtemps que notre passerelle ne le permet, et elle a raccroché.',
      },
      summary: {
        default:
          '{server} a commencé {count} {count:message|messages} de {mailFrom}, puis n’a plus rien envoyé pendant {seconds} secondes, notre délai pour une connexion muette. Fin {count:de la connexion|de la dernière} : {endedAt} ({id}). Raisons habituelles : un pare-feu en route qui jette des paquets, un chemin qui perd les gros paquets (MTU), ou un antivirus du serveur d’envoi qui retient le message.',
        tooLong:
          '{server} était encore connecté quand la durée permise pour une connexion a pris fin ({endedAt}, {id}). Le message n’était pas complet.',
      },
      steps: {
        askSender:
          'Chercher dans le journal du serveur d’envoi, à cette heure : qu’attendait-il, et un équipement en route (pare-feu, inspection SMTP) retient-il ou coupe-t-il la connexion ?',
        capture,
        debugLog,
        raise:
          'Si l’expéditeur est seulement lent : allonger le délai pour ce partenaire : `listenerconfig`, SETUP, Timeout for unsuccessful inbound connections.',
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} s’arrête à mi-chemin : {ip}',
        body: 'Bonjour,\n\nVotre serveur {server} s’est connecté chez nous, a commencé un message, puis n’a plus rien envoyé pendant {seconds} secondes ; notre passerelle a donc mis fin à la connexion. Cela s’est produit {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Votre journal devrait montrer ce que le serveur attendait : un antivirus, un délai, ou des paquets qui n’arrivent jamais. Merci de vérifier aussi si un pare-feu de votre côté inspecte SMTP (ASA ou PIX : inspect esmtp) et si les gros paquets passent (MTU, ICMP bloqué).',
      },
      meaning:
        'Receiving aborted, cinq minutes après la dernière chose dite et sans connexion perdue : c’est notre propre délai qui a expiré. L’expéditeur a gardé la connexion ouverte sans rien envoyer.',
    },
    'ldap-drop-in-queue': {
      headline: {
        default:
          'Notre passerelle a accepté le message, puis l’a supprimé : l’annuaire ne connaît pas le destinataire.',
        bounced:
          'Notre passerelle a accepté le message, puis l’a retourné : l’annuaire ne connaît pas le destinataire.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({id}, {lastAt}) ; dans la file de traitement, l’annuaire ne connaissait pas l’adresse, et la passerelle l’a supprimé sans un mot. L’expéditeur croit qu’il est arrivé.',
        bounced:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({id}, {lastAt}) ; dans la file de traitement, l’annuaire ne connaissait pas l’adresse, et la passerelle l’a retourné à l’expéditeur.',
      },
      steps: {
        test: 'Interroger l’annuaire comme le fait la passerelle : `ldaptest`, la requête accept, l’adresse {rcptTo}. Si l’adresse doit exister, l’y ajouter.',
        inDialogue:
          'Faire passer la requête accept pendant la conversation SMTP (Network > Listeners > Accept Query) : l’expéditeur apprend alors tout de suite qu’une adresse est inconnue.',
        trace,
      },
      note: {
        subject: 'Votre message à {rcptTo} n’est pas arrivé',
        body: 'Bonjour,\n\nVotre message de {mailFrom} à {rcptTo} du {lastAt} a été accepté par notre passerelle et n’a pas pu être remis ensuite : cette adresse n’est pas connue chez nous. Merci de vérifier l’orthographe et de le renvoyer à la bonne adresse.',
      },
      meaning:
        'L’annuaire peut être interrogé après l’acceptation du message. Un destinataire inconnu est alors supprimé ou retourné depuis la file de traitement : l’expéditeur a reçu 250 OK et, en cas de suppression, n’en sait jamais rien.',
    },
    'logs-incomplete': {
      headline: {
        default: 'Rien n’a été trouvé, mais les journaux ne couvrent pas toute la période demandée.',
        none: 'On ne peut rien dire : aucun journal n’a pu être lu pour cette période.',
      },
      summary: {
        default:
          'Aucune tentative de cet expéditeur dans ce qui a pu être lu. {missing} : rien ne prouve que {missingCount:ce journal couvre|ces journaux couvrent} toute la période entre {fromAt} et {toAt} ; le message a pu venir sans qu’il en reste une ligne.',
        none: 'Aucune passerelle n’a fourni de lignes de journal entre {fromAt} et {toAt}. On ne sait pas si le message est venu.',
      },
      clear: 'Couverture : les journaux de {gateways} contiennent toute la période demandée.',
      steps: {
        again: 'Redemander pour une période que les journaux contiennent, ou quand la passerelle répondra.',
        older:
          'Si les anciens fichiers ont été déplacés (FTP, SCP ou syslog push), y chercher ; et en garder davantage à l’avenir : System Administration > Log Subscriptions > mail_logs.',
        askSender:
          'Envoyer la ligne de journal de la tentative, avec son heure en UTC et notre réponse : elle tranche si le message nous est parvenu.',
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} : merci de nous envoyer la ligne de journal',
        body: 'Bonjour,\n\nNous cherchons un message de chez vous à {ourDomain} entre le {fromAt} et le {toAt}, et nos propres journaux ne couvrent plus toute cette période. Merci de nous envoyer la ligne de journal de la tentative : son numéro de file, l’heure en UTC, votre adresse sortante, l’adresse à laquelle votre serveur s’est connecté, et ce qui lui a été répondu.',
      },
      meaning:
        'Les fichiers journaux tournent et les plus anciens sont effacés (dix fichiers sont gardés par défaut) ; une passerelle peut ne pas répondre, ou son journal s’être arrêté. Tant que la période demandée n’est pas prouvée complète, une absence ne prouve rien.',
    },
    'mail-loop': {
      headline: {
        default: 'Le message tourne en rond, et notre passerelle l’a refusé.',
        again: 'Le même message est venu {count:une fois|# fois} : il tourne peut-être en rond.',
      },
      summary: {
        default:
          '{server} a présenté {count:une fois|# fois} un message déjà passé par trop de serveurs ({count:|dernière fois : }{lastAt}, {id}). Quelque part, il est renvoyé d’où il vient.',
        again:
          'Le message au Message-ID {messageId} est venu {count:une fois|# fois}, chaque fois sous un nouveau numéro (dernière fois : {lastAt}, {id}), depuis {server}. Cela peut être une boucle entre nous et le serveur suivant, ou un expéditeur qui le renvoie.',
      },
      steps: {
        route:
          'Comparer la route SMTP du domaine destinataire (Network > SMTP Routes) avec ce que le serveur suivant fait de son courrier (Exchange : domaines acceptés) ; l’un des deux nous le renvoie.',
        received: 'Lire les lignes Received du message en partant du bas : la partie qui se répète est la boucle.',
      },
      note: {
        subject: 'Un de vos messages tournait en rond',
        body: 'Bonjour,\n\nUn message que votre serveur {server} a envoyé à {ourDomain} était passé par tant de serveurs qu’il a été refusé comme boucle, {count:le|la dernière fois le} {lastAt}. S’il a été redirigé de votre côté, merci de vérifier cette règle. Nous vérifions notre propre routage.',
      },
      meaning:
        'Chaque serveur que traverse un message ajoute une ligne Received. S’il y en a trop, le message tourne entre deux serveurs qui se croient chacun non responsables, et il est refusé.',
    },
    'message-filter-drop': {
      headline: {
        default: 'Un de nos filtres a supprimé le message.',
        bounced: 'Un de nos filtres a renvoyé le message à son expéditeur.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté, puis le filtre de messages *{filter}* l’a supprimé ({stoppedAt}, {id}). L’expéditeur n’en a rien su.',
        bounced:
          'Le message de {mailFrom} à {rcptTo} a été accepté, puis le filtre de messages *{filter}* l’a retourné ({stoppedAt}, {id}).',
      },
      steps: {
        read: 'Lire ce que teste le filtre : `filters`, DETAIL, {filter}. L’essayer avec `trace` ; le restreindre, ou lui faire retenir le message au lieu de le supprimer.',
        resend: 'Renvoyer le message une fois le filtre modifié : ce qui a été supprimé ne se récupère pas.',
        trace,
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt}',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, puis arrêté par une règle de notre côté. Nous examinons cette règle. Merci de renvoyer le message quand nous vous le dirons, ou sous une autre forme (sans la pièce jointe, ou avec un lien).',
      },
      meaning:
        'Les filtres de messages (message filters) sont des règles créées en ligne de commande, qui passent en premier dans la file de traitement. Celui qui supprime un message laisse la ligne Dropped by filter avec son nom ; l’expéditeur n’en sait rien.',
    },
    'message-too-big': {
      headline: { default: 'Le message est plus gros que ce que notre passerelle accepte.' },
      summary: {
        default:
          '{server} a envoyé {count} {count:message|messages} de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Notre passerelle a cessé de {count:le|les} recevoir quand la taille limite a été dépassée ({reason}) et a refusé avec 552. Réessayer ne sert à rien.',
      },
      steps: {
        smaller: 'Envoyer un lien à la place du fichier, le découper, ou passer par le portail d’échange.',
        raise:
          'S’il doit passer : augmenter la taille maximale dans la mail flow policy de {group} (Mail Policies > Mail Flow Policies), puis valider (commit). Le serveur suivant, à l’intérieur, a sa propre limite.',
      },
      note: {
        subject: 'Votre message à {rcptTo} est trop gros',
        body: 'Bonjour,\n\nVotre serveur {server} nous a envoyé du courrier de {mailFrom} à {rcptTo}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Il est plus gros que ce que notre passerelle accepte et a été refusé (552). Les pièces jointes grossissent d’un tiers en route. Merci d’envoyer un lien, ou de découper le message.',
      },
      meaning:
        'Chaque mail flow policy a une taille maximale de message. L’expéditeur la lit dans la réponse à EHLO (SIZE) ; s’il envoie plus, il est refusé avec 552, et le message n’est jamais complet sur la passerelle. Au-delà du double, la passerelle ralentit aussi l’expéditeur.',
    },
    'mx-points-elsewhere': {
      headline: {
        default: 'Le DNS envoie ailleurs le courrier pour {domain} : il ne vient pas à notre passerelle.',
        none: 'Le DNS n’a pas de serveur de messagerie pour {domain} : les expéditeurs ne trouvent pas notre passerelle.',
        other: 'Le DNS envoie ailleurs le courrier pour {domain} ; d’autres domaines à nous sont corrects.',
      },
      summary: {
        default:
          'Le MX de {domain} est {mx}, qui n’est aucune de nos passerelles. Aucune tentative de cet expéditeur dans le journal.',
        none: '{domain} n’a pas d’enregistrement MX qui mène à nos passerelles. Aucune tentative de cet expéditeur dans le journal.',
        other:
          'Le MX de {domain} est {mx}, qui n’est aucune de nos passerelles. Cela ne compte que si le message était pour ce domaine.',
      },
      clear: 'MX : le courrier pour {domain} est envoyé à nos passerelles.',
      unknown: { dns: 'Le MX de notre domaine n’a pas pu être lu.' },
      steps: {
        fixMx:
          'Corriger le MX de {domain} dans sa zone ; jusqu’à l’expiration de son TTL, faire relayer ou garder par l’ancien serveur ce qu’il reçoit.',
        lookThere: 'Chercher le message sur {mx} : il y attend peut-être, ou s’y trouve dans une boîte.',
      },
      note: {
        subject: 'Votre courrier vers {domain}',
        body: 'Bonjour,\n\nL’enregistrement MX de {domain} était faux ; nous le corrigeons. Si votre serveur se connecte encore à une ancienne adresse, son résolveur garde une ancienne réponse, ou une route fixe y mène ; merci de la purger. Le courrier encore dans votre file nous parviendra alors ; celui qui a été accepté ailleurs est à renvoyer.',
      },
      meaning:
        'L’enregistrement MX d’un domaine dit au monde quel serveur reçoit son courrier. S’il en nomme un autre, un ancien prestataire par exemple, le courrier n’approche jamais notre passerelle et n’y laisse aucune ligne.',
    },
    'never-connected': {
      headline: {
        default: 'Rien de {sender} ne nous est parvenu depuis {fromAt}. Le problème est en amont de notre passerelle.',
        unlisted:
          'Aucun message de {sender} ne nous est parvenu depuis {fromAt}, pour autant que le journal puisse le montrer.',
      },
      summary: {
        default:
          'Les journaux couvrent toute la période jusqu’à {toAt}, sans aucune connexion venant {addresses:de la seule adresse ou plage|d’une des # adresses et plages} d’où {sender} dit envoyer. Possible : encore dans leur file d’attente, envoyé à une ancienne adresse de chez nous, ou port 25 bloqué de leur côté. Une question tranche : à quelle adresse votre serveur s’est-il connecté, et qu’a-t-elle répondu ?',
        usedTo:
          'Les journaux couvrent toute la période jusqu’à {toAt}, sans aucune connexion venant {addresses:de la seule adresse ou plage|d’une des # adresses et plages} d’où {sender} dit envoyer. Le dernier message de là-bas est venu de {takenServer} ({takenAt}). Possible : encore dans leur file d’attente, envoyé à une ancienne adresse de chez nous, ou port 25 bloqué de leur côté. Une question tranche : à quelle adresse votre serveur s’est-il connecté, et qu’a-t-elle répondu ?',
        unlisted:
          'Les journaux couvrent toute la période jusqu’à {toAt} et ne nomment jamais {sender}. Mais ses adresses d’envoi ne peuvent pas être énumérées : un de ses serveurs, écarté avant d’avoir dit son nom, n’apparaîtrait pas ici. Ce qui tranche : l’adresse de leur serveur d’envoi. Redemandez avec elle.',
      },
      steps: {
        askSender:
          'Envoyer la ligne de journal d’une tentative : à quelle adresse, quand, et quelle réponse. La note ci-dessous demande exactement cela, avec un essai à coller.',
        byHand:
          'Essayer à la main sur le serveur expéditeur lui-même : `telnet {testHost} 25` ou `swaks --server {testHost} --quit-after FIRST-HELO`. Si cela marche et que leur serveur échoue toujours, c’est un problème de remise de leur côté : sa file d’attente, son routage, une ancienne réponse DNS. C’est alors la ligne de son propre journal qui le dira.',
        askAgain: 'Avec l’adresse de leur serveur d’envoi, redemander : `why {exampleIp}`.',
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} ne nous parvient pas',
        body: 'Bonjour,\n\nEntre le {fromAt} et le {toAt}, aucune de nos passerelles de messagerie ({ourMx}) n’a vu de connexion depuis vos serveurs. Merci de nous envoyer la ligne de journal d’une tentative : son numéro de file, l’heure en UTC, votre adresse sortante, l’adresse à laquelle votre serveur s’est connecté, et ce qui lui a été répondu.\n\nCet essai, tapé sur le serveur d’envoi lui-même, montre s’il peut nous joindre :\n\n  telnet {testHost} 25\n  EHLO your.host.name\n  MAIL FROM:<you@your.domain>\n  RCPT TO:<the recipient>\n  QUIT\n\nou, en une ligne :\n\n  swaks --server {testHost} --to recipient@{ourDomain} --quit-after RCPT\n\nSi rien ne répond, le port 25 est fermé en route. Si chaque ligne reçoit un 250 et que votre message attend toujours, le problème est dans la file d’attente ou le routage de votre serveur : une route fixe ou une ancienne réponse DNS le mène peut-être ailleurs.',
      },
      meaning:
        'Aucune ligne du journal ne montre de connexion de l’expéditeur, et le journal est complet pour cette période. Le message n’est donc jamais venu à notre passerelle : il n’est pas parti, il est allé ailleurs, ou le chemin vers le port 25 est fermé.',
    },
    'next-hop-defers': {
      headline: {
        default:
          'Le message est chez nous et attend : le serveur de messagerie interne répond « réessayez plus tard ».',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}, après {tries} {tries:essai|essais}). Notre passerelle continue d’essayer.',
        until:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}, après {tries} {tries:essai|essais}). Prochain essai : {until} (horloge de la passerelle).',
      },
      steps: {
        mend: 'Corriger ce dont se plaint le serveur suivant : disque plein, surcharge, greylisting, limite pour notre passerelle (Exchange Online : connecteur entrant avec enhanced filtering).',
        status: 'Voir l’état de la destination, et combien de courrier l’attend.',
        now: 'Une fois corrigé, réessayer tout de suite au lieu d’attendre.',
      },
      note: {
        subject: 'Votre message à {ourDomain} est retardé de notre côté',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et attend un de nos serveurs de messagerie, qui est occupé. Vous n’avez rien à faire : il est présenté de nouveau jusqu’à ce qu’il passe. Si vous recevez malgré tout une erreur, merci de le renvoyer.',
      },
      meaning:
        'Delayed : le serveur suivant (Exchange, Microsoft 365, un autre relais) a répondu par un code 4xx, ce qui veut dire pas maintenant. La passerelle garde le message et réessaie, trois jours par défaut, avant d’abandonner.',
    },
    'next-hop-dns': {
      headline: {
        default: 'Le message est chez nous et attend : notre passerelle ne trouve pas où le remettre (DNS).',
        bounced:
          'Notre passerelle a accepté le message, n’a pas trouvé où le remettre (DNS), et l’a renvoyé à son expéditeur.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La recherche DNS de la destination du courrier pour {destination} échoue (dernier essai : {triedAt}) ; il attend donc dans notre file d’attente.',
        bounced:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La recherche DNS de la destination du courrier pour {destination} a échoué ({triedAt}) : {reply}. Le message a été retourné à son expéditeur.',
      },
      steps: {
        ask: 'Interroger le DNS comme le fait la passerelle, et comparer avec ses routes SMTP (Network > SMTP Routes).',
        flush:
          'Une fois corrigé, vider le cache DNS de la passerelle, et la faire réessayer tout de suite avec `delivernow`.',
      },
      note: {
        subject: 'Votre message à {rcptTo} n’a pas pu être remis',
        body: 'Bonjour,\n\nVotre message de {mailFrom} à {rcptTo} du {lastAt} a été accepté par notre passerelle et n’a pas pu être remis, à cause d’une erreur dans notre routage. Nous la corrigeons. Si vous avez reçu un avis d’erreur, merci de renvoyer le message quand nous vous le dirons.',
      },
      meaning:
        'Pour remettre un message, la passerelle cherche la route ou le MX de son domaine. Si le nom n’existe pas, le message est retourné (5.1.2, sans aucune connexion : DCID 0) ; si la recherche échoue pour le moment, il attend.',
    },
    'next-hop-refuses': {
      headline: {
        default:
          'Notre passerelle a accepté le message, mais le serveur de messagerie interne l’a refusé, et il est revenu à l’expéditeur.',
        unknown:
          'Notre passerelle a accepté le message, mais le serveur de messagerie interne ne connaît pas le destinataire.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}), et notre passerelle a retourné le message à son expéditeur.',
        unknown:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}), et notre passerelle a retourné le message à son expéditeur.',
      },
      steps: {
        mend: 'Corriger ce dont se plaint le serveur suivant : boîte inexistante, connecteur qui n’admet pas notre passerelle, taille limite, règle de transport.',
        earlier:
          'Faire connaître les destinataires à la passerelle elle-même (requête LDAP accept sur le listener) : une adresse fausse est alors refusée tout de suite.',
        trace,
      },
      note: {
        subject: 'Votre message à {rcptTo} est revenu',
        body: 'Bonjour,\n\nVotre message de {mailFrom} à {rcptTo} du {lastAt} a été accepté par notre passerelle et refusé par le serveur de messagerie qui la suit : {code} {reply}. Merci de vérifier l’adresse ; si elle est juste, renvoyez le message quand nous vous dirons que le problème est corrigé.',
      },
      meaning:
        'Bounced : le serveur suivant a répondu par un code 5xx, ce qui veut dire jamais. La passerelle abandonne aussitôt et retourne le message à l’expéditeur. Le texte entre crochets est celui de ce serveur.',
    },
    'next-hop-tls': {
      headline: {
        default: 'Le message est chez nous et attend : le chiffrement avec le serveur de messagerie interne échoue.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). TLS avec le serveur suivant échoue (dernier essai : {triedAt}, {detail}), et notre passerelle n’a pas le droit de lui envoyer sans TLS.',
      },
      steps: {
        renew: 'Examiner le certificat, sa chaîne et les versions TLS du serveur suivant ; renouveler ce qui a expiré.',
        relax:
          'Voir ce qui est exigé pour {destination} : Mail Policies > Destination Controls (TLS Required, Required - Verify). Ne mettre Preferred que si c’est acceptable ; puis valider (commit).',
        now: 'Quand cela marche de nouveau, réessayer tout de suite au lieu d’attendre.',
      },
      note: {
        subject: 'Votre message à {ourDomain} est retardé de notre côté',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et attend, parce qu’une connexion chiffrée échoue à l’intérieur de notre réseau. La faute est de notre côté ; vous n’avez rien à faire. Si vous recevez malgré tout une erreur, merci de le renvoyer.',
      },
      meaning:
        'Les Destination Controls peuvent exiger TLS pour une destination. Si le serveur suivant ne le propose pas, ou si son certificat n’est pas valide, le message attend en file puis finit par être retourné.',
    },
    'next-hop-unreachable': {
      headline: {
        default: 'Le message est chez nous et attend : le serveur de messagerie interne est injoignable.',
        bounced:
          'Notre passerelle a accepté le message, n’a pas pu joindre le serveur de messagerie interne, et a abandonné.',
        queued: 'Le message est chez nous et attend ; rien dans le journal ne dit quoi.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et se trouve dans notre file d’attente. Le serveur suivant, {nextHop}, ne répond pas : {detail} (dernier essai : {triedAt}). Notre passerelle continue d’essayer.',
        bounced:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant, {nextHop}, n’a pas répondu : {detail}. Le message a été abandonné ({triedAt}) et retourné à son expéditeur.',
        queued:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et mis en file pour remise ({triedAt}) ; aucun essai dans le journal depuis. Cela peut être un serveur suivant en panne, ou une destination dont la limite est atteinte. Son état sur la passerelle le dira.',
      },
      steps: {
        reach:
          'Trouver pourquoi il ne répond pas sur son port : est-il en marche, le pare-feu laisse-t-il passer la passerelle, la route SMTP est-elle juste ? À la main, depuis la passerelle :',
        status: 'Voir l’état de la destination, et combien de courrier l’attend.',
        now: 'Quand il répond de nouveau, réessayer tout de suite au lieu d’attendre.',
      },
      note: {
        subject: 'Votre message à {ourDomain} est retardé de notre côté',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et n’a pas encore pu être remis, parce qu’un de nos serveurs de messagerie est injoignable. La faute est de notre côté. Si vous recevez un avis d’erreur à ce sujet, merci de renvoyer le message quand nous vous le dirons ; sinon, vous n’avez rien à faire.',
      },
      meaning:
        'La passerelle a accepté le message et n’arrive pas à se connecter au serveur qui doit le recevoir (refus, délai dépassé, coupure). Il reste en file d’attente, trois jours par défaut, et est présenté encore et encore.',
    },
    'outbreak-delay': {
      headline: {
        default:
          'Notre passerelle retient le message un moment, au cas où il ferait partie d’une nouvelle vague d’attaques.',
        released:
          'Notre passerelle a retenu le message {minutes} {minutes:minute|minutes}, au cas où il aurait fait partie d’une nouvelle vague d’attaques.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et est retenu dans la quarantaine *{quarantine}* depuis {heldAt} ({reason}). Il est retardé, pas perdu : il sera analysé de nouveau et libéré de lui-même.',
        released:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), retenu dans la quarantaine *{quarantine}* de {heldAt} à {releasedAt}, puis il est reparti.',
      },
      clear: 'Filtres Outbreak : le verdict était négatif.',
      steps: {
        release:
          'Si c’est urgent et que le message est connu, le libérer : Monitor > Policy, Virus and Outbreak Quarantines > Outbreak.',
        retention:
          'Si cela arrive souvent à du bon courrier : raccourcir la rétention, ou relever le niveau de menace pris en compte : Mail Policies > Outbreak Filters.',
      },
      meaning:
        'Les filtres Outbreak retiennent le courrier qui ressemble au début d’une nouvelle vague de logiciels malveillants ou de fraude, jusqu’à ce que les moteurs la connaissent. Il est analysé de nouveau à sa libération. Le retard peut être de quelques minutes ou de quelques heures.',
    },
    'policy-quarantine': {
      headline: { default: 'Notre passerelle retient le message dans une quarantaine, où il attend une décision.' },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et placé dans la quarantaine *{quarantine}* ({heldAt}). Motif : {reason}. Personne ne l’a libéré, pour autant que le journal le montre.',
        remote:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et placé dans la quarantaine *{quarantine}* de l’appliance de gestion ({heldAt}). Motif : {reason}. Personne ne l’a libéré, pour autant que le journal le montre.',
      },
      steps: {
        decide:
          'L’examiner, puis le libérer ou le supprimer : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, chercher {mailFrom}.',
        expiry:
          'Voir quand il expire et ce qui se passe alors (action par défaut) : sans décision, il est supprimé ou libéré tout seul.',
        edit: 'Si ce courrier doit passer : restreindre le filtre qui l’a placé là.',
      },
      meaning:
        'Un filtre ou une politique peut retenir un message pour qu’une personne décide. Il reste jusqu’à ce que quelqu’un le libère ou le supprime, ou jusqu’à la fin de son délai ; ce qui se passe alors est l’action par défaut de la quarantaine.',
    },
    'quarantine-expired': {
      headline: {
        default: 'Le message était retenu en quarantaine et y a été supprimé à la fin de son délai.',
        full: 'Le message était retenu en quarantaine et a été supprimé parce qu’elle était pleine.',
        manual: 'Le message était retenu en quarantaine, et quelqu’un l’y a supprimé.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} ({id}) a été placé dans la quarantaine *{quarantine}* ({heldAt}) et supprimé ({deletedAt}, {reason}), puisque personne ne l’a libéré. Il ne peut pas être récupéré.',
        full: 'Le message de {mailFrom} à {rcptTo} ({id}) a été placé dans la quarantaine *{quarantine}* ({heldAt}) et supprimé pour faire de la place ({deletedAt}, {reason}). Il ne peut pas être récupéré.',
        manual:
          'Le message de {mailFrom} à {rcptTo} ({id}) a été placé dans la quarantaine *{quarantine}* ({heldAt}) et supprimé par un administrateur ({deletedAt}). Il ne peut pas être récupéré.',
      },
      steps: {
        resend: 'Renvoyer le message ; la note ci-dessous le demande.',
        retention:
          'Y garder le courrier plus longtemps, ou le libérer à la fin du délai : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, Retention Period et Default Action ; puis valider (commit).',
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt} : merci de le renvoyer',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, retenu pour vérification, et supprimé là avant d’être remis. La faute est de notre côté. Merci de le renvoyer.',
      },
      meaning:
        'Une quarantaine garde le courrier un temps fixé et jusqu’à une taille fixée. Ensuite son action par défaut s’applique : supprimer ou libérer. Un message supprimé est perdu, et l’expéditeur n’en sait rien.',
    },
    'quarantine-several': {
      headline: { default: 'Le message a été libéré d’une quarantaine et reste retenu dans une autre.' },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} ({id}) était retenu dans {quarantines}. Il a été libéré de *{released}* ({releasedAt}), mais un message ne repart que lorsque toutes les quarantaines l’ont libéré.',
      },
      steps: {
        release: 'Le libérer aussi des autres : Monitor > Policy, Virus and Outbreak Quarantines, chercher {mailFrom}.',
      },
      meaning:
        'Un message peut être retenu dans plusieurs quarantaines à la fois, pour des raisons différentes. Il n’est remis que lorsque toutes l’ont libéré ; si l’une le supprime, il est perdu.',
    },
    'rat-reject': {
      headline: {
        default: 'Notre passerelle a refusé le destinataire : elle ne prend pas de courrier pour {domain}.',
        ours: 'Notre passerelle a refusé le destinataire, alors que {domain} est un domaine à nous.',
      },
      summary: {
        default:
          '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Le domaine n’est pas dans la Recipient Access Table, le destinataire a donc été refusé.',
        ours: '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). La configuration de cet outil dit que {domain} est à nous, mais la Recipient Access Table de la passerelle le refuse.',
      },
      clear: 'Recipient Access Table : la passerelle prend le courrier pour {domain}.',
      steps: {
        add: 'Si {domain} est à nous : l’ajouter dans Mail Policies > Recipient Access Table, définir sa route SMTP (Network > SMTP Routes), puis valider (commit).',
        correct: 'Vérifier l’orthographe du destinataire, {rcptTo}.',
      },
      note: {
        subject: 'Votre message à {rcptTo} a été refusé',
        body: 'Bonjour,\n\nVotre serveur {server} nous a présenté du courrier de {mailFrom} à {rcptTo}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Notre passerelle ne prend pas de courrier pour ce domaine et a refusé le destinataire (550). Merci de vérifier l’orthographe de l’adresse ; si elle est juste, prévenez-nous, et regardez si un enregistrement MX ou une route fixe de chez vous mène par erreur le courrier de ce domaine chez nous.',
      },
      meaning:
        'La Recipient Access Table énumère les domaines pour lesquels la passerelle prend du courrier. Un destinataire hors de cette liste est refusé dans le dialogue (550) : l’accepter ferait de la passerelle un relais ouvert.',
    },
    'rate-limit-host': {
      headline: {
        default:
          'Le serveur de l’expéditeur a envoyé plus que notre passerelle ne lui permet en une heure, et a été ajourné.',
      },
      summary: {
        default:
          '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Nos limites pour le groupe d’expéditeurs *{group}* (destinataires par heure ou par message) étaient atteintes ; le destinataire a été ajourné par une erreur temporaire (452) ; l’expéditeur réessaie.',
      },
      steps: {
        raise:
          'Si l’expéditeur est le bienvenu : faire passer {ip} de {group} à un groupe à limite plus haute, ou relever Max. Recipients Per Hour dans sa mail flow policy, puis valider (commit).',
        slower: 'Envoyer moins de destinataires par heure et par message ; ce qui a été ajourné repartira de soi-même.',
      },
      note: {
        subject: 'Le courrier de {ip} vers {ourDomain} est ajourné : trop en une heure',
        body: 'Bonjour,\n\nVotre serveur {server} a envoyé à plus de destinataires que notre passerelle ne lui en permet, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Le courrier a été ajourné par une erreur temporaire, pas refusé définitivement. Merci d’étaler ce courrier dans le temps, et de nous dire s’il s’agit d’un service régulier, afin que nous puissions relever la limite.',
      },
      meaning:
        'Receiving Control est la partie d’une mail flow policy qui limite les destinataires par heure, par message et par expéditeur. Au-delà, chaque destinataire reçoit 452 : réessayer plus tard. Les serveurs à réputation faible ou absente ont souvent une limite basse.',
    },
    'receiving-aborted': {
      headline: {
        default: 'La connexion s’est rompue pendant la réception du message.',
        repeated: 'La connexion se rompt à chaque fois pendant la réception du message, à peu près au même point.',
      },
      summary: {
        default:
          '{server} a commencé {count} {count:message|messages} de {mailFrom} à {rcptTo} ; {count:il|le dernier} s’est interrompu au bout de {seconds} secondes ({endedAt}, {id}), avant d’être complet. L’expéditeur a toujours le message et devrait réessayer. La rupture est sous SMTP : l’autre côté, ou un équipement entre les deux, a fermé la connexion (FIN, RST, pare-feu).',
        repeated:
          '{server} a commencé {count} messages de {mailFrom} à {rcptTo} ; chacun s’est interrompu au bout de {seconds} secondes environ (dernière fois : {endedAt}, {id}). Des ruptures au même point font penser à un équipement en route : un pare-feu avec inspection SMTP, ou un chemin qui perd les gros paquets (MTU).',
      },
      clear: 'Transfert : le message a été reçu en entier ({bytes} octets).',
      steps: {
        askSender:
          'Chercher dans le journal du serveur d’envoi, à cette heure : a-t-il fermé la connexion, ou a-t-elle été fermée ?',
        inspection:
          'Chercher une inspection SMTP sur les pare-feu des deux côtés (ASA : `inspect esmtp` ; PIX : `fixup protocol smtp`) et la retirer pour la passerelle.',
        capture,
        debugLog,
      },
      note: {
        subject: 'Votre courrier vers {ourDomain} s’interrompt : {ip}',
        body: 'Bonjour,\n\nVotre serveur {server} s’est connecté chez nous et a commencé un message ; la connexion s’est rompue au bout de {seconds} secondes, avant que le message soit complet. Cela s’est produit {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Ce n’est pas notre passerelle qui l’a fermée. Votre journal devrait montrer pourquoi : un délai, un antivirus, ou le réseau. Merci de vérifier si un pare-feu de votre côté inspecte SMTP (ASA ou PIX : inspect esmtp) et si les gros paquets passent (MTU, ICMP bloqué).',
      },
      meaning:
        'Receiving aborted : la connexion a pris fin avant que le message soit complet, et pas par une commande SMTP. Soit un équipement réseau ou l’autre côté l’a fermée, soit notre délai a expiré ; l’horloge distingue les deux. La passerelle n’a rien du message, et l’expéditeur doit réessayer.',
    },
    'recipient-unknown': {
      headline: { default: 'Notre passerelle a refusé le destinataire : personne ici n’a cette adresse.' },
      summary: {
        default:
          '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Notre annuaire ne connaît pas l’adresse ; le destinataire a donc été refusé et l’expéditeur prévenu aussitôt.',
      },
      clear: 'Annuaire : le destinataire {rcptTo} a été accepté.',
      steps: {
        test: 'Interroger l’annuaire comme le fait la passerelle : `ldaptest`, la requête accept, l’adresse {rcptTo}.',
        add: 'Si l’adresse doit exister : l’ajouter (proxyAddresses dans Active Directory) et attendre la réplication de l’annuaire ; une boîte neuve peut demander quelques minutes.',
        correct:
          'Vérifier l’orthographe de {rcptTo}, et une ancienne entrée du carnet d’adresses ou de la saisie automatique.',
      },
      note: {
        subject: 'Votre message à {rcptTo} a été refusé : adresse inconnue',
        body: 'Bonjour,\n\nVotre serveur {server} nous a présenté du courrier de {mailFrom} à {rcptTo}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Cette adresse n’est pas connue chez nous, notre passerelle a donc refusé le destinataire (550). Merci de vérifier l’orthographe, et de retirer l’ancienne adresse des carnets et des listes.',
      },
      meaning:
        'La passerelle demande à l’annuaire (LDAP accept) si un destinataire existe pendant que l’expéditeur attend, et refuse ceux qu’elle ne connaît pas. L’expéditeur reçoit l’erreur aussitôt, comme avis de non-remise de son propre serveur.',
    },
    'sender-domain-nonexistent': {
      headline: {
        default: 'Notre passerelle a refusé l’adresse de l’expéditeur : le DNS dit que son domaine n’existe pas.',
        mended:
          'Notre passerelle a refusé l’adresse de l’expéditeur : son domaine n’existait pas alors dans le DNS. Il existe maintenant.',
      },
      summary: {
        default:
          '{server} voulait envoyer en tant que {mailFrom}, {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). Notre passerelle a cherché {domain}, le DNS a répondu que ce nom n’existe pas, et l’adresse a été refusée avant qu’aucun message ne soit présenté.',
        mended:
          '{server} voulait envoyer en tant que {mailFrom}, {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). Le DNS a répondu alors à notre passerelle que {domain} n’existe pas, et l’adresse a été refusée. Aujourd’hui il existe : un nouvel essai devrait passer.',
      },
      clear: 'Domaine de l’expéditeur : {domain} existe, et la passerelle a accepté l’adresse de l’expéditeur.',
      steps: {
        publish:
          'Publier un enregistrement MX ou d’adresse pour {domain}, ou envoyer depuis un domaine qui existe : les avis de non-remise doivent pouvoir revenir.',
        check: 'Interroger le DNS comme le fait la passerelle.',
        except:
          'Si cela ne peut pas attendre : ajouter {mailFrom} à la table d’exceptions de la vérification des expéditeurs (Mail Policies > Exception Table), puis valider (commit).',
      },
      note: {
        subject: 'Votre adresse d’expéditeur est refusée : {domain} n’existe pas',
        body: 'Bonjour,\n\nVotre serveur {server} voulait envoyer du courrier en tant que {mailFrom}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Notre passerelle a refusé cet expéditeur d’enveloppe parce que le DNS dit que {domain} n’existe pas. Merci de vérifier l’orthographe de l’adresse d’expéditeur dans le système qui envoie, et de publier un enregistrement MX ou d’adresse pour {domain}, afin que les avis de non-remise puissent revenir. Renvoyez ensuite le message.',
      },
      meaning:
        'Avant de prendre un message, la passerelle vérifie que le domaine de l’expéditeur d’enveloppe existe : d’abord le MX, puis les adresses du MX. Si le DNS répond que le nom n’existe pas, l’expéditeur est refusé définitivement (5xx), et aucun message n’est commencé.',
    },
    'sender-domain-unresolvable': {
      headline: {
        default: 'Notre passerelle a ajourné le message : le DNS n’a pas répondu au sujet du domaine de l’expéditeur.',
      },
      summary: {
        default:
          '{server} voulait envoyer en tant que {mailFrom}, {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). La recherche de {domain} a échoué ou dépassé le délai ; l’adresse a donc été refusée pour le moment (4xx), et l’expéditeur réessaie.',
      },
      steps: {
        check:
          'Interroger le DNS comme le fait la passerelle. Si beaucoup de domaines échouent, réparer notre résolveur ; si c’est le seul, ses serveurs de noms sont en cause.',
        flush: 'Une fois réparé, vider le cache de la passerelle.',
        mend: 'Vérifier que tous les serveurs de noms de {domain} répondent, en TCP aussi, et que ses signatures DNSSEC sont valides.',
      },
      note: {
        subject: 'Nous ne pouvons pas résoudre votre domaine {domain}',
        body: 'Bonjour,\n\nVotre serveur {server} voulait envoyer du courrier en tant que {mailFrom}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Notre passerelle n’a pas pu résoudre {domain} : la recherche a échoué ou dépassé le délai, le courrier a donc été ajourné par une erreur temporaire. Merci de vérifier que tous les serveurs de noms de {domain} répondent (en TCP aussi) et que ses signatures DNSSEC sont valides. Votre serveur devrait réessayer de lui-même.',
      },
      meaning:
        'Avant de prendre un message, la passerelle cherche le domaine de l’expéditeur d’enveloppe. Une recherche qui échoue (SERVFAIL) ou reste sans réponse ne dit rien du domaine ; l’expéditeur n’est donc refusé que pour le moment.',
    },
    'sender-malformed': {
      headline: { default: 'Notre passerelle a refusé l’adresse de l’expéditeur : ce n’est pas une adresse complète.' },
      summary: {
        default:
          '{server} a nommé l’expéditeur d’enveloppe {sender}, {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) ; notre passerelle l’a refusé : {reason}.',
      },
      steps: {
        mend: 'Mettre une adresse complète (nom, @, domaine) comme expéditeur d’enveloppe dans le système qui envoie : souvent une imprimante, un scanner ou un script.',
        except:
          'Si le système ne peut pas être changé : l’ajouter à la table d’exceptions de la vérification des expéditeurs (Mail Policies > Exception Table), ou faire ajouter un domaine par défaut par la mail flow policy de son groupe.',
      },
      note: {
        subject: 'Votre adresse d’expéditeur n’est pas valide',
        body: 'Bonjour,\n\nVotre serveur {server} voulait envoyer du courrier avec l’expéditeur d’enveloppe {sender}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Notre passerelle l’a refusé parce que ce n’est pas une adresse complète ({reason}). Merci de mettre un expéditeur d’enveloppe avec un domaine dans le système qui envoie, puis de renvoyer le message.',
      },
      meaning:
        'L’expéditeur d’enveloppe (MAIL FROM) doit être une adresse avec un domaine, ou vide pour un avis de non-remise. Tout le reste est refusé, puisque rien ne pourrait lui être retourné.',
    },
    'sent-from-another-domain': {
      headline: {
        default: 'Il est venu, mais sous un autre nom : {envelopeDomain} l’envoie pour {domain}.',
        delivered:
          'Il est arrivé sous un autre nom : {envelopeDomain} envoie pour {domain}, et notre serveur de messagerie l’a accepté.',
        stopped: 'Il est venu sous un autre nom ({envelopeDomain} envoie pour {domain}), et n’est pas passé.',
      },
      summary: {
        default:
          'Aucun message n’a {domain} comme expéditeur d’enveloppe. {count} {count:message le porte|messages le portent} dans l’en-tête From, depuis {server} en tant que {mailFrom} ({count:|dernière fois : }{lastAt}, {id}), pour {rcptTo}.',
      },
      steps: {
        look: 'Chercher le nom que montre le logiciel de messagerie ; les règles et listes de blocage de la boîte visent peut-être {envelopeDomain}.',
        rerun: 'Pour voir tout le courrier de ce service, redemander : `why {envelopeDomain}`.',
      },
      meaning:
        'L’en-tête From qu’une personne voit et l’expéditeur d’enveloppe qu’utilisent les serveurs peuvent différer : les services d’envoi et les redirections mettent leur propre domaine dans l’enveloppe. Chercher le seul domaine visible fait manquer ce courrier.',
    },
    'slow-reverse-dns': {
      headline: {
        default: 'Le serveur de l’expéditeur a raccroché pendant que notre passerelle cherchait encore son nom.',
      },
      summary: {
        default:
          '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), a attendu notre bannière et est parti au bout de {seconds} secondes sans présenter de message. Notre recherche de son nom DNS inverse en avait pris {dnsSeconds}.',
        pause:
          '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) ; rien ne s’est passé pendant {seconds} secondes, puis il est parti sans présenter de message. Notre bannière attend le nom DNS inverse du serveur, et aucun n’a été trouvé.',
        slow: '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) ; rien ne s’est passé pendant {seconds} secondes, puis il est parti sans présenter de message. Notre bannière attend le nom DNS inverse du serveur, et celui-ci est lent à répondre.',
      },
      clear: 'DNS inverse : le nom de {ip} répond vite et y ramène.',
      steps: {
        publish:
          'Publier pour {ip} un nom DNS inverse (PTR) qui répond vite, ou faire attendre plus longtemps la bannière par le serveur d’envoi : cinq minutes selon la RFC 5321.',
        measure: 'Chronométrer la recherche vue de la passerelle ; plus de 10 secondes en est la preuve.',
        shorten:
          'Si beaucoup d’expéditeurs sont lents : raccourcir le délai de la recherche DNS inverse (20 secondes par défaut) : `dnsconfig`, SETUP, puis `commit`.',
      },
      note: {
        subject: 'Votre serveur {ip} raccroche avant notre bannière',
        body: 'Bonjour,\n\nVotre serveur {ip} s’est connecté à {ourDomain} {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}, et a raccroché au bout de {seconds} secondes, avant notre bannière. Notre passerelle cherche le nom DNS inverse d’un serveur avant d’envoyer sa bannière, et pour {ip} cela prend trop de temps. Merci de publier un enregistrement PTR pour {ip} sur des serveurs de noms qui répondent, avec pour ce nom un enregistrement d’adresse qui ramène à {ip} ; ou d’allonger le temps pendant lequel votre serveur attend la bannière (cinq minutes selon la RFC 5321, section 4.5.3.2.1).',
      },
      meaning:
        'Avant d’envoyer sa bannière, la passerelle cherche le nom du serveur qui s’est connecté. Si cette zone DNS ne répond pas, la bannière arrive tard, et certains serveurs n’attendent pas si longtemps. La cause est le DNS inverse de l’expéditeur, ou notre propre résolveur si beaucoup d’expéditeurs sont lents.',
    },
    'smtp-auth-failed': {
      headline: {
        default: 'L’expéditeur n’a pas pu s’authentifier auprès de notre passerelle.',
        required: 'Notre passerelle demande à cet expéditeur de s’authentifier, et il ne l’a pas fait.',
      },
      summary: {
        default:
          '{server} a essayé {count:une fois|# fois} de s’authentifier comme {user} ({count:|dernière fois : }{lastAt}, {id}) et a été refusé. Sans authentification, il ne peut pas envoyer par ce listener.',
        required:
          '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) sans s’authentifier, ce que la mail flow policy de son groupe exige.',
      },
      steps: {
        password:
          'Vérifier le nom d’utilisateur et le mot de passe dans le logiciel ou l’appareil qui envoie ; un mot de passe changé est la raison habituelle.',
        profile: 'Vérifier le compte et le profil d’authentification SMTP : Network > SMTP Authentication.',
      },
      meaning:
        'Les utilisateurs et appareils qui envoient par la passerelle s’authentifient (SMTP AUTH). Si l’authentification échoue, ou manque alors qu’elle est exigée, rien n’est accepté d’eux. Le courrier entre organisations n’en a pas besoin.',
    },
    'smtp-inspection': {
      headline: {
        default: 'Un pare-feu qui intervient dans SMTP se trouve peut-être entre l’expéditeur et notre passerelle.',
        masked: 'Un de nos pare-feu réécrit le dialogue SMTP, et l’expéditeur renonce.',
      },
      summary: {
        default:
          '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), a été admis, et la connexion a pris fin sans message complet. Cela peut être un pare-feu avec inspection SMTP en route, ou un serveur qui ne fait que tester le nôtre.',
        masked:
          '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), a été admis, et la connexion a pris fin sans message complet. Vu de l’extérieur, notre listener {listener} répond avec des lettres masquées : un pare-feu avec inspection SMTP se trouve devant lui.',
      },
      steps: {
        tellApart:
          'Une expérience tranche : faire dérouler le dialogue à la main par l’expéditeur (`telnet` vers le port 25 de notre MX). Des astérisques dans notre bannière, ou des X à la place de STARTTLS, sont l’inspection.',
        switchOff:
          'Retirer l’inspection SMTP pour la passerelle sur le pare-feu placé devant elle (ASA : `no inspect esmtp` ; PIX : `no fixup protocol smtp 25`).',
        capture,
        debugLog,
      },
      note: {
        subject: 'SMTP entre {ip} et {ourDomain}',
        body: 'Bonjour,\n\nVotre serveur {server} se connecte chez nous, et la session prend fin avant qu’un message soit complet, {count:le|la dernière fois le} {lastAt}. Un équipement en route qui modifie le dialogue SMTP l’expliquerait. Nous vérifions les nôtres ; merci de vérifier si votre côté utilise l’inspection SMTP (ASA ou PIX : inspect esmtp) et de la retirer pour le courrier vers nous.',
      },
      meaning:
        'Certains pare-feu lisent SMTP au passage et le modifient : bannières pleines d’astérisques, STARTTLS écrasé par des X, commandes coupées. Les serveurs qui ont besoin de ce qui a été masqué renoncent, et le journal ne montre qu’une connexion qui prend fin.',
    },
    'spam-drop': {
      headline: { default: 'Notre passerelle a pris le message pour du spam et l’a supprimé.' },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté, jugé comme spam et supprimé ({stoppedAt}, {id}). Il ne peut pas être récupéré, et l’expéditeur n’en a rien su.',
      },
      clear: 'Spam : le verdict était « {verdict} ».',
      steps: {
        policy:
          'Faire mettre le spam en quarantaine au lieu de le supprimer : Mail Policies > Incoming Mail Policies > {policy} > Anti-Spam ; puis valider (commit).',
        report:
          'Si ce n’était pas du spam : le faire renvoyer par l’expéditeur, et le signaler à l’éditeur comme faux positif (Submission and Tracking Portal), avec tous ses en-têtes.',
        resend: 'Le renvoyer plus simple : moins de liens et d’images, depuis le serveur habituel.',
        trace,
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt} a été pris pour du spam',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, puis arrêté parce que son contenu a été pris pour du spam. Merci de le renvoyer avec moins de liens et d’images, et de nous dire quand, pour que nous puissions le chercher.',
      },
      meaning:
        'Le moteur antispam (CASE) donne à chaque message un verdict : positive, suspect, marketing ou negative. La politique de messagerie dit ce qui se passe ensuite ; avec Drop, le message est supprimé après avoir été accepté.',
    },
    'spam-quarantine': {
      headline: { default: 'Il est dans la quarantaine de spam : notre passerelle l’a pris pour du spam.' },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), jugé « {verdict} » et remis à la quarantaine de spam ({heldAt}). Dans le journal, cela se lit comme une remise ; ce n’en est pas une. Si quelqu’un l’a libéré ou supprimé depuis, le journal de messagerie ne le montre pas.',
      },
      steps: {
        release:
          'Ouvrir la quarantaine de spam (le lien est dans le message de notification) et libérer le message ; mettre l’expéditeur sur la safelist.',
        search:
          'Le chercher et le libérer à leur place : Monitor > Spam Quarantine, sur l’appliance de gestion s’il y en a une.',
        policy: 'Si ce n’était pas du spam : le signaler à l’éditeur comme faux positif, avec tous ses en-têtes.',
      },
      meaning:
        'Le courrier pris pour du spam, ou suspect, peut être retenu pour que le destinataire le voie. Dans le journal il est marqué, puis remis à la quarantaine, avec (external quarantine) en fin de ligne si c’est une autre appliance. Après quelques jours il est supprimé, sauf s’il est libéré.',
    },
    'spf-reject': {
      headline: {
        default:
          'Il semble que notre passerelle l’ait refusé : le serveur de l’expéditeur n’est pas de ceux que son domaine autorise (SPF).',
      },
      summary: {
        default:
          '{server} a envoyé {count} {count:message|messages} en tant que {mailFrom} ({count:|dernière fois : }{lastAt}, {id}). Selon SPF, {domain} interdit cette adresse (Fail), et le transfert s’est arrêté là. Le journal ne dit pas que SPF en est la raison.',
      },
      clear: 'SPF : réussi pour {address}.',
      steps: {
        publish: 'Ajouter {ip} à l’enregistrement SPF de {domain}, ou envoyer par un serveur qui y figure.',
        check:
          'Voir ce que fait la mail flow policy de {group} sur un SPF Fail : Mail Policies > Mail Flow Policies > SPF/SIDF Verification.',
      },
      note: {
        subject: 'Votre courrier depuis {ip} échoue au contrôle SPF de {domain}',
        body: 'Bonjour,\n\nVotre serveur {server} nous a envoyé du courrier en tant que {mailFrom}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. L’enregistrement SPF de {domain} n’autorise pas cette adresse (résultat : fail), et le courrier n’a pas été accepté. Si {ip} est un de vos serveurs, merci de l’ajouter à l’enregistrement SPF de {domain} ; si le message a été redirigé, le serveur qui le redirige devrait utiliser son propre expéditeur d’enveloppe.',
      },
      meaning:
        'SPF est la liste des adresses dont un domaine dit qu’elles peuvent envoyer pour lui. Une mail flow policy peut refuser le courrier dont le résultat est Fail. Un message redirigé échoue aussi, puisque le serveur qui le redirige n’est pas sur la liste.',
    },
    'tls-handshake-failed': {
      headline: {
        default:
          'Le serveur de l’expéditeur et notre passerelle n’ont pas pu s’entendre sur le chiffrement, et il a renoncé.',
      },
      summary: {
        default:
          '{server} a commencé TLS {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), et la négociation a échoué ({reason}). Il n’a présenté aucun message sans chiffrement.',
        changed:
          '{server} a commencé TLS {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), et la négociation a échoué ({reason}). Il n’a présenté aucun message sans chiffrement. Ce qui a changé : le dernier message accepté de cet expéditeur ({takenAt}) venait de {takenServer}.',
      },
      clear: 'TLS : la connexion était chiffrée ({protocol}).',
      steps: {
        offer:
          'Voir ce que propose le listener (versions, suites, certificat avec toute sa chaîne) et le renouveler ou l’élargir : System Administration > SSL Configuration ; Network > Certificates ; puis valider (commit).',
        askSender:
          'Dire quelles versions TLS et quelles suites votre serveur propose, et ce que dit son journal de la négociation.',
        debugLog,
      },
      note: {
        subject: 'TLS échoue entre {ip} et {ourDomain}',
        body: 'Bonjour,\n\nVotre serveur {server} commence TLS avec notre passerelle ({ourMx}) et la négociation échoue : {reason}. Cela s’est produit {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt} ; aucun message n’a été présenté ensuite. Merci de nous dire ce qu’en dit votre journal, quelles versions TLS et quelles suites votre serveur propose, et s’il vérifie notre certificat. Nous examinons ce que nous proposons.',
      },
      meaning:
        'Après STARTTLS, les deux serveurs s’accordent sur une version, une suite et un certificat. S’ils n’y arrivent pas, la ligne dit TLS failed ; un expéditeur qui tient au chiffrement garde alors le message. Après la réception d’un message, la même ligne est sans conséquence.',
    },
    'tls-required': {
      headline: {
        default: 'Notre passerelle exige le chiffrement de cet expéditeur, et son serveur ne l’a pas utilisé.',
      },
      summary: {
        default:
          '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) et voulait envoyer sans STARTTLS. La mail flow policy du groupe d’expéditeurs *{group}* exige TLS ; aucun message n’a donc été accepté.',
      },
      steps: {
        enable: 'Activer STARTTLS pour le courrier sortant vers nous ; la note ci-dessous le dit.',
        relax:
          'Si ce n’est pas possible : mettre TLS sur Preferred dans la mail flow policy de {group}, ou placer {ip} dans un groupe dont la politique ne l’exige pas, puis valider (commit).',
      },
      note: {
        subject: 'Le courrier de {ip} vers {ourDomain} doit être chiffré',
        body: 'Bonjour,\n\nVotre serveur {server} voulait nous envoyer du courrier sans chiffrement, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Pour votre domaine, nous exigeons TLS. Merci d’activer STARTTLS pour le courrier vers {ourDomain} sur ce serveur (un pare-feu en route qui masque STARTTLS a le même effet), puis de renvoyer le message.',
      },
      meaning:
        'Une mail flow policy peut exiger TLS d’un groupe d’expéditeurs. Un serveur qui ne dit pas STARTTLS reçoit une erreur à chaque commande qui enverrait du courrier, et aucun message n’est commencé.',
    },
    'user-blocklist': {
      headline: {
        default:
          'Il est dans la quarantaine de spam, parce que l’expéditeur figure sur la liste de blocage du destinataire lui-même.',
        dropped:
          'Notre passerelle l’a supprimé, parce que l’expéditeur figure sur la liste de blocage du destinataire lui-même.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La liste de blocage personnelle du destinataire dit spam, et cela l’emporte sur tout autre verdict.',
        dropped:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La liste de blocage personnelle du destinataire dit spam, et le message a été supprimé ; il ne peut pas être récupéré.',
      },
      steps: {
        unblock:
          'Ouvrir la quarantaine de spam, retirer {mailFrom} (ou son domaine) de la liste de blocage sous Options, et libérer le message.',
        help: 'Modifier la liste à leur place : Monitor > Spam Quarantine > Safelist/Blocklist, destinataire {rcptTo}.',
      },
      meaning:
        'Chaque destinataire peut tenir une safelist et une blocklist dans la quarantaine de spam. Dans le journal, elles parlent comme moteur SLBL, et passent avant le moteur antispam.',
    },
    'virus-action': {
      headline: {
        default: 'Notre passerelle a arrêté le message : son antivirus n’en a pas voulu.',
        held: 'Notre passerelle retient le message dans la quarantaine de virus.',
      },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) ; verdict de l’antivirus : {verdict} ({virus}). Il a été supprimé ({stoppedAt}).',
        held: 'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) ; verdict de l’antivirus : {verdict} ({virus}). Il est retenu dans la quarantaine *{quarantine}* depuis {stoppedAt}.',
      },
      clear: 'Antivirus : {verdict}.',
      steps: {
        look: 'L’y examiner, et ne le libérer que si son contenu est connu : Monitor > Policy, Virus and Outbreak Quarantines.',
        policy:
          'S’il était seulement chiffré ou impossible à analyser : changer ce qui est fait d’un tel message pour cet expéditeur : Mail Policies > Incoming Mail Policies > Anti-Virus.',
        resend:
          'Analyser la machine d’où il vient. Un fichier seulement chiffré ou abîmé passe mieux par un portail ou en PDF simple.',
      },
      note: {
        subject: 'Votre message à {ourDomain} du {lastAt} a été arrêté par un antivirus',
        body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été arrêté par notre antivirus ({verdict}). Merci d’analyser la machine d’où il vient. Si la pièce jointe est seulement chiffrée ou abîmée, merci de l’envoyer par une autre voie, par exemple un portail, et de nous prévenir.',
      },
      meaning:
        'L’antivirus dit de chaque message : negative, positive, repaired, encrypted ou unscannable. La politique de messagerie décide pour chacun ; les archives chiffrées sont souvent arrêtées alors qu’elles n’ont rien de mauvais.',
    },
    'work-queue-backlog': {
      headline: { default: 'Notre passerelle a le message, et il y attend d’être analysé.' },
      summary: {
        default:
          'Le message de {mailFrom} à {rcptTo} a été reçu en entier ({readyAt}, {id}) ; aucune ligne ultérieure ne dit ce qu’il est devenu. Cela peut être une file de traitement (work queue) en pause ou trop pleine, un moteur d’analyse bloqué, ou un journal qui n’a pas été lu jusqu’au bout.',
      },
      steps: {
        status:
          'Voir combien de messages sont dans la file de traitement, et si elle est en pause ; `workqueue resume` la fait repartir.',
        why: 'Si elle grossit : voir quel moteur est lent, et si la passerelle économise ses ressources.',
      },
      meaning:
        'Une fois reçu, un message passe par les filtres et les moteurs d’analyse dans la file de traitement, en quelques secondes d’ordinaire. Si elle est en pause, ou s’il en arrive plus qu’on ne peut en analyser, le courrier y attend ; il y est en sûreté.',
    },
    'wrong-window': {
      headline: {
        default: 'Rien n’est venu dans la période demandée ; le message le plus proche : {nearestAt}.',
        delivered: 'Rien n’est venu dans la période demandée ; le message le plus proche a été remis : {nearestAt}.',
      },
      summary: {
        default:
          'Entre {fromAt} et {toAt}, aucune tentative de cet expéditeur. La plus proche : {nearestAt}, {id} de {mailFrom} à {rcptTo}.',
        delivered:
          'Entre {fromAt} et {toAt}, aucune tentative de cet expéditeur. La plus proche : {nearestAt}, {id} de {mailFrom} à {rcptTo}, qui a été remis. Si ce n’est pas le message qui manque, celui-là n’est pas venu.',
      },
      steps: {
        time: 'Vérifier l’heure du message qui manque, et dans quel fuseau elle est donnée ; puis redemander.',
      },
      meaning:
        'Une question sur les mauvaises heures ne trouve rien. Les passerelles notent leur heure locale ; un en-tête peut donner UTC ; hier peut être un autre jour ailleurs. Les heures voisines sont donc examinées aussi.',
    },
  },
})
