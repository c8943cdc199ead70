/** The French of the steps that several rules end with. */
export const debugLog =
  'Enregistrer toute la conversation SMTP avec leurs serveurs : `logconfig`, NEW, Injection Debug Logs, name `smtp_debug`, hosts `{hosts}`, 10 sessions, le reste par défaut, puis `commit`. Faire envoyer un essai par l’expéditeur, le lire avec `tail smtp_debug` et le coller après `explain`, qui montre la ligne où la conversation s’est rompue.'

export const capture =
  'Capturer une tentative sur le réseau : `packetcapture`, SETUP, custom filter `{filter}`, START, puis STOP après la tentative. Le dernier paquet montre qui a mis fin à la connexion : FIN, RST, ou personne.'

export const trace = 'Lire toutes les lignes de ce message sur la passerelle.'
