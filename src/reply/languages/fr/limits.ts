import type { RuleTranslation } from '../../language.ts'

const times = '{count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id})'
const noteTimes = '{count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}'
const waits =
  'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et y attend. La faute est de notre côté ; vous n’avez rien à faire, et le message n’est pas perdu.'
const late = 'Votre courrier à {ourDomain} est retardé de notre côté'
const putOff = 'Le courrier à {ourDomain} a été différé un moment'

/** Causes that are limits of ours, or the state of a gateway: connections, recipients, resources, queues. */
export const limits = {
  'connection-limit-listener': {
    headline: {
      default:
        'Notre passerelle avait autant de connexions ouvertes qu’elle en admet à la fois, et a fait patienter des serveurs.',
    },
    summary: {
      default:
        'Des connexions de {addresses} adresses différentes ont été différées en quelques minutes, la dernière de {server} à {lastAt} ({id}) : la limite était atteinte, et aucune ligne ne dit que c’était celle d’une seule adresse. Cela correspond à la limite du listener entier. Les expéditeurs réessaient.',
    },
    steps: {
      gauge: 'Voir combien de connexions sont ouvertes (Current inbound connections), et par qui.',
      raise:
        'Si la charge est réelle : relever le maximum de connexions simultanées du listener (Network > Listeners ; jusqu’à 300 conseillé), ou ajouter une passerelle, puis valider (commit).',
    },
    note: {
      subject: putOff,
      body: `Bonjour,\n\nNotre passerelle avait trop de connexions ouvertes et a différé du courrier, ${noteTimes}. Votre serveur réessaie de lui-même, vous n’avez rien à faire. Si un message vous a été retourné, merci de le renvoyer.`,
    },
    meaning:
      'Un listener admet un nombre limité de connexions à la fois, tous expéditeurs confondus. Quand elles sont prises, toute autre reçoit une erreur temporaire, d’où qu’elle vienne, et revient plus tard.',
  },
  'resource-conservation': {
    headline: { default: 'Notre passerelle manquait de ressources et prenait moins de courrier, voire aucun.' },
    summary: {
      default: `Notre passerelle a fait patienter {server} ${times} : {reason}. C’est ce qu’elle fait quand la mémoire, la file d’envoi ou la work queue viennent à manquer ; l’expéditeur réessaie.`,
      alert:
        'Notre passerelle a signalé à ses administrateurs à {alertAt} qu’elle économise ses ressources : elle prend alors le courrier lentement ou plus du tout, et les serveurs reviennent plus tard. Aucune ligne de ce message ne prouve qu’il a été différé pour cela.',
    },
    steps: {
      askReply:
        'Regarder dans le journal du serveur d’envoi : une erreur temporaire (4xx) de notre part à ce moment, ou une longue attente de notre réponse, va dans ce sens ; autre chose parle contre.',
      status:
        'Voir où elle en est (Resource conservation : 0 va bien, 999 ne prend rien) et ce qui se remplit : work queue, file d’envoi ou mémoire.',
      drain:
        'Trouver ce qui la remplit : `tophosts` montre les destinations qui ne prennent pas le courrier, `workqueue status` si l’analyse est en retard ; les seuils se règlent avec `tarpit`.',
    },
    note: {
      subject: putOff,
      body: 'Bonjour,\n\nNotre passerelle manquait de ressources et a différé du courrier. Votre serveur réessaie de lui-même, vous n’avez rien à faire. Si un message vous a été retourné entre-temps, merci de le renvoyer.',
    },
    meaning:
      'Quand la mémoire, la file d’envoi ou la work queue d’une passerelle viennent à manquer, elle passe en mode resource conservation : elle prend le courrier de plus en plus lentement, puis plus du tout, jusqu’à ce que le retard soit résorbé. Les expéditeurs reçoivent des erreurs temporaires et réessaient.',
  },
  'listener-suspended': {
    headline: {
      busy: 'Notre passerelle ne prend pas de courrier en ce moment : elle salue par « réessayez plus tard ».',
      default: 'Notre passerelle ne prenait pas de courrier : son listener était arrêté.',
      killed: 'Notre passerelle a elle-même coupé la connexion, car elle cessait de prendre du courrier.',
    },
    summary: {
      busy: '{listeners} {listenerCount:salue|saluent} par {code} : qui se connecte est renvoyé avant de pouvoir présenter un message, et cela ne laisse ici aucune ligne. Les serveurs réessaient. C’est vu d’ici : une règle sur notre propre adresse n’est pas exclue.',
      default:
        '{gateway} ne prenait plus de courrier à partir de {stoppedAt} ; le journal ne montre pas de reprise. Les serveurs venus pendant ce temps ont été renvoyés et réessaient.',
      resumed:
        '{gateway} n’a pas pris de courrier de {stoppedAt} à {startedAt}. Les serveurs venus pendant ce temps ont été renvoyés et réessaient.',
      killed: `La passerelle a elle-même coupé la connexion de {server} ${times}, comme elle le fait quand son listener est arrêté ou qu’elle redémarre. L’expéditeur réessaie.`,
    },
    steps: {
      resume:
        'Voir si les listeners prennent le courrier, et qui les a arrêtés ; si personne n’en sait la raison : `resume` (ou `resumelistener`).',
      thresholds:
        'Si la passerelle les a arrêtés elle-même parce que sa work queue était trop pleine, trouver ce qui la remplit ; les seuils se règlent avec `tarpit`.',
    },
    note: {
      subject: putOff,
      body: 'Bonjour,\n\nNotre passerelle n’a pas pris de courrier pendant un moment. La faute était de notre côté ; votre serveur réessaie de lui-même. Si un message vous a été retourné, merci de le renvoyer.',
    },
    meaning:
      'Un listener est ce qui prend le courrier de l’extérieur. Un administrateur peut le suspendre, un redémarrage l’arrête, et la passerelle le suspend elle-même quand sa work queue est trop pleine. Les expéditeurs n’obtiennent alors pas de connexion, ou une erreur temporaire.',
  },
  'work-queue-paused': {
    headline: { default: 'Notre passerelle a le message et attend : sa work queue est en pause.' },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été reçu en entier à {readyAt} ({id}). La passerelle a signalé à ses administrateurs à {pausedAt} que sa work queue est en pause, et aucune ligne ultérieure ne dit qu’elle a repris.',
    },
    steps: {
      resume:
        'Voir si elle est encore en pause, et qui ou quoi l’y a mise : un administrateur (`workqueue pause`) ou un moteur en cours de mise à jour ; puis la relancer avec `workqueue resume`.',
      update: 'Si elle attend un moteur : `antispamupdate ironport force` ou `antivirusupdate force`.',
    },
    note: { subject: late, body: waits },
    meaning:
      'Tant que la work queue est en pause, la passerelle prend le courrier sans l’analyser ni le remettre. Un administrateur peut la mettre en pause, et un moteur trop long à se mettre à jour le fait aussi. Le courrier est en sûreté et repart ensuite de lui-même.',
  },
  'recipient-count-limit': {
    headline: {
      default:
        'Le message a plus de destinataires que notre passerelle n’en prend en une fois ; le reste a été différé.',
    },
    summary: {
      default:
        '{server} a envoyé un message de {mailFrom} ({id}, {lastAt}) : les {taken} premiers destinataires ont été pris, les autres, dont {rcptTo}, ont été différés par une erreur temporaire. Cela correspond à la limite de destinataires par message de la mail flow policy du groupe *{group}*.',
    },
    steps: {
      split: 'Envoyer le reste dans d’autres messages ; un serveur correct le fait de lui-même en quelques minutes.',
      raise:
        'Si ce courrier est voulu : relever Max. Recipients Per Message dans la mail flow policy de {group}, puis valider (commit).',
    },
    note: {
      subject: 'Trop de destinataires dans un message à {ourDomain}',
      body: 'Bonjour,\n\nVotre serveur {server} a envoyé un message de {mailFrom} avec plus de destinataires que notre passerelle n’en prend en une fois, le {lastAt}. Les {taken} premiers ont été pris, les autres différés par une erreur temporaire. Un serveur devrait envoyer le reste de lui-même dans un autre message ; merci de voir si le vôtre l’a fait, ou de diviser la liste.',
    },
    meaning:
      'Une mail flow policy limite le nombre de destinataires d’un message. Ceux au-delà reçoivent une erreur temporaire, et le serveur d’envoi doit les présenter de nouveau dans un autre message (RFC 5321, section 4.5.3.1.10).',
  },
  'rate-limit-sender': {
    headline: {
      default:
        'Cet expéditeur a écrit à plus de destinataires que nous n’en permettons à une adresse, et a été différé.',
    },
    summary: {
      default: `{mailFrom} a présenté du courrier à {rcptTo} depuis {server} ${times}. Notre passerelle a dit à {alertAt} qu’elle limite cette adresse d’expéditeur précisément ; au-delà, les destinataires reçoivent une erreur temporaire, et le serveur réessaie.`,
    },
    steps: {
      raise:
        'Si ce volume est voulu : relever Rate Limit for Envelope Senders dans la mail flow policy de {group}, ou ajouter {mailFrom} à ses exceptions, puis valider (commit).',
      slower: 'Étaler le courrier dans le temps ; ce qui a été différé sera renvoyé de lui-même.',
    },
    note: {
      subject: 'Le courrier de {mailFrom} à {ourDomain} est différé : trop à la fois',
      body: `Bonjour,\n\n{mailFrom} a écrit à plus de destinataires que notre passerelle n’en prend d’une adresse en un temps donné, ${noteTimes}. Le courrier a été différé par une erreur temporaire, pas refusé définitivement. Merci de l’étaler dans le temps, et de nous dire s’il s’agit d’un service régulier.`,
    },
    meaning:
      'Une mail flow policy peut limiter le nombre de destinataires d’un expéditeur d’enveloppe en un temps donné, quel que soit le serveur. Au-delà, tout destinataire de plus reçoit : réessayez plus tard.',
  },
  'ldap-unreachable': {
    headline: {
      default: 'Notre passerelle a le message et attend : l’annuaire qui connaît nos destinataires ne répond pas.',
      bounced: 'Notre passerelle a pris le message puis l’a retourné, car notre annuaire ne répondait pas.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été pris ({id}, {lastAt}). La passerelle a interrogé l’annuaire (LDAP) à son sujet, sans réponse, la dernière fois à {askedAt}, et garde le message dans sa work queue en attendant.',
      bounced:
        'Le message de {mailFrom} à {rcptTo} a été pris ({id}, {lastAt}). La passerelle a interrogé l’annuaire (LDAP) à son sujet, sans réponse ; à {askedAt} elle a renoncé et retourné le message.',
    },
    steps: {
      restore:
        'Tester l’annuaire depuis la passerelle, et le rétablir : le serveur est-il en marche, le pare-feu laisse-t-il passer la passerelle, le compte de la requête fonctionne-t-il encore ?',
      queue: 'Voir ensuite si la work queue se vide.',
    },
    note: {
      subject: 'Votre courrier à {ourDomain} du {lastAt}',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, et un annuaire de chez nous ne répondait pas. La faute est de notre côté. Si le message vous a été retourné, merci de le renvoyer ; sinon vous n’avez rien à faire.',
    },
    meaning:
      'La passerelle demande à un annuaire (LDAP) si un destinataire existe et où va le courrier. Quand il ne répond pas, le courrier déjà pris attend dans la work queue, et il est retourné si cela dure.',
  },
  'destination-throttled': {
    headline: {
      default: 'Le message est chez nous et attend son tour : nous limitons ce qui va à la fois à cette destination.',
      suspended: 'Le message est chez nous et attend : les remises sont arrêtées sur notre passerelle.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été pris à {lastAt} ({id}) et attend depuis {queuedAt}. Le serveur suivant fonctionne (d’autres messages y sont allés entre-temps, ou des connexions ont été abandonnées pour leur nombre) : la limite de nos propres destination controls correspond.',
      suspended:
        'Le message de {mailFrom} à {rcptTo} a été pris à {lastAt} ({id}) et attend depuis {queuedAt}. Le journal dit à {toldAt} que les remises sont suspendues.',
    },
    steps: {
      status: 'Voir combien de destinataires attendent pour cette destination, et si elle fonctionne.',
      raise:
        'Si la limite est trop basse : relever les connexions et destinataires simultanés de la destination : Mail Policies > Destination Controls ; puis valider (commit).',
      resume: 'Trouver qui a suspendu les remises et pourquoi, et les relancer : `resumedel`.',
    },
    note: { subject: late, body: waits },
    meaning:
      'Les destination controls limitent les connexions et destinataires que la passerelle donne à la fois à une destination, et un administrateur peut suspendre les remises. Le courrier au-delà attend dans la file bien que le serveur suivant fonctionne.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
