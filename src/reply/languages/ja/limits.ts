import type { RuleTranslation } from '../../language.ts'
import { when, writeNote } from './phrases.ts'

const late = '{ourDomain} 宛のメールが当方で遅れております'
const putOff = '{ourDomain} 宛のメールを一時的にお断りしておりました'
const waits = writeNote(
  '{lastAt} に {mailFrom} からお送りいただいたメールは、当方のゲートウェイが受け付け、現在そこで待機しております。原因は当方にあります。貴社での対応は不要で、メールは失われておりません。',
)

/** Causes that are limits of ours, or the state of a gateway: connections, recipients, resources, queues. */
export const limits = {
  'connection-limit-listener': {
    headline: { default: 'ゲートウェイ全体の同時接続数が上限に達し、接続を一時的に断りました。' },
    summary: {
      default:
        '{addresses} 個の異なるアドレスからの接続が、数分のうちに断られました。最後は {server}、{lastAt}（{id}）です。上限に達していますが、1 つのアドレスの上限であることを示す行はありません。リスナー全体の上限と一致します。送信側は再送します。',
    },
    steps: {
      gauge: '現在の接続数（Current inbound connections）と、その相手を確認してください。',
      raise:
        '負荷が実際に高い場合：リスナーの同時接続数の上限を引き上げるか（Network > Listeners、300 までを推奨）、ゲートウェイを追加し、commit してください。',
    },
    note: {
      subject: putOff,
      body: writeNote(
        `当方のゲートウェイの同時接続数が上限に達したため、メールを一時的にお断りいたしました（${when}）。貴社のサーバーが自動的に再送しますので、対応は不要です。メールが返送された場合は、お手数ですが再送してくださいますようお願いいたします。`,
      ),
    },
    meaning:
      'リスナーが同時に受け付ける接続の数には、送信者全体で上限があります。上限に達すると、相手に関係なく一時エラーを返し、送信側は後で再送します。',
  },
  'resource-conservation': {
    headline: { default: 'ゲートウェイのリソースが不足し、メールの受け付けを抑えていました。' },
    summary: {
      default: `ゲートウェイが {server} を一時的に断りました（${when}、{id}、{reason}）。メモリ、配信キュー、ワークキューが不足したときの動作です。送信側は再送します。`,
      alert:
        'ゲートウェイは {alertAt} に、リソースを節約していることを管理者に通知しました。この間はメールの受け付けが遅くなるか停止し、送信側は後で再送します。このメールがそのために断られたことを示す行はありません。',
    },
    steps: {
      status:
        '現在の状態（Resource conservation：0 は正常、999 は受け付け停止）と、何が増えているか（ワークキュー、配信キュー、メモリ）を確認してください。',
      drain:
        '増えている原因を調べてください。`tophosts` はメールを受け付けない宛先を、`workqueue status` はスキャンの遅れを示します。しきい値は `tarpit` で設定します。',
    },
    note: {
      subject: putOff,
      body: writeNote(
        '当方のゲートウェイのリソースが不足し、メールを一時的にお断りしておりました。貴社のサーバーが自動的に再送しますので、対応は不要です。その間にメールが返送された場合は、お手数ですが再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      'メモリ、配信キュー、ワークキューが不足すると、ゲートウェイは resource conservation モードに入り、滞留が解消するまで受け付けを徐々に遅くし、やがて停止します。送信側には一時エラーが返り、再送されます。',
  },
  'listener-suspended': {
    headline: {
      busy: 'ゲートウェイは現在メールを受け付けていません。接続時に「後で再試行」と応答しています。',
      default: 'リスナーが停止していたため、ゲートウェイはメールを受け付けていませんでした。',
      killed: 'ゲートウェイがメールの受け付けを停止し、自ら接続を切りました。',
    },
    summary: {
      busy: '{listeners} が接続に {code} で応答しています{listenerCount:|（# 台）}。接続した相手はメールを送り始める前に断られ、こちらには行が残りません。サーバーは再試行します。ここから見た結果のため、当方のアドレスに対する規則の可能性も残ります。',
      default:
        '{gateway} は {stoppedAt} からメールを受け付けていません。再開したことを示すログはありません。その間に接続したサーバーは断られ、再送します。',
      resumed:
        '{gateway} は {stoppedAt} から {startedAt} までメールを受け付けていませんでした。その間に接続したサーバーは断られ、再送します。',
      killed: `{server} からの接続を、ゲートウェイが自ら切りました（${when}、{id}）。リスナーの停止時や再起動時の動作です。送信側は再送します。`,
    },
    steps: {
      resume:
        'リスナーがメールを受け付けているか、誰が停止したかを確認してください。理由が不明な場合は `resume`（または `resumelistener`）で再開します。',
      thresholds:
        'ワークキューの滞留によりゲートウェイが自ら停止した場合は、滞留の原因を調べてください。しきい値は `tarpit` で設定します。',
    },
    note: {
      subject: putOff,
      body: writeNote(
        '当方のゲートウェイがしばらくの間、メールを受け付けておりませんでした。原因は当方にあります。貴社のサーバーが自動的に再送します。メールが返送された場合は、お手数ですが再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      'リスナーは、外からのメールを受け付ける部分です。管理者による停止、再起動のほか、ワークキューが滞留したときはゲートウェイが自ら停止します。その間、送信側は接続できないか、一時エラーを受け取ります。',
  },
  'work-queue-paused': {
    headline: { default: 'ワークキューが停止しているため、メールはゲートウェイで待機しています。' },
    summary: {
      default:
        '{mailFrom} から {rcptTo} へのメールは {readyAt} にすべて受信されました（{id}）。ゲートウェイは {pausedAt} にワークキューの停止を管理者に通知しており、再開したことを示す行はありません。',
    },
    steps: {
      resume:
        'まだ停止しているか、何が停止させたかを確認してください。管理者（`workqueue pause`）か、更新中のエンジンです。確認後、`workqueue resume` で再開します。',
      update:
        'エンジンの更新を待っている場合：`antispamupdate ironport force` または `antivirusupdate force` を実行してください。',
    },
    note: { subject: late, body: waits },
    meaning:
      'ワークキューが停止している間、ゲートウェイはメールを受け付けますが、スキャンも配信もしません。管理者が停止できるほか、エンジンの更新が長引いたときにも停止します。メールは安全で、再開後は自動的に処理されます。',
  },
  'recipient-count-limit': {
    headline: { default: '1 通のメールの受信者数が上限を超え、残りの受信者が一時的に断られました。' },
    summary: {
      default:
        '{server} が {mailFrom} からのメールを 1 通送ってきました（{id}、{lastAt}）。最初の {taken} 人の受信者は受け付け、{rcptTo} を含む残りは一時エラーで断りました。送信者グループ *{group}* のメールフローポリシーの、1 通あたりの受信者数の上限と一致します。',
    },
    steps: {
      split: '残りは別のメールで送信してください。正しいサーバーは、数分以内に自動的にそうします。',
      raise:
        '必要なメールの場合：{group} のメールフローポリシーで Max. Recipients Per Message を引き上げ、commit してください。',
    },
    note: {
      subject: '{ourDomain} 宛の 1 通のメールの受信者数が多すぎます',
      body: writeNote(
        '貴社のサーバー {server} が {lastAt} に送信した {mailFrom} からのメールは、1 通あたりの受信者数が当方の上限を超えておりました。最初の {taken} 人は受け付け、残りは一時エラーでお断りいたしました。残りは別のメールとして自動的に再送されるはずです。再送されているかご確認いただくか、宛先を分けてくださいますようお願いいたします。',
      ),
    },
    meaning:
      'メールフローポリシーは、1 通のメールの受信者数を制限します。上限を超えた受信者には一時エラーを返し、送信側は別のメールで再度送ることになっています（RFC 5321 section 4.5.3.1.10）。',
  },
  'rate-limit-sender': {
    headline: { default: '1 つの送信者アドレスに許される受信者数を超えたため、一時的に断りました。' },
    summary: {
      default: `{mailFrom} が {server} から {rcptTo} へのメールを送ってきました（${when}、{id}）。ゲートウェイは {alertAt} に、この送信者アドレスを制限していると通知しています。上限を超えた受信者には一時エラーを返し、送信側は再送します。`,
    },
    steps: {
      raise:
        '必要な量の場合：{group} のメールフローポリシーで Rate Limit for Envelope Senders を引き上げるか、{mailFrom} を例外に追加し、commit してください。',
      slower: '時間を空けて送信してください。断られたメールは自動的に再送されます。',
    },
    note: {
      subject: '{mailFrom} から {ourDomain} へのメールを一時的にお断りしております：送信量の超過',
      body: writeNote(
        `{mailFrom} からのメールの受信者数が、1 つの送信者アドレスから一定の時間に受け付ける数を超えました（${when}）。恒久的に拒否したものではなく、一時的にお断りしたものです。時間を空けて送信してくださいますようお願いいたします。継続的に送信されるサービスの場合は、お知らせください。`,
      ),
    },
    meaning:
      'メールフローポリシーは、1 つのエンベロープ送信者が一定の時間に送れる受信者数を、サーバーに関係なく制限できます。上限を超えた受信者には、後で再送するよう応答します。',
  },
  'ldap-unreachable': {
    headline: {
      default: '受信者を調べるディレクトリが応答せず、メールはゲートウェイで待機しています。',
      bounced: 'ディレクトリが応答しなかったため、ゲートウェイは受け付けたメールを返送しました。',
    },
    summary: {
      default:
        '{mailFrom} から {rcptTo} へのメールを受け付けました（{id}、{lastAt}）。ゲートウェイはディレクトリ（LDAP）に問い合わせましたが応答がなく（最後は {askedAt}）、応答があるまでワークキューに置いています。',
      bounced:
        '{mailFrom} から {rcptTo} へのメールを受け付けました（{id}、{lastAt}）。ゲートウェイはディレクトリ（LDAP）に問い合わせましたが応答がなく、{askedAt} にあきらめて返送しました。',
    },
    steps: {
      restore:
        'ゲートウェイからディレクトリを確認し、復旧してください。サーバーは動いているか、ファイアウォールは通しているか、問い合わせ用のアカウントは有効か。',
      queue: 'その後、ワークキューが減っていくか確認してください。',
    },
    note: {
      subject: '{lastAt} の {ourDomain} 宛のメールについて',
      body: writeNote(
        '{lastAt} に {mailFrom} からお送りいただいたメールは、当方のゲートウェイが受け付けましたが、当方のディレクトリが応答しませんでした。原因は当方にあります。メールが返送された場合は、お手数ですが再送してくださいますようお願いいたします。それ以外の場合、対応は不要です。',
      ),
    },
    meaning:
      'ゲートウェイは、受信者が存在するか、どこへ配信するかをディレクトリ（LDAP）に問い合わせます。応答がないと、受け付けたメールはワークキューで待機し、長引くと返送されます。',
  },
  'destination-throttled': {
    headline: {
      default: '同じ宛先に同時に送る量を制限しているため、メールはゲートウェイで順番を待っています。',
      suspended: 'ゲートウェイの配信が停止されているため、メールは待機しています。',
    },
    summary: {
      default:
        '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けられ（{id}）、{queuedAt} から待機しています。次のサーバーは動いています（その後もほかのメールが届いているか、接続数を理由に接続が打ち切られています）。当方の宛先制御の上限と一致します。',
      suspended:
        '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けられ（{id}）、{queuedAt} から待機しています。{toldAt} のログは、配信が停止されていることを示しています。',
    },
    steps: {
      status: 'その宛先で待っている受信者の数と、宛先が動いているかを確認してください。',
      raise:
        '上限が低すぎる場合：宛先の同時接続数と受信者数を引き上げます：Mail Policies > Destination Controls。その後 commit してください。',
      resume: '誰が何のために配信を停止したかを確認し、再開してください：`resumedel`。',
    },
    note: { subject: late, body: waits },
    meaning:
      '宛先制御は、1 つの宛先に同時に使う接続数と受信者数を制限します。管理者が配信を停止することもできます。超えた分のメールは、次のサーバーが動いていてもキューで待機します。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
