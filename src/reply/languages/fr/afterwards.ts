import type { RuleTranslation } from '../../language.ts'

/** Causes that tell how to read what was found: signatures, links, releases, other addresses, relays, doubles. */
export const afterwards = {
  'reputation-filter': {
    headline: {
      default: 'Un filtre de contenu de chez nous a arrêté le message à cause d’un lien.',
      held: 'Un filtre de contenu de chez nous retient le message à cause d’un lien.',
      domain:
        'Le domaine de l’expéditeur a mauvaise réputation, et un filtre de contenu de chez nous a arrêté le message.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} ({id}) contient un lien de réputation {score}, qui remplit la condition « {condition} » ; le filtre de contenu *{filter}* l’a arrêté à {stoppedAt}.',
      held: 'Le message de {mailFrom} à {rcptTo} ({id}) contient un lien de réputation {score}, qui remplit la condition « {condition} » ; il est en quarantaine depuis {stoppedAt} ({filter}).',
      domain:
        'Le message de {mailFrom} à {rcptTo} ({id}) : la réputation du domaine de l’expéditeur est {score}, et le filtre de contenu *{filter}* l’a arrêté à {stoppedAt}. À elle seule, cette réputation n’arrête rien ; les conditions du filtre disent s’il en tient compte.',
    },
    steps: {
      read: 'Lire les conditions du filtre et voir si le verdict est juste ; sinon, faire une exception pour cet expéditeur ou ce lien : Mail Policies > {table} Content Filters.',
      review: 'Si le lien ou le domaine est inoffensif : demander un réexamen sur talosintelligence.com.',
      release:
        'Si le message est inoffensif : le libérer de la quarantaine : Monitor > Policy, Virus and Outbreak Quarantines.',
      resend: 'Renvoyer le message sans le lien, une fois connu lequel c’était.',
    },
    note: {
      subject: 'Votre courrier à {ourDomain} a été arrêté à cause d’un lien ou d’un domaine',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été arrêté par notre contrôle de contenu, à cause de la réputation d’un lien ou du domaine de l’expéditeur. Merci de regarder si le site ou le domaine a été détourné, de demander sinon un réexamen sur talosintelligence.com, et de renvoyer entre-temps le message sans le lien.',
    },
    meaning:
      'La passerelle connaît une réputation des liens et des domaines d’expéditeurs. Elle n’en fait rien par elle-même ; les filtres de contenu peuvent supprimer, retenir ou modifier le courrier selon elle, et nomment la condition remplie.',
  },
  'dkim-broken': {
    headline: {
      default:
        'La signature DKIM du message n’a pas tenu, il échoue donc aux règles de l’expéditeur contre l’usurpation.',
      noKey:
        'La clé de la signature DKIM du message n’est pas dans le DNS, il échoue donc aux règles de l’expéditeur contre l’usurpation.',
    },
    summary: {
      default:
        '{server} a envoyé du courrier de {mailFrom} à {rcptTo} {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). Sa signature de {signer} (sélecteur {selector}) a échoué : {detail}. Quelque chose a modifié le message après la signature : un transfert, un pied de page, un relais devant nous.',
      noKey:
        '{server} a envoyé du courrier de {mailFrom} à {rcptTo} {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). La clé de {signer} au sélecteur {selector} n’est pas dans le DNS : {detail}.',
    },
    clear: 'DKIM : la signature de {signer} a été vérifiée.',
    steps: {
      sender: 'Trouver ce qui modifie le message après la signature, et signer en dernier.',
      publish: 'Publier de nouveau la clé {selector} de {signer} dans le DNS, ou signer avec une clé qui s’y trouve.',
      relay:
        'Si le courrier de plusieurs expéditeurs échoue ainsi : voir si un relais devant notre passerelle ajoute un pied de page ou réécrit les en-têtes.',
    },
    note: {
      subject: 'La signature DKIM de votre courrier à {ourDomain} échoue',
      body: 'Bonjour,\n\nDu courrier de {mailFrom}, envoyé par {server}, {count:le|la dernière fois le} {lastAt}, porte une signature DKIM de {signer} (sélecteur {selector}) qui échoue : {detail}. Merci de vérifier si la clé est dans le DNS, et si un transfert, un pied de page ou une passerelle modifie le message après la signature.',
    },
    meaning:
      'DKIM signe un message avec une clé du domaine d’envoi. Si le message est modifié ensuite (body hash did not verify) ou si la clé n’est pas dans le DNS (no key for signature), la signature échoue, et DMARC peut échouer avec elle.',
  },
  'quarantine-reinjected': {
    headline: {
      default: 'Le message était en quarantaine, a été libéré, et continue sous le numéro MID {newMid}.',
      same: 'Le message est resté un moment en quarantaine, puis a été libéré.',
    },
    summary: {
      default:
        'MID {mid} a été retenu{quarantine} et libéré à {releasedAt} ; il est suivi depuis sous le numéro {newMid}, et une recherche de l’ancien s’arrête là.',
      same: 'MID {mid} a été retenu{quarantine} et libéré à {releasedAt} ; voilà pourquoi il est venu plus tard qu’il n’a été envoyé.',
    },
    steps: { follow: 'Le suivre sous son nouveau numéro : `trace MID {newMid}`.' },
    meaning:
      'Un message libéré d’une quarantaine peut continuer sous un nouveau numéro : l’ancien se termine par « rewritten » ou « reinjected », et ce qu’il devient est dit sous le nouveau.',
  },
  'recipient-rewritten': {
    headline: { default: 'Notre passerelle a réécrit le destinataire : le message continue vers {newRcptTo}.' },
    summary: {
      default:
        'Le message de {mailFrom} ({id}, {lastAt}) était pour {oldRcptTo} ; un alias, un annuaire ou une règle de chez nous l’envoie à {newRcptTo}. La suite est dite sous la nouvelle adresse.',
    },
    clear: 'Destinataire : le message a continué sous l’adresse donnée par l’expéditeur.',
    steps: {
      check:
        'S’il ne doit pas y aller : voir la table d’alias (`aliasconfig`), le domain map du listener et la requête LDAP de routage pour {oldRcptTo}.',
      ask: 'Le demander par la nouvelle adresse : le suivi ne montre que celle-là.',
    },
    meaning:
      'La passerelle peut envoyer à une autre adresse le courrier destiné à une première : table d’alias, domain map, routage LDAP, masquerading. Le journal montre alors le message sous le nouveau destinataire, souvent sous un nouveau numéro.',
  },
  'delivered-elsewhere': {
    headline: { default: 'Il a été remis à un autre serveur que d’habitude : {nextHop}.' },
    summary: {
      default:
        '{id} pour {rcptTo} est allé à {nextHop} à {deliveredAt} ; les messages précédents pour le même domaine allaient à {usualHop}. Si personne n’a changé la route exprès, il est au mauvais endroit.',
    },
    clear: 'Route : il est allé là où va toujours le courrier de ce domaine ({usualHop}).',
    steps: {
      route:
        'Voir où va maintenant le courrier de ce domaine, et qui l’a changé : Network > SMTP Routes ; routage LDAP.',
      look: 'Chercher le message sur {nextHop} : il y attend peut-être, ou se trouve dans une boîte là-bas.',
    },
    meaning:
      'La passerelle remet le courrier au serveur que nomment sa route SMTP, l’annuaire ou le DNS. Après une migration, l’un d’eux peut encore, ou déjà, nommer le mauvais serveur, qui prend le message et le garde.',
  },
  'behind-relay': {
    headline: {
      default: 'Le message est venu par un relais de chez nous : la connexion montre le relais et non l’expéditeur.',
      unknown: 'Le message est venu par un relais de chez nous, et ses en-têtes ne disent pas qui l’a vraiment envoyé.',
    },
    summary: {
      default:
        'La connexion de {id} ({lastAt}) venait de {relayIp}, le relais {relay} ; d’après ses en-têtes, le serveur d’envoi est {ip}. Ce que le relais a refusé n’a laissé aucune ligne sur notre passerelle.',
      unknown:
        'La connexion de {id} ({lastAt}) venait du relais {relay} ; l’en-tête qui nomme le serveur d’envoi manquait. La réputation et le SPF ont été jugés d’après l’adresse du relais.',
    },
    clear: 'Relais : aucun entre les deux ; {ip} s’est connecté directement.',
    steps: {
      upstream:
        'S’il manque du courrier sans trace : regarder dans le journal du relais {relay} ; il voit les expéditeurs en premier.',
      header: 'Voir quel en-tête le relais écrit, et le régler : Network > Incoming Relays ; puis valider (commit).',
    },
    meaning:
      'Si un relais, un répartiteur ou un filtre en nuage se trouve devant la passerelle, toutes les connexions viennent de son adresse. La passerelle peut lire le vrai expéditeur dans un en-tête (incoming relays) ; ce que le relais refuse ne lui parvient jamais.',
  },
  arrived: {
    headline: {
      default: 'Il est déjà arrivé : notre serveur de messagerie a pris le même message à {deliveredAt}.',
      twice: 'Le même message est arrivé {count} fois ; une boîte n’en montre souvent qu’un.',
    },
    summary: {
      default:
        'Le message au Message-ID {messageId} a été remis à {deliveredAt} ({id}). Ce qui est venu ensuite était encore le même message, et son échec ne fait rien perdre.',
      twice:
        'Le message au Message-ID {messageId} a été remis {count} fois, la dernière à {deliveredAt} ({id}). Les serveurs de messagerie écartent ou cachent le second de deux messages au même Message-ID, si bien que l’un semble manquer.',
    },
    clear: 'En double : non, il a été remis une seule fois.',
    steps: {
      look: 'Chercher le message de {deliveredAt} : par son objet, dans d’autres dossiers et dans le fil auquel il appartient.',
    },
    meaning:
      'Un message peut être envoyé deux fois, par l’expéditeur ou par un serveur qui n’a pas entendu notre oui. Le second est le même message : il peut être refusé, ou caché par la boîte, et rien ne manque.',
  },
  'remediated-after-delivery': {
    headline: { default: 'Il est arrivé, et a peut-être été retiré de la boîte ensuite.' },
    summary: {
      default:
        '{id} pour {rcptTo} a été remis à {deliveredAt} alors qu’un de ses fichiers était encore à l’examen ({verdict}). Si le fichier s’est révélé mauvais, mailbox remediation a pu retirer le message ; cela se lit dans son propre journal, pas dans celui de la messagerie.',
    },
    clear: 'Verdict du fichier : définitif quand le message est parti ({verdict}).',
    steps: {
      look: 'Voir si le message a été retiré : Monitor > Mailbox Auto Remediation, ou le journal `mar` ; chercher par Message-ID.',
    },
    meaning:
      'Mailbox remediation retire un message des boîtes quand un de ses fichiers est reconnu mauvais après la remise. Le journal de messagerie montre une remise ordinaire ; le retrait figure dans le rapport de remediation.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
