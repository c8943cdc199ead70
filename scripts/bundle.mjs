// Puts what the command line loads into a few files, dist/cli/: to load it from 700 takes longer than to read a gigabyte.
// A part of the build; dist/src stays as it is, for the bot and for those who import the libraries.
import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Loaded from where they are: few need them, and the demo looks for files beside its own. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/demo\/demo\.js$/ }, () => ({ path: '../src/demo/demo.js', external: true }))
  },
}

rmSync(`${dist}cli`, { recursive: true, force: true })
await build({
  entryPoints: {
    postmaster: `${dist}src/cli.js`,
    'correlate-thread': `${dist}src/edges/logs/correlate-thread.js`,
  },
  outdir: `${dist}cli`,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['ssh2', '@slack/*', 'pino', 'undici'],
  plugins: [apart],
  // Packages that are CommonJS inside ask for Node's modules by this name.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
  },
  logLevel: 'warning',
})
// A thread's code is named by its place, beside what starts it.
for (const part of ['worker.js', 'looker.js']) {
  copyFileSync(`${dist}src/edges/logs/${part}`, `${dist}cli/${part}`)
}
chmodSync(`${dist}cli/postmaster.js`, 0o755)
