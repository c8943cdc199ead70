import type { CommandTexts } from '../../language.ts'

const from = '<de qui> [à <destinataire>] [quand]'
const missing = 'indiquez de qui vient le message'
const tooLong = 'c’est trop long pour une question'

/** What the commands are for. */
export const commands: Readonly<Record<string, CommandTexts>> = {
  dns: {
    summary:
      'examine un domaine dans le DNS, comme expéditeur ou comme nôtre : toutes les vérifications, à coller dans un ticket',
    usage: '<domaine> [adresse]',
    missing: 'indiquez un seul domaine',
  },
  explain: {
    summary:
      'dit en mots simples ce que signifient des lignes de journal, un suivi, un avis de non-remise ou une cause',
    usage: '<lignes de journal, suivi, avis de non-remise, ou une cause telle que hat-tcprefuse>',
    missing: 'collez une ligne du journal, ou nommez une cause',
    tooLong: 'c’est trop à la fois',
  },
  help: { summary: 'montre ce qu’on peut demander', usage: '' },
  lines: {
    summary: 'montre en entier les lignes de journal sur lesquelles repose une réponse',
    usage: from,
    examples: ['lines example.com à bob@example.org hier'],
    missing,
    tooLong,
  },
  note: {
    summary: 'écrit la note pour l’administrateur de l’expéditeur, à coller dans un message',
    usage: from,
    examples: ['note example.com à bob@example.org hier'],
    missing,
    tooLong,
  },
  probe: {
    summary: 'essaie nos propres listeners, d’ici, comme le ferait un expéditeur (n’envoie jamais de message)',
    usage: '',
  },
  status: { summary: 'dit quelles passerelles peuvent être lues, et ce qui ne va pas avec les autres', usage: '' },
  trace: {
    summary: 'raconte le chemin de chaque message, ligne par ligne',
    usage: '<MID, Message-ID, adresse, domaine ou IP> [quand]',
    examples: ['trace MID 9931411', 'trace alice@example.com hier'],
    missing: 'indiquez un MID, un Message-ID, une adresse, un domaine ou une adresse IP',
    tooLong: 'c’est trop long',
  },
  watch: {
    summary: 'prévient dans le fil quand le prochain message d’un expéditeur arrive, pendant un jour',
    usage: '<de qui> [à <destinataire>] | stop',
    examples: ['watch example.com à bob@example.org', 'watch stop'],
    tooLong,
  },
  why: {
    summary: 'dit pourquoi un message n’est pas arrivé, ou ce qu’il est devenu',
    usage: from,
    examples: [
      "pourquoi le mail de example.com n'est pas arrivé ?",
      'pourquoi alice@example.com à bob@example.org depuis hier',
    ],
    tooLong,
  },
}
