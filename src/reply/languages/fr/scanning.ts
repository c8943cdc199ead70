import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** Causes in the work queue: what the filters and scanners do with a mail that was taken. */
export const scanning = {
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
      read: 'Lire ce que teste le filtre, puis le restreindre ou lui faire mettre le message en quarantaine : Mail Policies > {table} Content Filters > {filter} ; puis valider (commit).',
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
  'dlp-action': {
    headline: {
      default: 'Notre passerelle a supprimé le message : il contient des données qui ne doivent pas sortir.',
      held: 'Notre passerelle retient le message : il contient des données qui ne doivent pas sortir.',
      heldUnnamed: 'Notre passerelle retient le message : il contient des données qui ne doivent pas sortir.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La protection contre la fuite de données (DLP) a trouvé une infraction (politique {dlpPolicy}, gravité {severity}), et il a été supprimé ({stoppedAt}).',
      held: 'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La protection contre la fuite de données (DLP) a trouvé une infraction (politique {dlpPolicy}, gravité {severity}), et il est retenu dans la quarantaine *{quarantine}* depuis {stoppedAt}.',
      unnamed:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La protection contre la fuite de données (DLP) a trouvé une infraction, et il a été supprimé ({stoppedAt}). Le journal ne nomme pas la politique.',
      heldUnnamed:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La protection contre la fuite de données (DLP) a trouvé une infraction, et il est retenu dans la quarantaine *{quarantine}* depuis {stoppedAt}. Le journal ne nomme pas la politique.',
    },
    steps: {
      look: 'L’examiner et décider : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
      policy:
        'Si ces données peuvent aller à ce destinataire : modifier la politique DLP (Mail Policies > DLP Policy Manager), ou envoyer le message chiffré.',
      without: 'Le renvoyer sans ces données, ou par une voie prévue pour cela (chiffrée, un portail).',
    },
    noteToColleague: {
      subject: 'Votre message à {rcptTo} n’est pas parti',
      body: 'Bonjour,\n\nVotre message à {rcptTo} du {lastAt} a été arrêté à la sortie, parce qu’il semble contenir des données qui ne doivent pas quitter la maison (protection contre la fuite de données). Si ces données ne sont pas nécessaires, merci de le renvoyer sans elles. Si elles le sont, merci de nous dire lesquelles et dans quel but, afin qu’il puisse passer ou partir chiffré.',
    },
    meaning:
      'La DLP cherche dans le courrier sortant des numéros de carte, des données de santé et autres. Une infraction peut faire retenir, supprimer ou chiffrer le message ; il s’agit de notre propre courrier sortant.',
  },
  'global-unsubscribe': {
    headline: {
      default: 'Notre passerelle n’envoie jamais à ce destinataire : l’adresse figure sur sa liste Global Unsubscribe.',
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
      default: 'Notre passerelle a pris le message pour de la publicité ou une lettre d’information, et l’a supprimé.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), jugé « {verdict} » et supprimé ({stoppedAt}). L’expéditeur n’en a rien su.',
    },
    steps: {
      policy:
        'Marquer ce courrier ou le laisser passer pour cet expéditeur : Mail Policies > {table} Mail Policies > Graymail ; puis valider (commit).',
      resend: 'Le renvoyer une fois cela modifié : ce qui a été supprimé ne se récupère pas.',
    },
    meaning:
      'Le graymail est du courrier de masse qui n’est pas du spam : marketing, réseaux sociaux, lettres d’information. La politique de messagerie peut marquer, retenir, supprimer ou remettre chaque sorte.',
  },
  'ldap-drop-in-queue': {
    headline: {
      default: 'Notre passerelle a accepté le message, puis l’a supprimé : l’annuaire ne connaît pas le destinataire.',
      bounced: 'Notre passerelle a accepté le message, puis l’a retourné : l’annuaire ne connaît pas le destinataire.',
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
  'spam-drop': {
    headline: { default: 'Notre passerelle a pris le message pour du spam et l’a supprimé.' },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté, jugé comme spam et supprimé ({stoppedAt}, {id}). Il ne peut pas être récupéré, et l’expéditeur n’en a rien su.',
    },
    clear: 'Spam : le verdict était « {verdict} ».',
    steps: {
      policy:
        'Faire mettre le spam en quarantaine au lieu de le supprimer : Mail Policies > {table} Mail Policies > {policy} > Anti-Spam ; puis valider (commit).',
      report:
        'Si ce n’était pas du spam : le faire renvoyer par l’expéditeur, et le signaler à l’éditeur comme faux positif (Submission and Tracking Portal), avec tous ses en-têtes.',
      resend: 'Le renvoyer plus simple : moins de liens et d’images, depuis le serveur habituel.',
      trace,
      abused:
        'Voir d’abord si le compte ou la machine de {mailFrom} est détourné : qu’est-il parti d’autre de là aujourd’hui ? Si oui, le bloquer avant tout nouvel envoi.',
    },
    note: {
      subject: 'Votre message à {ourDomain} du {lastAt} a été pris pour du spam',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, puis arrêté parce que son contenu a été pris pour du spam. Merci de le renvoyer avec moins de liens et d’images, et de nous dire quand, pour que nous puissions le chercher.',
    },
    meaning:
      'Le moteur antispam (CASE) donne à chaque message un verdict : positive, suspect, marketing ou negative. La politique de messagerie dit ce qui se passe ensuite ; avec Drop, le message est supprimé après avoir été accepté.',
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
        'S’il était seulement chiffré ou impossible à analyser : changer ce qui est fait d’un tel message pour cet expéditeur : Mail Policies > {table} Mail Policies > Anti-Virus.',
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
} as const satisfies Readonly<Record<string, RuleTranslation>>
