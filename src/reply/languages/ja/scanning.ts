import type { RuleTranslation } from '../../language.ts'
import { trace, writeNote } from './phrases.ts'

const taken = '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けました（{id}）。'
const accepted = '{mailFrom} から {rcptTo} へのメールは受け付けましたが、'
const dlp = `${taken}DLP（情報漏えい防止）が違反を検出し（ポリシー {dlpPolicy}、重大度 {severity}）、`
const inQueue = `${accepted}作業キューでの確認でディレクトリにアドレスがなく、ゲートウェイが`

/** Causes in the work queue: what the filters and scanners do with a mail that was taken. */
export const scanning = {
  'work-queue-backlog': {
    headline: { default: 'メールはゲートウェイが受信し、スキャンを待っています。' },
    summary: {
      default:
        '{mailFrom} から {rcptTo} へのメールは {readyAt} に最後まで受信しましたが（{id}）、その後どうなったかを示すログ行がありません。作業キューが停止しているか混み合っている、スキャナーが止まっている、ログが最後まで読まれていない、のいずれの場合とも一致します。',
    },
    steps: {
      status:
        '作業キューのメッセージ数と、キューが停止していないかを確認してください。`workqueue resume` で再開できます。',
      why: '増え続けている場合：どのエンジンが遅いか、ゲートウェイがリソース節約モードになっていないかを確認してください。',
    },
    meaning:
      '受信したメールは、作業キューでフィルターとスキャナーを通ります。通常は数秒です。キューが停止しているか、スキャンできる量を超えて届くと、メールはそこで待機します。その間も失われません。',
  },
  'spam-drop': {
    headline: { default: 'ゲートウェイがスパムと判定し、メールを破棄しました。' },
    summary: {
      default: `${accepted}スパムと判定され、{stoppedAt} に破棄されました（{id}）。復元はできません。送信者には通知されていません。`,
    },
    clear: 'スパム：判定は {verdict} でした。',
    steps: {
      policy:
        'スパムを破棄せずに隔離するよう、ポリシーを変更してください：Mail Policies > {table} Mail Policies > {policy} > Anti-Spam。その後 commit してください。',
      report:
        'スパムではなかった場合：送信者に再送してもらい、全ヘッダーを付けて誤検知としてベンダーに報告してください（Submission and Tracking Portal）。',
      resend: 'リンクや画像を減らした簡潔な内容にして、いつものサーバーから再送してください。',
      trace,
      abused:
        'まず {mailFrom} のアカウントや端末が悪用されていないかを確認してください：今日ほかに何が送信されましたか。悪用されている場合は、再送の前に停止してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）がスパムと判定されました',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、内容がスパムと判定され、配送されておりません。お手数ですが、リンクや画像を減らして再送していただき、送信した時刻をお知らせくださいますようお願いいたします。当方で確認いたします。',
      ),
    },
    meaning:
      'スパム対策エンジン（CASE）は、メールごとに positive、suspect、marketing、negative のいずれかの判定をします。その後の扱いはメールポリシーが決めます。Drop の場合、受け付けた後に破棄されます。',
  },
  'graymail-action': {
    headline: { default: 'ゲートウェイが広告またはニュースレターと判定し、メールを破棄しました。' },
    summary: {
      default: `${taken}{verdict} と判定され、{stoppedAt} に破棄されました。送信者には通知されていません。`,
    },
    steps: {
      policy:
        'この送信者について、タグ付けするか通過させるように変更し、commit してください：Mail Policies > {table} Mail Policies > Graymail。',
      resend: '変更された後に再送してください。破棄されたメールは復元できません。',
    },
    meaning:
      'グレイメールは、スパムではない一括配信メール（マーケティング、SNS、ニュースレター）です。メールポリシーは、種類ごとにタグ付け、隔離、破棄、配送を選べます。',
  },
  'virus-action': {
    headline: {
      default: 'ウイルススキャンの判定により、ゲートウェイがメールを止めました。',
      held: 'ゲートウェイがメールをウイルス隔離に保留しています。',
    },
    summary: {
      default: `${taken}ウイルススキャンの判定は {verdict}（{virus}）で、{stoppedAt} に破棄されました。`,
      held: `${taken}ウイルススキャンの判定は {verdict}（{virus}）で、{stoppedAt} から隔離領域 *{quarantine}* に保留されています。`,
    },
    clear: 'ウイルススキャン：{verdict}。',
    steps: {
      look: '隔離領域で内容を確認し、安全と分かる場合だけ解放してください：Monitor > Policy, Virus and Outbreak Quarantines。',
      policy:
        '暗号化されていた、またはスキャンできなかっただけの場合：この送信者について、そのようなメールの扱いを変更してください：Mail Policies > {table} Mail Policies > Anti-Virus。',
      resend:
        '送信元のパソコンをスキャンしてください。暗号化または破損しているだけのファイルは、ポータル経由か通常の PDF で送るほうが確実です。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）がウイルススキャンで止まりました',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のウイルススキャンの判定（{verdict}）により、配送されておりません。送信元のパソコンのスキャンをお願いいたします。添付ファイルが暗号化または破損しているだけの場合は、ポータルなど別の方法でお送りいただき、その旨をお知らせください。',
      ),
    },
    meaning:
      'ウイルススキャンは、メールごとに negative、positive、repaired、encrypted、unscannable のいずれかの判定をします。それぞれの扱いはメールポリシーが決めます。暗号化された圧縮ファイルは、問題がなくても止められることがよくあります。',
  },
  'amp-action': {
    headline: {
      default: 'マルウェアとして知られるファイルを含むため、ゲートウェイがメールを破棄しました。',
      held: 'ファイルの分析が終わるまで、ゲートウェイがメールを保留しています。',
    },
    summary: {
      default: `${taken}ファイルレピュテーションの判定は {verdict} で、{stoppedAt} に破棄されました。`,
      held: `${taken}ファイルレピュテーションの判定は {verdict} で、{stoppedAt} から隔離領域 *{quarantine}* で待機しています。失われたのではなく、遅れているだけです。分析が終わると自動的に解放され、多くは 1 時間以内です。`,
    },
    steps: {
      wait: '分析を待つか、ファイルが安全と分かる場合は解放してください：Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}。',
      log: 'AMP ログで、該当のファイルと分析の結果を確認してください。',
      resend: '送信元のパソコンでファイルを検査し、安全と確認できた場合は別の方法で送ってください。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）のファイルを止めております',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、含まれていたファイルが原因で、当方のゲートウェイが止めております（ファイルレピュテーション：{verdict}）。送信元のパソコンで該当のファイルをお調べください。安全と確認できた場合は、別の方法でお送りいただき、その旨をお知らせくださいますようお願いいたします。',
      ),
    },
    meaning:
      'Advanced Malware Protection（AMP）は、添付ファイルをベンダーの情報と照合し、未知のファイルは分析に送ることがあります。その間、メールは隔離領域で待機します。マルウェアとして知られるファイルは破棄されます。',
  },
  'content-filter-drop': {
    headline: {
      default: 'コンテンツフィルターがメールを破棄しました。',
      bounced: 'コンテンツフィルターがメールを返送しました。',
    },
    summary: {
      default: `${accepted}メールポリシー {policy} のコンテンツフィルター *{filter}* が {stoppedAt} に破棄しました（{id}）。送信者には通知されていません。`,
      bounced: `${accepted}メールポリシー {policy} のコンテンツフィルター *{filter}* が {stoppedAt} に返送しました（{id}）。`,
    },
    steps: {
      read: 'フィルターの条件を確認し、範囲を狭めるか、破棄せずに隔離するように変更してください：Mail Policies > {table} Content Filters > {filter}。その後 commit してください。',
      resend: 'フィルターが変更された後に再送してください。破棄されたメールは復元できません。',
      trace,
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）について',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、その内容により配送が止まりました。恐れ入りますが、添付ファイルを外す、PDF にする、リンクに置き換えるなどの方法で再送していただくか、設定を変更した旨のご連絡を差し上げるまでお待ちくださいますようお願いいたします。',
      ),
    },
    meaning:
      'コンテンツフィルターはメールポリシーに属し、作業キューの終わりのほうで、添付ファイル、語句、URL、各判定に対して動作します。破棄したフィルターの名前はログ行に残りますが、送信者には通知されません。',
  },
  'message-filter-drop': {
    headline: {
      default: 'メッセージフィルターがメールを破棄しました。',
      bounced: 'メッセージフィルターがメールを返送しました。',
    },
    summary: {
      default: `${accepted}メッセージフィルター *{filter}* が {stoppedAt} に破棄しました（{id}）。送信者には通知されていません。`,
      bounced: `${accepted}メッセージフィルター *{filter}* が {stoppedAt} に返送しました（{id}）。`,
    },
    steps: {
      read: 'フィルターの条件を確認してください：`filters`、DETAIL、{filter}。`trace` でテストし、範囲を狭めるか、破棄せずに隔離するように変更してください。',
      resend: 'フィルターが変更された後に再送してください。破棄されたメールは復元できません。',
      trace,
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）について',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付けましたが、当方のルールにより配送が止まりました。現在そのルールを確認しております。ご連絡を差し上げた後に再送していただくか、別の形（添付ファイルなし、またはリンク）でお送りくださいますようお願いいたします。',
      ),
    },
    meaning:
      'メッセージフィルターは、コマンドラインで作るルールで、作業キューの最初に動作します。破棄すると Dropped by filter の行にフィルター名が残りますが、送信者には通知されません。',
  },
  'dlp-action': {
    headline: {
      default: '外部に出してはならないデータを含むため、ゲートウェイがメールを破棄しました。',
      held: '外部に出してはならないデータを含むため、ゲートウェイがメールを保留しています。',
      heldUnnamed: '外部に出してはならないデータを含むため、ゲートウェイがメールを保留しています。',
    },
    summary: {
      default: `${dlp}{stoppedAt} に破棄されました。`,
      held: `${dlp}{stoppedAt} から隔離領域 *{quarantine}* に保留されています。`,
      unnamed:
        '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けました（{id}）。DLP（情報漏えい防止）が違反を検出し、{stoppedAt} に破棄されました。ポリシー名はログにありません。',
      heldUnnamed:
        '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けました（{id}）。DLP（情報漏えい防止）が違反を検出し、{stoppedAt} から隔離領域 *{quarantine}* に保留されています。ポリシー名はログにありません。',
    },
    steps: {
      look: '内容を確認して、扱いを決めてください：Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}。',
      policy:
        'その受信者に送ってよいデータの場合：DLP ポリシーを変更するか（Mail Policies > DLP Policy Manager）、暗号化して送ってください。',
      without: 'そのデータを除いて再送するか、そのための方法（暗号化、専用のポータル）で送ってください。',
    },
    noteToColleague: {
      subject: '{rcptTo} 宛のメールは送信されていません',
      body: '{lastAt} に {rcptTo} へ送信されたメールは、外部に出してはならないデータが含まれている可能性があるため、送信前に止められました（情報漏えい防止）。そのデータが不要であれば、除いてから再送してください。必要な場合は、内容と目的をお知らせください。許可するか、暗号化して送信できるようにします。',
    },
    meaning:
      'DLP（情報漏えい防止）は、外部に出るメールにカード番号や医療情報などが含まれていないかを調べます。違反したメールは、隔離、破棄、または暗号化されます。対象は、当方から送信するメールです。',
  },
  'ldap-drop-in-queue': {
    headline: {
      default: 'ディレクトリに受信者が存在しないため、ゲートウェイが受け付けた後にメールを破棄しました。',
      bounced: 'ディレクトリに受信者が存在しないため、ゲートウェイが受け付けた後にメールを返送しました。',
    },
    summary: {
      default: `${inQueue}通知なしで破棄しました（{id}、{lastAt}）。送信者は届いたと思っています。`,
      bounced: `${inQueue}送信者に返送しました（{id}、{lastAt}）。`,
    },
    steps: {
      test: 'ゲートウェイと同じようにディレクトリに問い合わせてください：`ldaptest`、accept クエリ、アドレス {rcptTo}。存在するはずのアドレスであれば、ディレクトリに追加してください。',
      inDialogue:
        'accept クエリを SMTP の会話の中で実行するようにしてください（Network > Listeners > Accept Query）。存在しないアドレスであることが、送信者にすぐ伝わります。',
      trace,
    },
    note: {
      subject: '{rcptTo} 宛のメールが届いておりません',
      body: writeNote(
        '{lastAt} に {mailFrom} から {rcptTo} へ送信されたメールは、当方のゲートウェイで受け付けましたが、このアドレスが当方に存在しないため、配送できませんでした。綴りをご確認のうえ、正しいアドレスに再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      'ディレクトリへの問い合わせは、メールを受け付けた後にも行えます。存在しない受信者のメールは、作業キューから破棄または返送されます。送信側には 250 OK を返しているため、破棄の場合、送信者には何も伝わりません。',
  },
  'global-unsubscribe': {
    headline: {
      default: 'アドレスがグローバル配信停止リストにあるため、ゲートウェイはこの受信者には送信しません。',
    },
    summary: {
      default: `${taken}{stoppedAt} に停止しました。グローバル配信停止リストにエントリ {entry} があります。`,
    },
    steps: {
      remove: '不要なエントリであればリストから削除し、commit してください：Mail Policies > Global Unsubscribe。',
    },
    note: {
      subject: '{rcptTo} 宛のメールが届いておりません',
      body: writeNote(
        '{lastAt} に {mailFrom} から {rcptTo} へ送信されたメールは、当方のゲートウェイで受け付けましたが、このアドレスへの配送を止める当方の設定により止まりました。現在確認しております。ご連絡を差し上げた後に再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      'グローバル配信停止リスト（Global Unsubscribe）は、送信者にかかわらず、ゲートウェイが何も送らない受信者の一覧です。該当するメールは破棄または返送されます。メーリングリスト用の機能で、登録したまま忘れられていることがよくあります。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
