import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../src/demo/embedded.ts'

const executablePath = '/usr/bin/chromium'
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

test('a person asks by a shortcut, a form, App Home and a suggested question, and is answered each time', async () => {
  if (!existsSync(executablePath)) {
    console.info(`passed over: there is no ${executablePath}`)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'page-forms-'))
  const save = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 })
  const world = await startEmbedded({ folder, port: 0, log: join(folder, 'bot.log'), save })
  const options = { executablePath, args: flags, viewport: { width: 1280, height: 900 } }
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    reducedMotion: 'reduce',
  })
  const complaints: string[] = []
  const [page = await browser.newPage()] = browser.pages()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const thread = page.getByRole('complementary', { name: 'Thread' })
  const form = page.getByRole('dialog')
  try {
    await page.goto(world.slack.url)
    const composer = page.getByRole('main').getByRole('textbox')

    // A complaint that names both ends: one press, and the answer comes in its thread.
    await composer.fill('Nothing from deals@juniperfield.example to bob@example.org yet. Anyone?')
    await page.keyboard.press('Enter')
    const complaint = page.getByRole('main').getByRole('article').filter({ hasText: 'Anyone?' })
    await complaint.hover()
    await complaint.getByRole('button', { name: "Why didn't this arrive?" }).click()
    await thread.getByText('took the mail for spam').first().waitFor({ timeout: 20_000 })
    await thread.getByRole('button', { name: 'That was right' }).click()
    await thread.getByText('Noted. Thank you.').waitFor()
    await page.keyboard.press('Escape')

    // A form, with a field that names nothing first.
    await page.getByRole('button', { name: 'Ask about a mail' }).click()
    await form.getByLabel('From').fill('the invoice')
    await page.keyboard.press('Enter')
    await form.getByText('I find no address, domain or IP address in this.').waitFor()
    await form.getByLabel('From').fill('example.com')
    await form.getByLabel('When').selectOption({ label: 'Last 3 days' })
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
    await thread.getByText('bad reputation').first().waitFor({ timeout: 20_000 })
    await thread.getByText('why example.com (Last 3 days)').waitFor()

    // The lines as a file, and a watch that is stopped again.
    await thread.getByRole('button', { name: 'Log lines', exact: true }).click()
    await thread.getByText('log-lines.txt').waitFor({ timeout: 20_000 })
    await thread.getByRole('button', { name: 'Tell me when it arrives' }).click()
    await thread.getByRole('button', { name: 'Stop watching' }).click({ timeout: 20_000 })
    await thread.getByText('I no longer look for mail from example.com.').waitFor({ timeout: 20_000 })

    // App Home: the gateways, what was asked; then a suggested question above the direct message.
    await page.getByRole('button', { name: 'Postmaster', exact: true }).click()
    await page.getByRole('tab', { name: 'Home' }).click()
    await page.getByText('Looked at').waitFor({ timeout: 20_000 })
    await page.getByText('Your recent questions').waitFor()
    await page.getByRole('tab', { name: 'Messages' }).click()
    await page.getByRole('button', { name: 'Are the gateways well?' }).click()
    await thread.getByText('2 of 2 gateways can be read.').waitFor({ timeout: 20_000 })
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
    await world.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
