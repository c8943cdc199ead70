/**
 * The part of the page's script that shows modals, App Home and shortcuts. Like `script.ts` it stands here as text; what
 * it shows is markup that the server has escaped.
 */
export const surfaceScript = `'use strict'
{
  const byId = (id) => document.getElementById(id)
  const here = () => document.body.dataset.channel

  async function tell(path, value) {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(value) }).catch(() => null)
    return answer?.ok ? answer.json() : null
  }

  function showTab(tab, isAsked = true) {
    const isHome = tab === 'home' && document.body.dataset.direct === 'yes'
    document.body.classList.toggle('at-home', isHome)
    for (const button of document.querySelectorAll('[data-tab]')) {
      button.setAttribute('aria-selected', String(button.dataset.tab === (isHome ? 'home' : 'messages')))
    }
    if (isAsked) tell('/page/tab', { tab: isHome ? 'home' : 'messages' })
  }

  document.addEventListener('channel-opened', () => showTab('messages', document.body.dataset.direct === 'yes'))

  window.addEventListener('surfaces', (event) => {
    const { modal, home, prompts } = event.detail
    const before = byId('modal').querySelector('form')?.dataset.view
    byId('modal').hidden = modal === null
    byId('modal').innerHTML = modal ?? ''
    const form = byId('modal').querySelector('form')
    if (form && form.dataset.view !== before) form.querySelector('input, select, textarea')?.focus()
    byId('home').innerHTML = home ?? '<p class="home-empty">Nothing has been put here yet.</p>'
    byId('prompts').innerHTML = prompts ?? ''
  })

  async function submit(form) {
    for (const error of form.querySelectorAll('.field-error')) error.hidden = true
    const button = form.querySelector('[type="submit"]')
    button.setAttribute('aria-busy', 'true')
    const values = Object.fromEntries(new FormData(form))
    document.dispatchEvent(new CustomEvent('asked'))
    const answer = await tell('/page/submit', { values })
    button.removeAttribute('aria-busy')
    for (const [block, words] of Object.entries(answer?.errors ?? {})) {
      const field = form.querySelector('[data-block="' + CSS.escape(block) + '"]')
      const error = field?.querySelector('.field-error')
      if (!error) continue
      error.textContent = words
      error.hidden = false
    }
    form.querySelector('.field-error:not([hidden])')?.closest('label').querySelector('input, select, textarea')?.focus()
  }

  byId('modal').addEventListener('submit', (event) => {
    event.preventDefault()
    submit(event.target)
  })

  document.addEventListener('click', (event) => {
    const target = event.target.closest('button')
    if (!target) return
    const { shortcut, tab, action: actionId, block: blockId, choice } = target.dataset
    const view = target.closest('[data-view]')
    if (shortcut !== undefined) {
      const post = target.closest('.post')
      document.dispatchEvent(new CustomEvent('asked', { detail: post?.dataset.ts }))
      tell('/page/shortcut', { callbackId: shortcut, ts: post?.dataset.ts ?? null, channel: here() })
    } else if (tab !== undefined) showTab(tab)
    else if ('dismiss' in target.dataset) tell('/page/dismiss', {})
    else if (view && actionId !== undefined) {
      event.stopImmediatePropagation()
      document.dispatchEvent(new CustomEvent('asked'))
      tell('/page/press-view', { view: view.dataset.view, actionId, blockId, choice, channel: here() })
    }
  }, true)

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || byId('modal').hidden) return
    event.stopImmediatePropagation()
    tell('/page/dismiss', {})
  }, true)
}
`
