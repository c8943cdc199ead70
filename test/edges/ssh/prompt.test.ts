import { describe, expect, test } from 'vitest'
import { isModeQuestion, isPager, isPrompt, refusalIn, withoutPager } from '../../../src/edges/ssh/prompt.ts'

describe('what the text after the last line end is', () => {
  const cases: [rest: string, prompt: boolean, pager: boolean][] = [
    ['', false, false],
    ['esa01.example.com> ', true, false],
    ['(Machine esa01.example.com)> ', true, false],
    ['(Cluster Example-Cluster)> ', true, false],
    ['Do you want to switch? [Y]> ', true, false],
    ['[]> ', true, false],
    ['Mon Jan  5 10:00:02 2026 Info: MID 5 ICID 7 From: <a@example.com> ', false, false],
    ['-Press Any Key For More-', false, true],
    ["Subject '-Press Any Key For More-' and on", false, false],
  ]
  test.each(cases)('%j', (rest, prompt, pager) => {
    expect([isPrompt(rest), isPager(rest)]).toEqual([prompt, pager])
  })
})

describe('whether a cluster asks for another mode', () => {
  const cases: [said: string, mode: boolean][] = [
    ['This command is restricted to "machine" mode.  Would you like to switch to "machine" mode? [Y]> ', true],
    ['This command is restricted to "cluster" mode.  Would you like to switch to "cluster"\nmode? [Y]> ', true],
    ['You are not in machine mode. Change to machine esa1.example.com mode? [Yes]> ', true],
    ['Would you like to switch to "machine" mode? [N]> ', false],
    ['Would you like to switch to "machine" mode? [Y]', false],
    ['Choose a machine. [1]> ', false],
    ['Are you sure you want to commit in cluster mode? [Y]> ', false],
  ]
  test.each(cases)('%j', (said, mode) => {
    expect(isModeQuestion(said)).toBe(mode)
  })
})

describe('a line without what the pager left', () => {
  const erase = `\r${' '.repeat(25)}\r`
  const cases: [line: string, without: string][] = [
    [`${erase}Mon Jan`, 'Mon Jan'],
    [`-Press Any Key For More-${erase}Mon Jan`, 'Mon Jan'],
    ["Subject '-Press Any Key For More-'", "Subject '-Press Any Key For More-'"],
    ['Mon Jan', 'Mon Jan'],
  ]
  test.each(cases)('%j', (line, without) => {
    expect(withoutPager(line)).toBe(without)
  })
})

describe('what an answer without a log line means', () => {
  const log = 'Mon Jan  5 10:00:02 2026 Info: Start MID 5 ICID 7'
  const cases: [lines: string[], kind: string | null][] = [
    [[], null],
    [['', '  '], null],
    [['No results were found'], null],
    [['No matches found.'], null],
    [['Unknown command or missing feature key: grep'], 'role'],
    [['Unknown command: grep'], 'role'],
    [['You do not have permission to run this command.'], 'role'],
    [['This command is restricted to cluster mode.'], 'role'],
    [['"mail_log" is not the name of a log subscription.'], 'no-log'],
    [['No such log: mail_log'], 'no-log'],
    [['usage: grep [-C count] [-e regex] log_name'], 'role'],
    [['Something nobody has seen before'], 'partial'],
    [['permission denied', log], null],
  ]
  test.each(cases)('%j', (lines, kind) => {
    expect(refusalIn(lines)?.kind ?? null).toBe(kind)
  })
})
