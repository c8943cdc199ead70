import type { RuleTranslation } from '../../language.ts'
import { debugLog } from './phrases.ts'

const times = '{count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id})'
const noteTimes = '{count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}'

/** Causes by which the two servers do not understand each other: commands, line ends, certificates, a firewall between. */
export const dialogue = {
  'bad-command-limit': {
    headline: {
      default:
        'Le serveur de l’expéditeur a envoyé des lignes qui ne sont pas des commandes SMTP, et notre passerelle a raccroché.',
    },
    summary: {
      default:
        '{server} a envoyé, {count:sur une connexion|sur # connexions} ({count:|dernière fois : }{lastAt}, {id}), ce que notre passerelle ne connaît pas comme commande, par exemple `{command}` ; après quelques-unes, elle met fin à la connexion. Soit ce n’est pas un serveur de messagerie, soit il continue d’envoyer le contenu après un refus.',
    },
    steps: {
      askSender:
        'Dire quel logiciel envoie là, et ce que son journal contient de cette connexion : un script, un appareil, ou un serveur qui parle LMTP ou continue après un refus.',
      debugLog,
    },
    note: {
      subject: 'Votre serveur {ip} ne parle pas SMTP à {ourDomain}',
      body: `Bonjour,\n\nVotre serveur {server} s’est connecté chez nous et a envoyé plusieurs lignes qui ne sont pas des commandes SMTP, ${noteTimes} ; la connexion a donc été fermée. Merci de regarder dans le journal de ce serveur ce qu’il a envoyé : un logiciel qui parle un autre protocole (LMTP, HTTP), ou qui continue avec le contenu après un refus, produit cet effet.`,
    },
    meaning:
      'Un serveur qui envoie à la suite plusieurs lignes qui ne sont pas des commandes SMTP est coupé avec 421 Exceeded bad SMTP command limit. Ce n’est pas un serveur de messagerie, il parle un autre protocole, ou il a continué d’envoyer le contenu après un refus.',
  },
  'unsupported-verbs': {
    headline: {
      default: 'Le serveur de l’expéditeur emploie une commande SMTP que notre passerelle ne connaît pas, et renonce.',
    },
    summary: {
      default: `{server} a envoyé \`{command}\` ${times} ; notre passerelle ne propose pas cette commande, et aucun message n’a suivi. Un serveur correct se contente de ce qui lui a été proposé en réponse à EHLO.`,
    },
    steps: {
      fallBack:
        'Faire en sorte que le serveur d’envoi n’emploie que ce que propose notre réponse à EHLO (désactiver CHUNKING/BDAT ou autre vers nous), et regarder si un équipement sur le trajet modifie cette réponse.',
      debugLog,
    },
    note: {
      subject: 'Votre serveur {ip} emploie une commande que {ourDomain} ne propose pas',
      body: `Bonjour,\n\nVotre serveur {server} nous a envoyé la commande SMTP {command}, que notre réponse à EHLO ne propose pas, ${noteTimes}, puis n’a envoyé aucun message. Merci de le limiter à ce qui est proposé, par exemple en désactivant cette extension pour le courrier à {ourDomain}, et de vérifier si un équipement sur le trajet modifie la réponse à EHLO.`,
    },
    meaning:
      'Un serveur ne peut employer que les extensions SMTP que l’autre propose dans sa réponse à EHLO. Une commande non proposée reçoit 500 ; un serveur qui ne peut s’en passer renonce.',
  },
  'header-too-big': {
    headline: {
      default: 'L’en-tête du message est plus long que ce que notre passerelle accepte.',
      perhaps: 'Notre passerelle a cessé de prendre le message au milieu de son en-tête : il est peut-être trop long.',
    },
    summary: {
      perhaps: `{server} a envoyé du courrier de {mailFrom} à {rcptTo}, ${times}. Notre passerelle a mis fin au contenu alors que des lignes de l’en-tête arrivaient encore, et les a lues comme des commandes. Un en-tête trop long fait cela (par défaut plus de 1 000 lignes) ; tout autre refus du contenu aussi.`,
      default: `{server} a envoyé du courrier de {mailFrom} à {rcptTo}, ${times}. Notre passerelle l’a refusé car son en-tête est trop long (552, par défaut plus de 1 000 lignes). Réessayer ne sert à rien.`,
    },
    steps: {
      shorten:
        'Chercher ce qui allonge l’en-tête : des centaines de destinataires dans To ou Cc, une boucle qui ajoute une ligne à chaque étape, ou un programme qui y écrit ses données.',
      raise:
        'S’il doit passer : relever la taille maximale d’en-tête du listener : `listenerconfig`, SETUP ; puis `commit`.',
      debugLog,
    },
    note: {
      subject: 'L’en-tête de votre message à {ourDomain} est trop long',
      body: `Bonjour,\n\nVotre serveur {server} nous a envoyé du courrier de {mailFrom} à {rcptTo}, ${noteTimes}. Son en-tête (et non son contenu) dépasse ce que notre passerelle accepte, il a donc été refusé (552). La cause est le plus souvent une longue liste de destinataires dans To ou Cc, ou une ligne ajoutée à chaque étape. Merci de le raccourcir et de renvoyer le message.`,
    },
    meaning:
      'Les lignes qui précèdent le contenu d’un message sont son en-tête. La passerelle en accepte un nombre limité (1 000 par défaut) et refuse le reste avec 552 message header size exceeds limit ; la suite du message peut alors ressembler à de mauvaises commandes.',
  },
  'bare-line-ending': {
    headline: {
      default: 'Notre passerelle a refusé le message pour ses fins de ligne : il contient un CR ou un LF isolé.',
    },
    summary: {
      default: `{server} a envoyé du courrier de {mailFrom} à {rcptTo}, ${times}, avec des fins de ligne que la norme interdit (un CR ou un LF isolé). Notre listener refuse ce courrier, car on peut y glisser un second message.`,
    },
    steps: {
      update: 'Mettre à jour le logiciel qui envoie : chaque ligne doit se terminer par CR LF ensemble.',
      setting:
        'S’il ne peut être mis à jour : régler pour un temps le traitement des CR et LF du listener sur Allow (Network > Listeners, réglages SMTP), puis valider (commit). Clean modifie le message et casse sa signature DKIM.',
    },
    note: {
      subject: 'Votre courrier à {ourDomain} a des fins de ligne interdites',
      body: `Bonjour,\n\nVotre serveur {server} envoie du courrier où un retour chariot ou un saut de ligne est isolé, ${noteTimes}. La RFC 5321, section 2.3.8, l’interdit, et notre passerelle le refuse. Merci de mettre à jour le logiciel qui écrit ou transmet ces messages, puis de les renvoyer.`,
    },
    meaning:
      'En SMTP, une ligne se termine par CR LF. Un CR ou un LF isolé est interdit, et certains serveurs y voient la fin du message, ce qui permet d’en glisser un second ; selon leur réglage, les passerelles le refusent, le nettoient ou le laissent passer.',
  },
  'starttls-masked': {
    headline: {
      plain: 'Notre listener n’offre pas de chiffrement, et l’expéditeur repart sans message : il l’exige peut-être.',
      default: 'Un pare-feu de chez nous masque STARTTLS, et l’expéditeur, qui exige le chiffrement, renonce.',
      changed:
        'L’expéditeur chiffrait auparavant, et repart maintenant sans message : quelque chose masque peut-être STARTTLS.',
    },
    summary: {
      plain: `{server} s’est connecté ${times}, a été admis et est reparti sans TLS ni message. Notre listener {listener} n’offre pas STARTTLS, vu d’ici. Un serveur qui doit chiffrer renonce alors ; un serveur qui ne fait que tester le nôtre repart aussi ainsi.`,
      default: `{server} s’est connecté ${times}, a été admis et est reparti sans TLS ni message. Vu de l’extérieur, notre listener {listener} montre des X à la place de STARTTLS : un pare-feu avec inspection SMTP l’efface.`,
      changed: `{server} s’est connecté ${times}, a été admis et est reparti sans TLS ni message. Jusqu’au {takenAt}, ses connexions étaient chiffrées. Un équipement qui efface STARTTLS l’expliquerait, un serveur qui ne fait que tester le nôtre aussi.`,
    },
    steps: {
      offer:
        'Voir si TLS est activé pour cet expéditeur (Mail Policies > Mail Flow Policies : TLS Preferred) et si le listener a un certificat (Network > Listeners) ; puis valider (commit). Si les deux le sont, un pare-feu efface STARTTLS.',
      switchOff:
        'Désactiver l’inspection SMTP pour la passerelle sur le pare-feu placé devant elle (ASA : `no inspect esmtp`), ou laisser passer STARTTLS.',
      tellApart:
        'Un coup d’œil tranche : EHLO à la main depuis l’extérieur (`telnet` vers le port 25 de notre MX). Des X à la place de STARTTLS, c’est l’inspection.',
      debugLog,
    },
    note: {
      subject: 'STARTTLS entre {ip} et {ourDomain}',
      body: 'Bonjour,\n\nVotre serveur {server} se connecte chez nous et repart sans message, {count:le|la dernière fois le} {lastAt}. Un équipement sur le trajet qui efface STARTTLS de notre réponse à EHLO l’expliquerait. Nous vérifions les nôtres ; merci de vérifier si un pare-feu de votre côté inspecte SMTP (ASA ou PIX : inspect esmtp), et ce que votre serveur reçoit en réponse à EHLO.',
    },
    meaning:
      'STARTTLS dans la réponse à EHLO est l’offre de chiffrer. Les pare-feu qui inspectent SMTP le remplacent par des X, car ils ne pourraient plus lire ; un serveur qui doit chiffrer garde alors le message.',
  },
  'tls-client-certificate': {
    headline: {
      default: 'Notre passerelle a demandé un certificat au serveur de l’expéditeur, et n’en a pas reçu d’acceptable.',
    },
    summary: {
      default: `{server} a commencé TLS ${times}, et notre côté y a mis fin : {reason}. La mail flow policy du groupe *{group}* demande un certificat client.`,
    },
    steps: {
      relax:
        'Voir si le groupe doit le demander : Mail Policies > Mail Flow Policies, politique de {group}, Verify Client Certificate. Si oui, ajouter l’émetteur de leur certificat aux autorités (Network > Certificates), puis valider (commit).',
      present: 'Présenter un certificat client valable, avec toute sa chaîne, pour l’envoi vers nous.',
    },
    note: {
      subject: 'TLS entre {ip} et {ourDomain} : le certificat client',
      body: `Bonjour,\n\nVotre serveur {server} commence TLS avec nous, et la négociation échoue faute d’un certificat client accepté chez nous ({reason}), ${noteTimes}. Merci de nous dire si votre serveur en présente un, et quelle autorité l’a émis ; nous vérifions ce que nous demandons.`,
    },
    meaning:
      'Une mail flow policy peut demander au serveur d’envoi de se prouver par un certificat. La plupart des serveurs n’en ont pas pour l’envoi ; avec ce réglage, leur négociation TLS échoue de notre côté.',
  },
  'sender-exception-table': {
    headline: { default: 'Notre passerelle a refusé l’adresse d’expéditeur : une règle de chez nous l’interdit.' },
    summary: {
      default: `{server} a nommé l’expéditeur d’enveloppe {mailFrom} ${times} ; notre passerelle l’a refusé : {reason}. Ce n’est pas un défaut de son domaine dans le DNS ; cela correspond à une entrée de la table d’exceptions de vérification des expéditeurs.`,
    },
    steps: {
      edit: 'Trouver l’entrée qui correspond à {mailFrom}, et qui l’a faite : Mail Policies > Exception Table ; la passer à Allow ou la supprimer, puis valider (commit).',
    },
    note: {
      subject: 'Votre adresse d’expéditeur {mailFrom} est refusée',
      body: `Bonjour,\n\nNotre passerelle a refusé du courrier de votre serveur {server} avec l’expéditeur d’enveloppe {mailFrom}, ${noteTimes}. Ce refus est une décision de notre côté sur cette adresse ou son domaine. Merci de nous dire ce qui est envoyé avec elle ; nous examinons la chose.`,
    },
    meaning:
      'La table d’exceptions de vérification des expéditeurs liste des adresses et des domaines admis, ou refusés, quoi qu’en dise le DNS. Une entrée qui refuse met fin au dialogue à MAIL FROM, avant tout message.',
  },
  'call-ahead-failed': {
    headline: {
      default:
        'Notre passerelle a interrogé le serveur de messagerie interne sur le destinataire, et n’a pas eu de oui.',
    },
    summary: {
      default: `{server} a présenté du courrier de {mailFrom} à {rcptTo} ${times}. Avant de le prendre, notre passerelle appelle le serveur suivant et lui demande s’il connaît le destinataire ; il a dit non ou n’a pas répondu, le destinataire a donc été refusé.`,
    },
    steps: {
      tellApart:
        'Interroger le serveur suivant à la main, depuis la passerelle : RCPT TO pour ce destinataire. S’il dit non, l’adresse y est inconnue ; s’il ne répond pas, c’est le call-ahead lui-même qui échoue.',
      profile:
        'Voir ce que le profil fait en cas d’échec et de délai dépassé, et où il appelle : Network > SMTP Call-Ahead.',
    },
    note: {
      subject: 'Votre courrier à {rcptTo} a été refusé',
      body: `Bonjour,\n\nVotre serveur {server} a présenté du courrier de {mailFrom} à {rcptTo}, ${noteTimes}, et le destinataire a été refusé. Soit l’adresse n’est pas connue ici, soit un de nos serveurs n’a pas pu être interrogé à ce moment. Nous examinons la chose ; merci de vérifier l’adresse.`,
    },
    meaning:
      'SMTP call-ahead : pendant que l’expéditeur attend, la passerelle se connecte au serveur suivant et lui présente le destinataire. Un non est transmis à l’expéditeur ; ce qui se passe sans réponse est réglé dans le profil.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
