/** How modals, App Home, shortcuts and suggested prompts look. */
export const surfaceStyle = `
.tabs { display: flex; gap: 4px; margin-left: 8px; align-self: stretch; }
.tabs button { padding: 0 10px; font-size: 13.5px; color: var(--quiet); border-bottom: 2px solid transparent; }
.tabs button:hover { color: var(--ink); }
.tabs button[aria-selected='true'] { color: var(--ink); font-weight: 600; border-bottom-color: var(--link); }
body:not([data-direct='yes']) .tabs, body[data-direct='yes'] main .topic { display: none; }
#home { display: none; padding: 20px 24px 32px; }
.at-home #home { display: block; }
.at-home main .posts, .at-home main .welcome, .at-home main .chips, .at-home main .composer, .at-home #prompts { display: none; }
.home { max-width: 680px; }
.home .header { font-size: 17px; margin: 16px 0 4px; }
.home > :first-child { margin-top: 0; }
.home hr { margin: 14px 0; }
.home .section { align-items: center; padding: 3px 0; }
.home-empty { color: var(--quiet); }

#prompts { display: none; }
body[data-direct='yes']:not(.at-home) #prompts:not(:empty) { display: block; padding: 4px 20px 10px; }
#prompts h2 { font-size: 13px; font-weight: 600; color: var(--quiet); margin-bottom: 6px; }
#prompts ul { display: flex; flex-wrap: wrap; gap: 8px; }
body[data-direct='yes'] .chips { display: none; }

.tools-of-post { position: absolute; right: 16px; top: -12px; display: none; border: 1px solid var(--line); background: var(--paper); border-radius: 7px; box-shadow: var(--shadow); z-index: 1; }
.post:hover .tools-of-post, .post:focus-within .tools-of-post { display: flex; }
.tools-of-post button { font-size: 12.5px; padding: 3px 10px; color: var(--quiet); border-radius: 7px; }
.tools-of-post button:hover { background: var(--tint); color: var(--ink); }
.bolt { font-size: 13px; color: var(--quiet); border-radius: 5px; padding: 2px 8px; }
.bolt:hover { background: var(--line-soft); color: var(--ink); }

#modal { position: fixed; inset: 0; background: rgb(0 0 0 / 45%); display: grid; place-items: center; z-index: 5; padding: 16px; }
.modal { background: var(--paper); color: var(--ink); width: min(520px, 100%); max-height: min(720px, 100%); border-radius: 12px; display: flex; flex-direction: column; box-shadow: 0 12px 48px rgb(0 0 0 / 30%); }
.modal header { display: flex; align-items: center; justify-content: space-between; padding: 16px 20px 10px 24px; }
.modal h2 { font-size: 20px; letter-spacing: -.01em; }
.modal > .content { padding: 0 24px; overflow-y: auto; }
.modal > .content > .context { margin-bottom: 14px; }
.modal footer { display: flex; justify-content: flex-end; gap: 10px; padding: 14px 24px 20px; }
.modal footer .button { padding: 5px 16px; font-size: 14px; }
.input { display: block; margin: 0 0 16px; }
.field-label { display: block; font-weight: 600; font-size: 14px; margin-bottom: 5px; }
.optional { font-weight: 400; color: var(--quiet); }
.field-hint { display: block; font-size: 12.5px; color: var(--quiet); margin-top: 4px; }
.field-error { display: block; font-size: 12.5px; color: var(--bad); margin-top: 4px; }
.input input, .input select, .input textarea { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 7px 10px; }
.input input:focus, .input select:focus, .input textarea:focus { outline: 2px solid var(--link); outline-offset: 0; border-color: transparent; }
@media (max-width: 720px) { .tools-of-post { top: 4px; right: 8px; } #home { padding: 14px; } .input input, .input select { font-size: 16px; } }
`
