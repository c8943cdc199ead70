import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSlackStandIn } from '../../src/demo/slack/index.ts'
import { hostileLine, startScriptedBot } from '../demo/slack/scripted-bot.ts'

const executablePath = '/usr/bin/chromium'
const suggestions = [
  { title: 'Refused at the door', question: "why didn't mail from example.com arrive?" },
  { title: 'It never came', question: "why didn't mail from example.net to ann@example.org arrive?" },
  { title: 'It did arrive', question: 'did the invoice from billing@example.com reach ann@example.org?' },
  { title: 'Dropped as spam', question: 'why did ann@example.org not get mail from news@example.net today?' },
]
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

test('a person asks on the page, reads the answer in the thread, and presses a button', async () => {
  if (!existsSync(executablePath)) {
    console.info(`passed over: there is no ${executablePath}`)
    return
  }
  const slack = await startSlackStandIn({ botName: 'postmaster', suggestions, now: Date.now })
  const bot = await startScriptedBot(slack)
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  const options = { executablePath, args: flags, viewport: { width: 1280, height: 900 } }
  const calm = { reducedMotion: 'reduce' as const }
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), { ...options, ...calm })
  const complaints: string[] = []
  const [page = await browser.newPage()] = browser.pages()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(slack.url) && !request.url().startsWith('data:')) complaints.push(request.url())
  })
  try {
    await page.goto(slack.url)
    await page.getByRole('button', { name: 'Refused at the door' }).first().waitFor()
    await page.screenshot({ path: join(folder, 'welcome.png') })

    await page.keyboard.type('@post')
    await page.keyboard.press('Enter')
    await page.keyboard.type('why slowly?')
    await page.keyboard.press('Enter')
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('esa1: 3 connections').waitFor()
    await page.screenshot({ path: join(folder, 'working.png') })

    await page.getByRole('button', { name: 'Refused at the door' }).last().click()
    await thread.getByText('bad reputation').waitFor()
    await thread.getByText('(edited)').waitFor()
    await page.screenshot({ path: join(folder, 'answer.png') })

    expect(await thread.locator('pre').first().textContent()).toContain(hostileLine)
    expect(await page.evaluate('window.broken')).toBeUndefined()
    expect(await thread.getByRole('table').locator('tbody tr').last().textContent()).toContain('*once more* <!channel>')
    expect(await thread.locator('.context').textContent()).toContain('escaped: <!channel> <b>x</b>')

    const folded = thread.locator('details', { hasText: 'Note to their administrator' })
    expect(await folded.getAttribute('open')).toBeNull()
    await folded.locator('summary').click()
    await thread.getByText('Your mail to example.org is refused').waitFor()

    await thread.getByRole('button', { name: 'Last 7 days' }).click()
    await thread.getByText('Looking at the last 7 days.').waitFor()

    await thread.getByRole('textbox').fill('and last week?')
    await page.keyboard.press('Enter')
    await thread.getByText('Only visible to you').waitFor()
    await page.screenshot({ path: join(folder, 'follow-up.png') })

    const [download] = await Promise.all([page.waitForEvent('download'), thread.getByText('Log lines (9)').click()])
    expect(download.suggestedFilename()).toBe('evidence.txt')

    await page.keyboard.press('Escape')
    await page.getByRole('main').getByRole('textbox').fill('/mail why example.com')
    await page.keyboard.press('Enter')
    await thread.getByText('Answered below.').waitFor()
    await page.keyboard.press('Escape')
    await page.screenshot({ path: join(folder, 'channel.png') })

    await page.emulateMedia({ colorScheme: 'dark' })
    await page
      .getByRole('main')
      .getByRole('button', { name: /answers/u })
      .last()
      .click()
    await thread.getByText('bad reputation').waitFor()
    await page.screenshot({ path: join(folder, 'dark.png') })
    await page.emulateMedia({ colorScheme: 'light' })
    const height = (await thread.getByRole('textbox').boundingBox())?.height ?? 0
    expect(height).toBeGreaterThan(30)
    await page.setViewportSize({ width: 400, height: 800 })
    await page.screenshot({ path: join(folder, 'narrow-answer.png') })
    await page.keyboard.press('Escape')
    await page.screenshot({ path: join(folder, 'narrow-channel.png') })
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(overflow)).toBe(0)
    expect(complaints).toEqual([])
    console.info(`pictures in ${folder}`)
  } finally {
    await browser.close()
    await bot.stop()
    await slack.close()
    await rm(join(folder, 'profile'), { recursive: true, force: true })
  }
}, 60_000)
