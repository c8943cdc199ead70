import { allStateTexts } from '../../gather/ports.ts'
import { quoted } from './host-command.ts'

// What runs on a log host: texts that never change, given to `sh -c` between single quotes, which every login shell
// reads alike. So they hold no single quote, no line end and no `!`. The folder and the names of files come as arguments,
// and what is looked for on standard input; neither is ever read as a command. All of it ends by itself.
//
// It is written for the shell and the programs of POSIX, with `grep -a` and `-w`, which GNU, BSD and BusyBox have. What
// goes beyond is tried on the spot and done without where it is not there: gzip, `grep -b`, `/dev/fd`.
//
// What is printed, in this order; host-printed.ts reads it, host-step.ts puts it together:
//
//   P                      commands may run at all: whatever stands before it is somebody else's greeting
//   D 1764144000           the host's own time; its files' times are compared with it, not with ours
//   Z                      from here on parts come packed, each by itself
//   B                      hits tell at which byte of their file they begin
//   L, lines of `ls`       the folder, before anything is read
//   F name                 from here on it is about this file, and for each search in it comes
//     12:line, 12:345:line   a hit: its number, and its place
//     0:line                 the last lines of a file that may still be written to
//     T                      this search in it is over
//   S g0 u0                the file is done, and so ended grep (g) and what unpacked (u); g8: it cannot be read
//   L, lines of `ls`       the folder once more: whether a file was rolled meanwhile
//   E                      nothing was cut off
//
// Exit status 9: there is no such folder.
//
// Functions and variables have names of one letter, for all of it is sent with each command. Functions:
//
//   o command   runs it, and packs what it prints where the host can
//   l, k        the folder; the folder and the end
//   s           all about the file x: what is between F and S
//   g           looks for texts in what channel 3 reads
//   t           one search in a file that is not packed: its hits, its last lines, T
//   b, h        of what is piped in: the first lines, which tell clock and version; those that tell how far it reaches
//   i, n, j     of what is looked for: some of it; ids in all their forms; several kinds in one text
//   q, f        reads parts of x; passes on those hits that tell of more
//
// Variables: x the file, u what unpacks it (empty: nothing), y how hits are numbered, z whether the host packs, c which
// kinds are looked for, w how addresses are; p all of it, a texts, n ids, v addresses; b the parts of ids that are looked
// for first, f how all kinds together are; d the ids that are known; r how programs ended.
//
// Of a pipe only the last program's end is seen (POSIX, 2.9.2). So hits go out by channel 4, and by channel 5 each
// program says how it ended, which r takes.

/** In such blocks parts of files are read. */
export const blockBytes = 65_536

/** Packs what a function prints, where the host can: each part by itself, so that one that is whole is not kept back. */
const packing =
  'z=; test "$(echo x | gzip -c 2>/dev/null | gzip -dc 2>/dev/null)" = x && z=1 && echo Z; ' +
  'o() { if test -n "$z"; then "$@" | gzip -c; else "$@"; fi; };'

const listing = 'l() { echo L; ls -lniL; }; k() { l; echo E; };'

/** Which program unpacks a file; none where it is not packed. */
const unpack = 'case $x in *.gz) u=gzip;; *.zst) u=zstd;; *.bz2) u=bzip2;; *.xz) u=xz;; *) u=;; esac;'

/**
 * Looks for strings, one a line. `grep -f -` reads them anew for each file, and the file itself from the third channel,
 * so that packed bytes take the same way; where the host has no `/dev/fd` they stand in an argument.
 */
const grep =
  'g() { if test -r /dev/fd/3; then printf "%s\\n" "$2" | grep "$1" -a $y -f - /dev/fd/3; ' +
  'else grep "$1" -a $y -e "$2" <&3; fi; };'

/** Numbers the hits, and where `grep` can, tells at which byte of the file each begins. */
const numbering = 'y=-n; test "$(echo x | grep -n -b x 2>/dev/null)" = 1:0:x && y="-n -b" && o echo B;'

const headers = '-e "Begin Logfile" -e "End Logfile" -e "Time offset from UTC:"'

/**
 * The lines at the start of a file that tell its clock and version. To look for them all the way doubles the time of a
 * search, and so short a string as that before the serial number does so to any.
 */
const head = `b() { head -n 20 | grep -F -a $y ${headers} -e " SN: "; };`

/** Letters from common to rare in a mail log, as counted in one; what is not here is rarer still. */
const byCount = ' e21on:r0s5I4ativ6D.udfmlNTMp3yS78c9gCh'

