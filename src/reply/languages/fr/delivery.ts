import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** Causes on the way from the gateway to the next server, and what arrived. */
export const delivery = {
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
      default: 'Notre passerelle a tenté de remettre le message jusqu’à expiration, puis l’a renvoyé à son expéditeur.',
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
  'next-hop-defers': {
    headline: {
      default: 'Le message est chez nous et attend : le serveur de messagerie interne répond « réessayez plus tard ».',
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
      outbound: 'Le serveur de messagerie du destinataire a refusé notre message, et il est revenu à l’expéditeur.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}), et notre passerelle a retourné le message à son expéditeur.',
      unknown:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Le serveur suivant a répondu {code} « {reply} » ({triedAt}), et notre passerelle a retourné le message à son expéditeur.',
      outbound:
        'Le message de {mailFrom} à {rcptTo} a été présenté au serveur du destinataire ({triedAt}, {id}). Ce serveur a répondu {code} « {reply} », et notre passerelle a retourné le message à son expéditeur.',
    },
    steps: {
      askThem:
        'Si l’adresse est juste, demander à l’administrateur du destinataire pourquoi son serveur a répondu ainsi, en lui donnant l’heure et sa réponse mot pour mot.',
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
} as const satisfies Readonly<Record<string, RuleTranslation>>
