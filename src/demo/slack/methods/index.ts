import type { Method } from '../method.ts'
import * as assistant from './assistant.ts'
import * as chat from './chat.ts'
import * as conversations from './conversations.ts'
import * as files from './files.ts'
import * as people from './people.ts'
import * as reactions from './reactions.ts'
import * as views from './views.ts'

/** Every method of Slack's Web API that the stand-in knows. Any other answers `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['apps.connections.open', people.connectionsOpen],
  ['assistant.threads.setSuggestedPrompts', assistant.setSuggestedPrompts],
  ['auth.test', people.authTest],
  ['chat.delete', chat.remove],
  ['chat.getPermalink', chat.getPermalink],
  ['chat.postEphemeral', chat.postEphemeral],
  ['chat.postMessage', chat.postMessage],
  ['chat.update', chat.update],
  ['conversations.history', conversations.history],
  ['conversations.info', conversations.info],
  ['conversations.list', conversations.list],
  ['conversations.open', conversations.open],
  ['conversations.replies', conversations.replies],
  ['files.completeUploadExternal', files.completeUploadExternal],
  ['files.getUploadURLExternal', files.getUploadURLExternal],
  ['reactions.add', reactions.add],
  ['reactions.remove', reactions.remove],
  ['users.info', people.usersInfo],
  ['views.open', views.open],
  ['views.publish', views.publish],
  ['views.push', views.push],
  ['views.update', views.update],
])
