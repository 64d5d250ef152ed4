// SPDX-License-Identifier: EUPL-1.2
// The rules of the compatibility gate: what each forbids is in its name, what to do instead is here.

/** How to make the change without breaking anyone, by rule. A rule without an entry of its own has that of its family. */
const remedies = {
  'path-removed': 'keep it, mark it deprecated, and remove it in the next major version',
  'operation-removed': 'keep it, mark it deprecated, and remove it in the next major version',
  'operation-id-changed': 'keep the operationId: generated clients are named after it',
  'audience-narrowed': 'keep the audience until the next major version',
  'server-removed': 'keep the old address; a new one may stand beside it',
  'security-tightened': 'ask for no more than before; a stricter way may stand beside the old one',
  'security-scheme-changed': 'keep the scheme as it is and add another beside it',
  'permission-changed': 'keep the permission: clients hold the old one',
  'parameter-removed': 'keep it and mark it deprecated',
  'parameter-added-required': 'make it optional',
  'parameter-now-required': 'leave it optional',
  'parameter-encoding-changed': 'keep how it is written; a new form takes a new parameter',
  'request-body-removed': 'keep accepting it',
  'request-body-added-required': 'make it optional',
  'request-body-now-required': 'leave it optional',
  'request-media-type-removed': 'keep accepting the old one beside the new',
  'request-encoding-changed': 'keep accepting the old encoding',
  'request-property-removed': 'keep accepting it and mark it deprecated',
  'request-property-added-required': 'make it optional',
  'request-property-now-required': 'leave it optional',
  'response-status-removed': 'keep answering it where it was promised',
  'response-status-added': 'answer with a status clients know, or with the same body',
  'response-media-type-removed': 'keep it; another may stand beside it',
  'response-header-removed': 'keep sending it',
  'response-header-now-optional': 'keep sending it always',
  'response-property-removed': 'keep sending it and mark it deprecated',
  'response-property-now-optional': 'keep sending it always',
  'response-property-added-closed': 'the type was promised to be closed; add the value to a new resource',
  'default-changed': 'keep what leaving it out means',
  'discriminator-changed': 'keep the discriminator and its values',
  'callback-removed': 'keep calling it',
  'link-removed': 'keep the link',
}

const families = [
  [/^request-/, 'accept all that was accepted before'],
  [/^response-/, 'answer only what was promised before, or add a new field beside the old'],
]

/** What whoever made the change can do instead. */
export function remedy(rule) {
  return remedies[rule] ?? families.find(([family]) => family.test(rule))?.[1] ?? 'keep it as it was until the next major version'
}
