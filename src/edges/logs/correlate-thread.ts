import { parentPort, workerData } from 'node:worker_threads'
import { fileParcels } from './correlate-filer.ts'
import { readSlots } from './correlate-reader.ts'
import type { Work } from './correlate-work.ts'

// What the threads of correlate-threads.ts are started with.
const work = workerData as Work
if (parentPort && work.kind === 'read') readSlots(work, parentPort)
if (parentPort && work.kind === 'file') fileParcels(work, parentPort)
