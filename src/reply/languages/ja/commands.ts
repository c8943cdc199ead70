import type { CommandTexts } from '../../language.ts'

const from = '<送信者> [<受信者> 宛] [いつ]'
const missing = '誰からのメールかを指定してください'
const tooLong = '質問が長すぎます'

/** What the commands are for. */
export const commands: Readonly<Record<string, CommandTexts>> = {
  dns: {
    summary: 'ドメインを送信者または当方として DNS で確認します。チケットに貼れるよう、すべての確認結果を示します',
    usage: '<ドメイン> [アドレス]',
    missing: 'ドメインを 1 つ指定してください',
  },
  explain: {
    summary: '貼り付けたログ行、追跡結果、エラーメール、原因の意味を分かりやすく説明します',
    usage: '<ログ行、追跡結果、エラーメール、または hat-tcprefuse のような原因>',
    missing: 'ログの行を貼り付けるか、原因を指定してください',
    tooLong: '一度に貼り付ける量が多すぎます',
  },
  help: { summary: '質問できることを示します', usage: '' },
  lines: {
    summary: '回答の根拠となったログ行をすべて示します',
    usage: from,
    examples: ['lines example.com から bob@example.org 宛 昨日'],
    missing,
    tooLong,
  },
  note: {
    summary: '送信者側の管理者への連絡文を書きます。そのままメールに貼れます',
    usage: from,
    examples: ['note example.com から bob@example.org 宛 昨日'],
    missing,
    tooLong,
  },
  probe: { summary: '当方のリスナーを、ここから送信者と同じように試します（メールは送りません）', usage: '' },
  status: { summary: '読めるゲートウェイと、読めないものの理由を示します', usage: '' },
  trace: {
    summary: '各メールの経路を 1 行ずつ示します',
    usage: '<MID、Message-ID、アドレス、ドメイン、または IP> [いつ]',
    examples: ['trace MID 9931411', 'trace alice@example.com 昨日'],
    missing: 'MID、Message-ID、アドレス、ドメイン、または IP アドレスを指定してください',
    tooLong: '長すぎます',
  },
  watch: {
    summary: '送信者の次のメールが届いたら、1 日の間このスレッドで知らせます',
    usage: '<送信者> [<受信者> 宛] | stop',
    examples: ['watch example.com から bob@example.org 宛', 'watch stop'],
    tooLong,
  },
  why: {
    summary: 'メールが届かない理由、または届いた先を示します',
    usage: from,
    examples: [
      'example.com からのメールが届かないのはなぜ？',
      'alice@example.com から bob@example.org 宛のメールが昨日から届かない',
    ],
    tooLong,
  },
}
