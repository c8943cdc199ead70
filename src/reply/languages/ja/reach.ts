import type { RuleTranslation } from '../../language.ts'
import { writeNote } from './phrases.ts'

const silence =
  '{toAt} までの全期間のログがそろっていますが、{sender} が送信元として公開している {addresses} 件のアドレスまたは範囲からの接続は 1 件もありません。'
const couldBe =
  '考えられるのは、先方のキューに残っている、当方の古いアドレスに送られている、先方でポート 25 が塞がれている、のいずれかです。次の質問で切り分けられます：送信元サーバーはどのアドレスに接続し、どのような応答を受けましたか。'

/** Causes before any connection, and those that lie in the search itself. */
export const reach = {
  'never-connected': {
    headline: {
      others: '{sender} からほかの方宛のメールは届いていますが、{recipient} 宛はありません。',
      default: '{fromAt} 以降、{sender} からは何も届いていません。原因はゲートウェイより手前にあります。',
      unlisted: '{fromAt} 以降、{sender} からのメールはログにありません。',
    },
    summary: {
      others:
        '{toAt} までのログはすべてそろっています。その間に {sender} からのメールが {others} 通あり、最後は {otherAt}、{otherRcptTo} 宛です。{recipient} 宛はありません。別の宛先が書かれたか、この宛先には送信されていません。1 つの質問で切り分けられます。送信者が書いた正確な宛先と、エラーが返ってきたかどうかです。',
      default: `${silence}${couldBe}`,
      usedTo: `${silence}そこからの最後のメールは {takenAt} に {takenServer} から届きました。${couldBe}`,
      unlisted:
        '{toAt} までの全期間のログがそろっていますが、{sender} の名前は一度も現れません。ただし送信元アドレスの一覧が得られないため、名乗る前に拒否されたサーバーがあってもここには現れません。送信元サーバーのアドレスが分かれば判断できます。それを添えてもう一度質問してください。',
    },
    steps: {
      askSender:
        '送信 1 回分のログ行（接続先のアドレス、時刻、受けた応答）を送ってください。下の連絡文で依頼しています。貼り付けて使えるテスト手順も付けました。',
      byHand:
        '送信元サーバー自身から手動で試してください：`telnet {testHost} 25` または `swaks --server {testHost} --quit-after FIRST-HELO`。これが成功し、それでもサーバーからの送信が失敗する場合は、送信側の配送の問題です（キュー、経路、古い DNS 応答）。その場合は、送信側自身のログの行が手がかりになります。',
      askAgain: '送信元サーバーのアドレスが分かったら、もう一度質問してください：`why {exampleIp}`',
    },
    note: {
      subject: '{ourDomain} 宛のメールが当方に届いておりません',
      body: writeNote(
        '{fromAt} から {toAt} までの間、当方のメールゲートウェイ（{ourMx}）では、貴社サーバーからの接続を確認できておりません。お手数ですが、送信 1 回分のログ行をお送りいただけますでしょうか。キュー ID、UTC での時刻、貴社の送信元アドレス、貴社サーバーが接続した先のアドレス、受け取った応答が分かるものをお願いいたします。',
        '送信元サーバー上で次のテストを実行していただくと、当方に到達できるかどうかが分かります。',
        '  telnet {testHost} 25\n  EHLO your.host.name\n  MAIL FROM:<you@your.domain>\n  RCPT TO:<the recipient>\n  QUIT',
        'または 1 行で：',
        '  swaks --server {testHost} --to recipient@{ourDomain} --quit-after RCPT',
        '何も応答がない場合は、経路上でポート 25 が塞がれています。すべての行に 250 が返るのにメールが滞留している場合は、貴社サーバーのキューまたは配送経路に原因があると考えられます。固定の経路設定や古い DNS の応答により、別の場所に向かっている可能性がございます。',
      ),
    },
    meaning:
      '送信者からの接続を示すログ行が 1 行もなく、その期間のログに欠けもない状態です。この場合、メールはゲートウェイまで来ていません。送信されなかったか、別の場所に送られたか、ポート 25 までの経路が塞がれています。',
  },
  'mx-points-elsewhere': {
    headline: {
      default: '{domain} の MX が別の場所を指しているため、メールがゲートウェイに届きません。',
      none: '{domain} のメールサーバーが DNS にないため、送信側がゲートウェイを見つけられません。',
      other: '{domain} の MX が別の場所を指しています。当方のほかのドメインは正常です。',
    },
    summary: {
      default: '{domain} の MX は {mx} で、当方のゲートウェイではありません。この送信者からの試行はログにありません。',
      none: '{domain} には、当方のゲートウェイを指す MX レコードがありません。この送信者からの試行はログにありません。',
      other:
        '{domain} の MX は {mx} で、当方のゲートウェイではありません。このドメイン宛のメールだった場合にのみ関係します。',
    },
    clear: 'MX：{domain} 宛のメールは当方のゲートウェイに送られます。',
    unknown: { dns: '当方のドメインの MX を確認できませんでした。' },
    steps: {
      fixMx:
        '{domain} のゾーンで MX を修正してください。TTL が切れるまでは、古いサーバーで中継するか、届いたメールを保管させてください。',
      lookThere: '{mx} でメールを探してください。そこで待機しているか、メールボックスに入っている可能性があります。',
    },
    note: {
      subject: '{domain} 宛のメールについて',
      body: writeNote(
        '{domain} の MX レコードに誤りがあり、現在修正しております。貴社サーバーが引き続き古いアドレスに接続する場合は、リゾルバーに古い応答が残っているか、固定の経路設定が残っていると考えられますので、消去をお願いいたします。貴社のキューに残っているメールは、その後当方に届きます。別の場所で受け付けられたメールは、恐れ入りますが再送をお願いいたします。',
      ),
    },
    meaning:
      'ドメインの MX レコードは、どのサーバーがメールを受け取るかを示します。以前の事業者など別のサーバーを指していると、メールはゲートウェイを通らず、ログにも何も残りません。',
  },
  'logs-incomplete': {
    headline: {
      others:
        '{sender} からほかの方宛のメールは届いていますが、{recipient} 宛は見つかりません。全期間のログはそろっていません。',
      ended: '何も見つかりませんでした。ログは質問の期間より前の {endsAt} で終わっています。',
      default: '何も見つかりませんでしたが、質問の期間のログがすべてそろっているわけではありません。',
      none: 'その期間のログを読み取れなかったため、判断できません。',
      cut: '読み取ったログはメールの処理中に終わっており、その後どうなったかは記録されていません。',
    },
    summary: {
      others:
        '{sender} からのメールは {others} 通あり、最後は {otherAt}、{otherRcptTo} 宛です。読み取れた範囲に {recipient} 宛はありません。{missing} のログが {fromAt} から {toAt} までの全期間を含むとは確認できません。',
      ended:
        '{missing} のログは {endsAt} までです。質問の期間は {fromAt} から {toAt} までです。それより前の期間について質問し直してください。',
      default:
        '読み取れた範囲に、この送信者からの試行はありません。{missing} のログが {fromAt} から {toAt} までの全期間を含むとは確認できないため、メールが届いていても記録が残っていない可能性があります。',
      none: '{fromAt} から {toAt} までのログを返したゲートウェイがありません。メールが届いたかどうかは分かりません。',
      cut: '{mailFrom} から {rcptTo} へのメールは {lastAt} に届きました（{id}）。{missing} のログは {endsAt} で終わっており、その時点でメールはまだ処理中でした。',
    },
    clear: 'ログの範囲：{gateways} のログは質問の期間をすべて含んでいます。',
    steps: {
      again: 'ログが残っている期間について質問し直すか、ゲートウェイが応答するようになってから質問してください。',
      older:
        '古いファイルを別の場所（FTP、SCP、syslog push）に移している場合は、そちらを検索してください。今後は保管するファイル数を増やしてください：System Administration > Log Subscriptions > mail_logs。',
      askSender:
        '送信のログ行を、UTC での時刻と当方からの応答が分かる形で送ってください。メールが当方に届いたかどうかが確定します。',
    },
    note: {
      subject: '{ourDomain} 宛のメール：送信ログの提供のお願い',
      body: writeNote(
        '{fromAt} から {toAt} までの {ourDomain} 宛の貴社のメールを調査しておりますが、当方のログにはその期間のすべては残っておりません。お手数ですが、該当する送信のログ行をお送りいただけますでしょうか。キュー ID、UTC での時刻、貴社の送信元アドレス、貴社サーバーが接続した先のアドレス、受け取った応答が分かるものをお願いいたします。',
      ),
    },
    meaning:
      'ログファイルは順次切り替わり、古いものから削除されます（既定では 10 個を保管）。ゲートウェイが応答しないことや、ログの記録が止まっていることもあります。質問の期間がすべてそろっていると確認できなければ、記録がないことは何の証拠にもなりません。',
  },
  'wrong-window': {
    headline: {
      default: '質問の期間には何も届いていません。最も近いメールは {nearestAt} に届いています。',
      delivered: '質問の期間には何も届いていません。最も近いメールは {nearestAt} に届き、配送されています。',
    },
    summary: {
      default:
        '{fromAt} から {toAt} まで、この送信者からの試行はありません。最も近いものは {nearestAt} の {id} で、{mailFrom} から {rcptTo} へのメールです。',
      delivered:
        '{fromAt} から {toAt} まで、この送信者からの試行はありません。最も近いものは {nearestAt} の {id} で、{mailFrom} から {rcptTo} へのメールが配送されています。お探しのメールがこれでなければ、そのメールは届いていません。',
    },
    steps: {
      time: 'お探しのメールの時刻と、それがどのタイムゾーンの時刻かを確認してから、もう一度質問してください。',
    },
    meaning:
      '時間帯がずれた質問では何も見つかりません。ゲートウェイは自身の現地時刻で記録し、メールのヘッダーは UTC で書かれていることがあり、「昨日」も場所によって別の日になります。そのため、前後の時間帯も確認します。',
  },
  'sent-from-another-domain': {
    headline: {
      default: '別の名前で届いています。{domain} のメールは {envelopeDomain} が送信しています。',
      delivered:
        '別の名前で届いています。{domain} の代わりに {envelopeDomain} が送信し、メールサーバーが受け取りました。',
      stopped: '別の名前（{domain} の代わりに {envelopeDomain}）で届きましたが、途中で止まりました。',
    },
    summary: {
      default: `エンベロープ送信者が {domain} のメールはありません。From ヘッダーが {domain} のメールが {count} 通、{server} から {mailFrom} として {rcptTo} 宛に届いています（{count:|最後は }{lastAt}、{id}）。`,
    },
    steps: {
      look: 'メールソフトに表示される名前で探してください。メールボックスのルールや受信拒否リストが {envelopeDomain} で動いていることもあります。',
      rerun: 'このサービスからのメールをすべて見るには、もう一度質問してください：`why {envelopeDomain}`',
    },
    meaning:
      '人の目に見える From ヘッダーと、サーバーが使うエンベロープ送信者は、異なることがあります。配信サービスや転送サーバーは、エンベロープに自分のドメインを入れます。見えているドメインだけで検索すると、そのようなメールは見つかりません。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
