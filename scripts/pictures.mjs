// node scripts/pictures.mjs, after npm run build: asks in the demo's page in a real Chromium and takes the pictures of
// the docs. Each question shows a different kind of answer.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { startEmbedded } from '../dist/src/demo/embedded.js'

const pictures = [
  { name: 'refused', question: "why didn't mail from example.com arrive?", wide: true },
  { name: 'never-came', question: "why didn't mail from harbourlight.example arrive?" },
  { name: 'delivered', question: "why didn't mail from northwind.example to ann@example.org arrive?" },
  { name: 'quarantined', question: "why didn't mail from willowbank.example to carol@example.org arrive?" },
  { name: 'next-hop', question: "why didn't mail from silverbrook.example to bigbox@example.org arrive?" },
  { name: 'french', question: "pourquoi le courrier de juniperfield.example n'est pas arrivé ?" },
]

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const docs = fileURLToPath(new URL('../docs/', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'postmaster-pictures-'))
const world = await startEmbedded({
  folder,
  port: 0,
  log: join(folder, 'bot.log'),
  save: (name, text) => writeFile(join(folder, name), text, { mode: 0o600 }),
})
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath,
  args: flags,
  viewport: { width: 1280, height: 900 },
  reducedMotion: 'reduce',
})
/** A page of its own, so wide and high, on the thread or channel. */
async function open(size, path) {
  const page = await browser.newPage()
  await page.setViewportSize(size)
  await page.goto(world.slack.url + path)
  return page
}

async function take(page, name) {
  await page.screenshot({ path: join(docs, `${name}.png`) })
  await page.close()
  process.stdout.write(`docs/${name}.png\n`)
}

const wideSize = { width: 1280, height: 940 }
const phone = { width: 420, height: 900 }

try {
  for (const { name, question, wide } of pictures) {
    const { channel, ts } = await world.slack.ask(question)
    await world.slack.waitForAnswer(channel, ts, { timeoutMs: 30_000 })
    const page = await open(wide ? wideSize : phone, `archives/${channel}/p${ts.replace('.', '')}`)
    await page.getByRole('complementary', { name: 'Thread' }).locator('.context').last().waitFor()
    await take(page, name)
  }

  // What is being done, while it is: the plan is there for a moment only.
  const working = await open({ width: 1280, height: 620 }, '')
  await working
    .getByRole('main')
    .getByRole('textbox')
    .fill("@postmaster why didn't mail from harbourlight.example arrive?")
  await working.keyboard.press('Enter')
  await working.locator('#thread .plan li').nth(2).waitFor()
  await take(working, 'working')

  // The form that opens on a bounce which does not say who wrote it.
  const bounce =
    'Got this back, what is wrong?\n' +
    'Undelivered Mail Returned to Sender\n' +
    '<ann@example.org>: host mx1.example.org[192.0.2.10] said: 554 5.7.1 refused (in reply to RCPT TO)\n' +
    `Arrival-Date: ${new Date(Date.now() - 2 * 3_600_000).toUTCString()}`
  const complaint = await world.slack.ask(bounce, { mention: false })
  const form = await open({ width: 900, height: 720 }, '')
  await world.slack.shortcut('postmaster_complaint', complaint.channel, complaint.ts)
  await form.getByRole('dialog').waitFor()
  await take(form, 'form')
  world.slack.dismiss()

  const home = await open({ width: 1000, height: 900 }, '')
  await home.getByRole('button', { name: 'Postmaster', exact: true }).click()
  await home.getByRole('tab', { name: 'Home' }).click()
  await home.getByText('Looked at').waitFor()
  await take(home, 'home')
} finally {
  await browser.close()
  await world.close()
  await rm(folder, { recursive: true, force: true })
}
