import type { RuleTranslation } from '../../language.ts'

/** Causes by which a mail is held, and what became of it there. */
export const quarantine = {
  'outbreak-delay': {
    headline: {
      default:
        'Notre passerelle retient le message un moment, au cas où il ferait partie d’une nouvelle vague d’attaques.',
      released:
        'Notre passerelle a retenu le message {minutes} {minutes:minute|minutes}, au cas où il aurait fait partie d’une nouvelle vague d’attaques.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et est retenu dans la quarantaine *{quarantine}* depuis {heldAt} ({reason}). Il est retardé, pas perdu : il sera analysé de nouveau et libéré de lui-même.',
      released:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), retenu dans la quarantaine *{quarantine}* de {heldAt} à {releasedAt}, puis il est reparti.',
    },
    clear: 'Filtres Outbreak : le verdict était négatif.',
    steps: {
      release:
        'Si c’est urgent et que le message est connu, le libérer : Monitor > Policy, Virus and Outbreak Quarantines > Outbreak.',
      retention:
        'Si cela arrive souvent à du bon courrier : raccourcir la rétention, ou relever le niveau de menace pris en compte : Mail Policies > Outbreak Filters.',
    },
    meaning:
      'Les filtres Outbreak retiennent le courrier qui ressemble au début d’une nouvelle vague de logiciels malveillants ou de fraude, jusqu’à ce que les moteurs la connaissent. Il est analysé de nouveau à sa libération. Le retard peut être de quelques minutes ou de quelques heures.',
  },
  'policy-quarantine': {
    headline: { default: 'Notre passerelle retient le message dans une quarantaine, où il attend une décision.' },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et placé dans la quarantaine *{quarantine}* ({heldAt}). Motif : {reason}. Personne ne l’a libéré, pour autant que le journal le montre.',
      remote:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et placé dans la quarantaine *{quarantine}* de l’appliance de gestion ({heldAt}). Motif : {reason}. Personne ne l’a libéré, pour autant que le journal le montre.',
      unsaid:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}) et placé dans la quarantaine *{quarantine}* ({heldAt}) ; le journal ne dit pas pourquoi. Personne ne l’a libéré, pour autant que le journal le montre.',
    },
    steps: {
      decide:
        'L’examiner, puis le libérer ou le supprimer : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, chercher {mailFrom}.',
      expiry:
        'Voir quand il expire et ce qui se passe alors (action par défaut) : sans décision, il est supprimé ou libéré tout seul.',
      edit: 'Si ce courrier doit passer : restreindre le filtre qui l’a placé là.',
    },
    meaning:
      'Un filtre ou une politique peut retenir un message pour qu’une personne décide. Il reste jusqu’à ce que quelqu’un le libère ou le supprime, ou jusqu’à la fin de son délai ; ce qui se passe alors est l’action par défaut de la quarantaine.',
  },
  'quarantine-expired': {
    headline: {
      default: 'Le message était retenu en quarantaine et y a été supprimé à la fin de son délai.',
      full: 'Le message était retenu en quarantaine et a été supprimé parce qu’elle était pleine.',
      manual: 'Le message était retenu en quarantaine, et quelqu’un l’y a supprimé.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} ({id}) a été placé dans la quarantaine *{quarantine}* ({heldAt}) et supprimé ({deletedAt}, {reason}), puisque personne ne l’a libéré. Il ne peut pas être récupéré.',
      full: 'Le message de {mailFrom} à {rcptTo} ({id}) a été placé dans la quarantaine *{quarantine}* ({heldAt}) et supprimé pour faire de la place ({deletedAt}, {reason}). Il ne peut pas être récupéré.',
      manual:
        'Le message de {mailFrom} à {rcptTo} ({id}) a été placé dans la quarantaine *{quarantine}* ({heldAt}) et supprimé par un administrateur ({deletedAt}). Il ne peut pas être récupéré.',
    },
    steps: {
      resend: 'Renvoyer le message ; la note ci-dessous le demande.',
      retention:
        'Y garder le courrier plus longtemps, ou le libérer à la fin du délai : Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, Retention Period et Default Action ; puis valider (commit).',
    },
    note: {
      subject: 'Votre message à {ourDomain} du {lastAt} : merci de le renvoyer',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, retenu pour vérification, et supprimé là avant d’être remis. La faute est de notre côté. Merci de le renvoyer.',
    },
    meaning:
      'Une quarantaine garde le courrier un temps fixé et jusqu’à une taille fixée. Ensuite son action par défaut s’applique : supprimer ou libérer. Un message supprimé est perdu, et l’expéditeur n’en sait rien.',
  },
  'quarantine-several': {
    headline: {
      default: 'Le message a été libéré d’une quarantaine et reste retenu dans une autre.',
      deleted: 'Le message a été libéré d’une quarantaine et supprimé d’une autre ; il n’est donc jamais reparti.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} ({id}) était retenu dans {quarantines}. Il a été libéré de *{released}* ({releasedAt}), mais un message ne repart que lorsque toutes les quarantaines l’ont libéré.',
      deleted:
        'Le message de {mailFrom} à {rcptTo} ({id}) était retenu dans {quarantines}. Il a été libéré de *{released}* ({releasedAt}), mais supprimé de *{deleted}* ({deletedAt}, {reason}) ; un message ne repart que lorsque toutes les quarantaines l’ont libéré. Il ne peut pas être récupéré.',
    },
    steps: {
      resend: 'Renvoyer le message ; la note ci-dessous le demande.',
      tellApart:
        'Qui libère un message voit à cet endroit quelles autres quarantaines le retiennent : le libérer de toutes, sinon il peut encore être supprimé : Monitor > Policy, Virus and Outbreak Quarantines.',
      release: 'Le libérer aussi des autres : Monitor > Policy, Virus and Outbreak Quarantines, chercher {mailFrom}.',
    },
    note: {
      subject: 'Votre message à {ourDomain} du {lastAt} : merci de le renvoyer',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle, retenu pour vérification, et supprimé là avant d’être remis. La faute est de notre côté. Merci de le renvoyer.',
    },
    meaning:
      'Un message peut être retenu dans plusieurs quarantaines à la fois, pour des raisons différentes. Il n’est remis que lorsque toutes l’ont libéré ; si l’une le supprime, il est perdu.',
  },
  'spam-quarantine': {
    headline: { default: 'Il est dans la quarantaine de spam : notre passerelle l’a pris pour du spam.' },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}), jugé « {verdict} » et remis à la quarantaine de spam ({heldAt}). Dans le journal, cela se lit comme une remise ; ce n’en est pas une. Si quelqu’un l’a libéré ou supprimé depuis, le journal de messagerie ne le montre pas.',
    },
    steps: {
      release:
        'Ouvrir la quarantaine de spam (le lien est dans le message de notification) et libérer le message ; mettre l’expéditeur sur la safelist.',
      search:
        'Le chercher et le libérer à leur place : Monitor > Spam Quarantine, sur l’appliance de gestion s’il y en a une.',
      policy: 'Si ce n’était pas du spam : le signaler à l’éditeur comme faux positif, avec tous ses en-têtes.',
    },
    meaning:
      'Le courrier pris pour du spam, ou suspect, peut être retenu pour que le destinataire le voie. Dans le journal il est marqué, puis remis à la quarantaine, avec (external quarantine) en fin de ligne si c’est une autre appliance. Après quelques jours il est supprimé, sauf s’il est libéré.',
  },
  'user-blocklist': {
    headline: {
      default:
        'Il est dans la quarantaine de spam, parce que l’expéditeur figure sur la liste de blocage du destinataire lui-même.',
      dropped:
        'Notre passerelle l’a supprimé, parce que l’expéditeur figure sur la liste de blocage du destinataire lui-même.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La liste de blocage personnelle du destinataire dit spam, et cela l’emporte sur tout autre verdict.',
      dropped:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). La liste de blocage personnelle du destinataire dit spam, et le message a été supprimé ; il ne peut pas être récupéré.',
    },
    steps: {
      unblock:
        'Ouvrir la quarantaine de spam, retirer {mailFrom} (ou son domaine) de la liste de blocage sous Options, et libérer le message.',
      help: 'Modifier la liste à leur place : Monitor > Spam Quarantine > Safelist/Blocklist, destinataire {rcptTo}.',
    },
    meaning:
      'Chaque destinataire peut tenir une safelist et une blocklist dans la quarantaine de spam. Dans le journal, elles parlent comme moteur SLBL, et passent avant le moteur antispam.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