/** The end of a text, from its rarest letter on: strings that begin so are found fastest. */
function rareEnd(text: string): string {
  const ends = Array.from({ length: text.length - 3 }, (_, at) => text.slice(at))
  const rarity = (end: string) => {
    const at = byCount.indexOf(end.charAt(0))
    return at < 0 ? byCount.length : at
  }
  return ends.reduce((best, end) => (rarity(end) > rarity(best) ? end : best))
}

/** What a gateway says of its own state costs nothing more to look for here, and a search of its own would. */
const told = ['Status: CPULd ', ...allStateTexts]
const patterns = (texts: readonly string[]) => texts.map((text) => `-e "${text}"`).join(' ')

/**
 * Tells the first lines, the last, and those in between by which one sees how far a file reaches. They are looked for by
 * a part of them first.
 */
const reach =
  `${head} h() { grep -F -a -n -e Logfile -e UTC: ${patterns(told.map(rareEnd))} | grep -F -a ${headers} ${patterns(told)} | ` +
  'sed "s/\\(Status: CPULd \\).*/\\1/"; };'

/**
 * The end of a file that may still be written to, with a `#` after it: its last line may have been half written when it
 * was searched.
 */
const tail = 'case $x in *.s|*.[0-9]) ;; *) { tail -c 4000 <"$x"; echo "#"; } | sed "s/^/0:/";; esac;'

/** The levels at which a debug log is written, and how what was said begins. */
const debugWords = ['Info', 'Debug', 'Trace'].flatMap((level) =>
  ['Sent', 'Rcvd', 'Received'].map((verb) => `${level} ${verb}`),
)

/** Forms in which a connection is written: in the mail log, in the consolidated event log, in debug logs. */
const connection = (word: string) =>
  `printf "%s $n\\n" ${word} ${word}:; printf "%s\\n" "ESA${word}=$n"; printf "%s: $n %s\\n" ${debugWords.join(' ')};;`

/**
 * The forms in which ids are written, for `m 123`, `i 123` and `d 123`, so that a dozen of them need not be sent for each.
 * A string that begins with a rare letter is found fastest: hence the words before an id.
 */
const forms =
  'n() { while read -r k n; do case $k in (m) printf "%s $n\\n" MID MID: Message "rewritten to"; ' +
  `printf "%s\\n" "ESAMID=$n"; printf "%s: $n:\\n" Bounced Delayed;; (i) ${connection('ICID')} (d) ${connection('DCID')} esac; done; };`

/**
 * What is looked for: texts in any case, ids, and addresses, each kind by itself. Ids and IPv4 addresses are written one
 * way only, and without regard to case they are found in a third of the time.
 */
const kinds =
  'p=$(cat); i() { printf "%s\\n" "$p" | sed -n "$1"; }; a=$(i "s/^a//p"); n=$(i "/^[mid]/p" | n); v=$(i "s/^v//p"); ' +
  'case $c in *v*) w=-F;; *) w=-Fw;; esac;'

/**
 * Looks for one kind in a file as it is, for ids first by a part of them; for all kinds at once in one that has to be
 * unpacked.
 */
const one =
  't() { test -n "$2" || return 0; if test -n "$3"; then ' +
  '{ { g -F "$3" 3<"$x"; echo g$? >&5; } | { y=; g "$1" "$2" 3<&0 >&4; echo g$? >&5; }; } 5>&1; ' +
  `else g "$1" "$2" 3<"$x" >&4; echo g$?; fi; { ${tail} echo T; } >&4; }; ` +
  'b=$(printf "%s\\n" "$n" | sed "s/^rewritten/written/;s/^Delayed/yed/;s/^ESAM/M/"); ' +
  'j() { for q do test -z "$q" || printf "%s\\n" "$q"; done; }; ' +
  'p=$(j "$a" "$n" "$v"); f=$w; test -n "$a" && f=-Fi;'

/** A `#` alone where a file ends with a whole line, else the end of the line that was half written. */
const torn = '{ tail -c 300 <"$x"; echo "#"; } | sed -n "\\$s/^/0:/p";'

/** Says that commands may run here, and what time it is here; goes to the folder, which is the first argument. */
const start = 'echo P; echo "D $(date +%s)"; cd -- "$1" || exit 9; shift;'

/** Then come which kinds are looked for, and files. A packed one is unpacked twice: for its first lines, and for the rest. */
const searching =
  `${start} c=$1; shift; ${grep} ${head} ${listing} ${forms} ${kinds} ${one} ${packing} ${numbering} ` +
  `s() { exec 4>&1; echo "F $x"; ${unpack} ` +
  'if test -n "$u"; then $u -dc -- "$x" 2>/dev/null | b; r=$({ { $u -dc -- "$x"; echo u$? >&5; } 4>&- | { g $f "$p" 3<&0 >&4; echo g$? >&5; }; } 5>&1); echo T; ' +
  'elif test -r "$x"; then b <"$x"; r=$(t -Fi "$a"; t -Fw "$n" "$b"; t $w "$v"); else r=g8; fi; echo S $r; }; ' +
  'o l; for x do o s; done; o k'

