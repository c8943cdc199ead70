import type { RuleTranslation } from '../../language.ts'
import { trace, writeNote } from './phrases.ts'

const taken = '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けました（{id}）。'
const arrived = '{mailFrom} から {rcptTo} への {id}{about} を {nextHop} に配送し、'
const beyond = 'その先はゲートウェイからは分かりません。'

/** What arrived, and what was given up at the end. */
export const delivery = {
  'delivery-expired': {
    headline: {
      default: '配送できないまま期限が過ぎたため、ゲートウェイがメールを返送しました。',
      outbound: '受信者側のメールサーバーが期限まで当方のメールを受け付けず、送信者に返送されました。',
    },
    summary: {
      default: `${taken}配送先サーバーに渡せないまま（{reply}）、{triedAt} に期限切れとなりました。送信者にはエラーメッセージが届いています。`,
    },
    steps: {
      outage:
        '配送先サーバーが停止していた時間と、ほかに影響を受けたメールを確認してください。その間のメールは、すべて同じように返送されています。',
      resend: 'その間の送信者に、再送を依頼してください。',
      theirs:
        '受信者側の管理者に、その間サーバーが受け付けなかった理由を確認してもらってください。下の連絡文に応答があります。',
      again: '相手のサーバーが受け付けるようになってから再送するか、ほかの方法で受信者に連絡してください。',
      status: '{destination} 宛のほかのメールも待機しているか、その理由を確認してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）再送のお願い',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、キューの期限までに当方で配送できませんでした。原因は当方にございます。お手数をおかけして恐れ入りますが、再送してくださいますようお願いいたします。',
      ),
    },
    noteToRecipient: {
      subject: '{rcptTo} 宛の当方のメールを貴社のサーバーに受け付けていただけませんでした',
      body: writeNote(
        '当方のサーバー {ourAddress} は {lastAt} から {triedAt} まで、{mailFrom} から {rcptTo} へのメールの配送を試みましたが、期限切れとなりました（{reply}）。最後に試したサーバーは {nextHop} です。受け付けられなかった理由を貴社のログでご確認のうえ、いつ再送できるかをお知らせください。',
      ),
    },
    meaning:
      '配送できないメールがキューで待機する時間には上限があります（既定は 72 時間または 100 回の試行）。上限を過ぎると 5.4.7（Delivery expired）で返送されます。原因は、それまでの試行にあります。',
  },
  delivered: {
    headline: {
      default: '届いています。メールサーバーが {deliveredAt} に受け取りました。',
      elsewhere: '{deliveredAt} に配信されましたが、いつもと違うサーバーです：{nextHop}。',
      outbound: '当方からは送信済みです。受信者側のメールサーバーが {deliveredAt} に受け取りました。',
      onward: '転送済みです。転送先のサーバーが {deliveredAt} に受け取りました。',
    },
    summary: {
      default: `${arrived}「\`{response}\`」との応答を受けました。${beyond}`,
      noResponse: `${arrived}受け取られました。${beyond}`,
      unnamed: `{mailFrom} から {rcptTo} への {id}{about} は配送されました。受け取ったサーバーとその応答は、このログにはありません。${beyond}`,
    },
    clear: '到着：ゲートウェイの先のメールサーバーは受け取っていません。',
    steps: {
      look: '迷惑メールフォルダー、ほかのフォルダー、メールボックスのルールを確認してください。',
      traceId: 'メール担当：`<{messageId}>`、{deliveredAt} でメッセージ追跡をしてください。',
      trace: 'メール担当：{mailFrom} からのメール、{deliveredAt} でメッセージ追跡をしてください。',
      route:
        'そのドメイン宛のメールの現在の配信先と、誰が変更したかを確認してください：Network > SMTP Routes、LDAP ルーティング。',
      there: '{nextHop} でメールを探してください。待機しているか、そこのメールボックスにあります。',
      theirs:
        '受信者側の管理者に、{nextHop} のログでこのメールを探してもらってください。そのサーバーが受け取っています。',
    },
    noteToRecipient: {
      subject: '貴社のサーバーが受け取った {rcptTo} 宛のメールが見つかりません',
      body: writeNote(
        '当方のサーバー {ourAddress} は {deliveredAt} に、{mailFrom} から {rcptTo} へのメールを貴社のサーバー {nextHop} に渡しました。応答：{answer}。Message-ID：{searchId}。受信者の手元で見つからないとのことです。迷惑メールフォルダー、隔離、ルールなど、貴社側での行き先をご確認ください。',
      ),
    },
    meaning:
      'Message done：配送先サーバーがメールを受け取り、責任を引き受けた状態です。応答には配送先のキュー番号が含まれることがよくあります。その後のこと（迷惑メールフォルダー、ルール、別のメールボックス）は、配送先サーバーにしか分かりません。',
  },
  'delivered-to-some': {
    headline: { default: '一部の受信者には届き、ほかの受信者には届いていません。' },
    summary: {
      default:
        '{mailFrom} からの {id}{about} は {deliveredAt} に {reached} に届きました。{missed} には届いていません。止まった理由は下にあります。',
    },
    steps: {
      ask: '届いていない受信者を指定してもう一度質問すると、その経路だけを確認できます。',
      trace,
    },
    meaning:
      '受信者が複数のメールでは、結果が受信者ごとに異なることがあります。ある受信者は SMTP の会話の中で拒否され、別の受信者は個別のポリシーで隔離され、3 人目には配送される、といった具合です。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
