// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import * as alertsForms from './alerts.ts'
import * as antivirusForms from './antivirus.ts'
import * as authenticationForms from './authentication.ts'
import * as bodyForms from './body.ts'
import * as bounceForms from './bounce.ts'
import * as bounceLogForms from './bounce-log.ts'
import * as commandForms from './command.ts'
import * as connectionForms from './connection.ts'
import * as consolidatedForms from './consolidated.ts'
import * as cutOffForms from './cut-off.ts'
import * as dataForms from './data.ts'
import * as deliveryForms from './delivery.ts'
import * as deliveryTroubleForms from './delivery-trouble.ts'
import * as derivedForms from './derived.ts'
import * as domainDebugForms from './domain-debug.ts'
import * as droppedForms from './dropped.ts'
import * as engineLogForms from './engine-log.ts'
import * as envelopeForms from './envelope.ts'
import * as fileForms from './file.ts'
import * as hatForms from './hat.ts'
import * as headerForms from './header.ts'
import * as incomingRelayForms from './incoming-relay.ts'
import * as injectionDebugForms from './injection-debug.ts'
import * as ldapForms from './ldap.ts'
import * as ldapLookupForms from './ldap-lookup.ts'
import * as policyForms from './policy.ts'
import * as quarantineForms from './quarantine.ts'
import * as queueForms from './queue.ts'
import * as refusedForms from './refused.ts'
import * as scanningForms from './scanning.ts'
import * as senderReputationForms from './sender-reputation.ts'
import * as signingForms from './signing.ts'
import * as smtpAuthForms from './smtp-auth.ts'
import * as spamQuarantineForms from './spam-quarantine.ts'
import * as systemForms from './system.ts'
import * as tlsForms from './tls.ts'
import * as trackingForms from './tracking.ts'

export const forms = {
  ...alertsForms,
  ...antivirusForms,
  ...authenticationForms,
  ...bodyForms,
  ...bounceForms,
  ...bounceLogForms,
  ...commandForms,
  ...connectionForms,
  ...consolidatedForms,
  ...cutOffForms,
  ...dataForms,
  ...deliveryForms,
  ...deliveryTroubleForms,
  ...derivedForms,
  ...domainDebugForms,
  ...droppedForms,
  ...engineLogForms,
  ...envelopeForms,
  ...fileForms,
  ...hatForms,
  ...headerForms,
  ...incomingRelayForms,
  ...injectionDebugForms,
  ...ldapForms,
  ...ldapLookupForms,
  ...policyForms,
  ...quarantineForms,
  ...queueForms,
  ...refusedForms,
  ...scanningForms,
  ...senderReputationForms,
  ...signingForms,
  ...smtpAuthForms,
  ...spamQuarantineForms,
  ...systemForms,
  ...tlsForms,
  ...trackingForms,
}
