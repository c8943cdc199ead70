import type { RuleTranslation } from '../../language.ts'
import { debugLog, when, writeNote } from './phrases.ts'

/** Causes by which the two servers do not understand each other: commands, line ends, certificates, a firewall between. */
export const dialogue = {
  'bad-command-limit': {
    headline: { default: '送信元サーバーが SMTP コマンドではない行を送ったため、ゲートウェイが切断しました。' },
    summary: {
      default:
        '{server} が、ゲートウェイの知らないコマンドを送ってきました（{count:|# 回、最後は }{lastAt}、{id}、例：`{command}`）。数回続くとゲートウェイは接続を切ります。相手がメールサーバーではないか、拒否された後も本文を送り続けています。',
    },
    steps: {
      askSender:
        'どのソフトウェアが送信しているのか、その接続についてログに何があるのかを知らせてください。スクリプト、機器、LMTP を話すサーバー、拒否後も送り続けるサーバーなどが考えられます。',
      debugLog,
    },
    note: {
      subject: '貴社サーバー {ip} から {ourDomain} への接続が SMTP になっておりません',
      body: writeNote(
        `貴社のサーバー {server} から接続がありましたが、SMTP コマンドではない行が続いたため、接続を終了いたしました（${when}）。そのサーバーのログで、何を送信したかをご確認くださいますようお願いいたします。別のプロトコル（LMTP、HTTP）を話すソフトウェアや、拒否された後も本文を送り続けるソフトウェアで、この状態になります。`,
      ),
    },
    meaning:
      'SMTP コマンドではない行を続けて送るサーバーは、421 Exceeded bad SMTP command limit で切断されます。メールサーバーではないか、別のプロトコルを話しているか、拒否された後も本文を送り続けています。',
  },
  'unsupported-verbs': {
    headline: {
      default: '送信元サーバーがゲートウェイの対応していない SMTP コマンドを使い、送信をあきらめました。',
    },
    summary: {
      default: `{server} が \`{command}\` を送ってきました（${when}、{id}）。ゲートウェイはそのコマンドを提示しておらず、メールは始まりませんでした。正しいサーバーは EHLO の応答で提示されたものだけを使います。`,
    },
    steps: {
      fallBack:
        '送信元サーバーが EHLO の応答にあるものだけを使うように設定し（CHUNKING/BDAT などを当方宛で無効にする）、途中の機器がその応答を書き換えていないか確認してください。',
      debugLog,
    },
    note: {
      subject: '貴社サーバー {ip} が {ourDomain} の対応していないコマンドを使っています',
      body: writeNote(
        `貴社のサーバー {server} が、当方の EHLO の応答にない SMTP コマンド {command} を送信し（${when}）、その後メールの送信はありませんでした。{ourDomain} 宛ではその拡張を無効にするなど、提示されたものだけを使うように設定していただき、途中の機器が EHLO の応答を書き換えていないかご確認くださいますようお願いいたします。`,
      ),
    },
    meaning:
      'SMTP の拡張は、相手が EHLO の応答で提示したものだけを使えます。提示されていないコマンドには 500 が返り、それなしでは進めないサーバーは送信をあきらめます。',
  },
  'header-too-big': {
    headline: {
      default: 'メールのヘッダーが、ゲートウェイの受け付ける長さを超えています。',
      perhaps: 'ゲートウェイがヘッダーの途中でメールの受信をやめました。ヘッダーが長すぎる可能性があります。',
    },
    summary: {
      perhaps: `{server} が、{mailFrom} から {rcptTo} へのメールを送ってきました（${when}、{id}）。ヘッダーの行がまだ届いている間にゲートウェイが本文の受信を終え、残りをコマンドとして読みました。長すぎるヘッダー（既定では 1,000 行超）の場合にそうなりますが、内容がほかの理由で拒否された場合も同様です。`,
      default: `{server} が、{mailFrom} から {rcptTo} へのメールを送ってきました（${when}、{id}）。ヘッダーが長すぎるため、ゲートウェイは 552 で拒否しました（既定では 1,000 行まで）。再送しても変わりません。`,
    },
    steps: {
      shorten:
        'ヘッダーが長くなる原因を調べてください。To や Cc の数百人の宛先、経由するたびに行が増えるループ、独自のデータを書き込むプログラムなどです。',
      raise: '受け取る必要がある場合：リスナーのヘッダーの上限を引き上げます：`listenerconfig`、SETUP の後、`commit`。',
      debugLog,
    },
    note: {
      subject: '{ourDomain} 宛のメールのヘッダーが長すぎます',
      body: writeNote(
        `貴社のサーバー {server} から、{mailFrom} から {rcptTo} へのメールをお送りいただきましたが（${when}）、本文ではなくヘッダーが当方の上限を超えているため、552 で拒否いたしました。多くは、To や Cc の宛先が多いこと、または経由するたびに行が追加されることが原因です。ヘッダーを短くしたうえで、再送してくださいますようお願いいたします。`,
      ),
    },
    meaning:
      '本文の前にある行がヘッダーです。ゲートウェイの受け付ける行数には上限があり（既定は 1,000）、超えると 552 message header size exceeds limit で拒否します。残りの部分は誤ったコマンドのように見えることがあります。',
  },
  'bare-line-ending': {
    headline: { default: '改行に単独の CR または LF があるため、ゲートウェイがメールを拒否しました。' },
    summary: {
      default: `{server} が、{mailFrom} から {rcptTo} へのメールを送ってきました（${when}、{id}）。規格で禁じられた改行（単独の CR または LF）が含まれています。別のメールを紛れ込ませることができるため、リスナーは拒否します。`,
    },
    steps: {
      update: '送信するソフトウェアを更新してください。各行は CR LF の組で終わる必要があります。',
      setting:
        '更新できない場合：しばらくの間、リスナーの CR と LF の扱いを Allow にして（Network > Listeners、SMTP の設定）、commit してください。Clean はメールを書き換え、DKIM 署名を壊します。',
    },
    note: {
      subject: '{ourDomain} 宛のメールの改行が規格に合っていません',
      body: writeNote(
        `貴社のサーバー {server} から、改行コード（CR または LF）が単独で含まれるメールが送信されています（${when}）。RFC 5321 section 2.3.8 で禁じられているため、当方のゲートウェイは拒否いたします。メールを作成または中継するソフトウェアを更新のうえ、再送してくださいますようお願いいたします。`,
      ),
    },
    meaning:
      'SMTP の行は CR LF で終わります。単独の CR や LF は禁止で、それをメールの終わりと解釈するサーバーがあると、別のメールを紛れ込ませることができます。ゲートウェイは設定により、拒否、修正、または許可します。',
  },
  'starttls-masked': {
    headline: {
      plain:
        'リスナーが暗号化を提示しておらず、送信側がメールを送らずに切断しています。暗号化が必須の送信側かもしれません。',
      default: '当方のファイアウォールが STARTTLS を隠しており、暗号化が必須の送信側があきらめています。',
      changed:
        '以前は暗号化していた送信側が、メールを送らずに切断しています。STARTTLS が隠されている可能性があります。',
    },
    summary: {
      plain: `{server} から接続があり（${when}、{id}）、許可されましたが、TLS もメールもないまま切断されました。ここから見ると、リスナー {listener} は STARTTLS を提示していません。暗号化が必須のサーバーはここであきらめますが、単に当方のサーバーを試すだけのサーバーも同様に切断します。`,
      default: `{server} から接続があり（${when}、{id}）、許可されましたが、TLS もメールもないまま切断されました。外から見ると、リスナー {listener} の STARTTLS の位置に X が並んでいます。SMTP インスペクションを行うファイアウォールが消しています。`,
      changed: `{server} から接続があり（${when}、{id}）、許可されましたが、TLS もメールもないまま切断されました。{takenAt} までの接続は暗号化されていました。途中の機器が STARTTLS を消している場合と一致しますが、接続テストだけを行うサーバーの場合とも一致します。`,
    },
    steps: {
      offer:
        'その送信側に TLS が有効か（Mail Policies > Mail Flow Policies：TLS Preferred）、リスナーに証明書があるか（Network > Listeners）を確認し、commit してください。どちらも問題なければ、ファイアウォールが STARTTLS を消しています。',
      switchOff:
        'ゲートウェイの手前のファイアウォールで SMTP インスペクションを無効にするか（ASA：`no inspect esmtp`）、STARTTLS を通してください。',
      tellApart:
        '一度見れば分かります。外から手動で EHLO を送ってください（`telnet` で当方の MX のポート 25 へ）。STARTTLS の代わりに X があれば、インスペクションです。',
      debugLog,
    },
    note: {
      subject: '{ip} と {ourDomain} の間の STARTTLS について',
      body: writeNote(
        '貴社のサーバー {server} から接続がありますが、メールを送らずに切断されております（{count:|最後は }{lastAt}）。途中の機器が当方の EHLO の応答から STARTTLS を消していると考えると、説明がつきます。当方の機器は確認いたします。貴社側のファイアウォールが SMTP を検査していないか（ASA または PIX の inspect esmtp）、貴社サーバーが EHLO の応答として何を受け取っているか、ご確認くださいますようお願いいたします。',
      ),
    },
    meaning:
      'EHLO の応答にある STARTTLS は、暗号化の申し出です。SMTP を検査するファイアウォールは、読めなくなるのを避けるため X で上書きします。暗号化が必須のサーバーは、メールを手元に残します。',
  },
  'tls-client-certificate': {
    headline: { default: 'ゲートウェイが送信元サーバーに証明書を求めましたが、信頼できるものが得られませんでした。' },
    summary: {
      default: `{server} が TLS を開始しましたが（${when}、{id}）、当方が終了しました（{reason}）。送信者グループ *{group}* のメールフローポリシーは、クライアント証明書を求めています。`,
    },
    steps: {
      relax:
        'このグループで求める必要があるか確認してください：Mail Policies > Mail Flow Policies、{group} のポリシー、Verify Client Certificate。必要な場合は、相手の証明書の発行者を認証局に追加し（Network > Certificates）、commit してください。',
      present: '当方への送信時に、チェーン全体を含む有効なクライアント証明書を提示してください。',
    },
    note: {
      subject: '{ip} と {ourDomain} の間の TLS：クライアント証明書について',
      body: writeNote(
        `貴社のサーバー {server} が TLS を開始しますが、当方が信頼するクライアント証明書が提示されないため、ハンドシェイクが終了しております（{reason}、${when}）。貴社サーバーが証明書を提示しているか、どの認証局が発行したものかをお知らせくださいますようお願いいたします。当方でも、求めている内容を確認いたします。`,
      ),
    },
    meaning:
      'メールフローポリシーは、送信元サーバーに証明書による証明を求めることができます。多くのサーバーは送信用の証明書を持たないため、この設定では TLS のハンドシェイクが当方の側で失敗します。',
  },
  'sender-exception-table': {
    headline: { default: '当方の規則で禁じられているため、ゲートウェイが送信者アドレスを拒否しました。' },
    summary: {
      default: `{server} が {mailFrom} として送信しようとしました（${when}、{id}）。ゲートウェイは拒否しました（{reason}）。DNS のドメインの問題ではなく、送信者検証の例外テーブルのエントリと一致します。`,
    },
    steps: {
      edit: '{mailFrom} に一致するエントリと、誰が追加したかを確認してください：Mail Policies > Exception Table。Allow に変更するか削除し、commit してください。',
    },
    note: {
      subject: '送信者アドレス {mailFrom} が拒否されております',
      body: writeNote(
        `貴社のサーバー {server} から、エンベロープ送信者 {mailFrom} のメールをお送りいただきましたが、当方のゲートウェイが拒否いたしました（${when}）。このアドレスまたはドメインに対する当方の判断によるものです。どのようなメールを送信されているか、お知らせくださいますようお願いいたします。当方で調査いたします。`,
      ),
    },
    meaning:
      '送信者検証の例外テーブルには、DNS の結果に関係なく許可または拒否するアドレスとドメインを登録します。拒否のエントリに一致すると、メッセージが始まる前に MAIL FROM で終わります。',
  },
  'call-ahead-failed': {
    headline: { default: 'ゲートウェイが社内のメールサーバーに受信者を確認しましたが、承認が得られませんでした。' },
    summary: {
      default: `{server} が、{mailFrom} から {rcptTo} へのメールを送ってきました（${when}、{id}）。ゲートウェイは受け付ける前に次のサーバーに接続し、受信者を知っているか確認します。否定されたか応答がなかったため、受信者を拒否しました。`,
    },
    steps: {
      tellApart:
        'ゲートウェイから次のサーバーに、その受信者の RCPT TO を手動で送ってみてください。拒否されればアドレスが存在せず、応答がなければ call-ahead そのものが失敗しています。',
      profile: '失敗時とタイムアウト時の動作、接続先をプロファイルで確認してください：Network > SMTP Call-Ahead。',
    },
    note: {
      subject: '{rcptTo} 宛のメールを拒否いたしました',
      body: writeNote(
        `貴社のサーバー {server} から、{mailFrom} から {rcptTo} へのメールをお送りいただきましたが（${when}）、受信者を拒否いたしました。アドレスが存在しないか、その時点で当方のサーバーに確認できなかったことが原因です。当方で調査いたします。アドレスに誤りがないかご確認くださいますようお願いいたします。`,
      ),
    },
    meaning:
      'SMTP call-ahead では、送信側を待たせたまま、ゲートウェイが次のサーバーに接続して受信者を提示します。拒否はそのまま送信側に伝えられ、応答がない場合の動作はプロファイルで決まります。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
