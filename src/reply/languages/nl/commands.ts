import type { CommandTexts } from '../../language.ts'

const from = '<van wie> [aan <ontvanger>] [wanneer]'
const missing = 'noem van wie de mail komt'
const tooLong = 'dat is te lang voor een vraag'

/** What the commands are for. */
export const commands: Readonly<Record<string, CommandTexts>> = {
  dns: {
    summary:
      'bekijkt een domein in het DNS, als afzender of als dat van ons: alle controles, om in een ticket te plakken',
    usage: '<domein> [adres]',
    missing: 'noem één domein',
  },
  explain: {
    summary: 'zegt in gewone woorden wat geplakte logregels, een tracking, een foutmelding of een oorzaak betekenen',
    usage: '<logregels, tracking, foutmelding, of een oorzaak zoals hat-tcprefuse>',
    missing: 'plak een regel van het log, of noem een oorzaak',
    tooLong: 'dat is te veel in één keer',
  },
  help: { summary: 'laat zien wat u kunt vragen', usage: '' },
  lines: {
    summary: 'laat de logregels waarop een antwoord steunt in hun geheel zien',
    usage: from,
    examples: ['lines example.com aan bob@example.org gisteren'],
    missing,
    tooLong,
  },
  note: {
    summary: 'schrijft het bericht aan de beheerder van de afzender, om in een mail te plakken',
    usage: from,
    examples: ['note example.com aan bob@example.org gisteren'],
    missing,
    tooLong,
  },
  probe: {
    summary: 'test onze eigen listeners, van hieruit, zoals een afzender zou doen (verstuurt nooit mail)',
    usage: '',
  },
  status: { summary: 'zegt welke gateways te lezen zijn, en wat er met de andere is', usage: '' },
  trace: {
    summary: 'vertelt de weg van elk bericht, regel voor regel',
    usage: '<MID, Message-ID, adres, domein of IP> [wanneer]',
    examples: ['trace MID 9931411', 'trace alice@example.com gisteren'],
    missing: 'noem een MID, een Message-ID, een adres, een domein of een IP-adres',
    tooLong: 'dat is te lang',
  },
  watch: {
    summary: 'meldt in de thread wanneer de volgende mail van een afzender komt, een dag lang',
    usage: '<van wie> [aan <ontvanger>] | stop',
    examples: ['watch example.com aan bob@example.org', 'watch stop'],
    tooLong,
  },
  why: {
    summary: 'zegt waarom mail niet is aangekomen, of waar hij is gebleven',
    usage: from,
    examples: [
      'waarom is de mail van example.com niet aangekomen?',
      'waarom alice@example.com aan bob@example.org sinds gisteren',
    ],
    tooLong,
  },
}
