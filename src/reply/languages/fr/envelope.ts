import type { RuleTranslation } from '../../language.ts'
import { debugLog } from './phrases.ts'

/** Causes in the dialogue up to the recipients: encryption, login, sender and recipient addresses. */
export const envelope = {
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
  'directory-harvest': {
    headline: {
      default:
        'Notre passerelle a coupé la connexion du serveur de l’expéditeur : il nommait trop de destinataires inconnus.',
    },
    summary: {
      default:
        '{ip} a nommé en une heure plus de {limit} destinataires qui n’existent pas ; notre passerelle y a vu une chasse aux adresses et a coupé ses connexions ({count:|dernière fois : }{cutAt}). Jusqu’à la fin de l’heure, les bons destinataires du même message sont perdus avec les mauvais.',
      unnumbered:
        '{ip} a nommé en une heure plus de destinataires inexistants que notre passerelle n’en admet ; elle y a vu une chasse aux adresses et n’a pas pris le message de {mailFrom} ({count:|dernière fois : }{cutAt}, {id}). Jusqu’à la fin de l’heure, les bons destinataires du même message sont perdus avec les mauvais.',
    },
    steps: {
      askReply:
        'Regarder dans le journal du serveur d’envoi l’erreur de {cutAt} : si elle parle de trop de destinataires invalides, c’est cette limite ; sinon, non.',
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
  'rat-reject': {
    headline: {
      default: 'Notre passerelle a refusé le destinataire : elle ne prend pas de courrier pour {domain}.',
      ours: 'Notre passerelle a refusé le destinataire, alors que {domain} est un domaine à nous.',
      relay:
        'Notre passerelle a refusé d’envoyer au dehors un message de chez nous : {server} n’a pas le droit de relayer.',
    },
    summary: {
      default:
        '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Le domaine n’est pas dans la Recipient Access Table, le destinataire a donc été refusé.',
      ours: '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). La configuration de cet outil dit que {domain} est à nous, mais la Recipient Access Table de la passerelle le refuse.',
      relay:
        '{server} a présenté un message de {mailFrom}, une adresse de chez nous, à {rcptTo}, au dehors ({count:une fois|# fois}, {lastAt}, {id}). Son groupe d’expéditeurs ne relaie pas ; notre passerelle l’a donc pris pour un étranger et a refusé le destinataire.',
    },
    clear: 'Recipient Access Table : la passerelle prend le courrier pour {domain}.',
    steps: {
      add: 'Si {domain} est à nous : l’ajouter dans Mail Policies > Recipient Access Table, définir sa route SMTP (Network > SMTP Routes), puis valider (commit).',
      correct: 'Vérifier l’orthographe du destinataire, {rcptTo}.',
      relay:
        'Si {server} est un serveur de messagerie ou un service de chez nous : l’ajouter au groupe d’expéditeurs dont la politique relaie (RELAYLIST, Mail Policies > HAT Overview), puis valider (commit). Ne pas mettre {domain} dans la Recipient Access Table.',
      notOurs: 'Sinon : quelqu’un a tenté d’envoyer par chez nous sous {mailFrom}, et le refus était juste.',
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
  'recipient-unknown': {
    headline: { default: 'Notre passerelle a refusé le destinataire : personne ici n’a cette adresse.' },
    summary: {
      default:
        '{server} a présenté {count:une fois|# fois} du courrier de {mailFrom} à {rcptTo} ({count:|dernière fois : }{lastAt}, {id}). Notre annuaire ne connaît pas l’adresse ; le destinataire a donc été refusé et l’expéditeur prévenu aussitôt.',
    },
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
      again: 'Renvoyer le message : le domaine existe maintenant dans le DNS.',
      flush: 'Si la passerelle refuse encore, elle garde peut-être l’ancienne réponse : vider son cache DNS.',
    },
    note: {
      subject: 'Votre adresse d’expéditeur est refusée : {domain} n’existe pas',
      body: 'Bonjour,\n\nVotre serveur {server} voulait envoyer du courrier en tant que {mailFrom}, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Notre passerelle a refusé cet expéditeur d’enveloppe parce que le DNS dit que {domain} n’existe pas. Merci de vérifier l’orthographe de l’adresse d’expéditeur dans le système qui envoie, et de publier un enregistrement MX ou d’adresse pour {domain}, afin que les avis de non-remise puissent revenir. Renvoyez ensuite le message.',
    },
    noteByVariant: {
      mended: {
        subject: 'Merci de renvoyer : {domain} existe maintenant',
        body: 'Bonjour,\n\nVotre serveur {server} a voulu envoyer du courrier sous {mailFrom} ({count:une fois|# fois}, {lastAt}). Notre passerelle a refusé cet expéditeur d’enveloppe parce que le DNS disait alors que {domain} n’existe pas. Aujourd’hui il existe ; rien n’est donc à changer : merci de renvoyer le message. Si vous n’avez rien changé, merci de voir si tous les serveurs de noms de {domain} donnent la même réponse.',
      },
    },
    meaning:
      'Avant de prendre un message, la passerelle vérifie que le domaine de l’expéditeur d’enveloppe existe : d’abord le MX, puis les adresses du MX. Si le DNS répond que le nom n’existe pas, l’expéditeur est refusé définitivement (5xx), et aucun message n’est commencé.',
  },
  'sender-domain-unresolvable': {
    headline: {
      default: 'Notre passerelle a ajourné le message : le DNS n’a pas répondu au sujet du domaine de l’expéditeur.',
      mended:
        'Notre passerelle a ajourné le message : le DNS n’a pas répondu alors au sujet du domaine de l’expéditeur. Il répond maintenant.',
    },
    summary: {
      default:
        '{server} voulait envoyer en tant que {mailFrom}, {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). La recherche de {domain} a échoué ou dépassé le délai ; l’adresse a donc été refusée pour le moment (4xx), et l’expéditeur réessaie.',
      mended:
        '{server} voulait envoyer en tant que {mailFrom}, {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}). La recherche de {domain} a échoué ou dépassé le délai ; l’adresse a donc été refusée pour le moment (4xx). Interrogé pour cette réponse, le DNS résout {domain} : il ne le faisait pas alors, ou notre passerelle interroge un résolveur en panne. L’expéditeur réessaie.',
    },
    steps: {
      check:
        'Interroger le DNS comme le fait la passerelle. Si beaucoup de domaines échouent, réparer notre résolveur ; si c’est le seul, ses serveurs de noms sont en cause.',
      flush: 'Une fois réparé, vider le cache de la passerelle.',
      compare:
        'Interroger le DNS comme le fait la passerelle. S’il répond là aussi, la panne est finie ; sinon, réparer notre résolveur.',
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
  'tls-handshake-failed': {
    headline: {
      ours: 'Le chiffrement avec notre passerelle échoue, aussi pour notre propre essai : la faute est de notre côté.',
      later: 'Une négociation TLS avec l’expéditeur a échoué ; il est revenu, et son message a été pris.',
      default:
        'Le serveur de l’expéditeur et notre passerelle n’ont pas pu s’entendre sur le chiffrement, et il a renoncé.',
    },
    summary: {
      ours: '{server} a commencé TLS {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), et la négociation a échoué ({reason}). Notre propre essai de {listener} aussi ({detail}) : le certificat ou les réglages TLS du listener sont en cause, et tout expéditeur qui exige le chiffrement est touché.',
      later:
        '{server} a commencé TLS {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), et la négociation a échoué ({reason}). Il est revenu à {cameAt}, et un message de lui a été pris.',
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
} as const satisfies Readonly<Record<string, RuleTranslation>>
