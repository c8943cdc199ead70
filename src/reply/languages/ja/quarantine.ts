import type { RuleTranslation } from '../../language.ts'
import { writeNote } from './phrases.ts'

const taken = '{mailFrom} から {rcptTo} へのメールは {lastAt} に受け付けました（{id}）。'
const noRelease = '理由：{reason}。ログの範囲では、まだ誰も解放していません。'
const held = '{mailFrom} から {rcptTo} へのメール（{id}）は {heldAt} に隔離領域 *{quarantine}* に入り、'

/** Causes by which a mail is held, and what became of it there. */
export const quarantine = {
  'spam-quarantine': {
    headline: { default: 'ゲートウェイがスパムと判定し、メールはスパム隔離にあります。' },
    summary: {
      default: `${taken}{verdict} と判定され、{heldAt} にスパム隔離に渡されました。ログ上は配送のように見えますが、配送ではありません。その後解放または削除されたかどうかは、メールログからは分かりません。`,
    },
    steps: {
      release:
        'スパム隔離を開き（リンクは通知メールにあります）、メールを解放し、送信者をセーフリストに追加してください。',
      search:
        '受信者に代わって検索し、解放してください：Monitor > Spam Quarantine（管理アプライアンスがある場合はそちら）。',
      policy: 'スパムではなかった場合：全ヘッダーを付けて、誤検知としてベンダーに報告してください。',
    },
    meaning:
      'スパムまたはその疑いがあると判定されたメールは、受信者が確認できるように隔離できます。ログではタグ付けの後、隔離への配送として記録され、隔離先が別のアプライアンスの場合は行末に (external quarantine) が付きます。解放しなければ、数日後に削除されます。',
  },
  'user-blocklist': {
    headline: {
      default: '送信者が受信者本人のブロックリストにあるため、メールはスパム隔離にあります。',
      dropped: '送信者が受信者本人のブロックリストにあるため、ゲートウェイがメールを破棄しました。',
    },
    summary: {
      default: `${taken}受信者本人のブロックリストによりスパムとされています。この判定は、ほかのどの判定よりも優先されます。`,
      dropped: `${taken}受信者本人のブロックリストによりスパムとされ、破棄されました。復元はできません。`,
    },
    steps: {
      unblock:
        'スパム隔離を開き、Options のブロックリストから {mailFrom}（またはそのドメイン）を外し、メールを解放してください。',
      help: '受信者に代わってリストを編集してください：Monitor > Spam Quarantine > Safelist/Blocklist、受信者 {rcptTo}。',
    },
    meaning:
      '受信者は、スパム隔離に自分のセーフリストとブロックリストを持てます。ログにはエンジン SLBL として現れ、スパム対策エンジンより優先されます。',
  },
  'policy-quarantine': {
    headline: { default: 'ゲートウェイがメールを隔離しており、管理者の判断を待っています。' },
    summary: {
      default: `${taken}{heldAt} に隔離領域 *{quarantine}* に入りました。${noRelease}`,
      remote: `${taken}{heldAt} に管理アプライアンスの隔離領域 *{quarantine}* に入りました。${noRelease}`,
      unsaid: `${taken}{heldAt} に隔離領域 *{quarantine}* に入りました。理由はログにありません。ログの範囲では、まだ誰も解放していません。`,
    },
    steps: {
      decide:
        '内容を確認し、解放または削除してください：Monitor > Policy, Virus and Outbreak Quarantines > {quarantine} で {mailFrom} を検索。',
      expiry:
        '期限と、期限後の動作（デフォルトアクション）を確認してください。何もしなければ、自動的に削除または解放されます。',
      edit: 'このようなメールを通す場合：隔離したフィルターの条件を狭めてください。',
    },
    meaning:
      'フィルターやポリシーは、人の判断を待つためにメールを隔離できます。誰かが解放または削除するか、期限が来るまで残ります。期限後の動作は、隔離領域のデフォルトアクションで決まります。',
  },
  'quarantine-expired': {
    headline: {
      default: 'メールは隔離され、保持期間が過ぎたため削除されました。',
      full: 'メールは隔離され、隔離領域がいっぱいになったため削除されました。',
      manual: 'メールは隔離され、管理者がそこで削除しました。',
    },
    summary: {
      default: `${held}誰も解放しなかったため {deletedAt} に削除されました（{reason}）。復元はできません。`,
      full: `${held}領域を空けるため {deletedAt} に削除されました（{reason}）。復元はできません。`,
      manual: `${held}{deletedAt} に管理者が削除しました。復元はできません。`,
    },
    steps: {
      resend: 'メールを再送してください。下の連絡文で依頼しています。',
      retention:
        '保持期間を延ばすか、期限後に解放するように変更し、commit してください：Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}、Retention Period、Default Action。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）再送のお願い',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付け、確認のため保留しておりましたが、配送前に削除されました。原因は当方にございます。お手数をおかけして恐れ入りますが、再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      '隔離領域は、決められた期間と容量までメールを保持します。それを過ぎるとデフォルトアクション（削除または解放）が動作します。削除されたメールは失われ、送信者には通知されません。',
  },
  'quarantine-several': {
    headline: {
      default: 'メールは 1 つの隔離領域から解放されましたが、別の隔離領域にまだ保留されています。',
      deleted: 'メールは 1 つの隔離領域から解放されましたが、別の隔離領域で削除されたため、配送されませんでした。',
    },
    summary: {
      default:
        '{mailFrom} から {rcptTo} へのメール（{id}）は、{quarantines} に保留されていました。{releasedAt} に *{released}* から解放されましたが、すべての隔離領域から解放されるまで先に進みません。',
      deleted:
        '{mailFrom} から {rcptTo} へのメール（{id}）は、{quarantines} に保留されていました。{releasedAt} に *{released}* から解放されましたが、{deletedAt} に *{deleted}* で削除されました（{reason}）。すべての隔離領域から解放されるまで先に進みません。元に戻すことはできません。',
    },
    steps: {
      resend: 'メールを再送してください。下の連絡文で依頼しています。',
      tellApart:
        '解放する際は、そのメールを保留しているほかの隔離領域も確認し、すべてから解放してください。残すと削除されることがあります：Monitor > Policy, Virus and Outbreak Quarantines。',
      release:
        '残りの隔離領域からも解放してください：Monitor > Policy, Virus and Outbreak Quarantines で {mailFrom} を検索。',
    },
    note: {
      subject: '{ourDomain} 宛のメール（{lastAt}）再送のお願い',
      body: writeNote(
        '{lastAt} に {mailFrom} から送信されたメールは、当方のゲートウェイで受け付け、確認のため保留しておりましたが、配送前に削除されました。原因は当方にございます。お手数をおかけして恐れ入りますが、再送してくださいますようお願いいたします。',
      ),
    },
    meaning:
      '1 通のメールが、異なる理由で同時に複数の隔離領域に保留されることがあります。すべてから解放されて初めて配送され、どれか 1 つで削除されると失われます。',
  },
  'outbreak-delay': {
    headline: {
      default: '新しい脅威の疑いがあるため、ゲートウェイがメールを一時的に保留しています。',
      released: '新しい脅威の疑いがあったため、ゲートウェイがメールを {minutes} 分間保留しました。',
    },
    summary: {
      default: `${taken}{heldAt} から隔離領域 *{quarantine}* に保留されています（{reason}）。失われたのではなく、遅れているだけです。再スキャンの後、自動的に解放されます。`,
      released: `${taken}{heldAt} から {releasedAt} まで隔離領域 *{quarantine}* に保留された後、先に進みました。`,
    },
    clear: 'アウトブレイクフィルター：判定は negative でした。',
    steps: {
      release:
        '急ぐ場合で、内容が安全と分かっているとき：Monitor > Policy, Virus and Outbreak Quarantines > Outbreak で解放してください。',
      retention:
        '正当なメールで頻繁に起きる場合：保持期間を短くするか、対象とする脅威レベルを引き上げてください：Mail Policies > Outbreak Filters。',
    },
    meaning:
      'アウトブレイクフィルターは、新しいマルウェアや詐欺の始まりと見られるメールを、スキャナーが対応するまで保留します。解放時に再スキャンします。遅れは数分から数時間です。',
  },
} as const satisfies Readonly<Record<string, RuleTranslation>>
