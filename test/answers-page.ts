import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The answers that docs/answers.md shows, each with what kind of answer it is. */
const shown: readonly (readonly [string, string])[] = [
  ['refused-by-reputation', 'Refused at the door'],
  ['refused-for-want-of-a-reverse-name', 'Refused by a rule of ours, as far as one can tell'],
  ['tls-handshake-broken', 'Encryption fails'],
  ['sender-domain-does-not-exist', 'The sender does not exist in the DNS'],
  ['recipient-unknown', 'The recipient does not exist'],
  ['transfer-lost', 'Broken off on the way'],
  ['dmarc-refused', 'Authentication fails, and several things fit'],
  ['commands-crossed-out-on-the-way', 'It could be this, or something else'],
  ['dropped-by-a-filter', 'Dropped by a filter'],
  ['spam-quarantined-elsewhere', 'Reads like a delivery, and is the spam quarantine'],
  ['held-for-a-new-outbreak', 'Held for a while'],
  ['the-first-alert-came-the-second-waits', 'It waits in our own queue'],
  ['two-of-three-got-it', 'Arrived for some, not for others'],
  ['refused-first-delivered-later', 'It did arrive, after all'],
  ['asked-by-an-id-that-was-given-twice', 'One id, two mails'],
  ['nothing-came', 'It never came, and that is proved'],
  ['one-gateway-has-a-hole', 'Part of the evidence is missing'],
  ['ended-by-the-sender-in-french', 'In French'],
  ['advertising-in-the-spam-quarantine-in-dutch', 'In Dutch'],
  ['waits-for-file-analysis-in-japanese', 'In Japanese'],
]

/** What Slack folds begins with the log lines. */
const folded = /\n(?=(?:Log lines|Lignes du journal|Logregels|ログ行)[^\n]*\n)/

function read(name: string, file: string): string {
  return readFileSync(fileURLToPath(new URL(`answers/${name}/${file}`, import.meta.url)), 'utf8').trimEnd()
}

function section([name, kind]: readonly [string, string]): string {
  const [open = '', ...rest] = read(name, 'answer.golden.txt').split(folded)
  const block = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``
  return [
    `## ${kind}`,
    `> ${read(name, 'question.txt')}`,
    block(open),
    `<details><summary>What is folded in Slack</summary>\n\n${block(rest.join('\n'))}\n\n</details>`,
  ].join('\n\n')
}

/** docs/answers.md, from the answers that are kept beside their cases. */
export function answersPage(): string {
  const head = [
    '# What the answers read like',
    '',
    'Twenty questions and their answers, as the terminal draws them. Each is a case of `test/answers/`, with its log, and',
    'is asked anew by every run of the tests; this page is written from there by test/docs.test.ts.',
  ].join('\n')
  return `${[head, ...shown.map(section)].join('\n\n')}\n`
}
