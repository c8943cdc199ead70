/** How the page is laid out: three columns that become one on a narrow screen. Posts are in `post-style.ts`. */
export const pageStyle = `:root {
  --paper: #fff; --ink: #1d1c1d; --quiet: #5b5d61; --line: #dfe0e2; --line-soft: #ececee; --tint: #f7f7f8;
  --side: #223040; --side-ink: #c9d3de; --side-strong: #fff; --side-hover: #2c3c4f; --side-here: #3c6e9e;
  --link: #1264a3; --good: #007a5a; --bad: #c4314b; --warm: #a66300; --mention: #fdf3d3; --mention-ink: #7a5200;
  --code: #b8325a; --shadow: 0 1px 3px rgb(0 0 0 / 12%);
  color-scheme: light;
}
:root[data-theme='dark'] {
  --paper: #1a1d21; --ink: #d9dadc; --quiet: #9fa2a6; --line: #3a3d42; --line-soft: #2b2e33; --tint: #22252a;
  --side: #14181d; --side-hover: #20262d; --link: #4ea9e0; --good: #2eb67d; --bad: #e8728a; --warm: #e0a83c;
  --mention: #4a3d14; --mention-ink: #f2c744; --code: #e8728a;
  color-scheme: dark;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body {
  display: grid; grid-template-columns: 216px minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); height: 100dvh;
  background: var(--paper); color: var(--ink); overflow: hidden;
  font: 15px/1.4667 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, system-ui, sans-serif;
}
body.with-thread { grid-template-columns: 216px minmax(0, 1fr) minmax(0, 1.3fr); }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
h1, h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }

.sidebar { background: var(--side); color: var(--side-ink); display: flex; flex-direction: column; padding: 0 8px 12px; overflow-y: auto; }
.workspace { padding: 12px 8px 11px; margin: 0 -8px 14px; border-bottom: 1px solid rgb(255 255 255 / 10%); padding-left: 16px; }
.workspace strong { display: block; color: var(--side-strong); font-size: 17px; line-height: 1.3; }
.workspace span { font-size: 12px; }
.sidebar h2 { font-size: 13px; font-weight: 500; padding: 4px 8px; opacity: .8; }
.sidebar ul { margin-bottom: 16px; }
.channel { display: flex; align-items: center; gap: 8px; width: 100%; padding: 3px 8px; border-radius: 6px; }
.channel:hover { background: var(--side-hover); }
.channel[aria-current='page'] { background: var(--side-here); color: #fff; }
.channel > :first-child { width: 14px; text-align: center; opacity: .85; flex: none; }
.channel .label { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.presence::before { content: ''; display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: #3daa7c; }
.unread { background: #d9534f; color: #fff; font-size: 12px; line-height: 18px; border-radius: 9px; padding: 0 7px; }
.note { margin-top: auto; padding: 0 8px; font-size: 12px; line-height: 1.5; opacity: .75; }

.pane { display: flex; flex-direction: column; min-width: 0; min-height: 0; background: var(--paper); }
.thread { border-left: 1px solid var(--line); }
.bar { display: flex; align-items: baseline; gap: 12px; height: 50px; line-height: 50px; padding: 0 20px; border-bottom: 1px solid var(--line); flex: none; }
.bar h1 { font-size: 17px; font-weight: 700; white-space: nowrap; }
.topic { color: var(--quiet); font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.thread .bar { padding-right: 12px; }
.back { order: 3; margin-left: auto; align-self: center; }
.icon { display: inline-grid; place-items: center; width: 30px; height: 30px; border-radius: 6px; color: var(--quiet); flex: none; }
.icon:hover { background: var(--line-soft); color: var(--ink); }
.icon svg { width: 18px; height: 18px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; }
.scroll { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; display: flex; flex-direction: column; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
main .posts { margin-top: auto; }
.posts { padding: 12px 0 8px; min-width: 0; }

.welcome { margin: auto; padding: 32px 24px; max-width: 640px; width: 100%; }
.welcome + .posts:empty { margin: 0; padding: 0; }
.welcome h2 { font-size: 24px; letter-spacing: -.01em; line-height: 1.3; }
.welcome p { color: var(--quiet); margin: 4px 0 20px; }
.welcome ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 10px; }
.welcome li { display: grid; }
.card { border: 1px solid var(--line); border-radius: 10px; padding: 11px 14px; display: flex; flex-direction: column; gap: 1px; }
.card:hover { border-color: var(--link); box-shadow: var(--shadow); }
.card span { color: var(--quiet); font-size: 13px; overflow-wrap: anywhere; }
.chips { display: flex; gap: 8px; overflow-x: auto; padding: 6px 20px 8px; flex: none; scrollbar-width: none; mask-image: linear-gradient(90deg, transparent, #000 20px calc(100% - 32px), transparent); }
.chip { border: 1px solid var(--line); border-radius: 15px; padding: 3px 12px; font-size: 13px; white-space: nowrap; color: var(--quiet); flex: none; max-width: 190px; overflow: hidden; text-overflow: ellipsis; }
.chip:hover { color: var(--ink); border-color: var(--quiet); background: var(--tint); }

.composer { position: relative; margin: 0 20px 18px; border: 1px solid var(--line); border-radius: 9px; flex: none; }
.composer:focus-within { border-color: var(--quiet); box-shadow: var(--shadow); }
.composer textarea { display: block; width: 100%; border: 0; outline: 0; resize: none; background: none; color: inherit; font: inherit; padding: 10px 12px 4px; max-height: 160px; overflow-y: auto; }
.composer textarea::placeholder { color: var(--quiet); opacity: .85; }
.tools { display: flex; align-items: center; gap: 6px; padding: 0 6px 6px 8px; min-height: 34px; }
.mention-button { font-size: 16px; line-height: 1; width: 28px; height: 28px; }
.keys { margin-left: auto; font-size: 12px; color: var(--quiet); opacity: 0; }
.composer.filled .keys { opacity: 1; }
.send { display: grid; place-items: center; width: 34px; height: 28px; border-radius: 5px; color: var(--quiet); }
.send svg { width: 16px; height: 16px; fill: currentColor; opacity: .6; }
.composer.filled .send { background: var(--good); color: #fff; }
.composer.filled .send svg { opacity: 1; }
.hint { position: absolute; left: -1px; right: -1px; bottom: calc(100% + 6px); background: var(--paper); border: 1px solid var(--line); border-radius: 9px; box-shadow: 0 4px 16px rgb(0 0 0 / 14%); padding: 6px; z-index: 2; }
.hint [role='option'] { display: flex; gap: 10px; align-items: baseline; padding: 5px 10px; border-radius: 6px; background: var(--side-here); color: #fff; cursor: pointer; }
.hint span { font-size: 13px; opacity: .85; }
#notice { position: fixed; bottom: 16px; left: 50%; transform: translateX(-50%); background: #1d1c1d; color: #fff; padding: 8px 16px; border-radius: 8px; font-size: 13px; z-index: 3; max-width: calc(100vw - 32px); }
#notice:empty { display: none; }

@media (max-width: 1000px) {
  body, body.with-thread { grid-template-columns: 200px minmax(0, 1fr); }
  main, .thread { grid-column: 2; grid-row: 1; }
  .thread { border: 0; }
  .with-thread main { visibility: hidden; }
}
@media (max-width: 720px) {
  body, body.with-thread { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr); }
  .sidebar { flex-direction: row; align-items: center; gap: 6px; padding: 6px 8px; overflow-x: auto; }
  .sidebar h2, .note, .workspace strong { display: none; }
  .workspace { order: 1; margin: 0 0 0 auto; padding: 0 4px; border: 0; text-align: right; line-height: 1.25; }
  .sidebar ul { margin: 0; }
  .channel { padding: 6px 10px; }
  main, .thread { grid-column: 1; grid-row: 2; }
  .bar { padding: 0 14px; height: 46px; line-height: 46px; }
  .back { order: 0; margin: 0 -4px 0 -8px; }
  .composer { margin: 0 10px 10px; }
  .composer textarea { font-size: 16px; }
  .chips { padding: 6px 10px; }
  .keys { display: none; }
  .send { margin-left: auto; }
  .welcome { padding: 20px 14px; }
}
`
