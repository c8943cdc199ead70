import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** Causes between the gateway and the next server: ours inside, or another house's. */
export const nextHop = {
  'next-hop-defers': {
    headline: {
      default: 'Le message est chez nous et attend : le serveur de messagerie interne répond « réessayez plus tard ».',
      outbound:
        'Notre message est encore chez nous : le serveur de messagerie du destinataire répond « réessayez plus tard ».',
      onward:
        'Le message est chez nous et attend : le serveur vers lequel il est transféré répond « réessayez plus tard ».',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}, après {tries} {tries:essai|essais}). Notre passerelle continue d’essayer.',
      until:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}, après {tries} {tries:essai|essais}). Prochain essai prévu : {untilAt}.',
    },
    steps: {
      mend: 'Corriger ce dont se plaint le serveur suivant : disque plein, surcharge, greylisting, limite pour notre passerelle (Exchange Online : connecteur entrant avec enhanced filtering).',
      status: 'Voir l’état de la destination, et combien de courrier l’attend.',
      now: 'Une fois corrigé, réessayer tout de suite au lieu d’attendre.',
      patience: 'Inutile de le renvoyer : il part de lui-même dès que ce serveur l’accepte.',
      askThem:
        'Si cela dure plus d’une heure (le greylisting prend quelques minutes) : leur administrateur voit pourquoi ce serveur nous fait attendre ; la note ci-dessous le demande.',
      passedOn:
        'Voir à qui est ce serveur et si le message doit y aller : l’alias ou le transfert qui l’envoie à {rcptTo}.',
    },
    note: {
      subject: 'Votre message à {ourDomain} est retardé de notre côté',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et attend un de nos serveurs de messagerie, qui est occupé. Vous n’avez rien à faire : il est présenté de nouveau jusqu’à ce qu’il passe. Si vous recevez malgré tout une erreur, merci de le renvoyer.',
    },
    noteToRecipient: {
      subject: 'Votre serveur de messagerie fait attendre notre courrier pour {rcptTo}',
      body: 'Bonjour,\n\nUn message de {mailFrom} à {rcptTo} attend sur notre passerelle depuis le {lastAt}. Votre serveur {nextHop} répond à notre serveur {ourAddress} par {code} {reply} ({tries:une fois|# fois}, en dernier le {triedAt}). Merci de voir pourquoi il nous fait attendre (greylisting, disque plein, limite pour notre adresse). Notre passerelle continue d’essayer ; rien n’est à renvoyer.',
    },
    meaning:
      'Delayed : le serveur suivant (Exchange, Microsoft 365, un autre relais) a répondu par un code 4xx, ce qui veut dire pas maintenant. La passerelle garde le message et réessaie, trois jours par défaut, avant d’abandonner.',
  },
  'next-hop-dns': {
    headline: {
      default: 'Le message est chez nous et attend : notre passerelle ne trouve pas où le remettre (DNS).',
      bounced:
        'Notre passerelle a accepté le message, n’a pas trouvé où le remettre (DNS), et l’a renvoyé à son expéditeur.',
      outbound: 'Notre message est encore chez nous : le DNS ne dit pas où va le courrier pour {destination}.',
      outboundBounced:
        'Notre message est revenu à l’expéditeur : le DNS ne connaît aucun serveur de messagerie pour {destination}.',
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
      spelling:
        'Vérifier l’orthographe de {rcptTo} avec le destinataire ; si elle est juste, leur administrateur doit corriger le DNS.',
      theirs: 'Leur administrateur corrige le DNS de {destination} ; la note ci-dessous dit ce que nous voyons.',
    },
    note: {
      subject: 'Votre message à {rcptTo} n’a pas pu être remis',
      body: 'Bonjour,\n\nVotre message de {mailFrom} à {rcptTo} du {lastAt} a été accepté par notre passerelle et n’a pas pu être remis, à cause d’une erreur dans notre routage. Nous la corrigeons. Si vous avez reçu un avis d’erreur, merci de renvoyer le message quand nous vous le dirons.',
    },
    noteToRecipient: {
      subject: 'Nous ne trouvons pas où va le courrier pour {destination}',
      body: 'Bonjour,\n\nNotre serveur ne peut pas remettre un message de {mailFrom} à {rcptTo} (chez nous depuis le {lastAt}) : la recherche du MX de {destination} échoue (dernier essai le {triedAt}). Merci de voir si tous vos serveurs de noms répondent pour {destination}, et si son DNSSEC est en ordre. Notre passerelle continue d’essayer.',
    },
    noteToColleague: {
      subject: 'Votre message à {rcptTo} est revenu',
      body: 'Bonjour,\n\nVotre message à {rcptTo} du {lastAt} n’est pas arrivé : il n’y a aucun serveur de messagerie pour le domaine {destination}. Merci de vérifier l’orthographe de l’adresse, ou de demander la bonne au destinataire, puis de renvoyer.',
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
      outbound: 'Le serveur de messagerie du destinataire a refusé notre message, et il est revenu à l’expéditeur.',
      outboundUnknown:
        'Le serveur de messagerie du destinataire ne connaît pas cette adresse, et notre message est revenu à l’expéditeur.',
      onward:
        'Notre passerelle a transféré le message, mais le serveur d’arrivée l’a refusé, et il est revenu à l’expéditeur.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}), et notre passerelle a retourné le message à son expéditeur.',
      outbound:
        'Le message de {mailFrom} à {rcptTo} a été présenté au serveur du destinataire ({triedAt}, {id}). Ce serveur a répondu {code} « {reply} », et notre passerelle a retourné le message à son expéditeur.',
      unsaid:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), puis retourné à son expéditeur ({triedAt}) : {status}, {reason}. Ce sont les mots de notre passerelle ; la réponse du serveur suivant n’est pas dans ce journal.',
    },
    steps: {
      askThem:
        'Si l’adresse est juste, demander à l’administrateur du destinataire pourquoi son serveur a répondu ainsi, en lui donnant l’heure et sa réponse mot pour mot.',
      mend: 'Corriger ce dont se plaint le serveur suivant : boîte inexistante, connecteur qui n’admet pas notre passerelle, taille limite, règle de transport.',
      earlier:
        'Faire connaître les destinataires à la passerelle elle-même (requête LDAP accept sur le listener) : une adresse fausse est alors refusée tout de suite.',
      trace,
      correct: 'Vérifier l’adresse {rcptTo} auprès du destinataire, et retirer l’ancienne du carnet d’adresses.',
      ourAddress:
        'Ce serveur ne veut pas de notre adresse. Voir si elle figure sur la liste que nomme la réponse, trouver ce qui en est parti, et demander son retrait ; l’autre domaine n’y peut rien.',
      ourNames:
        'Ce serveur ne croit pas que le message vient de {senderDomain}. `dns {senderDomain}` interroge ici : le domaine doit exister dans le DNS, son SPF doit contenir l’adresse de départ, et la passerelle doit signer en DKIM pour lui.',
      smaller:
        'Envoyer un lien à la place du fichier, ou le découper : ce serveur n’accepte pas un message de cette taille.',
      full: 'Joindre le destinataire autrement : sa boîte n’accepte plus rien. Renvoyer quand il y aura de la place.',
      passedOn:
        'Voir à qui est ce serveur et si le message doit y aller : l’alias ou le transfert qui l’envoie à {rcptTo}. Un serveur qui vérifie SPF refuse ce qui est transféré sous l’expéditeur d’origine.',
    },
    note: {
      subject: 'Votre message à {rcptTo} est revenu',
      body: 'Bonjour,\n\nVotre message de {mailFrom} à {rcptTo} du {lastAt} a été accepté par notre passerelle et refusé par le serveur de messagerie qui la suit : {code} {reply}. Merci de vérifier l’adresse ; si elle est juste, renvoyez le message quand nous vous dirons que le problème est corrigé.',
    },
    noteToRecipient: {
      subject: 'Votre serveur de messagerie refuse notre courrier pour {rcptTo}',
      body: 'Bonjour,\n\nNotre serveur {ourAddress} a présenté au vôtre, {nextHop}, un message de {mailFrom} à {rcptTo} le {triedAt}. Il a été refusé : {code} {reply}. Merci de chercher pourquoi dans votre journal, et de nous dire ce qui doit changer, de votre côté ou du nôtre.',
    },
    noteToColleague: {
      subject: 'Votre message à {rcptTo} est revenu',
      body: 'Bonjour,\n\nVotre message à {rcptTo} du {lastAt} n’est pas arrivé : le serveur de messagerie du destinataire l’a refusé en ces termes : « {reply} » ({code}). Notre messagerie fonctionne. Merci de corriger ce que dit cette réponse (l’adresse, la taille du message, une boîte pleine), puis de renvoyer.',
    },
    meaning:
      'Bounced : le serveur suivant a répondu par un code 5xx, ce qui veut dire jamais. La passerelle abandonne aussitôt et retourne le message à l’expéditeur. Le texte entre crochets est celui de ce serveur.',
  },
  'next-hop-tls': {
    headline: {
      default: 'Le message est chez nous et attend : le chiffrement avec le serveur de messagerie interne échoue.',
      bounced:
        'Notre passerelle a accepté le message, mais le chiffrement avec le serveur de messagerie interne a échoué, et il a été retourné.',
      outbound:
        'Notre message est encore chez nous : le chiffrement avec le serveur de messagerie du destinataire échoue.',
      outboundBounced:
        'Le chiffrement avec le serveur de messagerie du destinataire a échoué, et notre message est revenu à l’expéditeur.',
      onward:
        'Le message est chez nous et attend : le chiffrement avec le serveur vers lequel il est transféré échoue.',
      onwardBounced:
        'Le chiffrement avec le serveur vers lequel le message est transféré a échoué, et il a été retourné.',
      maybe: 'Le message est chez nous et attend, peut-être parce que le chiffrement avec le serveur suivant échoue.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). TLS avec le serveur suivant échoue (dernier essai : {triedAt}, {detail}), et notre passerelle n’a pas le droit de lui envoyer sans TLS.',
      bounced:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). TLS avec le serveur suivant a échoué ({triedAt}, {detail}) ; notre passerelle n’a pas le droit de lui envoyer sans TLS et a retourné le message à son expéditeur.',
      near: 'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et attend. TLS avec un serveur où va le courrier pour {destination} échoue (dernier essai : {triedAt}, {detail}), et notre passerelle n’a pas le droit de lui envoyer sans TLS. Ces lignes nomment ce serveur, mais aucun message.',
      maybe:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et attend. Vers le moment où il a été présenté ({failedAt}), TLS avec {nextHop} a échoué ({detail}), alors que notre passerelle l’y exige. Ces lignes ne nomment aucun message, et rien de ce qui a été lu ne dit si le courrier pour {destination} va à ce serveur.',
    },
    steps: {
      renew: 'Examiner le certificat, sa chaîne et les versions TLS du serveur suivant ; renouveler ce qui a expiré.',
      relax:
        'Voir ce qui est exigé pour {destination} : Mail Policies > Destination Controls (TLS Required, Required - Verify). Ne mettre Preferred que si c’est acceptable ; puis valider (commit).',
      now: 'Quand cela marche de nouveau, réessayer tout de suite au lieu d’attendre.',
      theirs:
        'Leur administrateur examine le certificat, sa chaîne et les versions TLS de ce serveur ; la note ci-dessous dit ce que nous avons vu.',
      test: 'Le voir comme la passerelle : `tlsverify`, le domaine {destination}.',
      whose:
        'Voir si le courrier pour {destination} va à {nextHop} : son MX, et nos routes SMTP (Network > SMTP Routes). Sinon, il attend autre chose.',
    },
    note: {
      subject: 'Votre message à {ourDomain} est retardé de notre côté',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et attend, parce qu’une connexion chiffrée échoue à l’intérieur de notre réseau. La faute est de notre côté ; vous n’avez rien à faire. Si vous recevez malgré tout une erreur, merci de le renvoyer.',
    },
    noteToRecipient: {
      subject: 'TLS avec votre serveur de messagerie échoue',
      body: 'Bonjour,\n\nNotre serveur {ourAddress} doit chiffrer son courrier pour {destination}, et TLS avec votre serveur {nextHop} échoue (dernier essai le {triedAt}) : {detail}. Un message de {mailFrom} à {rcptTo} est retenu pour cela depuis le {lastAt}. Merci de voir si ce serveur propose STARTTLS avec TLS 1.2 ou plus récent, et si son certificat est valide, avec toute sa chaîne, pour le nom de votre MX.',
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
      retry:
        'Le message est chez nous et attend son prochain essai ; rien dans le journal ne dit ce qui n’a pas marché.',
      outbound: 'Notre message est encore chez nous : le serveur de messagerie du destinataire est injoignable.',
      outboundBounced:
        'Le serveur de messagerie du destinataire n’a pas pu être joint, et notre message est revenu à l’expéditeur.',
      onward: 'Le message est chez nous et attend : le serveur vers lequel il est transféré est injoignable.',
      onwardBounced:
        'Notre passerelle n’a pas pu joindre le serveur vers lequel elle transfère le message, et a abandonné.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et se trouve dans notre file d’attente. Le serveur suivant, {nextHop}, ne répond pas : {detail} (dernier essai : {triedAt}). Notre passerelle continue d’essayer.',
      bounced:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant, {nextHop}, n’a pas répondu : {detail}. Le message a été abandonné ({triedAt}) et retourné à son expéditeur.',
      queued:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et mis en file pour remise ({triedAt}) ; aucun essai dans le journal depuis. Cela peut être un serveur suivant en panne, ou une destination dont la limite est atteinte. Son état sur la passerelle le dira.',
      retry:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Un essai ({triedAt}) ne l’a pas fait passer, et aucune ligne ne dit pourquoi ; le prochain est prévu à {untilAt}. Cela peut être un serveur suivant en panne, qui refuse TLS ou qui répond « plus tard ». Son état sur la passerelle en dira plus.',
    },
    steps: {
      reach:
        'Trouver pourquoi il ne répond pas sur son port : est-il en marche, le pare-feu laisse-t-il passer la passerelle, la route SMTP est-elle juste ? À la main, depuis la passerelle :',
      status: 'Voir l’état de la destination, et combien de courrier l’attend.',
      now: 'Quand il répond de nouveau, réessayer tout de suite au lieu d’attendre.',
      theirMx:
        'Voir si leur courrier va toujours là (MX), et si une de nos routes SMTP mène ailleurs (Network > SMTP Routes).',
      theirs:
        'Leur administrateur voit si le serveur est en marche et si un pare-feu bloque notre adresse ; la note ci-dessous le demande.',
    },
    note: {
      subject: 'Votre message à {ourDomain} est retardé de notre côté',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et n’a pas encore pu être remis, parce qu’un de nos serveurs de messagerie est injoignable. La faute est de notre côté. Si vous recevez un avis d’erreur à ce sujet, merci de renvoyer le message quand nous vous le dirons ; sinon, vous n’avez rien à faire.',
    },
    noteToRecipient: {
      subject: 'Nous ne pouvons pas joindre votre serveur de messagerie : {nextHop}',
      body: 'Bonjour,\n\nNotre serveur {ourAddress} ne peut pas remettre un message de {mailFrom} à {rcptTo} (chez nous depuis le {lastAt}) : votre serveur {nextHop} ne répond pas sur le port {port} ({detail}), dernier essai le {triedAt}. Merci de voir s’il est en marche, si votre MX y mène toujours, et si un pare-feu bloque notre adresse.',
    },
    meaning:
      'La passerelle a accepté le message et n’arrive pas à se connecter au serveur qui doit le recevoir (refus, délai dépassé, coupure). Il reste en file d’attente, trois jours par défaut, et est présenté encore et encore.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
