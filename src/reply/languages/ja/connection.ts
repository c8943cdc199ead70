import type { RuleTranslation } from '../../language.ts'
import { capture, debugLog, when, writeNote } from './phrases.ts'

const changed =
  '以前との違い：この送信者のメールを最後に受け付けたのは {takenAt} で、{takenServer} からでした（レピュテーション {takenSbrs}）。'
const byReputation = `{server} からの接続を、メールを受け取る前に拒否しました（${when}）。送信者グループは *{group}*、レピュテーションは *{sbrs}* です。`
const byTcp = `{server} からの接続を遮断しました（${when}）。送信者グループ *{group}* は TCP の段階で拒否します（ルール {match}、レピュテーション {sbrs}）。送信元サーバーには何の応答も返らないため、数日間再送を続けます。`
const refusedTimes = '{period} {count} 回'
const waited = `{server} から接続がありましたが（${when}）、{seconds} 秒間何も起きず、メールを送らないまま切断されました。当方のバナーは、送信元サーバーの逆引きが終わるまで返りません。`
const inspected = `{server} からの接続は許可されましたが（${when}）、メールが完了しないまま終わりました。`

/** Causes at the connection: the HAT, its limits, and what stands between the two servers. */
export const connection = {
  'hat-reject-reputation': {
    headline: { default: '送信元サーバーのレピュテーションが低いため、ゲートウェイが接続を拒否しました。' },
    summary: { default: byReputation, changed: `${byReputation}${changed}` },
    steps: {
      cleanUp:
        '{ip} から意図しないメールが送信されていないか調べ、その後 talosintelligence.com で再評価を依頼してください。下の連絡文にも書いてあります。',
      exempt:
        '急ぐ場合：Mail Policies > HAT Overview で、{group} より*上*の送信者グループに {ip} を 1 日だけ追加し、commit してください。',
      exemptMany:
        '急ぐ場合：Mail Policies > HAT Overview で、{group} より*上*の送信者グループに該当のアドレスを 1 日だけ追加し、commit してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールを拒否しております：{ip}',
      body: writeNote(
        `貴社のサーバー {server} から {ourDomain} へのメールを、${refusedTimes}、接続の時点で 554 応答により拒否いたしました。原因は、このアドレスのレピュテーションです。このサーバーから、貴社の意図しないメールが送信されていないかお調べいただき、アドレスがブロックリストに登録されていないかご確認のうえ、talosintelligence.com で再評価をご依頼くださいますようお願いいたします。`,
        'レピュテーションが回復するまで、このアドレスからのメールは拒否されます。貴社の別のサーバーからのメールは、そのサーバーごとに判定されます。',
      ),
    },
    meaning:
      'ゲートウェイは、接続してくるアドレスごとに評価値（SBRS、−10 から +10、過去の送信実績による）を見ます。しきい値を下回ると、ホストアクセステーブル（HAT）が送信者や受信者を聞く前に 554 応答で接続を拒否します。個々のメールではなく、送信元サーバーに対する判定です。',
  },
  'hat-reject-entry': {
    headline: {
      default: '送信元サーバーが当方のリストに登録されているため、ゲートウェイが接続を拒否しました。',
      dnslist: '送信元サーバーが公開ブロックリストに載っているため、ゲートウェイが接続を拒否しました。',
    },
    summary: {
      default: `{server} からの接続を、メールを受け取る前に拒否しました（${when}）。送信者グループ *{group}* のエントリ {match} に一致しています。レピュテーション（{sbrs}）は関係ありません。`,
      dnslist: `{server} からの接続を、メールを受け取る前に拒否しました（${when}）。送信者グループ *{group}* は {match} を参照しており、このアドレスがそこに登録されています。`,
    },
    steps: {
      edit: 'エントリ {match} を誰が何のために追加したかを確認し（System Administration > Configuration log）、Mail Policies > HAT Overview > {group} で削除するか範囲を狭め、commit してください。',
      delist: '原因を取り除いたうえで、そのリストの運営者に {ip} の登録解除を依頼してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールを拒否しております：{ip}',
      body: writeNote(
        `貴社のサーバー {server} から {ourDomain} へのメールを、${refusedTimes}、接続の時点で 554 応答により拒否いたしました。個々のメールではなく、このアドレスまたはそのネットワークに対する判定です。アドレスが公開ブロックリストに登録されていないかご確認のうえ、このサーバーから送信しているメールの内容をお知らせくださいますようお願いいたします。当方でも並行して調査いたします。`,
      ),
    },
    meaning:
      'ホストアクセステーブル（HAT）の送信者グループには、アドレス、ネットワーク、ホスト名、DNS ブロックリストのエントリがあり、最初に一致したグループで決まります。この場合は、誰かが登録したエントリにより、レピュテーションに関係なく拒否しています。',
  },
  'hat-reject-country': {
    headline: { default: '送信元サーバーの国からのメールは受け付けない設定のため、ゲートウェイが拒否しました。' },
    summary: {
      default: `{server} からの接続を、メールを受け取る前に拒否しました（${when}）。送信者グループ *{group}* が国（{country}）に一致しています。`,
    },
    steps: {
      except:
        '受け取るべき送信者の場合：Mail Policies > HAT Overview で、{group} より上の送信者グループに {ip} を追加し、commit してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールを拒否しております：{ip}',
      body: writeNote(
        `貴社のサーバー {server} から {ourDomain} へのメールを、${refusedTimes}、接続の時点で拒否いたしました。原因は、このアドレスの登録国です。別の国のサーバーからお送りいただいた場合は、そのサーバーごとに判定されます。継続的なやり取りの場合は、例外として登録いたしますので、ご連絡くださいますようお願いいたします。`,
      ),
    },
    meaning:
      '新しいバージョンでは、アドレスの登録国によってサーバーを送信者グループに振り分けられます。拒否するグループに入ると、その国のサーバーはすべて拒否されます。',
  },
  'hat-host-dns': {
    headline: { default: '送信元サーバーの逆引き DNS に不備があるため、ゲートウェイが接続を拒否しました。' },
    summary: {
      default: `{server} からの接続を拒否しました（${when}）。送信者グループ *{group}* は、逆引き名がないか、その名前の正引きが元のアドレスに一致しないサーバーを拒否します（ルール {match}）。`,
    },
    steps: {
      publish: '{ip} の PTR レコードと、その名前の正引きが {ip} になるアドレスレコードを公開してください。',
      except:
        'それまでの間：{group} より上の送信者グループに {ip} を追加するか、条件を外し（Mail Policies > HAT Overview > {group}、Connecting Host DNS Verification）、commit してください。',
    },
    note: {
      subject: '貴社サーバー {ip} の逆引き DNS について',
      body: writeNote(
        `貴社のサーバー {ip} から {ourDomain} へのメールを、${refusedTimes}、接続の時点で拒否いたしました。原因は逆引き DNS の不備です。このアドレスに PTR レコードがないか、逆引き名の正引きが元のアドレスに一致しておりません。{ip} の PTR レコードと、その名前が同じアドレスになる A または AAAA レコードを公開してくださいますようお願いいたします。`,
      ),
    },
    meaning:
      '送信者グループは、逆引き DNS に不備があるサーバーを対象にできます。PTR レコードがない（nx.domain）、検索がエラーになる（serv.fail）、名前の正引きが元のアドレスに一致しない（not.double.verified）の 3 つです。',
  },
  'hat-tcprefuse': {
    headline: { default: 'ゲートウェイが、SMTP の会話を始める前に送信元サーバーを遮断しました。' },
    summary: { default: byTcp, changed: `${byTcp}${changed}` },
    steps: {
      move: '受け取るべき送信者の場合：Mail Policies > HAT Overview で、{group} より上の別の送信者グループにアドレスを移し、commit してください。',
      reject:
        '{group} のアクセスを TCPREFUSE から REJECT に変更してください。拒否された送信者は、数日後ではなく、554 応答によりすぐに気付けます。',
      cleanUp: 'アドレスの評価が低い理由を調べ、talosintelligence.com で再評価を依頼してください。',
    },
    note: {
      subject: '貴社サーバー {ip} から {ourDomain} に接続できない件について',
      body: writeNote(
        `貴社のサーバー {server} から当方のメールゲートウェイへの接続を、${refusedTimes}、TCP の段階で遮断いたしました。貴社側では、ポート 25（{ourMx}）への接続の拒否またはリセットとして見えます。これは、このアドレスに対する判定です。talosintelligence.com でレピュテーションをご確認のうえ、意図しないメールが送信されていないかお調べいただき、結果をお知らせくださいますようお願いいたします。`,
      ),
    },
    meaning:
      'TCPREFUSE は、ホストアクセステーブル（HAT）で最も厳しい動作で、SMTP の応答を返さずに接続を切ります。送信元サーバーはネットワーク障害と区別できないため、自身のキューの期限まで再送を続けます。接続が開かれないため、ログ行の ICID は 0 になります。',
  },
  'connection-limit-host': {
    headline: { default: '送信元サーバーの同時接続数が、ゲートウェイの上限を超えました。' },
    summary: {
      default: `{server} からの接続を一時的に断りました（${when}、{id}）。1 つのアドレスに許される数の接続がすでに開かれていました。一時的な拒否であり、送信側は再送します。`,
      max: `{server} からの接続を一時的に断りました（${when}、{id}）。すでに {max} 件の接続が開かれており、1 つのアドレスの上限に達していました。一時的な拒否であり、送信側は再送します。`,
    },
    steps: {
      raise:
        '継続的に送信してくるサービスの場合：{group} のメールフローポリシーでアドレスごとの接続数を引き上げるか、{ip} を上限の高いグループに移し、commit してください。',
      fewer: '当方への同時接続数を減らしてください。断られたメールは自動的に再送されます。',
    },
    note: {
      subject: '{ip} からの同時接続数が上限を超えております',
      body: writeNote(
        `貴社のサーバー {server} から当方のゲートウェイへの同時接続数が、1 つのアドレスに許可している数を超えました（${when}）。メールは恒久的に拒否したものではなく、一時的にお断りしたものです。{ourDomain} への同時接続数を減らしていただけますでしょうか。継続的に送信されるサービスの場合は、上限を引き上げますのでお知らせください。`,
      ),
    },
    meaning:
      'メールフローポリシーは、1 つのアドレスが同時に開ける接続数を制限します。上限を超えた接続には一時エラーを返し、送信側は後で再送します。',
  },
  'slow-reverse-dns': {
    headline: { default: 'ゲートウェイが逆引きを待っている間に、送信元サーバーが接続を切りました。' },
    summary: {
      default: `{server} から接続がありましたが（${when}）、バナーを待って {seconds} 秒後に、メールを送らないまま切断されました。そのうち {dnsSeconds} 秒は、ゲートウェイが逆引きに要した時間です。`,
      pause: `${waited}このサーバーの逆引き名は見つかりませんでした。`,
      slow: `${waited}この逆引きは応答に時間がかかっています。`,
    },
    clear: '逆引き DNS：{ip} の逆引きはすぐに応答し、正引きも一致します。',
    steps: {
      publish:
        '{ip} に、すぐに応答する逆引き名（PTR）を公開するか、送信元サーバーがバナーを待つ時間を延ばしてください（RFC 5321 では 5 分）。',
      measure: 'ゲートウェイと同じ条件で逆引きの時間を測ってください。10 秒を超えれば確定です。',
      shorten:
        '多くの送信元で遅い場合：逆引きのタイムアウト（既定は 20 秒）を短くしてください：`dnsconfig`、SETUP の後、`commit`。',
    },
    note: {
      subject: '貴社サーバー {ip} がバナーを待たずに切断しています',
      body: writeNote(
        `貴社のサーバー {ip} から {ourDomain} に接続がありましたが（${when}）、当方がバナーを返す前に、{seconds} 秒で切断されました。当方のゲートウェイはバナーを返す前に接続元の逆引きを行っており、{ip} の逆引きに時間がかかりすぎております。応答するネームサーバーで {ip} の PTR レコードを公開し、その名前の正引きが {ip} になるようアドレスレコードを設定していただくか、バナーを待つ時間を延ばしてくださいますようお願いいたします（RFC 5321 section 4.5.3.2.1 では 5 分です）。`,
      ),
    },
    meaning:
      'ゲートウェイはバナーを返す前に、接続元サーバーの名前を逆引きします。その DNS ゾーンが応答しないとバナーが遅れ、待ちきれないサーバーもあります。原因は送信側の逆引き DNS にあります。多くの送信元で遅い場合は、当方のリゾルバーにあります。',
  },
  'smtp-inspection': {
    headline: {
      default: '送信側とゲートウェイの間に、SMTP を書き換えるファイアウォールがある可能性があります。',
      masked: '当方のファイアウォールが SMTP の会話を書き換えており、送信側が送信をあきらめています。',
    },
    summary: {
      default: `${inspected}途中に SMTP インスペクションを行うファイアウォールがある場合と一致しますが、接続テストだけを行うサーバーの場合とも一致します。`,
      masked: `${inspected}外から見ると、リスナー {listener} の応答は文字が伏せられています。手前に SMTP インスペクションを行うファイアウォールがあります。`,
    },
    steps: {
      tellApart:
        '1 回の実験で切り分けられます。送信側に、手動で SMTP の会話を試してもらってください（`telnet` で当方の MX のポート 25 へ）。バナーにアスタリスクが並ぶか、STARTTLS の代わりに X の文字があれば、インスペクションです。',
      switchOff:
        'ゲートウェイの手前のファイアウォールで、ゲートウェイに対する SMTP インスペクションを無効にしてください（ASA：`no inspect esmtp`、PIX：`no fixup protocol smtp 25`）。',
      capture,
      debugLog,
    },
    note: {
      subject: '{ip} と {ourDomain} の間の SMTP について',
      body: writeNote(
        '貴社のサーバー {server} から接続がありますが、メールが完了する前にセッションが終わっております（{count:|最後は }{lastAt}）。経路上の機器が SMTP の会話を書き換えていると考えると、説明がつきます。当方の機器は確認いたします。貴社側でも SMTP インスペクション（ASA または PIX の inspect esmtp）が有効になっていないかご確認いただき、有効な場合は、当方へのメールに対して無効にしてくださいますようお願いいたします。',
      ),
    },
    meaning:
      'ファイアウォールの中には、SMTP の中身を読んで書き換えるものがあります。バナーがアスタリスクになる、STARTTLS が X で上書きされる、コマンドが切られる、などです。書き換えられたものを必要とするサーバーは送信をあきらめ、ログには終了した接続だけが残ります。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
