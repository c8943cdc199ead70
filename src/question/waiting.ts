/**
 * Words by which somebody asks to be told of mail that is still to come, in the four languages. Each begins the wish or
 * holds it whole; a question about mail that is missing uses none of them.
 */
const wishes: readonly RegExp[] = [
  /^(?:please )?(?:tell|let|notify|ping|warn|alert) (?:me|us)(?: know)? (?:when|as soon as|once|if)\b/,
  /^(?:please )?(?:watch|wait) for\b/,
  /^(?:s'il (?:te|vous) pla[iî]t,? )?(?:pr[ée]viens|pr[ée]venez|avertis|avertissez|dis|dites|signale|signalez)-(?:moi|nous) (?:quand|d[èe]s que|lorsque|si)(?: |$)/,
  /^(?:laat (?:me|mij|ons) weten|waarschuw (?:me|mij|ons)|meld(?: het)?(?: me| mij| ons)?|zeg (?:me|mij|ons)) (?:wanneer|als|zodra)\b/,
  /(?:届いたら|来たら|着いたら|受信したら).{0,20}(?:教えて|知らせて|通知して|連絡して)/,
]

/** Whether the words ask to be told when mail comes: `tell me when mail from example.com arrives`. */
export function asksToWait(text: string): boolean {
  const words = text.slice(0, 400).toLowerCase().replaceAll('’', "'").trim()
  return wishes.some((wish) => wish.test(words))
}
