/** Who and where somebody is, as far as it decides what they may ask. */
export interface Standing {
  readonly channel: string
  readonly isDirect: boolean
  readonly asker: string
  /** The user groups of the configuration that the asker is in. */
  readonly groups: readonly string[]
}

/** What one rule lets through. An empty list means any. `direct` among the channels means direct messages. */
export interface AccessRule {
  readonly channels: readonly string[]
  readonly people: readonly string[]
  readonly groups: readonly string[]
  readonly gateways: readonly string[]
  readonly verbs: readonly string[]
}

/** Who may ask what, as configured. */
export interface Access extends Pick<AccessRule, 'channels' | 'people' | 'groups'> {
  /** Where there are any, what none of them lets through is refused. */
  readonly rules: readonly AccessRule[]
  /** Channels in which addresses and subjects are hidden. */
  readonly hide: readonly string[]
  /** Whom to ask instead, in words. */
  readonly owner: string
}

/** What somebody may ask: null for anything. */
export interface Permit {
  readonly verbs: readonly string[] | null
  gatewaysFor(verb: string): readonly string[] | null
  readonly hides: boolean
}

/** Verbs by which nothing of a gateway is read: whoever may ask at all may ask for them. */
const HARMLESS = ['help']

/** What the asker may ask there; null for nothing at all. */
export function permitOf(access: Access, standing: Standing): Permit | null {
  if (!covers(access, standing)) return null
  const rules = access.rules.filter((rule) => covers(rule, standing))
  const hides = includesPlace(access.hide, standing)
  if (access.rules.length === 0) return { verbs: null, gatewaysFor: () => null, hides }
  if (rules.length === 0) return null
  return {
    hides,
    verbs: rules.some(({ verbs }) => verbs.length === 0) ? null : [...HARMLESS, ...rules.flatMap(({ verbs }) => verbs)],
    gatewaysFor(verb) {
      const fitting = rules.filter(({ verbs }) => verbs.length === 0 || verbs.includes(verb))
      if (fitting.some(({ gateways }) => gateways.length === 0)) return null
      return fitting.flatMap(({ gateways }) => gateways)
    },
  }
}

function covers(
  { channels, people, groups }: Pick<AccessRule, 'channels' | 'people' | 'groups'>,
  at: Standing,
): boolean {
  const here = channels.length === 0 || includesPlace(channels, at)
  const anybody = people.length === 0 && groups.length === 0
  return here && (anybody || people.includes(at.asker) || groups.some((group) => at.groups.includes(group)))
}

function includesPlace(channels: readonly string[], { channel, isDirect }: Standing): boolean {
  return channels.includes(channel) || (isDirect && channels.includes('direct'))
}

/** Every user group that the configuration names. */
export function groupsIn({ groups, rules }: Access): readonly string[] {
  return [...new Set([...groups, ...rules.flatMap((rule) => rule.groups)])]
}