/** Reads the parts `from+count` of a file, in blocks, one after the other as if they were one. */
const parts = `q() { IFS=,; for m in $1; do dd if="$x" bs=${blockBytes} skip="\${m%+*}" count="\${m#*+}" 2>/dev/null; done; };`

/**
 * Of what was found in parts of a file, only that is moved which tells of ids that are not known yet, and what a
 * connection says of itself; the rest comes when all is read. Lines at known places always are.
 */
const telling =
  'd=$(i "s/^m //p" | tr "\\n" " "); f() { awk -v m="$d" -v e="$1" "BEGIN { ' +
  'k = split(m, a); for (i = 1; i <= k; i++) w[a[i]]; k = split(e, b, \\",\\"); for (i = 1; i <= k; i++) s[b[i]] } ' +
  '{ split(\\$0, c, \\":\\"); if (c[2] in s) print; ' +
  'else if (/DCID.*MID [0-9]/) { t = \\$0; sub(/^.*MID /, \\"\\", t); sub(/[^0-9].*$/, \\"\\", t); if (t in w) print } ' +
  'else if (/CID|MID.*MID|rewritten|Sent|Rcvd|Received/) print }"; };'

/** Three arguments for each file: its name, parts of it, and places of known lines in them. Only ids are looked for. */
const searchingParts =
  `${start} c=$1; shift; ${grep} ${listing} ${forms} ${kinds} ${telling} ${parts} ${packing} ${numbering} ` +
  's() { exec 4>&1; echo "F $x"; r=$({ { q "$1" || echo u$? >&5; } 4>&- | { g $w "$n" 3<&0; echo g$? >&5; } | f "$2" >&4; } 5>&1); echo T; echo S $r; }; ' +
  'o l; while test $# -gt 2; do x=$1; o s "$2" "$3"; shift 3; done; o k'

/**
 * Of each file its first lines, those that tell how far it reaches, its very first and very last, cut short: a stamp is all
 * that is wanted of these.
 */
const reaching =
  `${start} y=-n; ${reach} ${listing} ${packing} s() { exec 4>&1; echo "F $x"; ${unpack} ` +
  'if test -n "$u"; then r=$({ { $u -dc -- "$x"; echo u$? >&5; } 4>&- | h >&4; } 5>&1); ' +
  '$u -dc -- "$x" 2>/dev/null | b; $u -dc -- "$x" 2>/dev/null | head -n 1 | cut -c 1-300 | sed "s/^/1:/"; ' +
  '$u -dc -- "$x" 2>/dev/null | tail -c 4000 | sed -n "\\$s/^/0:/p" | cut -c 1-300; ' +
  'elif test -r "$x"; then r=g0; b <"$x"; h <"$x"; head -n 1 <"$x" | cut -c 1-300 | sed "s/^/1:/"; ' +
  `tail -c 4000 <"$x" | sed -n "\\$s/^/0:/p" | cut -c 1-300; ${torn} else r=g8; fi; echo S $r; }; ` +
  'o l; for x do o s; done; o k'

const run = (script: string, words: readonly string[]) =>
  ['env LC_ALL=C TZ=UTC0 sh -c', `'${script}'`, 'sh', ...words.map(quoted)].join(' ')

/** A command that lists a folder. */
export function listCommand(folder: string): string {
  return run(`${start} ${listing} ${packing} o k`, [folder])
}

/**
 * A command that lists a folder, and searches files of it for what stands on its standard input. Which kinds those are is
 * told beside.
 */
export function searchCommand(folder: string, names: readonly string[], which: string): string {
  return run(searching, [folder, which, ...names])
}

/** A command that lists a folder, and tells how far files of it reach. */
export function reachCommand(folder: string, names: readonly string[]): string {
  return run(reaching, [folder, ...names])
}

/** A part of a file, in blocks of `blockBytes`. */
export interface Part {
  readonly from: number
  readonly count: number
}

/** What is searched of a file. */
export interface FileParts {
  readonly name: string
  readonly parts: readonly Part[]
  /** Places of known lines, counted in bytes as if the parts were one file. */
  readonly places: readonly number[]
}

/** A command that lists a folder, and searches parts of files of it for the ids of its standard input. */
export function searchPartsCommand(folder: string, files: readonly FileParts[]): string {
  const words = files.flatMap(({ name, parts, places }) => {
    return [name, parts.map(({ from, count }) => `${from}+${count}`).join(','), places.join(',')]
  })
  return run(searchingParts, [folder, 'n', ...words])
}
