import type { RuleTranslation } from '../../language.ts'
import { trace, writeNote } from './phrases.ts'

const taken = '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けました（{id}）。'
const deferred = `${taken}配送先サーバーの応答は {code}「{reply}」です（{tries} 回試行、最後は {triedAt}）。`
const returned = `${taken}{triedAt} に配送先サーバーが {code}「{reply}」と応答し、ゲートウェイはメールを送信者に返送しました。`
const arrived = '{mailFrom} から {rcptTo} への {id}{about} を {nextHop} に配送し、'
const beyond = 'その先はゲートウェイからは分かりません。'
const status = '配送先の状態と、待機しているメールの数を確認してください。'

/** Causes on the way from the gateway to the next server, and what arrived. */
export const delivery = {
  'next-hop-defers': {
    headline: { default: 'メールは当方のキューで待機中です。内部のメールサーバーが一時エラーを返しています。' },
    summary: {
      default: `${deferred}ゲートウェイは再送を続けています。`,
      until: `${deferred}ゲートウェイは {until}（ゲートウェイの時計）に再送します。`,
    },
    steps: {
      mend: '配送先サーバーが訴えている問題を解消してください：空き容量の不足、過負荷、グレーリスト、ゲートウェイに対する制限（Exchange Online：拡張フィルタリング付きの受信コネクタ）。',
      status,
      now: '解消したら、待たずにすぐ再送してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールが当方で遅延しております',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、当方のメールサーバーが混み合っており、配送を待っております。配送されるまで自動的に再送しますので、特にご対応いただくことはございません。万一エラーが届いた場合は、恐れ入りますが再送をお願いいたします。',
      ),
    },
    meaning:
      'Delayed：配送先サーバー（Exchange、Microsoft 365、別の中継サーバー）が 4xx コードで応答した状態で、今は受け付けられないという意味です。ゲートウェイはメールを保持し、既定では 3 日間再送した後、あきらめます。',
  },
  'next-hop-refuses': {
    headline: {
      default: 'ゲートウェイは受け付けましたが、内部のメールサーバーが拒否し、送信者に返送されました。',
      unknown: 'ゲートウェイは受け付けましたが、内部のメールサーバーに受信者が存在しません。',
      outbound: '受信者側のメールサーバーが当方からのメールを拒否し、送信者に返送されました。',
    },
    summary: {
      default: returned,
      unknown: returned,
      outbound:
        '{mailFrom} から {rcptTo} へのメール（{id}）を {triedAt} に受信者側のサーバーへ送信したところ、{code}「{reply}」と応答があり、ゲートウェイは送信者に返送しました。',
    },
    steps: {
      askThem: 'アドレスが正しい場合は、受信者側の管理者に、時刻と応答の全文を伝えて理由を確認してください。',
      mend: '配送先サーバーが訴えている問題を解消してください：存在しないメールボックス、ゲートウェイを許可していないコネクタ、サイズの上限、トランスポートルール。',
      earlier:
        '受信者をゲートウェイ自身で確認できるようにしてください（リスナーの LDAP accept クエリ）。誤ったアドレスはその場で拒否されます。',
      trace,
    },
    note: {
      subject: '{rcptTo} 宛のメールが返送されました',
      body: writeNote(
        '{lastAt} に {mailFrom} から {rcptTo} へ送信されたメールは、当方のゲートウェイで受け付けましたが、その先のメールサーバーが拒否いたしました（応答：{code} {reply}）。アドレスをご確認ください。正しい場合は、不具合の解消をご連絡した後に、再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      'Bounced：配送先サーバーが 5xx コードで応答した状態で、恒久的な拒否を意味します。ゲートウェイはすぐに配送をやめ、送信者に返送します。括弧内の文は配送先サーバー自身のものです。',
  },
  'next-hop-unreachable': {
    headline: {
      default: 'メールは当方のキューで待機中です。内部のメールサーバーに接続できません。',
      queued: 'メールは当方のキューで待機中です。何を待っているかはログからは分かりません。',
      bounced: 'ゲートウェイは受け付けましたが、内部のメールサーバーに接続できず、配送をあきらめました。',
    },
    summary: {
      default: `${taken}現在はキューにあります。配送先サーバー {nextHop} が応答しません（{detail}、最後は {triedAt}）。ゲートウェイは再送を続けています。`,
      queued: `${taken}{triedAt} に配送キューに入りましたが、その後の配送の試行はログにありません。配送先サーバーが停止している場合とも、宛先の上限に達している場合とも一致します。ゲートウェイで配送先の状態を見れば分かります。`,
      bounced: `${taken}配送先サーバー {nextHop} が応答しませんでした（{detail}）。{triedAt} に配送をあきらめ、送信者に返送しました。`,
    },
    steps: {
      reach:
        '配送先のポートが応答しない理由を調べてください：サーバーは動いているか、ファイアウォールはゲートウェイを通しているか、SMTP ルートは正しいか。ゲートウェイから手動で試すには：',
      status,
      now: '応答するようになったら、待たずにすぐ再送してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールが当方で遅延しております',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、当方のメールサーバーに接続できないため、まだ配送できておりません。原因は当方にございます。エラーメッセージが届いた場合は、当方からのご連絡の後に再送をお願いいたします。それ以外の場合は、特にご対応いただくことはございません。',
      ),
    },
    meaning:
      'ゲートウェイはメールを受け付けましたが、配送先のサーバーに接続できない状態です（拒否、タイムアウト、切断）。メールは既定では 3 日間キューに残り、繰り返し再送されます。',
  },
  'next-hop-dns': {
    headline: {
      default: 'メールは当方のキューで待機中です。配送先を DNS で見つけられません。',
      bounced: '配送先を DNS で見つけられず、ゲートウェイがメールを返送しました。',
    },
    summary: {
      default: `${taken}{destination} 宛のメールの配送先の検索に失敗しているため（最後は {triedAt}）、キューで待機しています。`,
      bounced: `${taken}{destination} 宛のメールの配送先の検索が {triedAt} に失敗しました（{reply}）。メールは送信者に返送しました。`,
    },
    steps: {
      ask: 'ゲートウェイと同じように DNS に問い合わせ、SMTP ルート（Network > SMTP Routes）と比べてください。',
      flush: '直ったら、ゲートウェイの DNS キャッシュを消去し、`delivernow` ですぐに再送してください。',
    },
    note: {
      subject: '{rcptTo} 宛のメールを配送できておりません',
      body: writeNote(
        '{lastAt} に {mailFrom} から {rcptTo} へ送信されたメールは、当方のゲートウェイで受け付けましたが、当方の配送経路の不具合により配送できておりません。現在修正しております。エラーメッセージが届いた場合は、当方からのご連絡の後に再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      '配送のため、ゲートウェイはドメインのルートまたは MX を検索します。名前が存在しない場合、メールは接続なしで返送されます（5.1.2、DCID 0）。検索が一時的に失敗した場合は待機します。',
  },
  'next-hop-tls': {
    headline: { default: 'メールは当方のキューで待機中です。内部のメールサーバーとの TLS に失敗しています。' },
    summary: {
      default: `${taken}配送先サーバーとの TLS に失敗しており（最後は {triedAt}、{detail}）、ゲートウェイは暗号化なしでは送信できません。`,
    },
    steps: {
      renew: '配送先サーバーの証明書、証明書チェーン、TLS のバージョンを確認し、期限切れのものを更新してください。',
      relax:
        '{destination} に必要な設定を確認してください：Mail Policies > Destination Controls（TLS Required、Required - Verify）。問題がない場合に限り Preferred に変更し、commit してください。',
      now: '直ったら、待たずにすぐ再送してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールが当方で遅延しております',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、当方のネットワーク内で暗号化接続に失敗しているため、配送を待っております。原因は当方にございますので、特にご対応いただくことはございません。万一エラーが届いた場合は、恐れ入りますが再送をお願いいたします。',
      ),
    },
    meaning:
      'Destination Controls では、宛先に対して TLS を必須にできます。配送先サーバーが TLS を提供しないか、証明書を検証できない場合、メールはキューで待機し、最後には返送されます。',
  },
  'delivery-expired': {
    headline: { default: '配送できないまま期限が過ぎたため、ゲートウェイがメールを返送しました。' },
    summary: {
      default: `${taken}配送先サーバーに渡せないまま（{reply}）、{triedAt} に期限切れとなりました。送信者にはエラーメッセージが届いています。`,
    },
    steps: {
      outage:
        '配送先サーバーが停止していた時間と、ほかに影響を受けたメールを確認してください。その間のメールは、すべて同じように返送されています。',
      resend: 'その間の送信者に、再送を依頼してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）再送のお願い',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、キューの期限までに当方で配送できませんでした。原因は当方にございます。お手数をおかけして恐れ入りますが、再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      '配送できないメールがキューで待機する時間には上限があります（既定は 72 時間または 100 回の試行）。上限を過ぎると 5.4.7（Delivery expired）で返送されます。原因は、それまでの試行にあります。',
  },
  delivered: {
    headline: { default: '届いています。メールサーバーが {deliveredAt} に受け取りました。' },
    summary: {
      default: `${arrived}「\`{response}\`」との応答を受けました。${beyond}`,
      noResponse: `${arrived}受け取られました。${beyond}`,
    },
    steps: {
      look: '迷惑メールフォルダー、ほかのフォルダー、メールボックスのルールを確認してください。',
      traceId: 'メール担当：`<{messageId}>`、{deliveredAt} でメッセージ追跡をしてください。',
      trace: 'メール担当：{mailFrom} からのメール、{deliveredAt} でメッセージ追跡をしてください。',
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
