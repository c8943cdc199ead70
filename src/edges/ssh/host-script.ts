import { allStateTexts } from '../../gather/ports.ts'
import { type Matching, quoted } from './host-command.ts'

// What runs on a log host: two texts that never change, given to `sh -c` between single quotes, which every login shell
// reads alike. So they hold no single quote, no line end and no `!`. The folder and the names of files come as arguments,
// and what is looked for on standard input; neither is ever read as a command. All of it ends by itself.
//
// What it prints: `P` first, that commands may run at all; `D` and the host's own time in seconds; `L`, then the folder
// as `ls -lniL` shows it; for each file `F name`, then `number:line` for each hit, `0:line` for its last lines, then `S`
// with how its programs ended; `L` and the folder once more; `E`.

const listing = 'echo L; ls -lniL;'

/** Which program unpacks a file; none where it is not packed. */
const unpack = 'case $x in *.gz) u=gzip;; *.zst) u=zstd;; *.bz2) u=bzip2;; *.xz) u=xz;; *) u=;; esac;'

/**
 * Looks for the strings of standard input. `grep -f -` reads them anew for each file, and the file itself from the third
 * channel, so that packed bytes take the same way; where the host has no `/dev/fd` they stand in an argument.
 */
const grep =
  'g() { if test -r /dev/fd/3; then printf "%s\\n" "$p" | grep $c -a -n -f - /dev/fd/3; ' +
  'else grep $c -a -n -e "$p" <&3; fi; };'

const headers = 'grep -F -a -n -e "Begin Logfile" -e "End Logfile" -e "Time offset from UTC:"'

/**
 * The lines at the start of a file that tell its clock and version. To look for them all the way doubles the time of a
 * search, and so short a string as that before the serial number does so to any.
 */
const head = `b() { head -n 20 | ${headers} -e " SN: "; };`

/** What a gateway says of its own state costs nothing more to look for here, and a search of its own would. */
const states = allStateTexts.map((text) => `-e "${text}"`).join(' ')

/** Tells the first lines, the last, and those in between by which one sees how far a file reaches. */
const reach = `${head} h() { ${headers} -e "Status: CPULd " ${states} | sed "s/\\(Status: CPULd \\).*/\\1/"; };`

/**
 * The end of a file that may still be written to, with a `#` after it: its last line may have been half written when it
 * was searched.
 */
const tail = 'case $x in *.s|*.[0-9]) ;; *) { tail -c 4000 <"$x"; echo "#"; } | sed "s/^/0:/";; esac;'

/** A `#` alone where a file ends with a whole line, else the end of the line that was half written. */
const torn = '{ tail -c 300 <"$x"; echo "#"; } | sed -n "\\$s/^/0:/p";'

const start = 'echo P; echo "D $(date +%s)"; cd -- "$1" || exit 9; shift; exec 4>&1;'

const searching =
  `${start} c=$1; shift; p=$(cat); ${grep} ${head} ${listing} for x do echo "F $x"; ${unpack} ` +
  'if test -n "$u"; then $u -dc -- "$x" 2>/dev/null | b; r=$({ { $u -dc -- "$x"; echo u$? >&5; } 4>&- | { g 3<&0 >&4; echo g$? >&5; }; } 5>&1); ' +
  `elif test -r "$x"; then b <"$x"; r=$(g 3<"$x" >&4; echo g$?); ${tail} else r=g8; fi; echo S $r; done; ${listing} echo E`

const reaching =
  `${start} ${reach} ${listing} for x do echo "F $x"; ${unpack} ` +
  'if test -n "$u"; then r=$({ { $u -dc -- "$x"; echo u$? >&5; } 4>&- | h >&4; } 5>&1); ' +
  '$u -dc -- "$x" 2>/dev/null | b; $u -dc -- "$x" 2>/dev/null | head -n 1 | cut -c 1-300 | sed "s/^/1:/"; ' +
  '$u -dc -- "$x" 2>/dev/null | tail -c 4000 | sed -n "\\$s/^/0:/p" | cut -c 1-300; ' +
  'elif test -r "$x"; then r=g0; b <"$x"; h <"$x"; head -n 1 <"$x" | cut -c 1-300 | sed "s/^/1:/"; ' +
  `tail -c 4000 <"$x" | sed -n "\\$s/^/0:/p" | cut -c 1-300; ${torn} else r=g8; fi; echo S $r; done; ${listing} echo E`

const run = (script: string, words: readonly string[]) =>
  ['env LC_ALL=C TZ=UTC0 sh -c', `'${script}'`, 'sh', ...words.map(quoted)].join(' ')

/** A command that lists a folder. */
export function listCommand(folder: string): string {
  return run(`${start} ${listing} echo E`, [folder])
}

/** A command that lists a folder, and searches files of it for the strings of its standard input, one a line. */
export function searchCommand(folder: string, names: readonly string[], how: Matching): string {
  return run(searching, [folder, `-F${how.ignoreCase ? 'i' : ''}${how.wholeWords ? 'w' : ''}`, ...names])
}

/** A command that lists a folder, and tells how far files of it reach. */
export function reachCommand(folder: string, names: readonly string[]): string {
  return run(reaching, [folder, ...names])
}

/** What a line of the answer is. */
export type Printed =
  | { readonly kind: 'hello' | 'end' }
  | { readonly kind: 'listing' }
  /** The host's time, in milliseconds since the epoch. */
  | { readonly kind: 'clock'; readonly at: number }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'hit'; readonly number: number; readonly text: string }
  /** `problem` is null where both unpacking and searching went well. */
  | { readonly kind: 'searched'; readonly problem: string | null }
  | { readonly kind: 'other'; readonly text: string }

/** Reads one line of the answer. Lines of a listing are `other`. */
export function readPrinted(line: string): Printed {
  if (line === 'P') return { kind: 'hello' }
  if (line === 'E') return { kind: 'end' }
  if (line === 'L') return { kind: 'listing' }
  if (/^D \d{9,11}$/.test(line)) return { kind: 'clock', at: Number(line.slice(2)) * 1000 }
  if (line.startsWith('F ')) return { kind: 'file', name: line.slice(2) }
  if (line.startsWith('S ')) return { kind: 'searched', problem: problemOf(line.slice(2)) }
  const colon = line.indexOf(':')
  const number = colon > 0 && colon < 12 ? Number(line.slice(0, colon)) : Number.NaN
  return Number.isInteger(number) ? { kind: 'hit', number, text: line.slice(colon + 1) } : { kind: 'other', text: line }
}

/** `grep` ends with 1 where it found nothing (POSIX, grep, EXIT STATUS). */
function problemOf(status: string): string | null {
  for (const one of status.split(' ')) {
    const code = Number(one.slice(1))
    if (one.startsWith('u') && code === 127) return 'the host has no program to unpack it'
    if (one.startsWith('u') && code !== 0) return `it could not be unpacked to its end (status ${code})`
    if (one.startsWith('g') && code > 1) return `it could not be read (status ${code})`
  }
  return null
}
