// SPDX-License-Identifier: EUPL-1.2
// Each change by direction: what it breaks, and what undoing it breaks.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { broken, brokenByUndoing } from './contracts.mjs'

/** name → [change, rules it breaks, rules its undoing breaks]; a rule may be given by its beginning */
const cases = {
  'a shorter text in a request and an answer': [({ s }) => { s.NewOrder.properties.title.maxLength = 50 }, ['request-maxlength'], ['response-maxlength']],
  'a pattern': [({ s }) => { s.NewOrder.properties.title.pattern = '^[A-Z]' }, ['request-pattern'], ['response-pattern']],
  'a narrower number format': [({ s }) => { s.NewOrder.properties.rank.format = 'int32' }, ['request-format'], ['response-format']],
  'whole numbers where any number was answered': [({ s }) => { s.Order.allOf[1].properties.amount.type = 'integer' }, [], ['response-type']],
  'an open bound': [({ s }) => { s.Order.allOf[1].properties.amount.exclusiveMinimum = true }, [], ['response-minimum']],
  'a new value in an open list of values': [({ s }) => { s.Mood['x-extensible-enum'].push('fair') }, [], []],
  'an open list that is closed': [({ s }) => { s.Mood = { type: 'string', enum: ['good', 'bad'] } }, [], ['response-enum-opened']],
  'a new value in a closed list used both ways': [
    ({ s, p }) => { s.State.enum.push('lost'); s.Order.allOf[1].properties.state = { $ref: '#/components/schemas/State' }; p['/orders'].get.parameters.splice(1, 1) },
    ['parameter-removed'], ['response-property-removed']],
  'a field inside a cycle': [({ s }) => { delete s.Node.properties.name }, ['response-property-removed'], []],
  'a writeOnly field that is removed': [({ s }) => { delete s.NewOrder.properties.secret }, ['request-property-removed'], []],
  'a field that becomes readOnly': [({ s }) => { s.NewOrder.properties.rank.readOnly = true }, ['request-property-removed'], []],
  'a field that becomes writeOnly': [({ s }) => { s.NewOrder.properties.rank.writeOnly = true }, ['response-property-removed'], []],
  'a required field of allOf': [({ s }) => { s.Order.allOf[1].required = [] }, ['response-property-now-optional'], []],
  'null beside allOf': [({ s }) => { s.Order.allOf[1].properties.tree = { nullable: true, allOf: [{ $ref: '#/components/schemas/Node' }] } }, ['response-null-added'], []],
  'entries of a map': [({ s }) => { s.Order.allOf[1].properties.counts.additionalProperties.format = 'int64' }, ['response-format'], []],
  'a variant in both directions': [
    ({ s }) => { s.Swish = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } }; s.Pay.oneOf.push({ $ref: '#/components/schemas/Swish' }); s.Pay.discriminator.mapping.swish = '#/components/schemas/Swish' },
    ['response-variant-added'], ['request-variant-removed']],
  'another word for a variant': [
    ({ s }) => { s.Pay.discriminator.mapping = { kort: '#/components/schemas/Card', cash: '#/components/schemas/Cash' } },
    ['request-variant-removed', 'response-variant-added'], ['request-variant-removed', 'response-variant-added']],
  'another discriminator': [({ s }) => { s.Pay.discriminator.propertyName = 'type' }, ['discriminator-changed'], ['discriminator-changed']],
  'a default that is given to a field': [({ s }) => { s.NewOrder.properties.rank.default = 2 }, ['default-changed'], ['default-changed']],
  'a new field that must be sent': [({ s }) => { s.NewOrder.required.push('when'); s.NewOrder.properties.when = { type: 'string' } }, ['request-property-added-required'], ['request-property-removed', 'response-property-removed']],
  'a body that must be sent': [({ p }) => { p['/orders'].post.requestBody.required = true }, ['request-body-now-required'], []],
  'how a list is written in the address': [({ p }) => { p['/orders'].get.parameters[2].explode = false }, ['parameter-encoding-changed'], ['parameter-encoding-changed']],
  'the name of a path parameter': [({ p }) => { p['/orders/{id}'] = p['/orders/{orderId}']; p['/orders/{id}'].parameters[0].name = 'id'; delete p['/orders/{orderId}'] }, [], []],
  'a header that may be absent': [({ p }) => { p['/orders'].get.responses['200'].headers['X-Total'].required = false }, ['response-header-now-optional'], []],
  'a larger number in a header': [({ p }) => { p['/orders'].get.responses['200'].headers['X-Total'].schema.format = 'int64' }, ['response-format'], []],
  'the letters of a header': [({ p }) => { const { headers } = p['/orders'].get.responses['200']; headers['x-total'] = headers['X-Total']; delete headers['X-Total'] }, [], []],
  'an error of a class that is already told of': [({ p }) => { const { responses } = p['/orders'].get; responses['404'] = structuredClone(responses['4XX']) }, [], []],
  'an error with another body than its class': [({ p }) => { p['/orders'].get.responses['404'] = { description: 'Gone.', content: { 'text/plain': { schema: { type: 'string' } } } } }, ['response-media-type-removed'], ['response-media-type-removed']],
  'the default answer': [({ p }) => { delete p['/orders/{orderId}'].get.responses.default }, ['response-status-removed'], []],
  'a success with another body': [({ p }) => { p['/orders'].post.responses['202'] = { description: 'Later.' } }, ['response-status-added'], ['response-status-removed']],
  'a success with the same body': [({ p }) => { p['/orders'].post.responses['200'] = p['/orders'].post.responses['201'] }, [], ['response-status-removed']],
  'signing in where none was asked': [({ p }) => { delete p['/orders/{orderId}'].get.security }, ['security-tightened'], []],
  'one way in of two': [({ contract }) => { contract.security.push({ other: [] }); contract.components.securitySchemes.other = { type: 'http', scheme: 'bearer' } }, [], ['security-tightened']],
  'another scope': [({ contract }) => { contract.security = [{ key: ['order:write'] }] }, ['security-tightened'], ['security-tightened']],
  'a scheme by another name': [({ contract }) => { contract.security = [{ door: ['order:read'] }]; contract.components.securitySchemes = { door: contract.components.securitySchemes.key } }, [], []],
  'where tokens are had': [({ contract }) => { contract.components.securitySchemes.key.flows.clientCredentials.tokenUrl = 'https://else.example/token' }, ['security-scheme-changed'], ['security-scheme-changed']],
  'a scope nobody uses': [({ contract }) => { delete contract.components.securitySchemes.key.flows.clientCredentials.scopes['order:write'] }, [], []],
  'a server beside the old': [({ contract }) => { contract.servers.push({ url: 'https://other.example/api/v1' }) }, [], ['server-removed']],
  'a server of one operation': [({ p }) => { p['/orders'].get.servers = [{ url: 'https://other.example/api/v1' }] }, ['server-removed'], ['server-removed']],
  'the audience': [({ p }) => { p['/orders'].get['x-audience'] = 'staff' }, ['audience-narrowed'], []],
  'the permission': [({ p }) => { p['/orders'].get['x-permission'] = 'order:count' }, ['permission-changed'], ['permission-changed']],
  'a deprecated operation that is removed': [({ p }) => { delete p['/orders'].post }, ['operation-removed'], []],
  'words': [({ contract, p }) => { contract.info.version = '9.0.0'; p['/orders'].get.summary = 'Other'; p['/orders'].get.tags = ['x'] }, [], []],
  'components nobody uses': [({ s }) => { s.Unused = { type: 'string' } }, [], []],
}

const assertRules = (found, expected) => {
  const unexpected = found.filter((rule) => !expected.some((each) => rule.startsWith(each)))
  const missed = expected.filter((each) => !found.some((rule) => rule.startsWith(each)))
  assert.deepEqual({ unexpected, missed }, { unexpected: [], missed: [] })
}

describe('a change breaks whoever meets it unprepared', () => {
  for (const [name, [change, forwards, backwards]] of Object.entries(cases)) {
    test(name, () => assertRules(broken(change), forwards))
    test(`${name}, undone`, () => assertRules(brokenByUndoing(change), backwards))
  }
})
