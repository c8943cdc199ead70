import { defineForm } from '../form.ts'

// U7: the gateway's own mail to its administrators. Subjects are last and may quote anything, ids of messages too.

export const alertSent = defineForm({
  name: 'alert-sent',
  lines: ['A {kind:word} alert was sent to {recipients} with subject {subject}'],
  says: 'The gateway sent an alert to {recipients}: {subject}',
  samples: [
    'A System/Warning alert was sent to admin@example.org with subject "Warning <System> esa1.example.org: MID 1983 antivirus timeout error".',
    'A System/Info alert was sent to admin@example.org with subject AutoSupport from esa1.example.org.',
  ],
})

export const alertFailed = defineForm({
  name: 'alert-failed',
  lines: ['Error while sending alert: {text}'],
  says: 'The gateway could not send an alert: {text}',
  samples: [
    'Error while sending alert: Unable to send System/Warning alert to admin@example.org with subject "Warning <System> esa1.example.org: Your "IronPort Email Encryption" key will expire in under 60...".',
  ],
})

export const internalMailSent = defineForm({
  name: 'internal-mail-sent',
  lines: ['Internal SMTP system successfully sent a message to {recipients} with subject {subject}'],
  says: 'The gateway sent a message of its own to {recipients}: {subject}',
  samples: [
    "Internal SMTP system successfully sent a message to admin@example.org with subject 'AutoSupport from esa1.example.org'.",
  ],
})

export const internalMailGivenUp = defineForm({
  name: 'internal-mail-given-up',
  lines: ['Internal SMTP giving up on message to {recipients} with subject {subject}'],
  says: 'The gateway gave up a message of its own to {recipients}: {subject}',
  samples: [
    "Internal SMTP giving up on message to admin@example.org with subject 'AutoSupport from esa1.example.org': Unrecoverable error.",
  ],
})

export const internalMailError = defineForm({
  name: 'internal-mail-error',
  lines: ['Internal SMTP Error: {text}'],
  says: 'The gateway could not send a message of its own: {text}',
  samples: [
    'Internal SMTP Error: Failed to send message to host 203.0.113.4:25 for recipient admin@example.org: Unexpected SMTP response "553", expecting code starting with "2", response was [\'no such mailbox\'].',
  ],
})

// U8: mail goes on, but an engine stops on that day.
export const keyExpires = defineForm({
  name: 'key-expires',
  lines: ['Your "{feature}" key will expire {when}'],
  says: 'The licence for {feature} will expire {when}',
  samples: [
    'Your "IronPort Anti-Spam" key will expire in under 60 day(s). Please contact your authorized Cisco sales representative.',
  ],
})

// U8
export const urlCategoriesChanged = defineForm({
  name: 'url-categories-changed',
  lines: ['URL category definitions have changed. {text}'],
  says: 'The vendor changed the URL categories: filters that use them may need a look.',
  samples: ['URL category definitions have changed. Please check and update your filters to use the new definitions'],
})
