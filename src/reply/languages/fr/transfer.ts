import type { RuleTranslation } from '../../language.ts'
import { capture, debugLog } from './phrases.ts'

/** Causes while the message itself comes in. */
export const transfer = {
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
  'dmarc-reject': {
    headline: {
      default:
        'Notre passerelle l’a refusé : il ne respecte pas les règles de l’expéditeur lui-même contre l’usurpation (DMARC).',
      held: 'Notre passerelle le retient : il ne respecte pas les règles de l’expéditeur lui-même contre l’usurpation (DMARC).',
      ours: 'Notre passerelle a refusé un message venu de l’extérieur à notre propre nom, {domain} : rien ne prouve qu’il est de nous (DMARC).',
      oursBefore:
        'Notre passerelle a refusé un message venu de l’extérieur à notre propre nom, {domain} : rien ne prouve qu’il est de nous (DMARC).',
    },
    summary: {
      default:
        '{server} a envoyé {count} {count:message|messages} avec {domain} dans l’en-tête From ({count:|dernière fois : }{lastAt}, {id}). DMARC a échoué (SPF aligné : {spf}, DKIM aligné : {dkim}), et le transfert s’est arrêté là. Soit {domain} n’autorise pas ce serveur, soit le message a été redirigé ou modifié en route.',
      held: '{server} a envoyé {count} {count:message|messages} avec {domain} dans l’en-tête From ({count:|dernière fois : }{lastAt}, {id}). DMARC a échoué (SPF aligné : {spf}, DKIM aligné : {dkim}), et le message a été mis en quarantaine.',
      ours: '{server} a envoyé {count} {count:message|messages} avec notre propre domaine {domain} en From ({lastAt}, {id}). DMARC a échoué (SPF aligné : {spf}, DKIM aligné : {dkim}), et le transfert s’est arrêté là. Soit quelqu’un nous usurpe, soit il est bien de nous : d’un service que notre DNS ne nomme pas, ou passé par une liste ou un transfert.',
      oursBefore:
        '{server} a envoyé {count} {count:message|messages} avec notre propre domaine {domain} en From ({lastAt}, {id}). DMARC a échoué (SPF aligné : {spf}, DKIM aligné : {dkim}), et le transfert s’est arrêté là. Nous avons déjà accepté de ce serveur du courrier à notre nom, en dernier {takenAt} : cela parle pour un de nos services, sans le prouver.',
    },
    clear: 'DMARC : réussi pour {domain}.',
    steps: {
      mend: 'Autoriser {ip} dans l’enregistrement SPF de {domain}, ou signer avec une clé DKIM de {domain}. Si le message est redirigé, le serveur qui le redirige doit laisser la signature intacte.',
      except:
        'Si le courrier est connu comme bon : exempter l’expéditeur dans Mail Policies > DMARC (bypass pour l’adresse), puis valider (commit).',
      wasItUs:
        'Savoir si c’était nous : demander à {mailFrom}, et à ceux qui gèrent ce qui envoie pour nous (lettres d’information, tickets, factures).',
      addService:
        'Si c’est un de nos services : l’ajouter à l’enregistrement SPF de {domain} comme il l’indique (son `include:`, ou {ip}), et le faire signer en DKIM pour {domain}. Il passera alors.',
      forged:
        'Sinon : quelqu’un nous a usurpés, et le refus était juste. Ne rien changer, et ne mettre {ip} dans aucun enregistrement ni aucune exception.',
    },
    note: {
      subject: 'Votre courrier avec {domain} comme expéditeur échoue au contrôle DMARC',
      body: 'Bonjour,\n\nLe courrier de {mailFrom}, que {server} nous a envoyé {count:le|la dernière fois le} {lastAt}, a échoué au contrôle DMARC pour {domain} : SPF aligné : {spf}, DKIM aligné : {dkim}. Nous suivons la politique que {domain} publie. Si {ip} est un de vos serveurs, ou celui d’un service qui envoie pour vous, merci de l’ajouter à l’enregistrement SPF du domaine de l’expéditeur d’enveloppe et de signer avec DKIM pour {domain}. Si le message a été redirigé, le serveur qui le redirige ne doit pas le modifier.',
    },
    meaning:
      'Par DMARC, le propriétaire d’un domaine dit quoi faire du courrier qui porte son nom dans l’en-tête From sans passer ni SPF ni DKIM pour ce nom. Notre passerelle le vérifie et suit cette politique : refuser (550), retenir ou laisser passer.',
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
  'spf-reject': {
    headline: {
      default:
        'Il semble que notre passerelle l’ait refusé : le serveur de l’expéditeur n’est pas de ceux que son domaine autorise (SPF).',
      ours: 'Il semble que notre passerelle ait refusé un message venu de l’extérieur à notre propre nom, {domain} : notre SPF n’admet pas ce serveur.',
      oursBefore:
        'Il semble que notre passerelle ait refusé un message venu de l’extérieur à notre propre nom, {domain} : notre SPF n’admet pas ce serveur.',
    },
    summary: {
      default:
        '{server} a envoyé {count} {count:message|messages} en tant que {mailFrom} ({count:|dernière fois : }{lastAt}, {id}). Selon SPF, {domain} interdit cette adresse (Fail), et le transfert s’est arrêté là. Le journal ne dit pas que SPF en est la raison.',
      ours: '{server} a envoyé {count} {count:message|messages} sous {mailFrom} ({lastAt}, {id}). Notre propre enregistrement SPF pour {domain} interdit cette adresse (Fail), et le transfert s’est arrêté là. Soit quelqu’un nous usurpe, soit un de nos services manque dans cet enregistrement. Le journal ne dit pas que SPF en est la raison.',
      oursBefore:
        '{server} a envoyé {count} {count:message|messages} sous {mailFrom} ({lastAt}, {id}). Notre propre enregistrement SPF pour {domain} interdit cette adresse (Fail), et le transfert s’est arrêté là. Nous avons déjà accepté de ce serveur du courrier à notre nom, en dernier {takenAt} : cela parle pour un de nos services, sans le prouver. Le journal ne dit pas que SPF en est la raison.',
    },
    clear: 'SPF : réussi pour {address}.',
    steps: {
      askReply:
        'Regarder dans le journal du serveur d’envoi l’erreur de notre part : elle nomme SPF, ou la politique DMARC, ou ni l’un ni l’autre. Cela dit lequel c’était.',
      publish: 'Ajouter {ip} à l’enregistrement SPF de {domain}, ou envoyer par un serveur qui y figure.',
      check:
        'Voir ce que fait la mail flow policy de {group} sur un SPF Fail : Mail Policies > Mail Flow Policies > SPF/SIDF Verification.',
      wasItUs:
        'Savoir si c’était nous : demander à {mailFrom}, et à ceux qui gèrent ce qui envoie pour nous (lettres d’information, tickets, factures).',
      addService:
        'Si c’est un de nos services : l’ajouter à l’enregistrement SPF de {domain} comme il l’indique (son `include:`, ou {ip}), et le faire signer en DKIM pour {domain}. Il passera alors.',
      forged:
        'Sinon : quelqu’un nous a usurpés, et le refus était juste. Ne rien changer, et ne mettre {ip} dans aucun enregistrement ni aucune exception.',
    },
    note: {
      subject: 'Votre courrier depuis {ip} échoue au contrôle SPF de {domain}',
      body: 'Bonjour,\n\nVotre serveur {server} nous a envoyé du courrier en tant que {mailFrom}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. L’enregistrement SPF de {domain} n’autorise pas cette adresse (résultat : fail), et le courrier n’a pas été accepté. Si {ip} est un de vos serveurs, merci de l’ajouter à l’enregistrement SPF de {domain} ; si le message a été redirigé, le serveur qui le redirige devrait utiliser son propre expéditeur d’enveloppe.',
    },
    meaning:
      'SPF est la liste des adresses dont un domaine dit qu’elles peuvent envoyer pour lui. Une mail flow policy peut refuser le courrier dont le résultat est Fail. Un message redirigé échoue aussi, puisque le serveur qui le redirige n’est pas sur la liste.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
