import type { RuleTranslation } from '../../language.ts'
import { capture, debugLog } from './phrases.ts'

/** Causes at the connection: the HAT, its limits, and what stands between the two servers. */
export const connection = {
  'connection-limit-host': {
    headline: {
      default: 'Le serveur de l’expéditeur a ouvert plus de connexions à la fois que notre passerelle n’en permet.',
    },
    summary: {
      default:
        '{server} a été ajourné {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) : il avait autant de connexions ouvertes qu’une adresse peut en avoir. Ce refus est temporaire ; l’expéditeur réessaie.',
      max: '{server} a été ajourné {count:une fois|# fois} ({count:|dernière fois : }{lastAt}, {id}) : il avait déjà {max} {max:connexion ouverte|connexions ouvertes}, la limite pour une adresse. Ce refus est temporaire ; l’expéditeur réessaie.',
    },
    steps: {
      raise:
        'Si l’expéditeur est un service régulier : augmenter le nombre de connexions par adresse dans la mail flow policy de {group}, ou placer {ip} dans un groupe à limite plus haute, puis valider (commit).',
      fewer: 'Ouvrir moins de connexions à la fois vers nous ; ce qui a été ajourné repartira de soi-même.',
    },
    note: {
      subject: 'Trop de connexions simultanées depuis {ip}',
      body: 'Bonjour,\n\nVotre serveur {server} a ouvert plus de connexions simultanées vers notre passerelle que nous n’en permettons à une adresse, {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}. Le courrier a été ajourné, pas refusé définitivement. Merci de réduire le nombre de connexions simultanées vers {ourDomain}, et de nous dire s’il s’agit d’un service régulier, afin que nous puissions relever la limite.',
    },
    meaning:
      'Une mail flow policy limite le nombre de connexions qu’une adresse peut avoir ouvertes en même temps. Une de plus reçoit une erreur temporaire, et l’expéditeur réessaie plus tard.',
  },
  'hat-host-dns': {
    headline: {
      default: 'Notre passerelle l’a refusé : le DNS inverse du serveur de l’expéditeur n’est pas en ordre.',
    },
    summary: {
      default:
        '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) : le groupe d’expéditeurs *{group}* écarte les serveurs sans nom DNS inverse qui ramène à eux (règle {match}).',
    },
    steps: {
      publish: 'Publier un enregistrement PTR pour {ip}, et pour ce nom un enregistrement d’adresse qui ramène à {ip}.',
      except:
        'En attendant : ajouter {ip} à un groupe d’expéditeurs placé au-dessus de {group}, ou retirer la condition de celui-ci (Mail Policies > HAT Overview > {group}, Connecting Host DNS Verification), puis valider (commit).',
    },
    note: {
      subject: 'Votre serveur {ip} a besoin d’un nom DNS inverse',
      body: 'Bonjour,\n\nLe courrier de votre serveur {ip} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, parce que son DNS inverse n’est pas en ordre : soit l’adresse n’a pas d’enregistrement PTR, soit le nom qu’il contient ne ramène pas à l’adresse. Merci de publier un enregistrement PTR pour {ip}, et un enregistrement A ou AAAA de ce nom avec la même adresse.',
    },
    meaning:
      'Un groupe d’expéditeurs peut viser les serveurs dont le DNS inverse échoue : pas d’enregistrement PTR (nx.domain), une recherche qui finit en erreur (serv.fail), ou un nom qui ne ramène pas à l’adresse (not.double.verified).',
  },
  'hat-reject-country': {
    headline: { default: 'Notre passerelle l’a refusé : elle ne prend pas de courrier du pays de ce serveur.' },
    summary: {
      default:
        '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), avant qu’aucun message ne soit présenté : le groupe d’expéditeurs *{group}* vise le pays, {country}.',
    },
    steps: {
      except:
        'Si l’expéditeur est le bienvenu : ajouter {ip} à un groupe d’expéditeurs placé au-dessus de {group} dans Mail Policies > HAT Overview, puis valider (commit).',
    },
    note: {
      subject: 'Votre courrier vers {ourDomain} est refusé : {ip}',
      body: 'Bonjour,\n\nLe courrier de votre serveur {server} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, à cause du pays où cette adresse est enregistrée. Si vous avez un serveur ailleurs, son courrier est jugé pour lui-même. Dites-nous s’il s’agit d’une correspondance régulière, afin que nous puissions faire une exception.',
    },
    meaning:
      'Les versions récentes peuvent classer les serveurs dans un groupe d’expéditeurs selon le pays où leur adresse est enregistrée. Un groupe qui refuse écarte tous les serveurs de ce pays.',
  },
  'hat-reject-entry': {
    headline: {
      default: 'Notre passerelle l’a refusé : le serveur de l’expéditeur figure sur une de nos listes.',
      dnslist:
        'Notre passerelle l’a refusé : le serveur de l’expéditeur figure sur une liste de blocage publique que nous utilisons.',
    },
    summary: {
      default:
        '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), avant qu’aucun message ne soit présenté : il correspond à l’entrée {match} du groupe d’expéditeurs *{group}*. Sa réputation ({sbrs}) n’y est pour rien.',
      dnslist:
        '{server} a été refusé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), avant qu’aucun message ne soit présenté : le groupe d’expéditeurs *{group}* interroge {match}, et l’adresse y est inscrite.',
    },
    steps: {
      edit: 'Trouver qui a ajouté l’entrée {match} et pourquoi (System Administration > Configuration log), puis la retirer ou la restreindre dans Mail Policies > HAT Overview > {group}, et valider (commit).',
      delist: 'Demander à l’exploitant de cette liste d’en retirer {ip}, une fois la cause corrigée.',
    },
    note: {
      subject: 'Votre courrier vers {ourDomain} est refusé : {ip}',
      body: 'Bonjour,\n\nLe courrier de votre serveur {server} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, avec une réponse 554. La décision porte sur cette adresse ou son réseau, pas sur un message. Merci de vérifier si l’adresse figure sur une liste de blocage publique et de nous dire ce que ce serveur envoie ; nous regardons de notre côté pendant ce temps.',
    },
    meaning:
      'La Host Access Table contient des groupes d’expéditeurs avec leurs entrées : adresses, réseaux, noms d’hôte, listes de blocage DNS. Le premier groupe qui correspond décide. Ici, une entrée que quelqu’un a ajoutée refuse le serveur, quelle que soit sa réputation.',
  },
  'hat-reject-reputation': {
    headline: { default: 'Notre passerelle l’a refusé : le serveur de l’expéditeur a mauvaise réputation.' },
    summary: {
      default:
        '{server} a essayé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) et a été refusé avant qu’aucun message ne soit présenté : groupe d’expéditeurs *{group}*, réputation *{sbrs}*.',
      changed:
        '{server} a essayé {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) et a été refusé avant qu’aucun message ne soit présenté : groupe d’expéditeurs *{group}*, réputation *{sbrs}*. Ce qui a changé : le dernier message accepté de cet expéditeur ({takenAt}) venait de {takenServer}, réputation {takenSbrs}.',
    },
    steps: {
      cleanUp:
        'Chercher le courrier que {ip} envoie à l’insu de ses exploitants, puis demander un réexamen sur talosintelligence.com. La note ci-dessous le dit.',
      exempt:
        'Si cela ne peut pas attendre : Mail Policies > HAT Overview, ajouter {ip} à un groupe d’expéditeurs placé *au-dessus* de {group}, pour un jour, puis valider (commit).',
      exemptMany:
        'Si cela ne peut pas attendre : Mail Policies > HAT Overview, ajouter l’adresse à un groupe d’expéditeurs placé *au-dessus* de {group}, pour un jour, puis valider (commit).',
    },
    note: {
      subject: 'Votre courrier vers {ourDomain} est refusé : {ip}',
      body: 'Bonjour,\n\nLe courrier de votre serveur {server} vers {ourDomain} a été refusé à la connexion, {count:une fois|# fois} {period}, avec une réponse 554, à cause de la réputation de cette adresse. Merci de chercher si ce serveur envoie du courrier à votre insu, de vérifier si l’adresse figure sur une liste de blocage, puis de demander un réexamen sur talosintelligence.com. Tant que la réputation n’est pas rétablie, votre courrier venant de cette adresse sera refusé ; celui d’un autre de vos serveurs est jugé pour lui-même.',
    },
    meaning:
      'La passerelle note chaque adresse qui se connecte (SBRS, de −10 à +10, d’après ce que l’adresse a envoyé par le passé). Sous un seuil, la Host Access Table refuse la connexion avec une réponse 554, avant même de connaître l’expéditeur et le destinataire. Il s’agit du serveur d’envoi, pas d’un message.',
  },
  'hat-tcprefuse': {
    headline: { default: 'Notre passerelle a écarté le serveur de l’expéditeur avant le premier mot.' },
    summary: {
      default:
        '{server} a été écarté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) : le groupe d’expéditeurs *{group}* refuse au niveau TCP (règle {match}, réputation {sbrs}). Le serveur d’envoi ne voit aucune réponse et réessaie pendant des jours.',
      changed:
        '{server} a été écarté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) : le groupe d’expéditeurs *{group}* refuse au niveau TCP (règle {match}, réputation {sbrs}). Le serveur d’envoi ne voit aucune réponse et réessaie pendant des jours. Ce qui a changé : le dernier message accepté de cet expéditeur ({takenAt}) venait de {takenServer}, réputation {takenSbrs}.',
    },
    steps: {
      move: 'Si l’expéditeur est le bienvenu : Mail Policies > HAT Overview, placer l’adresse dans un autre groupe d’expéditeurs au-dessus de {group}, puis valider (commit).',
      reject:
        'Faire passer l’accès de {group} de TCPREFUSE à REJECT : un expéditeur refusé l’apprend alors tout de suite, par une réponse 554, et non après des jours.',
      cleanUp: 'Trouver pourquoi l’adresse a mauvaise réputation, et demander un réexamen sur talosintelligence.com.',
    },
    note: {
      subject: 'Votre serveur {ip} ne peut pas se connecter à {ourDomain}',
      body: 'Bonjour,\n\nVotre serveur {server} a essayé de se connecter à notre passerelle de messagerie et a été écarté au niveau TCP, {count:une fois|# fois} {period}. De votre côté, cela ressemble à une connexion refusée ou réinitialisée sur le port 25 ({ourMx}). La décision porte sur cette adresse. Merci de vérifier sa réputation sur talosintelligence.com et de chercher si elle envoie du courrier à votre insu ; puis de nous répondre.',
    },
    meaning:
      'TCPREFUSE est la réponse la plus dure de la Host Access Table : la connexion est coupée sans aucune réponse SMTP. Le serveur d’envoi ne peut pas la distinguer d’une panne de réseau, il réessaie donc jusqu’à l’expiration de sa propre file. La ligne du journal porte ICID 0, car aucune connexion n’a été ouverte.',
  },
  'slow-reverse-dns': {
    headline: {
      default: 'Le serveur de l’expéditeur a raccroché pendant que notre passerelle cherchait encore son nom.',
    },
    summary: {
      default:
        '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), a attendu notre bannière et est parti au bout de {seconds} secondes sans présenter de message. Notre recherche de son nom DNS inverse en avait pris {dnsSeconds}.',
      pause:
        '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) ; rien ne s’est passé pendant {seconds} secondes, puis il est parti sans présenter de message. Notre bannière attend le nom DNS inverse du serveur, et aucun n’a été trouvé.',
      slow: '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}) ; rien ne s’est passé pendant {seconds} secondes, puis il est parti sans présenter de message. Notre bannière attend le nom DNS inverse du serveur, et celui-ci est lent à répondre.',
    },
    clear: 'DNS inverse : le nom de {ip} répond vite et y ramène.',
    steps: {
      publish:
        'Publier pour {ip} un nom DNS inverse (PTR) qui répond vite, ou faire attendre plus longtemps la bannière par le serveur d’envoi : cinq minutes selon la RFC 5321.',
      measure: 'Chronométrer la recherche vue de la passerelle ; plus de 10 secondes en est la preuve.',
      shorten:
        'Si beaucoup d’expéditeurs sont lents : raccourcir le délai de la recherche DNS inverse (20 secondes par défaut) : `dnsconfig`, SETUP, puis `commit`.',
    },
    note: {
      subject: 'Votre serveur {ip} raccroche avant notre bannière',
      body: 'Bonjour,\n\nVotre serveur {ip} s’est connecté à {ourDomain} {count:une fois|# fois}, {count:le|la dernière fois le} {lastAt}, et a raccroché au bout de {seconds} secondes, avant notre bannière. Notre passerelle cherche le nom DNS inverse d’un serveur avant d’envoyer sa bannière, et pour {ip} cela prend trop de temps. Merci de publier un enregistrement PTR pour {ip} sur des serveurs de noms qui répondent, avec pour ce nom un enregistrement d’adresse qui ramène à {ip} ; ou d’allonger le temps pendant lequel votre serveur attend la bannière (cinq minutes selon la RFC 5321, section 4.5.3.2.1).',
    },
    meaning:
      'Avant d’envoyer sa bannière, la passerelle cherche le nom du serveur qui s’est connecté. Si cette zone DNS ne répond pas, la bannière arrive tard, et certains serveurs n’attendent pas si longtemps. La cause est le DNS inverse de l’expéditeur, ou notre propre résolveur si beaucoup d’expéditeurs sont lents.',
  },
  'smtp-inspection': {
    headline: {
      default: 'Un pare-feu qui intervient dans SMTP se trouve peut-être entre l’expéditeur et notre passerelle.',
      masked: 'Un de nos pare-feu réécrit le dialogue SMTP, et l’expéditeur renonce.',
    },
    summary: {
      default:
        '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), a été admis, et la connexion a pris fin sans message complet. Cela peut être un pare-feu avec inspection SMTP en route, ou un serveur qui ne fait que tester le nôtre.',
      masked:
        '{server} s’est connecté {count:une fois|# fois} ({count:|dernière fois : }{lastAt}), a été admis, et la connexion a pris fin sans message complet. Vu de l’extérieur, notre listener {listener} répond avec des lettres masquées : un pare-feu avec inspection SMTP se trouve devant lui.',
    },
    steps: {
      tellApart:
        'Une expérience tranche : faire dérouler le dialogue à la main par l’expéditeur (`telnet` vers le port 25 de notre MX). Des astérisques dans notre bannière, ou des X à la place de STARTTLS, sont l’inspection.',
      switchOff:
        'Retirer l’inspection SMTP pour la passerelle sur le pare-feu placé devant elle (ASA : `no inspect esmtp` ; PIX : `no fixup protocol smtp 25`).',
      capture,
      debugLog,
    },
    note: {
      subject: 'SMTP entre {ip} et {ourDomain}',
      body: 'Bonjour,\n\nVotre serveur {server} se connecte chez nous, et la session prend fin avant qu’un message soit complet, {count:le|la dernière fois le} {lastAt}. Un équipement en route qui modifie le dialogue SMTP l’expliquerait. Nous vérifions les nôtres ; merci de vérifier si votre côté utilise l’inspection SMTP (ASA ou PIX : inspect esmtp) et de la retirer pour le courrier vers nous.',
    },
    meaning:
      'Certains pare-feu lisent SMTP au passage et le modifient : bannières pleines d’astérisques, STARTTLS écrasé par des X, commandes coupées. Les serveurs qui ont besoin de ce qui a été masqué renoncent, et le journal ne montre qu’une connexion qui prend fin.',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
