import type { RuleTranslation } from '../../language.ts'
import { when, writeNote } from './phrases.ts'

const offered = `{server} が、{mailFrom} から {rcptTo} へのメールを送ってきました（${when}、{id}）。`

/** Causes that tell how to read what was found: signatures, links, releases, other addresses, relays, doubles. */
export const afterwards = {
  'reputation-filter': {
    headline: {
      default: 'メール内のリンクのため、当方のコンテンツフィルターがメールを止めました。',
      held: 'メール内のリンクのため、当方のコンテンツフィルターがメールを隔離しています。',
      domain: '送信者ドメインのレピュテーションが低く、当方のコンテンツフィルターがメールを止めました。',
    },
    summary: {
      default:
        '{mailFrom} から {rcptTo} へのメール（{id}）に、レピュテーション {score} のリンクがあり、条件「{condition}」に一致しました。コンテンツフィルター *{filter}* が {stoppedAt} に止めました。',
      held: '{mailFrom} から {rcptTo} へのメール（{id}）に、レピュテーション {score} のリンクがあり、条件「{condition}」に一致しました。{stoppedAt} から隔離されています（{filter}）。',
      domain:
        '{mailFrom} から {rcptTo} へのメール（{id}）：送信者ドメインのレピュテーションは {score} で、コンテンツフィルター *{filter}* が {stoppedAt} に止めました。レピュテーションだけで止まることはありません。フィルターがそれを使っているかは、条件で分かります。',
    },
    steps: {
      read: 'フィルターの条件を読み、判定が正しいか確認してください。誤りなら、この送信者またはリンクを例外にします：Mail Policies > {table} Content Filters。',
      review: 'リンクやドメインに問題がない場合は、talosintelligence.com で再評価を依頼してください。',
      release: 'メールが安全な場合：隔離領域から解放してください：Monitor > Policy, Virus and Outbreak Quarantines。',
      resend: 'どのリンクか分かったら、それを除いて再送してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールが、リンクまたはドメインにより止まっております',
      body: writeNote(
        '{lastAt} に {mailFrom} からお送りいただいたメールは、リンクまたは送信者ドメインのレピュテーションにより、当方の内容検査で止まりました。サイトやドメインが悪用されていないかお調べいただき、問題がない場合は talosintelligence.com で再評価をご依頼ください。それまでの間は、リンクを除いて再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      'ゲートウェイは、リンクと送信者ドメインのレピュテーションを調べます。それだけでは何も起きませんが、コンテンツフィルターはそれによってメールを破棄、隔離、変更でき、一致した条件をログに残します。',
  },
  'dkim-broken': {
    headline: {
      default: 'DKIM 署名の検証に失敗し、送信者のなりすまし対策の規則に適合しませんでした。',
      noKey: 'DKIM 署名の鍵が DNS になく、送信者のなりすまし対策の規則に適合しませんでした。',
    },
    summary: {
      default: `${offered}{signer} の署名（セレクター {selector}）の検証に失敗しました（{detail}）。署名の後に、転送、フッター、手前のリレーなどがメールを変更しています。`,
      noKey: `${offered}{signer} のセレクター {selector} の鍵が DNS にありません（{detail}）。`,
    },
    clear: 'DKIM：{signer} の署名は検証されています。',
    steps: {
      sender: '署名の後にメールを変更しているものを調べ、最後に署名してください。',
      publish: '{signer} の鍵 {selector} を DNS に公開し直すか、DNS にある鍵で署名してください。',
      relay:
        '複数の送信者で起きる場合：ゲートウェイの手前のリレーが、フッターの追加やヘッダーの書き換えをしていないか確認してください。',
    },
    note: {
      subject: '{ourDomain} 宛のメールの DKIM 署名が検証できません',
      body: writeNote(
        '{server} から当方に送信された {mailFrom} のメール（{count:|最後は }{lastAt}）の、{signer} の DKIM 署名（セレクター {selector}）が検証できませんでした（{detail}）。鍵が DNS にあるか、署名の後に転送、フッター、ゲートウェイなどがメールを変更していないか、ご確認くださいますようお願いいたします。',
      ),
    },
    meaning:
      'DKIM は、送信ドメインの鍵でメールに署名します。その後にメールが変更されるか（body hash did not verify）、鍵が DNS にない（no key for signature）と検証に失敗し、DMARC も失敗することがあります。',
  },
  'quarantine-reinjected': {
    headline: {
      default: 'メールは隔離された後に解放され、MID {newMid} として処理されています。',
      same: 'メールはしばらく隔離された後、解放されました。',
    },
    summary: {
      default:
        'MID {mid} は隔離され{quarantine}、{releasedAt} に解放されました。その後は {newMid} として記録されており、元の番号で検索してもここまでです。',
      same: 'MID {mid} は隔離され{quarantine}、{releasedAt} に解放されました。送信より遅れて届いたのはこのためです。',
    },
    steps: { follow: '新しい番号で確認してください：`trace MID {newMid}`。' },
    meaning:
      '隔離から解放されたメールは、新しい番号で処理されることがあります。元の番号は「rewritten」または「reinjected」で終わり、その後の経過は新しい番号に記録されます。',
  },
  'recipient-rewritten': {
    headline: { default: 'ゲートウェイが受信者を書き換え、メールは {newRcptTo} に送られます。' },
    summary: {
      default:
        '{mailFrom} からのメール（{id}、{lastAt}）は {oldRcptTo} 宛でしたが、当方のエイリアス、ディレクトリ、または規則により {newRcptTo} に送られます。経過は新しいアドレスで記録されます。',
    },
    clear: '受信者：送信者が指定したアドレスのまま進んでいます。',
    steps: {
      check:
        'そこに送るべきでない場合：{oldRcptTo} について、エイリアステーブル（`aliasconfig`）、リスナーのドメインマップ、LDAP ルーティングの問い合わせを確認してください。',
      ask: '新しいアドレスで質問してください。メッセージ追跡には新しいアドレスだけが表示されます。',
    },
    meaning:
      'ゲートウェイは、あるアドレス宛のメールを別のアドレスに送ることができます（エイリアステーブル、ドメインマップ、LDAP ルーティング、マスカレード）。ログには新しい受信者で、多くは新しい番号で記録されます。',
  },
  'delivered-elsewhere': {
    headline: { default: 'いつもと違うサーバーに配信されました：{nextHop}。' },
    summary: {
      default:
        '{rcptTo} 宛の {id} は {deliveredAt} に {nextHop} に配信されました。同じドメイン宛のこれまでのメールは {usualHop} に配信されています。意図した変更でなければ、メールは誤った場所にあります。',
    },
    clear: '経路：そのドメイン宛のメールがいつも送られる先（{usualHop}）に送られています。',
    steps: {
      route:
        'そのドメイン宛のメールの現在の配信先と、誰が変更したかを確認してください：Network > SMTP Routes、LDAP ルーティング。',
      look: '{nextHop} でメールを探してください。待機しているか、そこのメールボックスにあります。',
    },
    meaning:
      'ゲートウェイは、SMTP ルート、ディレクトリ、DNS が示すサーバーにメールを渡します。移行の後は、そのいずれかが誤ったサーバーを示していることがあり、そのサーバーが受け取ったままになります。',
  },
  'behind-relay': {
    headline: {
      default: 'メールは当方のリレー経由で届いたため、接続元は送信者ではなくリレーです。',
      unknown: 'メールは当方のリレー経由で届き、実際の送信元はヘッダーから分かりません。',
    },
    summary: {
      default:
        '{id} の接続（{lastAt}）は、リレー {relay} の {relayIp} からでした。ヘッダーによると、送信元サーバーは {ip} です。リレーが拒否したメールは、ゲートウェイに行を残しません。',
      unknown:
        '{id} の接続（{lastAt}）は、リレー {relay} からでした。送信元サーバーを示すヘッダーがなく、レピュテーションと SPF はリレーのアドレスで判定されました。',
    },
    clear: '中継：間に中継はなく、{ip} が直接接続しています。',
    steps: {
      upstream:
        '痕跡なくメールが届かない場合：リレー {relay} のログを確認してください。送信者を最初に受けるのはリレーです。',
      header:
        'リレーがどのヘッダーを付けるかを確認し、設定してください：Network > Incoming Relays。その後 commit してください。',
    },
    meaning:
      'ゲートウェイの手前にリレー、負荷分散装置、クラウドフィルターがあると、すべての接続がそのアドレスから来ます。実際の送信元はヘッダーから読めますが（incoming relays）、リレーが拒否したものは届きません。',
  },
  arrived: {
    headline: {
      default: 'すでに届いています。同じメールをメールサーバーが {deliveredAt} に受け取りました。',
      twice: '同じメールが {count} 回届いています。メールボックスには 1 通だけ表示されることがあります。',
    },
    summary: {
      default:
        'Message-ID {messageId} のメールは {deliveredAt} に配信されました（{id}）。その後に来たのは同じメールで、失敗しても失われたものはありません。',
      twice:
        'Message-ID {messageId} のメールは {count} 回配信され、最後は {deliveredAt} でした（{id}）。メールサーバーは同じ Message-ID の 2 通目を破棄または非表示にするため、1 通足りないように見えます。',
    },
    clear: '重複：配信は一度だけです。',
    steps: {
      look: '{deliveredAt} のメールを、件名で、ほかのフォルダーや同じスレッドの中から探してください。',
    },
    meaning:
      'メールは、送信者や、こちらの応答を受け取れなかったサーバーによって、2 回送られることがあります。2 通目は同じメールで、拒否されるかメールボックスで隠されても、失われたものはありません。',
  },
  'remediated-after-delivery': {
    headline: { default: '届きましたが、その後メールボックスから取り除かれた可能性があります。' },
    summary: {
      default:
        '{rcptTo} 宛の {id} は、ファイルの判定中（{verdict}）に、{deliveredAt} に配信されました。ファイルに問題があった場合、メールボックス修復がメールを取り除いた可能性があります。それはメールログではなく、専用のログに記録されます。',
    },
    clear: 'ファイルの判定：メールが進んだ時点で確定していました（{verdict}）。',
    steps: {
      look: 'メールが取り除かれたか確認してください：Monitor > Mailbox Auto Remediation、またはログ `mar`。Message-ID で検索します。',
    },
    meaning:
      'メールボックス修復は、配信後にファイルの問題が分かったメールを、メールボックスから取り除きます。メールログには通常の配信として記録され、除去は修復のレポートに記録されます。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
