import { hours, info, type Line, minutes } from './line.ts'
import type { Random } from './random.ts'

/** How often the gateway says that it is alive. Each minute on a real one; less here, to keep the log small. */
const BEAT = minutes(5)

/**
 * The gateway's own lines between two moments: the status line at each beat (log grammar U4; it holds `CrtMID` and the
 * like, which are no ids of any mail) and the reputation upload of each hour (U6).
 */
export function statusLines(random: Random, from: number, to: number): Line[] {
  const lines: Line[] = []
  for (let at = from; at < to; at += BEAT) {
    const [cpu, disk, queue] = [2 + random.below(9), random.below(3), 1800 + random.below(900)]
    lines.push(
      info(
        at,
      )`Status: CPULd ${cpu} DskIO ${disk} RAMUtil 12 QKUsd ${queue} QKFre ${8_388_608 - queue} CrtMID ${{ upTo: 'mid' }} CrtICID ${{ upTo: 'icid' }} CrtDCID ${{ upTo: 'dcid' }} CrtCncIn ${random.below(6)} CrtCncOut ${random.below(3)} ResCon 0 WorkQ ${random.below(3)} QuarMsgs 2 QuarQKUsd 41 LogUsd 9 LogAvail 116G EuQ 0 EuqRls 0`,
    )
  }
  for (let at = from + minutes(17); at < to; at += hours(1)) {
    lines.push(
      info(at)`SenderBase upload: ${300 + random.below(500)} hosts totaling ${90_000 + random.below(90_000)} bytes`,
    )
  }
  return lines
}
