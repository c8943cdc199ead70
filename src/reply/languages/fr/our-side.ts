import type { RuleTranslation } from '../../language.ts'

/** Causes that lie in our own names, records and ports, before any connection. */
export const ourSide = {
  'mta-sts-mismatch': {
    headline: {
      default:
        'Nos propres règles de chiffrement (MTA-STS) contredisent nos serveurs, et les grands expéditeurs retiennent le courrier.',
      certificate:
        'Notre certificat ne tient pas, et nos propres règles de chiffrement (MTA-STS) en demandent un bon : les grands expéditeurs retiennent le courrier.',
      left: 'Notre certificat ne tient pas, et nos propres règles de chiffrement (MTA-STS) en demandent un bon : les grands expéditeurs retiennent le courrier.',
    },
    summary: {
      default:
        'La politique MTA-STS de {subject} dit que le courrier ne va qu’aux hôtes qu’elle nomme, avec un bon certificat, et {host} n’y {hostCount:correspond|correspondent} pas. Les expéditeurs qui la suivent (Google, Microsoft et d’autres) gardent le courrier et ne laissent ici aucune ligne ; les autres ne sont pas touchés.',
      certificate:
        'Le certificat de {host} ne tient pas ({detail}), et notre politique MTA-STS dit que le courrier ne va que là où il tient. Les expéditeurs qui la suivent (Google, Microsoft et d’autres) gardent le courrier et ne laissent ici aucune ligne ; les autres ne sont pas touchés.',
      left: '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}), a négocié TLS et est reparti sans message. Le certificat de {host} ne tient pas ({detail}), et notre politique MTA-STS dit que le courrier ne va que là où il tient : les expéditeurs qui la suivent (Google, Microsoft et d’autres) repartent ainsi. Un serveur qui ne fait que tester le nôtre aussi.',
    },
    clear: 'MTA-STS : la politique de {subject} correspond à nos serveurs.',
    unknown: { policy: 'Impossible d’établir si notre politique MTA-STS correspond à nos serveurs.' },
    steps: {
      mend: 'Accorder la politique et le MX : nommer chaque hôte MX dans le fichier de politique, et donner un nouvel id à l’enregistrement pour qu’il soit relu.',
      renew:
        'Renouveler le certificat de {host} : il doit nommer cet hôte, être valable aujourd’hui et venir d’une autorité reconnue ailleurs. Si le courrier ne peut attendre : `mode: testing` dans le fichier de politique, et un nouvel id dans l’enregistrement.',
      tellApart:
        'Le journal de l’expéditeur dit s’il suit MTA-STS ; ses rapports (TLS-RPT), si nous les demandons, nomment l’échec.',
    },
    note: {
      subject: 'Notre politique MTA-STS pour {subject}',
      body: 'Bonjour,\n\nNotre politique MTA-STS pour {subject} ne correspondait pas à notre serveur {host} ; nous la corrigeons. Si votre serveur garde du courrier pour nous à cause de cela, merci de lui faire relire la politique ; le courrier encore en file sera alors remis.',
    },
    meaning:
      'Par MTA-STS, un domaine dit que son courrier doit être chiffré et n’aller qu’à certains hôtes. Si la politique et les vrais hôtes MX ou certificats diffèrent, les expéditeurs qui la suivent ne remettent pas, et notre journal ne montre rien, ou une connexion qui s’arrête après TLS.',
  },
  'dane-mismatch': {
    headline: {
      default: 'L’empreinte de notre certificat dans le DNS (TLSA) n’est pas celle du certificat que nous présentons.',
    },
    summary: {
      default:
        'L’enregistrement TLSA de {subject} ne correspond pas au certificat présenté. Les expéditeurs qui le vérifient (DANE ; nombreux aux Pays-Bas, en Allemagne et en Tchéquie) gardent le courrier et ne laissent ici aucune ligne, ou une connexion qui s’arrête après TLS ; les autres ne sont pas touchés.',
      left: '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}), a négocié TLS et est reparti sans message. L’enregistrement TLSA de {subject} ne correspond pas au certificat présenté, et les serveurs qui le vérifient (DANE ; nombreux aux Pays-Bas, en Allemagne et en Tchéquie) repartent ainsi. Un serveur qui ne fait que tester le nôtre aussi.',
    },
    clear: 'DANE : le certificat de {subject} correspond à son enregistrement TLSA.',
    unknown: { tlsa: 'Impossible d’établir si notre certificat correspond à son enregistrement TLSA.' },
    steps: {
      publish:
        'Publier l’enregistrement TLSA du certificat actuel (3 1 1) à côté de l’ancien, et au prochain renouvellement publier le nouveau un TTL avant.',
      tellApart:
        'Le journal de l’expéditeur dit s’il vérifie DANE ; ses rapports (TLS-RPT), si nous les demandons, nomment l’échec.',
    },
    note: {
      subject: 'L’enregistrement TLSA de {subject}',
      body: 'Bonjour,\n\nL’enregistrement TLSA de notre serveur {subject} ne correspondait pas à son certificat ; nous le corrigeons. Si votre serveur garde du courrier pour nous à cause de cela (DANE), merci de le laisser réessayer une fois écoulé le TTL de l’ancien enregistrement.',
    },
    meaning:
      'DANE met l’empreinte du certificat d’un serveur dans le DNS (TLSA, signé par DNSSEC). Après un changement de certificat sans changement de l’enregistrement, les serveurs qui le vérifient ne remettent pas.',
  },
  'mx-ipv6-dead': {
    headline: {
      default: 'Notre serveur a une adresse IPv6 qui ne répond pas ; certains expéditeurs y attendent puis renoncent.',
    },
    summary: {
      default:
        '{subject} a l’adresse IPv6 {addresses} dans le DNS, et rien n’y répond au port 25. La plupart des serveurs essaient ensuite IPv4 ; celui qui n’a qu’IPv6, ou attend trop, ne passe pas et ne laisse ici aucune ligne.',
    },
    clear: 'IPv6 : {subject} y répond aussi.',
    steps: {
      mend: 'Laisser passer le port 25 vers {subject} en IPv6 (pare-feu, listener), ou retirer l’enregistrement AAAA du DNS.',
      tellApart: 'Le journal de l’expéditeur tranche : à quelle adresse son serveur s’est-il connecté ?',
    },
    note: {
      subject: 'Le courrier à {ourDomain} en IPv6',
      body: 'Bonjour,\n\nL’adresse IPv6 de notre serveur {subject} ne répond pas pour le moment. Merci de voir dans votre journal à quelle adresse votre serveur se connecte ; en IPv4 il devrait passer. Nous corrigeons notre côté.',
    },
    meaning:
      'Quand un serveur a un enregistrement AAAA, les serveurs qui ont IPv6 essaient d’abord cette adresse. Si rien n’y répond, la plupart reviennent à IPv4 après un moment ; certains non.',
  },
  'our-zone-unresolvable': {
    headline: {
      default: 'Notre propre domaine ne peut pas être résolu par tous : son DNSSEC est défectueux.',
      differs:
        'Nos serveurs de noms ne disent pas tous où va notre courrier, et certains expéditeurs cherchent au mauvais endroit.',
    },
    summary: {
      default:
        'Le DNSSEC de {subject} est défectueux ({detail}). Les serveurs dont le résolveur le vérifie ne trouvent pas les nôtres et gardent le courrier ; les autres ne sont pas touchés, et aucune ligne ici ne le montre.',
      differs:
        'Les serveurs de noms de {subject} donnent des MX différents : {detail}. Lequel un expéditeur reçoit est un hasard ; où va alors le courrier ne se voit pas d’ici.',
    },
    clear: 'DNSSEC de {subject} : valable.',
    unknown: { dns: 'Impossible d’établir si notre propre zone peut être résolue par tous.' },
    steps: {
      sign: 'Réparer la zone : la signer de nouveau, ou retirer l’enregistrement DS chez le registraire en attendant.',
      agree:
        'Accorder les serveurs de noms (numéros de série, transfert de zone), et voir que chacun répond aussi en TCP.',
      tellApart: 'Faire chercher le MX de {subject} par l’expéditeur sur son propre serveur, et dire ce qu’il reçoit.',
    },
    note: {
      subject: 'Trouver les serveurs de messagerie de {subject}',
      body: 'Bonjour,\n\nNotre domaine {subject} n’a pas pu être résolu partout ; nous le corrigeons. Merci de chercher ses MX sur le serveur d’envoi, de vider son résolveur s’il garde une vieille réponse, et de relancer la file.',
    },
    meaning:
      'Avant de nous envoyer du courrier, un serveur cherche notre MX dans le DNS. Si notre zone est mal signée, ou si ses serveurs de noms diffèrent, certains ne nous trouvent pas ; ils gardent le courrier et réessaient pendant des jours.',
  },
  'backup-mx-holds-mail': {
    headline: {
      default: 'Notre domaine nomme un autre serveur qui n’est pas à nous ; le message s’y trouve peut-être.',
    },
    summary: {
      default:
        'Le MX de {subject} nomme aussi {hosts}, qui n’est aucune de nos passerelles. Un serveur qui ne pouvait joindre les nôtres à ce moment y remet le courrier ; s’il en repart ne se voit pas d’ici.',
    },
    clear: 'MX : tous les serveurs de messagerie de {subject} sont à nous.',
    unknown: { dns: 'Les hôtes MX de notre domaine n’ont pas tous pu être examinés.' },
    steps: {
      look: 'Regarder dans la file et le journal de {hosts} : garde-t-il du courrier pour nous, et le transmet-il ?',
      remove: 'Si personne n’en a besoin, le retirer du MX de {subject}.',
      tellApart: 'Le journal de l’expéditeur tranche : à quel serveur a-t-il remis le message, et qu’a dit celui-ci ?',
    },
    note: {
      subject: 'Lequel de nos serveurs a pris votre message ?',
      body: 'Bonjour,\n\nNotre domaine {subject} nomme plusieurs serveurs. Merci de nous dire, d’après votre journal, auquel votre serveur a remis le message, quand, et ce qu’il a répondu, pour que nous l’y cherchions.',
    },
    meaning:
      'Un domaine peut nommer plusieurs serveurs, par ordre de préférence. Celui qui sert quand les autres ne répondent pas (MX de secours) peut être ancien ou étranger, et garder le courrier, le retarder ou le perdre.',
  },
  'our-port-25-blocked': {
    headline: {
      silent: 'Nos serveurs prennent les connexions au port 25 et ne disent rien ensuite : aucun courrier n’entre.',
      default: 'Nos serveurs ne prennent pas de connexions : le port 25 est fermé de notre côté.',
      partly:
        'Un de nos serveurs ne prend pas de connexions ; les expéditeurs qui n’essaient que celui-là ne passent pas.',
    },
    summary: {
      silent:
        '{listeners} {listenerCount:prend|prennent} la connexion au port 25 et n’{listenerCount:envoie|envoient} aucune bannière, vu d’ici, et rien de cet expéditeur n’est dans le journal. Un pare-feu ou un répartiteur de charge qui répond à la place de la passerelle l’expliquerait, ou un listener bloqué.',
      default:
        '{listeners} {listenerCount:refuse|refusent} les connexions au port 25, vu d’ici, et rien de cet expéditeur n’est dans le journal. Un pare-feu, une traduction d’adresses ou un listener arrêté l’expliqueraient. Seule notre propre adresse a été essayée d’ici : une règle sur cette adresse n’est pas exclue.',
      partly:
        '{listeners} {listenerCount:refuse|refusent} les connexions au port 25, vu d’ici ; les autres répondent. La plupart des serveurs essaient alors le suivant.',
    },
    clear: 'Port 25 : {subject} prend les connexions.',
    unknown: {
      here: 'Impossible d’établir d’ici si notre port 25 est joignable.',
      fromHere:
        'Notre port 25 a écarté notre propre essai, mais du courrier d’autres est entré : seul le chemin d’ici est fermé.',
    },
    steps: {
      front:
        'S’il n’y vient rien non plus : regarder ce qui se trouve devant la passerelle (pare-feu, répartiteur de charge) ; et sur la passerelle, si le listener tourne.',
      outside:
        'L’essayer de l’extérieur, d’un réseau qui n’est pas le nôtre : `telnet` vers le port 25 de {listeners}.',
      path: 'S’il y est fermé aussi : regarder le pare-feu, la traduction d’adresses et le fournisseur ; et sur la passerelle, si le listener tourne.',
      volume:
        'Voir si le courrier d’autres expéditeurs arrive : Monitor > Overview, ou la commande ci-dessous sur la passerelle.',
    },
    note: {
      subject: 'Votre serveur atteint-il le port 25 de {ourDomain} ?',
      body: 'Bonjour,\n\nNous vérifions si nos serveurs ({ourMx}) sont joignables. Merci d’essayer sur le serveur d’envoi et de nous dire combien de temps prend la connexion, la première ligne reçue, ou l’erreur (refus, délai dépassé) :\n\n  telnet {testHost} 25',
    },
    meaning:
      'Le courrier entre serveurs arrive par le port TCP 25. Si un pare-feu, une traduction d’adresses ou le fournisseur le ferme, aucune connexion n’atteint la passerelle et son journal reste vide, pour tous les expéditeurs.',
  },
  'recipient-domain-mistyped': {
    headline: {
      default: 'Le domaine du destinataire semble mal écrit : {subject} n’est pas à nous, mais {near} l’est.',
      other: 'Le domaine du destinataire, {subject}, n’est pas à nous : son courrier ne vient pas à notre passerelle.',
    },
    summary: {
      default:
        'Aucun courrier pour {subject} n’est venu, et aucun ne le pouvait : ce n’est pas un domaine à nous, et il s’écrit presque comme {near}. Si l’expéditeur a écrit la même chose, le message est allé ailleurs ou lui est revenu avec une erreur.',
      other:
        'Aucun courrier pour {subject} n’est venu. Il n’est pas parmi les domaines que la configuration de cet outil dit nôtres ; s’il l’est quand même, c’est à la configuration de le dire.',
    },
    clear: 'Domaine du destinataire : {subject} est à nous.',
    steps: {
      correct:
        'Vérifier l’adresse dans le message envoyé, et le renvoyer à la bonne ; le message d’erreur reçu nomme l’adresse.',
      askAgain: 'Redemander avec la bonne adresse.',
      configure: 'Si {subject} est à nous : l’ajouter aux domaines de la configuration.',
    },
    note: {
      subject: 'L’adresse de votre message',
      body: 'Bonjour,\n\nVotre message était adressé à {subject}, qui n’est pas un domaine à nous. Merci de vérifier l’adresse et de renvoyer le message à la bonne.',
    },
    meaning:
      'Un message vers un domaine mal écrit va à son propriétaire, ou revient à l’expéditeur avec une erreur. Il n’atteint jamais la passerelle, dont le journal n’en a donc aucune ligne.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
