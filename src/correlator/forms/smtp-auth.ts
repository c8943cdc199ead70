import { defineForm } from '../form.ts'

// The ICID stands in brackets; the colon after `Auth` comes and goes (trap 18). The user name is the other side's.

// T7
export const smtpAuthSucceeded = defineForm({
  name: 'smtp-auth-succeeded',
  lines: [
    'SMTP Auth: (ICID {icid}) succeeded for user: {user} using AUTH mechanism: {mechanism:word} with profile: {profile}',
    'SMTP Auth (ICID {icid}) succeeded for user: {user} using AUTH mechanism: {mechanism:word} with profile: {profile}',
  ],
  says: 'The other side logged in as {user}.',
  samples: [
    'SMTP Auth: (ICID 30) succeeded for user: alice using AUTH mechanism: LOGIN with profile: staff',
    'SMTP Auth (ICID 31) succeeded for user: alice using AUTH mechanism: PLAIN with profile: staff',
  ],
})

// T8
export const smtpAuthFailed = defineForm({
  name: 'smtp-auth-failed',
  lines: [
    'SMTP Auth: (ICID {icid}) failed for user: {user} using AUTH mechanism: {mechanism:word} with profile: {profile}',
    'SMTP Auth (ICID {icid}) failed for user: {user} using AUTH mechanism: {mechanism:word} with profile: {profile}',
  ],
  says: 'The other side tried to log in as {user} and failed.',
  samples: [
    'SMTP Auth: (ICID 33) failed for user: alice using AUTH mechanism: LOGIN with profile: staff',
    'SMTP Auth (ICID 32) failed for user: alice using AUTH mechanism: LOGIN with profile: staff',
  ],
})

// T9
export const smtpAuthRequired = defineForm({
  name: 'smtp-auth-required',
  lines: [
    'SMTP Auth: (ICID {icid}) was required but remote host did not initiate it',
    'SMTP Auth (ICID {icid}) was required but remote host did not initiate it',
  ],
  says: 'Our mail flow policy asks for a login and the other side did not log in.',
  samples: [
    'SMTP Auth: (ICID 34) was required but remote host did not initiate it',
    'SMTP Auth (ICID 34) was required but remote host did not initiate it',
  ],
})

// T10
export const smtpAuthTrouble = defineForm({
  name: 'smtp-auth-trouble',
  lines: [
    'SMTP Auth (ICID {icid}) profile: {profile} is misconfigured or missing causing an Auth failure',
    'SMTP Auth (ICID {icid}) could not reach forwarding server {server:word} with reason: {reason}',
    'SMTP Auth (ICID {icid}) could not reach forwarding server {server:word}',
    'SMTP Auth (ICID {icid}) LDAP query/user lookup failed for user: {user}',
    'SMTP Auth LDAP query failed, possible LDAP misconfiguration or unreachable server.',
  ],
  says: 'The gateway could not check a login, through no fault of the other side.',
  samples: [
    'SMTP Auth (ICID 35) profile: staff is misconfigured or missing causing an Auth failure',
    'SMTP Auth (ICID 36) could not reach forwarding server 192.0.2.9 with reason: timed out',
    'SMTP Auth (ICID 37) could not reach forwarding server 192.0.2.9',
    'SMTP Auth (ICID 38) LDAP query/user lookup failed for user: alice',
    'SMTP Auth LDAP query failed, possible LDAP misconfiguration or unreachable server.',
  ],
})

// T10
export const smtpAuthForward = defineForm({
  name: 'smtp-auth-forward',
  lines: [
    'SMTP Auth forward server connection to {server}, port {port:int}, interface {interface}, {available:int} connections available',
  ],
  says: 'The gateway asks the server {server} to check logins.',
  samples: [
    'SMTP Auth forward server connection to 192.0.2.9, port 25, interface Management, 10 connections available',
  ],
})
