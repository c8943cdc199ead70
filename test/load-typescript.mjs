// Node 20 cannot load TypeScript, and a thread is started by Node, not by Vitest. In threads that tests start, esbuild
// takes the types out of what is loaded.
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

if (!isMainThread) register('./strip-types.mjs', import.meta.url)
