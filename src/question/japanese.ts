const honorifics = ['さん', '様', 'さま', '氏', 'くん', '君']

/** Full-width letters, digits and signs as plain ones, each in its place: `ＭＩＤ　１２` → `MID 12`. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (letter) =>
    letter === '\u3000' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  )
}

/** What follows a name, without the polite word or kind of thing that may stand between it and its particle. */
export function withoutHonorific(after: string): string {
  const rest = after.trimStart()
  const word = [...honorifics, 'ドメイン', 'サーバー', 'サーバ'].find((start) => rest.startsWith(start))
  return word === undefined ? rest : rest.slice(word.length).trimStart()
}

/**
 * Names of mailboxes without a domain: `carol さん宛`, `carolへは`. A bare `に` marks a recipient only where something
 * arrives there, since it follows most other words too.
 */
export function recipientNames(text: string): readonly string[] {
  const found: string[] = []
  for (const { 0: name, index } of text.matchAll(/[a-z0-9@._+-]{2,320}/gi)) {
    if (!/^[a-z][a-z0-9._-]{1,63}$/i.test(name)) continue
    const after = text.slice(index + name.length).trimStart()
    const rest = withoutHonorific(after)
    const polite = honorifics.some((word) => after.startsWith(word))
    const arrives = rest.startsWith('に') && (polite || /^には?[^。、]{0,10}[届来着]/.test(rest))
    if (arrives || /^(?:宛|あて|へ)/.test(rest)) found.push(name.toLowerCase())
  }
  return found
}

/** A short sentence that stops at its topic, `先週は？` or `example.net からは？`, leaves the rest to what was asked before. */
export function stopsAtTopic(text: string): boolean {
  if (text.length > 60) return false
  const bare = text.replace(/[\s?？。!！]+$/u, '')
  return /(?:は|も|だと|なら|だけ|のみ)(?:どう(?:ですか|でしょうか?|なの)?)?$/.test(bare)
}

/** Whether a Japanese sentence asks, with or without its question mark. */
export function asks(text: string): boolean {
  return /か。?$/.test(text.trimEnd()) || stopsAtTopic(text)
}
