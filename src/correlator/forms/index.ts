// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

export const forms = {}
