import type { RuleTranslation } from '../../language.ts'
import { trace } from './phrases.ts'

/** What arrived, and what was given up at the end. */
export const delivery = {
  delivered: {
    headline: {
      default: 'Il est arrivé : notre serveur de messagerie l’a pris en charge ({deliveredAt}).',
      elsewhere: 'Il a été remis ({deliveredAt}), mais à un autre serveur que d’habitude : {nextHop}.',
      outbound:
        'Il est parti de chez nous : le serveur de messagerie du destinataire l’a pris en charge ({deliveredAt}).',
      onward: 'Il a été transféré : le serveur d’arrivée l’a pris en charge ({deliveredAt}).',
    },
    summary: {
      default:
        '{id} de {mailFrom} à {rcptTo}{about} a été remis à {nextHop}, qui a répondu `{response}`. Au-delà, notre passerelle ne le voit plus.',
      noResponse:
        '{id} de {mailFrom} à {rcptTo}{about} a été remis à {nextHop}, qui l’a accepté. Au-delà, notre passerelle ne le voit plus.',
      unnamed:
        '{id} de {mailFrom} à {rcptTo}{about} a été remis ; ce journal ne nomme ni le serveur qui l’a pris ni sa réponse. Au-delà, notre passerelle ne le voit plus.',
    },
    clear: 'Arrivée : aucun serveur derrière la passerelle ne l’a pris.',
    steps: {
      look: 'Regarder dans le courrier indésirable, les autres dossiers et les règles de la boîte.',
      traceId: 'Équipe messagerie : suivi du message `<{messageId}>`, {deliveredAt}.',
      trace: 'Équipe messagerie : suivi du courrier de {mailFrom}, {deliveredAt}.',
      route:
        'Voir où va maintenant le courrier de ce domaine, et qui l’a changé : Network > SMTP Routes ; routage LDAP.',
      there: 'Chercher le message sur {nextHop} : il y attend peut-être, ou se trouve dans une boîte là-bas.',
      theirs: 'Leur administrateur le cherche dans le journal de {nextHop} : ce serveur en a répondu.',
    },
    noteToRecipient: {
      subject: 'Message à {rcptTo} pris par votre serveur, et que le destinataire ne trouve pas',
      body: 'Bonjour,\n\nNotre serveur {ourAddress} a remis au vôtre, {nextHop}, un message de {mailFrom} à {rcptTo} le {deliveredAt}. Votre serveur l’a pris ; sa réponse : {answer}. Message-ID : {searchId}. Le destinataire ne le trouve pas. Merci de chercher où il est allé chez vous : courrier indésirable, quarantaine, règle.',
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
      outbound:
        'Le serveur de messagerie du destinataire n’a pas pris notre message avant son expiration, et il est revenu à l’expéditeur.',
    },
    summary: {
      default:
        'Le message de {mailFrom} à {rcptTo} a été accepté ({lastAt}, {id}). Il n’a pas pu être remis au serveur suivant ({reply}) et a été abandonné comme trop ancien ({triedAt}). L’expéditeur a reçu un avis d’erreur.',
    },
    steps: {
      outage:
        'Trouver combien de temps le serveur suivant a été absent et qui d’autre l’attendait : tout le courrier de cette période est revenu de la même façon.',
      resend: 'Demander aux expéditeurs de cette période de renvoyer leurs messages.',
      theirs:
        'Leur administrateur voit pourquoi ce serveur n’a rien pris de nous pendant ce temps ; la note ci-dessous dit ce qui est revenu.',
      again: 'Renvoyer quand ce serveur prendra le courrier, ou joindre le destinataire autrement.',
      status: 'Voir si d’autre courrier pour {destination} attend aussi, et pourquoi.',
    },
    note: {
      subject: 'Votre message à {ourDomain} du {lastAt} : merci de le renvoyer',
      body: 'Bonjour,\n\nVotre message de {mailFrom} du {lastAt} a été accepté par notre passerelle et n’a pas pu être remis chez nous avant l’expiration de son délai en file d’attente. La faute est de notre côté. Merci de le renvoyer.',
    },
    noteToRecipient: {
      subject: 'Votre serveur de messagerie n’a pas pris notre message à {rcptTo}',
      body: 'Bonjour,\n\nNotre serveur {ourAddress} a tenté, du {lastAt} au {triedAt}, de remettre un message de {mailFrom} à {rcptTo}, et a abandonné ({reply}). Le dernier serveur essayé était {nextHop}. Merci de chercher dans votre journal pourquoi il ne l’a pas pris, et de nous dire quand le renvoyer.',
    },
    meaning:
      'Un message qui ne peut pas être remis attend en file un temps limité (72 heures ou 100 essais par défaut). Ensuite il est retourné avec 5.4.7, Delivery expired. La raison se trouve dans les essais précédents.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
