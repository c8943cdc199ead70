/** How posts and their blocks look, those of slack-blocks-to-jsx among them (the rules for `.slack_blocks_to_jsx…`). */
export const postStyle = `
.post { position: relative; display: grid; grid-template-columns: 36px minmax(0, 1fr); column-gap: 10px; padding: 8px 20px; }
.post:hover { background: var(--tint); }
.post.whisper { background: var(--tint); }
.only-you { grid-column: 2; font-size: 12px; color: var(--quiet); margin-bottom: 2px; }
.avatar { grid-column: 1; width: 36px; height: 36px; border-radius: 8px; display: grid; place-items: center; color: #fff; font-weight: 700; background: #8a6d9f; margin-top: 3px; }
.avatar.bot { background: #2f6690; }
.avatar.house { background: #6b7680; }
.avatar svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
.body { grid-column: 2; min-width: 0; }
.head { display: flex; align-items: baseline; gap: 7px; line-height: 1.4; }
.name { font-weight: 700; }
.app { align-self: center; font-size: 10px; line-height: 14px; font-weight: 600; letter-spacing: .02em; text-transform: uppercase; color: var(--quiet); background: var(--line-soft); border-radius: 3px; padding: 0 4px; }
.head time, .edited { font-size: 12px; color: var(--quiet); }
.content { overflow-wrap: anywhere; }
.content a, .content .slack_blocks_to_jsx a { color: var(--link); text-decoration: none; }
.content a:hover { text-decoration: underline; }
.text { white-space: pre-wrap; }
.content > .edited { display: inline-block; }
.mention { background: var(--mention); color: var(--mention-ink); border-radius: 3px; padding: 0 3px; }
.content code, .slack_inline_code { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
.content .text code, .slack_blocks_to_jsx .slack_inline_code { background: var(--tint); color: var(--code); border: 1px solid var(--line); border-radius: 4px; padding: 1px 4px; }
.content blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid var(--line); display: block; white-space: pre-wrap; }
.content hr { border: 0; border-top: 1px solid var(--line); margin: 12px 0; }
.header { font-size: 18px; line-height: 1.3; margin: 4px 0; }
.section { display: flex; gap: 12px; align-items: flex-start; margin: 2px 0; }
.section-text { flex: 1; min-width: 0; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 6px 16px; margin-top: 4px; }
.context { display: flex; flex-wrap: wrap; gap: 2px 10px; font-size: 12.5px; line-height: 1.5; color: var(--quiet); margin: 6px 0 4px; }
.undrawn { color: var(--quiet); font-style: italic; }

pre.code {
  font: 12px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
  white-space: pre; overflow-x: auto; overflow-wrap: normal; scrollbar-width: thin; min-width: 0;
  background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 6px 0; color: var(--ink);
}
pre.prose { white-space: pre-wrap; overflow-wrap: anywhere; }
.folded > pre.code { border: 0; margin: 2px 0 4px; }
.content .slack_blocks_to_jsx .slack_inline_code { display: inline; white-space: pre-wrap; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.content .slack_blocks_to_jsx { max-width: none; display: block; }
.content .slack_blocks_to_jsx, .content .slack_blocks_to_jsx :not(code, .slack_inline_code) { font-family: inherit; }
.content .slack_blocks_to_jsx--block_wrapper, .content .slack_blocks_to_jsx__rich_text { font: inherit; color: inherit; background: none; }
.content .slack_blocks_to_jsx p { margin: 0; }
.content .slack_blocks_to_jsx__rich_text_section_element { display: block; white-space: pre-wrap; }
.content .slack_blocks_to_jsx__rich_text + .slack_blocks_to_jsx__rich_text { margin-top: 4px; }
.content .slack_blocks_to_jsx .font-semibold { font-weight: 700; }
.content .slack_blocks_to_jsx__rich_text_list_element > * { width: 100%; margin: 2px 0; padding: 0; }
.content .slack_blocks_to_jsx__rich_text_list_element li > div { min-width: 0; flex: 1; margin-left: 4px; }
.content > .slack_blocks_to_jsx + .slack_blocks_to_jsx { margin-top: 8px; }

.table { overflow-x: auto; max-width: 100%; width: fit-content; border: 1px solid var(--line); border-radius: 8px; margin: 8px 0; scrollbar-width: thin; }
.table table { border-collapse: collapse; font-size: 13.5px; line-height: 1.45; font-variant-numeric: tabular-nums; }
.table th, .table td { padding: 6px 12px; border-bottom: 1px solid var(--line-soft); border-right: 1px solid var(--line-soft); white-space: nowrap; vertical-align: top; overflow-wrap: normal; }
.table th { background: var(--tint); font-weight: 600; color: var(--ink); }
.table tr > :last-child { border-right: 0; }
.table tbody tr:last-child > * { border-bottom: 0; }
.table .wrapped { white-space: normal; min-width: 150px; max-width: 340px; }
.left { text-align: left; } .right { text-align: right; } .center { text-align: center; }
.table caption { text-align: left; padding: 8px 12px; font-weight: 600; }

.container { border: 1px solid var(--line); border-radius: 8px; margin: 6px 0; background: var(--paper); min-width: 0; }
.container summary, .container .summary { display: flex; align-items: baseline; gap: 8px; padding: 7px 12px; font-weight: 600; font-size: 14px; cursor: pointer; border-radius: 8px; list-style: none; }
.container .summary { cursor: default; }
.container summary::-webkit-details-marker { display: none; }
.container summary::before { content: ''; width: 6px; height: 6px; border: solid var(--quiet); border-width: 0 1.8px 1.8px 0; transform: rotate(-45deg) translate(-1px, 0); flex: none; margin-right: 3px; }
.container[open] summary::before { transform: rotate(45deg) translate(-1px, -1px); }
.container summary:hover { background: var(--tint); }
.container-title { min-width: 0; }
.subtitle { font-weight: 400; color: var(--quiet); font-size: 13px; }
.folded { padding: 0 12px 8px; }
.container:not(details) > :not(.summary) { margin-left: 12px; margin-right: 12px; }

.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 8px; }
.button { border: 1px solid var(--line); background: var(--paper); border-radius: 7px; padding: 3px 12px; font-size: 13px; font-weight: 600; line-height: 22px; }
.button:hover { background: var(--tint); box-shadow: var(--shadow); }
.button.primary { background: var(--good); border-color: var(--good); color: #fff; }
.button.danger { border-color: var(--bad); color: var(--bad); }
.button[aria-busy='true'] { opacity: .55; pointer-events: none; }
.feedback { display: inline-flex; gap: 6px; }
.feedback .button { font-weight: 400; color: var(--quiet); padding: 2px 10px; font-size: 12.5px; }

.plan { border: 1px solid var(--line); border-radius: 10px; margin: 6px 0; padding: 10px 14px; max-width: 540px; }
.plan-head { display: flex; gap: 12px; justify-content: space-between; align-items: baseline; margin-bottom: 6px; }
.plan-title { font-weight: 600; }
.plan-count { font-size: 12px; color: var(--quiet); white-space: nowrap; }
.task { display: flex; gap: 9px; padding: 2px 0; font-size: 14px; }
.content > .task { border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; margin: 6px 0; max-width: 540px; }
.mark { flex: none; width: 16px; height: 16px; margin-top: 2.5px; border-radius: 50%; border: 1.8px solid var(--line); position: relative; }
.pending .task-title { color: var(--quiet); }
.in_progress .mark { border-color: var(--link); border-top-color: transparent; animation: turn 1s linear infinite; }
.complete .mark { background: var(--good); border-color: var(--good); }
.complete .mark::after { content: ''; position: absolute; left: 3.9px; top: 1.5px; width: 2.8px; height: 5.6px; border: solid #fff; border-width: 0 1.8px 1.8px 0; transform: rotate(42deg); }
.error .mark { background: var(--bad); border-color: var(--bad); }
.error .mark::after { content: ''; position: absolute; left: 2.6px; top: 5.3px; width: 7.2px; height: 1.9px; background: #fff; }
.sources { display: flex; flex-wrap: wrap; gap: 4px 10px; font-size: 12.5px; }
@keyframes turn { to { transform: rotate(1turn); } }

.files { display: flex; flex-wrap: wrap; gap: 8px; margin: 6px 0 4px; }
.file { display: flex; align-items: center; gap: 10px; border: 1px solid var(--line); border-radius: 8px; padding: 8px 14px 8px 10px; color: inherit; text-decoration: none; max-width: 100%; background: var(--paper); }
.file:hover { border-color: var(--quiet); }
.file-mark { width: 28px; height: 34px; border-radius: 4px; background: var(--link); opacity: .9; position: relative; flex: none; }
.file-mark::after { content: ''; position: absolute; inset: 9px 7px; background: linear-gradient(#fff 2px, transparent 2px 5px, #fff 5px 7px, transparent 7px 10px, #fff 10px 12px, transparent 12px); }
.file-words { display: flex; flex-direction: column; min-width: 0; line-height: 1.35; }
.file-title { font-weight: 600; font-size: 14px; overflow-wrap: anywhere; }
.file-size { font-size: 12px; color: var(--quiet); overflow-wrap: anywhere; }
.reactions { display: flex; flex-wrap: wrap; gap: 4px; margin: 5px 0 2px; }
.reaction { display: inline-flex; align-items: center; gap: 5px; background: var(--line-soft); border-radius: 12px; padding: 0 8px; font-size: 13px; line-height: 23px; }
.count { font-size: 12px; color: var(--quiet); }
.replies { display: inline-flex; gap: 8px; align-items: baseline; margin: 3px 0 0 -7px; padding: 3px 7px; border-radius: 6px; font-size: 13px; color: var(--link); font-weight: 600; border: 1px solid transparent; }
.replies span { font-weight: 400; color: var(--quiet); font-size: 12px; }
.replies:hover { background: var(--paper); border-color: var(--line); }
.start-thread { position: absolute; top: -10px; right: 20px; background: var(--paper); border: 1px solid var(--line); border-radius: 7px; padding: 2px 10px; font-size: 12.5px; color: var(--quiet); box-shadow: var(--shadow); opacity: 0; }
.post:hover .start-thread, .start-thread:focus-visible { opacity: 1; }
.thread .replies, .thread .start-thread { display: none; }
.thread .post:first-child { padding-bottom: 14px; border-bottom: 1px solid var(--line-soft); margin-bottom: 6px; }
.new { animation: arrive .25s ease-out; }
@keyframes arrive { from { opacity: 0; transform: translateY(4px); } }
@media (prefers-reduced-motion: reduce) { .new, .in_progress .mark { animation: none; } }
@media (max-width: 720px) { .post { padding: 8px 14px; } .start-thread { display: none; } }
`
