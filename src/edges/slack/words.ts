/** The few sentences that are the edge's own: what an answer cannot say, because there is none. */
export const WORDS = {
  looking: 'Looking …',
  asks: 'asks',
  notHere: 'I cannot post here. Invite me to this channel with /invite and ask again, or ask me in a direct message.',
  olderButton: 'This button comes from an older version of me. Please ask again in words.',
  stopped: 'I was stopped before I had the answer. Please ask again.',
  restarted: 'I was restarted before I had the answer. Please ask again.',
  trouble: (reference: string) => `Something went wrong here, reference ${reference}`,
  fileLost: (reason: string) => `The file with the whole evidence could not be attached here (${reason}).`,
} as const
