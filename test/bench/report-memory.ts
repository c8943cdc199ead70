import { writeSync } from 'node:fs'

// Given to a measured process by `--import`: as its last word it says the most memory it ever had, in KiB.
process.on('exit', () => writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`))
