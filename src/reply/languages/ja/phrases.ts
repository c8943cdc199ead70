/** The Japanese of the steps that several rules end with. */
export const debugLog =
  '相手のサーバーとの SMTP の会話全体を記録します：`logconfig` で NEW、Injection Debug Logs、name `smtp_debug`、hosts `{hosts}`、10 sessions、残りは既定値のまま設定して `commit` します。送信側にテストメールを送ってもらい、`tail smtp_debug` で読み、`explain` に貼り付けると、途切れた行が示されます。'

export const capture =
  '1 回分の接続をパケットで記録します：`packetcapture` で SETUP、custom filter `{filter}`、START とし、接続が終わったら STOP します。最後のパケットを見れば、どちらが終わらせたか（FIN、RST、どちらでもない）が分かります。'

export const trace = 'このメッセージのログ行を、ゲートウェイですべて確認してください。'

/** When, and how often where it was more than once. */
export const when = '{count:|# 回、最後は }{lastAt}'

/** The body of a note to the sender's administrator: its paragraphs between the greeting and the close of a business mail. */
export function writeNote(...paragraphs: readonly string[]): string {
  return ['メールシステムご担当者様', 'お世話になっております。', ...paragraphs, 'よろしくお願いいたします。'].join(
    '\n\n',
  )
}
