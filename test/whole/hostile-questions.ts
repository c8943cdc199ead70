import type { About } from '../../src/correlator/ids.ts'

/** No mail of it is in the logs, so an answer comes fast. */
const quiet = { domain: 'quiet.example' }

/** What an asker writes behind `why`, and what it is taken for; null where it is not understood. */
export const hostileQuestions: readonly (readonly [words: string, about: About | null])[] = [
  ['quiet.example";commit', quiet],
  ["quiet.example';commit;'", quiet],
  ['"quiet.example" | reboot', quiet],
  ['quiet.example && reboot', quiet],
  ['quiet.example > /tmp/x < /etc/passwd', quiet],
  ['quiet.example\nversion', quiet],
  ['quiet.example\r\nreboot', quiet],
  ['quiet.example $(reboot)', quiet],
  ['quiet.example `reboot`', quiet],
  ['quiet.example\\', quiet],
  ['$(reboot).quiet.example', null],
  ['`reboot`.quiet.example', null],
  ['\u0024{IFS}.quiet.example', null],
  ['-e.quiet.example', null],
  ['-rf', null],
  ['.*', null],
  ['qui.*et.example', null],
  ['(a+)+$.quiet.example', null],
  ['[a-z].quiet.example', null],
  ['^quiet.example$', null],
  ['quiet..example', null],
  ['\u202equiet.example', quiet],
  ['<!channel> *.quiet.example', null],
  ['a'.repeat(300), null],
  [`${'a.'.repeat(2_000)}com`, null],
  ['"; commit"@quiet.example', null],
  ['qui";et.example', null],
  ["o'neil@quiet.example", { address: "o'neil@quiet.example" }],
  ['al*i|c&e=/?^~#!$@quiet.example', { address: 'al*i|c&e=/?^~#!$@quiet.example' }],
  ["a'b;c'd@quiet.example", null],
  ['message-id <$(reboot)";commit@quiet.example>', { messageId: '$(reboot)";commit@quiet.example' }],
  ['mid 99;commit', { mid: 99 }],
]
