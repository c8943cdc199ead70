import type { RuleTranslation } from '../../language.ts'
import { capture, debugLog, when, writeNote } from './phrases.ts'

const dmarc = `{server} から、From が {domain} のメールが {count} 通届きました（{count:|最後は }{lastAt}、{id}）。DMARC に失敗しました（SPF アライメント：{spf}、DKIM アライメント：{dkim}）。`
const firewall =
  '貴社側のファイアウォールが SMTP を検査していないか（ASA または PIX の inspect esmtp）、大きなパケットが通るか（MTU、ICMP の遮断）も、ご確認くださいますようお願いいたします。'

/** Causes while the message itself comes in. */
export const transfer = {
  'receiving-aborted': {
    headline: {
      default: 'メールの受信中に接続が切れました。',
      repeated: 'メールの受信中に、毎回ほぼ同じところで接続が切れています。',
    },
    summary: {
      default:
        '{server} が {mailFrom} から {rcptTo} へのメール {count} 通の送信を始めましたが、{count:|最後の 1 通は }{seconds} 秒後の {endedAt} に、完了する前に切れました（{id}）。メールは送信側に残っており、再送されるはずです。切断は SMTP より下の層で起きています。相手側または途中の機器が接続を閉じました（FIN、RST、ファイアウォール）。',
      repeated:
        '{server} が {mailFrom} から {rcptTo} へのメール {count} 通の送信を始めましたが、どれも約 {seconds} 秒後に切れました。最後は {endedAt} です（{id}）。同じところで切れる場合は、途中の機器が疑われます。SMTP インスペクションを行うファイアウォールか、大きなパケットが失われる経路（MTU）です。',
    },
    steps: {
      askSender:
        '送信元サーバーのログでその時刻を確認してください。自分から接続を閉じたのか、閉じられたのかを調べてください。',
      inspection:
        '双方のファイアウォールで SMTP インスペクションが有効になっていないか確認し（ASA：`inspect esmtp`、PIX：`fixup protocol smtp`）、ゲートウェイに対しては無効にしてください。',
      capture,
      debugLog,
    },
    note: {
      subject: '{ourDomain} 宛のメールが途中で切れております：{ip}',
      body: writeNote(
        `貴社のサーバー {server} から接続があり、メールの送信が始まりましたが、{seconds} 秒後、完了する前に接続が切れました。発生は ${when} です。接続を閉じたのは当方のゲートウェイではありません。貴社のログに、タイムアウト、スキャナー、ネットワークなどの理由が記録されていないかお調べください。${firewall}`,
      ),
    },
    meaning:
      'Receiving aborted：メッセージが完了する前に、SMTP のコマンドによらず接続が終わった状態です。ネットワーク機器か相手側が接続を閉じたか、当方のタイムアウトが切れたかのどちらかで、経過時間で見分けられます。ゲートウェイにメールは残っておらず、送信側の再送が必要です。',
  },
  'aborted-by-sender': {
    headline: { default: '送信元サーバーが、本文を送る前に自分から送信をやめました。' },
    summary: {
      default:
        '{server} が {mailFrom} から {rcptTo} へのメール {count} 通を送ろうとし、当方は受信者を受け付けましたが、本文の前に QUIT が送られました（{count:|最後は }{endedAt}、{id}）。当方は何も拒否していません。',
      noRecipient:
        '{server} は送信者 {mailFrom} を名乗り、当方が受け付けた受信者がないまま QUIT を送りました（{count:|最後は }{endedAt}、{id}）。多くは単なるアドレスの確認です。当方はメールを拒否していません。',
    },
    steps: {
      askSender:
        '送信元サーバーのログで、送信をやめた理由を調べてください。よくあるのは、自社のスキャナーや情報漏えい対策、アドレスの確認、別の経路で送られた同じメールです。',
      debugLog,
    },
    note: {
      subject: '貴社サーバー {ip} が {ourDomain} 宛の送信を中断しております',
      body: writeNote(
        `貴社のサーバー {server} から {mailFrom} のメールの送信があり、当方は送信者と受信者を受け付けましたが、本文が送られる前に、貴社のサーバーがセッションを終了しました。発生は ${when} です。中断は貴社側で判断されたものですので、ログで理由（コンテンツスキャナー、情報漏えい対策、貴社側のタイムアウト、アドレスの確認など）をお調べくださいますようお願いいたします。`,
      ),
    },
    meaning:
      'Receiving aborted by sender：メッセージが完了する前に、相手側のサーバーが SMTP のコマンド（QUIT または RSET）で自ら処理を終えた状態です。ネットワーク障害でも、当方の拒否でもありません。',
  },
  'idle-timeout': {
    headline: {
      default: 'メールの途中で送信元サーバーからの通信が止まり、ゲートウェイが接続を切りました。',
      tooLong: '受信に許される時間を超えたため、ゲートウェイが接続を切りました。',
    },
    summary: {
      default:
        '{server} が {mailFrom} のメール {count} 通の送信を始めましたが、その後 {seconds} 秒間何も送られませんでした。これは、通信が止まった接続に対する当方のタイムアウトです。{count:|最後の}接続は {endedAt} に終わりました（{id}）。よくある原因は、途中でパケットを落とすファイアウォール、大きなパケットが失われる経路（MTU）、メールを保留している送信元サーバーのスキャナーです。',
      tooLong:
        '{server} は、1 回の接続に許される時間が過ぎた {endedAt} にもまだ接続していました（{id}）。メールは完了していません。',
    },
    steps: {
      askSender:
        '送信元サーバーのログでその時刻を確認し、何を待っていたのかを調べてください。途中の機器（ファイアウォール、SMTP インスペクション）が接続を止めていないかも確認してください。',
      capture,
      debugLog,
      raise:
        '送信側が遅いだけの場合：この相手に対するタイムアウトを延ばしてください：`listenerconfig`、SETUP、Timeout for unsuccessful inbound connections。',
    },
    note: {
      subject: '{ourDomain} 宛のメールが途中で止まっております：{ip}',
      body: writeNote(
        `貴社のサーバー {server} から接続があり、メールの送信が始まりましたが、その後 {seconds} 秒間何も送られなかったため、当方のゲートウェイが接続を終了いたしました。発生は ${when} です。貴社のサーバーが何を待っていたのか（スキャナー、タイムアウト、届かないパケットなど）は、ログに記録されているはずです。${firewall}`,
      ),
    },
    meaning:
      '最後のやり取りから 5 分後に、接続の切断がないまま Receiving aborted となった場合は、当方のタイムアウトが切れています。送信側は接続を開いたまま、何も送っていませんでした。',
  },
  'message-too-big': {
    headline: { default: 'メールのサイズがゲートウェイの上限を超えています。' },
    summary: {
      default: `{server} が、{mailFrom} から {rcptTo} へのメール {count} 通を送ってきました（{count:|最後は }{lastAt}、{id}）。サイズの上限を超えたところでゲートウェイが受信をやめ（{reason}）、552 で拒否しました。再送しても結果は同じです。`,
    },
    steps: {
      smaller: 'ファイルの代わりにリンクを送るか、分割するか、ファイル交換用のポータルを使ってください。',
      raise:
        'どうしても通す必要がある場合：{group} のメールフローポリシー（Mail Policies > Mail Flow Policies）で最大メッセージサイズを引き上げ、commit してください。内部の配送先サーバーにも独自の上限があります。',
    },
    note: {
      subject: '{rcptTo} 宛のメールのサイズが上限を超えております',
      body: writeNote(
        `貴社のサーバー {server} より、{mailFrom} から {rcptTo} へのメールの送信がございました（${when}）。当方のゲートウェイの上限を超えるサイズのため、拒否いたしました（552）。添付ファイルは、送信時に約 3 分の 1 大きくなります。リンクを送っていただくか、メールを分割してくださいますようお願いいたします。`,
      ),
    },
    meaning:
      'メールフローポリシーには、それぞれ最大メッセージサイズがあります。送信側には EHLO の応答（SIZE）で知らせており、それを超えて送ると 552 で拒否され、メッセージはゲートウェイ上で完了しません。上限の 2 倍を超えると、ゲートウェイは送信側の速度も落とします。',
  },
  'mail-loop': {
    headline: {
      default: 'メールがループしているため、ゲートウェイが拒否しました。',
      again: '同じメールが {count} 回届いています。ループしている可能性があります。',
    },
    summary: {
      default: `{server} から、すでに多すぎる数のサーバーを経由したメールの送信がありました（${when}、{id}）。どこかで送信元に送り返されています。`,
      again:
        'Message-ID が {messageId} のメールが、{server} から毎回別の番号で {count} 回届いています。最後は {lastAt} です（{id}）。当方と配送先サーバーの間のループと一致しますが、送信側が再送している場合とも一致します。',
    },
    steps: {
      route:
        '受信者のドメインの SMTP ルート（Network > SMTP Routes）と、配送先サーバーがそのドメイン宛のメールをどう扱うか（Exchange の accepted domains）を比べてください。どちらかが当方に送り返しています。',
      received: 'メールの Received 行を下から読んでください。繰り返している部分がループです。',
    },
    note: {
      subject: '貴社からのメールがループしております',
      body: writeNote(
        '貴社のサーバー {server} から {ourDomain} へのメールは、経由したサーバーの数が多すぎるため、ループとして拒否いたしました（{count:|最後は }{lastAt}）。貴社側でメールを転送している場合は、その設定をご確認くださいますようお願いいたします。当方でも配送経路を確認いたします。',
      ),
    },
    meaning:
      'メールが経由するサーバーは、それぞれ Received 行を 1 行追加します。行が多すぎる場合は、互いに相手を担当だと思っている 2 台のサーバーの間を回り続けているため、拒否します。',
  },
  'dmarc-reject': {
    headline: {
      default: '送信者のドメインのなりすまし対策（DMARC）に失敗したため、ゲートウェイが拒否しました。',
      held: '送信者のドメインのなりすまし対策（DMARC）に失敗したため、ゲートウェイが隔離しています。',
      ours: '当社のドメイン {domain} を名乗って外部から来たメールを、ゲートウェイが拒否しました。当社のものと確認できません（DMARC）。',
      oursBefore:
        '当社のドメイン {domain} を名乗って外部から来たメールを、ゲートウェイが拒否しました。当社のものと確認できません（DMARC）。',
    },
    summary: {
      default: `${dmarc}受信はそこで終わりました。{domain} が許可していないサーバーであるか、メールが途中で転送または変更されています。`,
      held: `${dmarc}メールは隔離されました。`,
      ours: '{server} が、当社のドメイン {domain} を From に付けたメールを {count} 通送信しました（{lastAt}、{id}）。DMARC に失敗し（SPF の一致：{spf}、DKIM の一致：{dkim}）、転送はそこで終わりました。誰かが当社を騙っているか、実際に当社のものです（当社の DNS にないサービスから、またはメーリングリストや転送を経由して送られたもの）。',
      oursBefore:
        '{server} が、当社のドメイン {domain} を From に付けたメールを {count} 通送信しました（{lastAt}、{id}）。DMARC に失敗し（SPF の一致：{spf}、DKIM の一致：{dkim}）、転送はそこで終わりました。以前、同じサーバーから当社を名乗るメールを受け取っています（最後は {takenAt}）。当社のサービスである可能性が高まりますが、証明にはなりません。',
    },
    clear: 'DMARC：{domain} は合格です。',
    steps: {
      mend: '{domain} の SPF レコードで {ip} を許可するか、{domain} の DKIM 鍵で署名してください。転送されたメールの場合は、転送側で署名を壊さないようにしてください。',
      except:
        '正当なメールと分かっている場合：Mail Policies > DMARC で送信者を除外し（アドレスのバイパス）、commit してください。',
      wasItUs:
        '当社が送ったものかを確認してください：{mailFrom} と、当社のために送信するもの（ニュースレター、チケット、請求書など）の担当者に尋ねてください。',
      addService:
        '当社のサービスの場合：そのサービスの指示どおりに {domain} の SPF レコードに加え（`include:` または {ip}）、{domain} の DKIM 署名を付けさせてください。そうすれば受け付けられます。',
      forged:
        'そうでない場合：誰かが当社を騙ったもので、拒否は正しい判断です。何も変更せず、{ip} をどのレコードにも例外にも加えないでください。',
    },
    note: {
      subject: '{domain} を送信者とするメールが DMARC に失敗しております',
      body: writeNote(
        '{server} から送信された {mailFrom} のメール（{count:|最後は }{lastAt}）が、{domain} の DMARC に失敗いたしました（SPF アライメント：{spf}、DKIM アライメント：{dkim}）。当方は {domain} が公開しているポリシーに従っております。{ip} が貴社のサーバー、または貴社に代わって送信するサービスの場合は、エンベロープ送信者のドメインの SPF レコードに追加し、{domain} の DKIM で署名してくださいますようお願いいたします。転送されたメールの場合は、転送側でメールを変更しないようにする必要がございます。',
      ),
    },
    meaning:
      'DMARC は、From に自分のドメイン名があるのに、その名前で SPF にも DKIM にも合格しないメールの扱いを、ドメインの所有者が決める仕組みです。ゲートウェイはこれを確認し、ポリシーに従って拒否（550）、隔離、通過のいずれかを行います。',
  },
  'spf-reject': {
    headline: {
      default: '送信元サーバーがドメインに許可されていない（SPF）ため、ゲートウェイが拒否したと見られます。',
      ours: '当社のドメイン {domain} を名乗って外部から来たメールを、ゲートウェイが拒否したようです。当社の SPF レコードはそのサーバーを許可していません。',
      oursBefore:
        '当社のドメイン {domain} を名乗って外部から来たメールを、ゲートウェイが拒否したようです。当社の SPF レコードはそのサーバーを許可していません。',
    },
    summary: {
      default: `{server} が {mailFrom} としてメール {count} 通を送ってきました（{count:|最後は }{lastAt}、{id}）。SPF では {domain} がこのアドレスを禁止しており（Fail）、受信はそこで終わりました。SPF が理由だとはログに書かれていません。`,
      ours: '{server} が {mailFrom} としてメールを {count} 通送信しました（{lastAt}、{id}）。当社の {domain} の SPF レコードはそのアドレスを禁止しており（Fail）、転送はそこで終わりました。誰かが当社を騙っているか、当社のサービスがレコードに載っていません。SPF が理由だったとはログに書かれていません。',
      oursBefore:
        '{server} が {mailFrom} としてメールを {count} 通送信しました（{lastAt}、{id}）。当社の {domain} の SPF レコードはそのアドレスを禁止しており（Fail）、転送はそこで終わりました。以前、同じサーバーから当社を名乗るメールを受け取っています（最後は {takenAt}）。当社のサービスである可能性が高まりますが、証明にはなりません。SPF が理由だったとはログに書かれていません。',
    },
    clear: 'SPF：{address} は合格です。',
    steps: {
      askReply:
        '送信側サーバーのログで、当方のエラーを確認してください。SPF か DMARC ポリシーのどちらが書かれているか（あるいはどちらもないか）で、原因がわかります。',
      publish: '{domain} の SPF レコードに {ip} を追加するか、登録済みのサーバーから送信してください。',
      check:
        '{group} のメールフローポリシーが SPF Fail をどう扱うか確認してください：Mail Policies > Mail Flow Policies > SPF/SIDF Verification。',
      wasItUs:
        '当社が送ったものかを確認してください：{mailFrom} と、当社のために送信するもの（ニュースレター、チケット、請求書など）の担当者に尋ねてください。',
      addService:
        '当社のサービスの場合：そのサービスの指示どおりに {domain} の SPF レコードに加え（`include:` または {ip}）、{domain} の DKIM 署名を付けさせてください。そうすれば受け付けられます。',
      forged:
        'そうでない場合：誰かが当社を騙ったもので、拒否は正しい判断です。何も変更せず、{ip} をどのレコードにも例外にも加えないでください。',
    },
    note: {
      subject: '{ip} からのメールが {domain} の SPF に失敗しております',
      body: writeNote(
        `貴社のサーバー {server} から {mailFrom} としてメールの送信がありました（${when}）。{domain} の SPF レコードではこのアドレスが許可されていないため（結果：fail）、受け付けておりません。{ip} が貴社のサーバーの場合は、{domain} の SPF レコードに追加してくださいますようお願いいたします。転送されたメールの場合は、転送側のエンベロープ送信者を使う必要がございます。`,
      ),
    },
    meaning:
      'SPF は、自分の名前で送信してよいアドレスをドメインが公開する一覧です。メールフローポリシーにより、結果が Fail のメールを拒否することがあります。転送側は一覧にないため、転送されたメールも失敗します。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
