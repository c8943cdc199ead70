/** The short names that bots of this kind use; another one is shown by its name, between colons. */
const characters: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  arrows_counterclockwise: '🔄',
  bell: '🔔',
  email: '📧',
  envelope: '✉️',
  eyes: '👀',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  lock: '🔒',
  mag: '🔍',
  memo: '📝',
  no_entry: '⛔',
  question: '❓',
  red_circle: '🔴',
  speech_balloon: '💬',
  thumbsdown: '👎',
  thumbsup: '👍',
  warning: '⚠️',
  white_check_mark: '✅',
  white_circle: '⚪',
  x: '❌',
}

/** The character for a short name such as `eyes`, or the name between colons where there is none. */
export function emojiCharacter(name: string): string {
  return Object.hasOwn(characters, name) ? (characters[name] ?? '') : `:${name}:`
}

/** Replaces the short names that are known, and leaves every other colon as it is. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]{1,40}):/gu, (whole, name: string) => {
    return Object.hasOwn(characters, name) ? emojiCharacter(name) : whole
  })
}
