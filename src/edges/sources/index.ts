// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { source as asyncosSource } from './asyncos.ts'
import { source as filesSource } from './files.ts'
import { source as logHostSource } from './log-host.ts'

export const sources = [asyncosSource, filesSource, logHostSource]
