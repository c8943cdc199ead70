/**
 * The page's script. It stands here as text, since the build copies no files; it needs no library and talks to nobody
 * but the server it came from. Posts arrive as markup that the server has escaped.
 */
export const pageScript = String.raw`'use strict'
{
  const bot = document.documentElement.dataset.bot
  const byId = (id) => document.getElementById(id)
  const posts = new Map()
  let channel = document.documentElement.dataset.channel
  let thread = null
  let ready = false
  let awaited = null

  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paint = () => (document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', paint)
  paint()

  function notice(text) {
    byId('notice').textContent = text
    if (text !== '') setTimeout(() => { if (byId('notice').textContent === text) notice('') }, 6000)
  }

  // Lists of posts

  function build(post) {
    const template = document.createElement('template')
    template.innerHTML = post.markup
    return template.content.firstElementChild
  }

  function keepFolds(old, fresh) {
    const before = [...old.querySelectorAll('details')]
    for (const [index, fold] of [...fresh.querySelectorAll('details')].entries()) {
      const same = before[index]
      if (same && same.firstElementChild.textContent === fold.firstElementChild.textContent) fold.open = same.open
    }
  }

  function place(listId, post, isNew = false) {
    const list = byId(listId)
    const scroll = list.closest('.scroll')
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80
    const fresh = build(post)
    const old = [...list.children].find((each) => each.dataset.ts === post.ts)
    if (old) {
      const focused = old.contains(document.activeElement) ? document.activeElement.dataset.action : null
      keepFolds(old, fresh)
      old.replaceWith(fresh)
      if (focused) fresh.querySelector('[data-action="' + CSS.escape(focused) + '"]')?.focus()
    } else {
      if (isNew) fresh.classList.add('new')
      const later = [...list.children].find((each) => each.dataset.ts > post.ts)
      list.insertBefore(fresh, later ?? null)
    }
    if (atEnd && !(old && listId === 'thread-posts')) scroll.scrollTop = scroll.scrollHeight
  }

  function show(post, isNew = false) {
    if (post.channel !== channel) return
    if (post.root === null) place('channel-posts', post, isNew)
    if (thread !== null && (post.ts === thread || post.root === thread)) place('thread-posts', post, isNew)
    const empty = byId('channel-posts').childElementCount === 0
    byId('welcome').hidden = !empty
    byId('chips').hidden = empty || byId('chips').childElementCount === 0
  }

  function openChannel(id, focus = true) {
    channel = id
    document.body.dataset.channel = id
    closeThread(false)
    byId('channel-posts').replaceChildren()
    byId('welcome').hidden = false
    byId('chips').hidden = true
    for (const link of document.querySelectorAll('[data-open]')) {
      const current = link.dataset.open === id
      link.setAttribute('aria-current', current ? 'page' : 'false')
      if (!current) continue
      document.body.dataset.direct = link.dataset.direct
      byId('channel-name').textContent = (link.dataset.direct === 'yes' ? '' : '# ') + link.dataset.name
      byId('thread-place').textContent = byId('channel-name').textContent
      link.querySelector('.unread').hidden = true
      link.querySelector('.unread').textContent = ''
    }
    for (const post of posts.values()) show(post)
    document.dispatchEvent(new CustomEvent('channel-opened'))
    byId('channel-scroll').scrollTop = byId('channel-scroll').scrollHeight
    if (focus) document.querySelector('[data-place="channel"] textarea').focus()
  }

  function openThread(ts, focus = true) {
    thread = ts
    byId('thread').hidden = false
    document.body.classList.add('with-thread')
    byId('thread-posts').replaceChildren()
    for (const post of posts.values()) {
      if (post.channel === channel && (post.ts === ts || post.root === ts)) place('thread-posts', post)
    }
    byId('thread-scroll').scrollTop = 0
    if (focus) document.querySelector('[data-place="thread"] textarea').focus({ preventScroll: true })
  }

  function closeThread(focus = true) {
    thread = null
    awaited = null
    byId('thread').hidden = true
    document.body.classList.remove('with-thread')
    if (focus) document.querySelector('[data-place="channel"] textarea').focus()
  }

  // What the server tells

  const feed = new EventSource('/page/events')
  feed.addEventListener('hello', () => {
    ready = false
    posts.clear()
    byId('channel-posts').replaceChildren()
    byId('thread-posts').replaceChildren()
  })
  feed.addEventListener('post', (event) => {
    const post = JSON.parse(event.data)
    const key = post.channel + ' ' + post.ts
    const isNew = !posts.has(key)
    posts.set(key, post)
    show(post, ready && isNew)
    const begun = post.root !== null && (post.root === awaited || (awaited === 'command' && !post.mine && isNew))
    if (ready && begun && thread === null && post.channel === channel) openThread(post.root)
    if (!ready || !isNew || post.mine || post.channel === channel) return
    const badge = document.querySelector('[data-open="' + CSS.escape(post.channel) + '"] .unread')
    badge.textContent = String(Number(badge.textContent || '0') + 1)
    badge.hidden = false
  })
  feed.addEventListener('gone', (event) => {
    const { channel: place, ts } = JSON.parse(event.data)
    posts.delete(place + ' ' + ts)
    if (place !== channel) return
    for (const post of document.querySelectorAll('.post[data-ts="' + CSS.escape(ts) + '"]')) post.remove()
  })
  feed.addEventListener('surfaces', (event) => {
    window.dispatchEvent(new CustomEvent('surfaces', { detail: JSON.parse(event.data) }))
  })
  // What is asked by a form or a shortcut opens its thread as soon as the bot answers in one.
  document.addEventListener('asked', (event) => (awaited = event.detail ?? 'command'))
  feed.addEventListener('ready', () => {
    const linked = location.pathname.match(/^\/archives\/(\w+)\/p(\d+)(\d{6})$/)
    if (linked && !document.body.dataset.arrived) {
      openChannel(linked[1], false)
      openThread(new URLSearchParams(location.search).get('thread_ts') ?? linked[2] + '.' + linked[3], false)
    } else if (thread === null) {
      openChannel(channel, innerWidth > 720)
    }
    document.body.dataset.arrived = 'yes'
    ready = true
  })
  feed.addEventListener('error', () => notice('The stand-in does not answer. Waiting for it to come back.'))
  feed.addEventListener('open', () => notice(''))

  // What the person does

  async function send(path, value) {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(value) }).catch(() => null)
    if (answer?.ok) return answer.json()
    notice('That did not get through.')
    return null
  }

  async function say(text, place) {
    const inThread = place === 'thread' ? thread : null
    // The bot may have answered before this request is: the feed is another connection.
    if (inThread === null && text.startsWith('/')) awaited = 'command'
    const answer = await send('/page/say', { channel, text, thread: inThread })
    if (answer === null) return false
    if (inThread === null && answer.ts !== null) {
      awaited = answer.ts
      if (thread === null && [...posts.values()].some(({ root }) => root === awaited)) openThread(awaited)
    }
    if (answer.ts !== null && inThread === null && text.toLowerCase().includes('@' + bot)) openThread(answer.ts)
    byId(place + '-scroll').scrollTop = byId(place + '-scroll').scrollHeight
    return true
  }

  async function press(button) {
    const post = button.closest('.post')
    if (button.dataset.url) window.open(button.dataset.url, '_blank', 'noopener,noreferrer')
    button.setAttribute('aria-busy', 'true')
    const { action: actionId, block: blockId, choice } = button.dataset
    const answer = await send('/page/press', { channel, ts: post.dataset.ts, actionId, blockId, choice })
    button.removeAttribute('aria-busy')
    if (answer && answer.outcome !== 'acknowledged') notice('The bot did not take that within three seconds.')
  }

  document.addEventListener('click', (event) => {
    const target = event.target.closest('button')
    if (!target) return
    if (target.dataset.open) openChannel(target.dataset.open)
    else if (target.dataset.thread) openThread(target.dataset.thread)
    else if (target.dataset.question) ask(target.dataset.question)
    else if (target.dataset.action) press(target)
    else if (target.id === 'thread-close') closeThread()
    else if ('mention' in target.dataset) insert(target.form.querySelector('textarea'), '@' + bot + ' ')
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && thread !== null && !event.target.closest?.('.hinting')) closeThread()
  })

  byId('chips').addEventListener('wheel', (event) => {
    if (event.deltaX === 0) byId('chips').scrollLeft += event.deltaY
  }, { passive: true })

  function ask(question) {
    const direct = document.querySelector('[data-open="' + channel + '"]').dataset.direct === 'yes'
    say(direct || question.startsWith('/') ? question : '@' + bot + ' ' + question, 'channel')
  }

  // Composers

  function insert(area, text) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.focus()
  }

  function hintFor(area) {
    const before = area.value.slice(0, area.selectionStart)
    const word = before.split(/\s/).at(-1)
    if (before === word && word.startsWith('/') && '/mail'.startsWith(word)) return { word, full: '/mail ' }
    if (word.startsWith('@') && ('@' + bot).startsWith(word.toLowerCase())) return { word, full: '@' + bot + ' ' }
    return null
  }

  for (const form of document.querySelectorAll('.composer')) {
    const area = form.querySelector('textarea')
    const hint = form.querySelector('.hint')
    let dismissed = false

    function refresh() {
      area.style.height = 'auto'
      if (area.scrollHeight > 0) area.style.height = Math.min(area.scrollHeight, 160) + 'px'
      form.classList.toggle('filled', area.value.trim() !== '')
      const found = dismissed ? null : hintFor(area)
      form.classList.toggle('hinting', found !== null)
      hint.hidden = found === null
      if (found === null) return
      const option = document.createElement('div')
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'true')
      option.append(Object.assign(document.createElement('strong'), { textContent: found.full.trim() }))
      const about = found.full.startsWith('/') ? 'Ask without a mention: why, dns, help' : 'Ask the bot'
      option.append(Object.assign(document.createElement('span'), { textContent: about }))
      option.addEventListener('mousedown', (event) => { event.preventDefault(); accept() })
      hint.replaceChildren(option)
    }

    function accept() {
      const found = hintFor(area)
      if (found === null) return
      area.setSelectionRange(area.selectionStart - found.word.length, area.selectionStart)
      insert(area, found.full)
    }

    area.addEventListener('input', () => { dismissed = false; refresh() })
    area.addEventListener('blur', () => { dismissed = true; refresh() })
    area.addEventListener('keydown', (event) => {
      const hinting = form.classList.contains('hinting')
      if (hinting && event.key === 'Escape') { dismissed = true; event.stopPropagation(); refresh() }
      else if (hinting && (event.key === 'Tab' || event.key === 'Enter')) { event.preventDefault(); accept() }
      else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit() }
    })
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const text = area.value.trim()
      if (text === '') return
      area.value = ''
      refresh()
      if (!(await say(text, form.dataset.place))) { area.value = text; refresh() }
    })
  }
}
`
