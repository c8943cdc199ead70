// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { language as enLanguage } from './en.ts'
import { language as frLanguage } from './fr.ts'
import { language as jaLanguage } from './ja.ts'
import { language as nlLanguage } from './nl.ts'

export const languages = [enLanguage, frLanguage, jaLanguage, nlLanguage]
