// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { language as enLanguage } from './en.ts'

export const languages = [enLanguage]
