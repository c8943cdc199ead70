import type { RuleTranslation } from '../../language.ts'

/** Causes before any connection, and those that lie in the search itself. */
export const reach = {
  'logs-incomplete': {
    headline: {
      others:
        'Du courrier de {sender} est venu pour d’autres, et rien pour {recipient} ; les journaux ne couvrent pas toute la période.',
      ended: 'Rien n’a été trouvé : le journal s’arrête à {endsAt}, avant la période demandée.',
      default: 'Rien n’a été trouvé, mais les journaux ne couvrent pas toute la période demandée.',
      none: 'On ne peut rien dire : aucun journal n’a pu être lu pour cette période.',
      narrowed: 'Rien n’a été trouvé dans la partie parcourue : trop de lignes nomment cet expéditeur.',
      narrowedOthers:
        'Du courrier de {sender} est venu pour d’autres, et rien pour {recipient} dans la partie parcourue : il y en avait trop.',
      limit: 'Rien n’a été trouvé, mais la recherche s’est arrêtée à sa limite avant d’avoir tout regardé.',
      cut: 'Notre passerelle recevait le message quand le journal lu s’arrête : la suite n’y est pas.',
    },
    summary: {
      others:
        'Messages de {sender} venus : {others}, le dernier à {otherAt} pour {otherRcptTo} ; aucun de ceux qui ont pu être lus ne nommait {recipient}. {missing} : rien ne prouve que {missingCount:ce journal couvre|ces journaux couvrent} toute la période de {fromAt} à {toAt}.',
      ended:
        '{missing} ne {missingCount:va|vont} que jusqu’à {endsAt} ; la période demandée est de {fromAt} à {toAt}. Redemander pour une période antérieure.',
      default:
        'Rien de ce courrier dans ce qui a pu être lu. {missing} : rien ne prouve que {missingCount:ce journal couvre|ces journaux couvrent} toute la période entre {fromAt} et {toAt} ; le message a pu venir sans qu’il en reste une ligne.',
      none: 'Aucune passerelle n’a fourni de lignes de journal entre {fromAt} et {toAt}. On ne sait pas si le message est venu.',
      narrowed:
        'Les journaux contiennent toute la période demandée ({fromAt} à {toAt}), mais tant de lignes nomment {sender} que seules les dernières ont été lues, de {readFromAt} à {readToAt}. Une tentative antérieure n’est pas dans cette réponse.',
      narrowedOthers:
        'Les journaux contiennent toute la période demandée ({fromAt} à {toAt}), mais tant de lignes nomment {sender} que seules les dernières ont été lues, de {readFromAt} à {readToAt} : {others} {others:message|messages}, le dernier à {otherAt} pour {otherRcptTo}. Le courrier antérieur n’est pas dans cette réponse.',
      limit:
        'Les journaux de {missing} contiennent toute la période demandée ({fromAt} à {toAt}), mais tout n’a pas été regardé. Une tentative dans le reste n’est pas dans cette réponse.',
      cut: 'Le message de {mailFrom} à {rcptTo} est arrivé à {lastAt} ({id}). Le journal de {missing} s’arrête à {endsAt}, alors que le message était encore en route.',
    },
    clear: 'Couverture : les journaux de {gateways} contiennent toute la période demandée.',
    steps: {
      unreadable:
        'Réparer ce qui figure sous « Il manque », ou indiquer un fichier du journal texte (mail_logs), dont les lignes commencent par une heure. Puis redemander.',
      again: 'Redemander pour une période que les journaux contiennent, ou quand la passerelle répondra.',
      narrower:
        'Redemander pour le temps avant {readFromAt}, quelques heures à la fois, ou nommer une adresse de l’expéditeur au lieu de {sender}.',
      less: 'Redemander pour une période plus courte, ou nommer une adresse de l’expéditeur au lieu de {sender}.',
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
  'mx-points-elsewhere': {
    headline: {
      past: 'Le DNS envoie maintenant ailleurs le courrier pour {domain} ; peut-être déjà à ce moment-là.',
      default: 'Le DNS envoie ailleurs le courrier pour {domain} : il ne vient pas à notre passerelle.',
      none: 'Le DNS n’a pas de serveur de messagerie pour {domain} : les expéditeurs ne trouvent pas notre passerelle.',
      other: 'Le DNS envoie ailleurs le courrier pour {domain} ; d’autres domaines à nous sont corrects.',
    },
    summary: {
      past: 'Le MX de {domain} est maintenant {mx}, qui n’est aucune de nos passerelles. Ce qu’il était à l’heure demandée, le DNS ne le dit pas. Aucune tentative de cet expéditeur dans le journal.',
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
  'never-relayed': {
    headline: { default: 'Notre passerelle n’a pas reçu ce message : ce qui l’a arrêté est en amont.' },
    summary: {
      default:
        'Les journaux couvrent toute la période de {fromAt} à {toAt}, et rien n’y correspond à {named}. Le courrier de nos propres utilisateurs vient à la passerelle du serveur de messagerie interne, ou d’un service qui envoie pour nous : là, il attend, a été refusé, ou est parti par un autre chemin.',
    },
    clear: 'Chez nous : notre propre serveur a remis le message à la passerelle à {relayedAt}.',
    steps: {
      inside:
        'Le chercher sur le serveur de messagerie interne : suivi des messages, files d’attente, connecteur vers la passerelle (Exchange : `Get-MessageTrackingLog`, `Get-Queue`).',
      sender:
        'Regarder dans les éléments envoyés, et s’il y a un message d’erreur : a-t-il été envoyé, de quel compte, à quelle adresse exactement ?',
      connected:
        'Si le serveur interne dit que la passerelle l’a écarté : redemander avec l’adresse de ce serveur, `why {exampleIp}`.',
      spelling: 'Le DNS ne connaît pas {unknownDomain} : l’adresse est-elle bien écrite ?',
    },
    meaning:
      'Le courrier sortant vient à la passerelle d’un serveur de messagerie interne (HAT : RELAY). Si le journal ne nomme ni l’expéditeur ni le destinataire, la passerelle ne l’a jamais eu, et la raison est en amont.',
  },
  'never-connected': {
    headline: {
      explained: 'Rien de {sender} ne nous est parvenu depuis {fromAt}, ce que le constat ci-dessus expliquerait.',
      others: 'Du courrier de {sender} est venu pour d’autres, et rien pour {recipient}.',
      default: 'Rien de {sender} ne nous est parvenu depuis {fromAt}. Le problème est en amont de notre passerelle.',
      unlisted: 'Le journal ne montre aucun message de {sender} depuis {fromAt}.',
    },
    summary: {
      explained:
        'Les journaux couvrent toute la période jusqu’à {toAt}, sans aucune connexion venant {addresses:de la seule adresse ou plage|d’une des # adresses et plages} d’où {sender} dit envoyer. Si ce n’est pas le constat ci-dessus : encore dans leur file d’attente, envoyé à une ancienne adresse de chez nous, ou port 25 bloqué de leur côté.',
      others:
        'Les journaux couvrent toute la période jusqu’à {toAt}. Messages de {sender} venus pendant ce temps : {others}, le dernier à {otherAt} pour {otherRcptTo} ; aucun ne nommait {recipient}. Possible : une autre adresse a été écrite, ou le message à celle-ci n’est jamais parti. Une question tranche : quelle adresse exactement l’expéditeur a-t-il écrite, et une erreur est-elle revenue ?',
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
    clear: 'Expéditeur : {domain} envoie en son propre nom.',
    steps: {
      look: 'Chercher le nom que montre le logiciel de messagerie ; les règles et listes de blocage de la boîte visent peut-être {envelopeDomain}.',
      rerun: 'Pour voir tout le courrier de ce service, redemander : `why {envelopeDomain}`.',
    },
    meaning:
      'L’en-tête From qu’une personne voit et l’expéditeur d’enveloppe qu’utilisent les serveurs peuvent différer : les services d’envoi et les redirections mettent leur propre domaine dans l’enveloppe. Chercher le seul domaine visible fait manquer ce courrier.',
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
    clear: 'Période : il y a du courrier d’eux dans la période demandée, le dernier à {nearestAt}.',
    steps: {
      time: 'Vérifier l’heure du message qui manque, et dans quel fuseau elle est donnée ; puis redemander.',
    },
    meaning:
      'Une question sur les mauvaises heures ne trouve rien. Les passerelles notent leur heure locale ; un en-tête peut donner UTC ; hier peut être un autre jour ailleurs. Les heures voisines sont donc examinées aussi.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
