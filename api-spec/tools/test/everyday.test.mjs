// SPDX-License-Identifier: EUPL-1.2
// Changes as they are made in everyday work: the harmless ones must pass, or nobody heeds the gate; the others must not slip through.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { broken, orders } from './contracts.mjs'
import { compareContracts } from '../compat/compare.mjs'

const list = (p) => p['/orders'].get
const answer = (p) => list(p).responses['200']
const json = (schema) => ({ 'application/json': { schema } })

/** name → change that breaks somebody */
const breaking = {
  'a parameter that moves from the address to a header': ({ p }) => { list(p).parameters[1].in = 'header' },
  'the letters of a path': ({ p }) => { p['/Orders'] = p['/orders']; delete p['/orders'] },
  'a slash at the end of a path': ({ p }) => { p['/orders/'] = p['/orders']; delete p['/orders'] },
  'the letters of a parameter': ({ p }) => { list(p).parameters[1].name = 'State' },
  'one value where a list was asked for': ({ p }) => { list(p).parameters[2].schema = { type: 'string' } },
  'fewer items in a list that is sent': ({ p }) => { list(p).parameters[2].schema.maxItems = 3 },
  'each item once': ({ p }) => { list(p).parameters[2].schema.uniqueItems = true },
  'a form of text that was free': ({ p }) => { list(p).parameters[2].schema.items.format = 'uuid' },
  'text where a number was answered': ({ s }) => { s.Order.allOf[1].properties.amount = { type: 'string' } },
  'a list wrapped in an object': ({ s }) => { s.OrderPage.properties.items = { type: 'object', properties: { list: s.OrderPage.properties.items } } },
  'items that may be null': ({ s }) => { s.OrderPage.properties.items.items = { nullable: true, allOf: [{ $ref: '#/components/schemas/Order' }] } },
  'an answer without its body': ({ p }) => { answer(p).content = undefined },
  '204 where 201 was answered': ({ p }) => { p['/orders'].post.responses = { 204: { description: 'Made.' } } },
  'problems in another form': ({ p }) => { list(p).responses['4XX'].content = json({ $ref: '#/components/schemas/Problem' }) },
  'a field of every problem': ({ s }) => { delete s.Problem.properties.type; s.Problem.required = [] },
  'a second way in, both needed': ({ contract }) => { contract.components.securitySchemes.two = { type: 'apiKey', in: 'header', name: 'K' }; contract.security = [{ key: ['order:read'], two: [] }] },
  'text or number where text was answered': ({ s }) => { s.Node.properties.name = { oneOf: [{ type: 'string' }, { type: 'integer' }] } },
  'a field that is renamed everywhere': ({ s }) => { s.NewOrder.properties.heading = s.NewOrder.properties.title; delete s.NewOrder.properties.title; s.NewOrder.required = ['heading'] },
  'numbers that become decimals': ({ s }) => { s.NewOrder.properties.rank = { type: 'number', default: 1 } },
  'a smaller step': ({ p }) => { list(p).parameters[0].schema.multipleOf = 10 },
  'a lower most': ({ p }) => { list(p).parameters[0].schema.maximum = 100 },
  'fewer entries in a map that is sent': ({ s }) => { s.NewOrder.properties.labels = { type: 'object', additionalProperties: { type: 'string' } }; s.NewOrder.required.push('labels') },
  'https to another host': ({ contract }) => { contract.servers[0].url = 'https://new.example/api/v1' },
  'the next major version in place of the old': ({ contract }) => { contract.servers[0].url = 'https://orders.example/api/v2' },
}

/** name → change nobody notices who does as the contract says */
const harmless = {
  'a parameter told for the whole path': ({ p }) => { p['/orders'].parameters = [list(p).parameters.shift()] },
  'a type of its own for what was written in place': ({ p, s }) => { s.Tags = list(p).parameters[2].schema; list(p).parameters[2].schema = { $ref: '#/components/schemas/Tags' } },
  'a type written in place': ({ p, s }) => { list(p).parameters[1].schema = s.State },
  'allOf of one': ({ s }) => { s.Order.allOf[1].properties.mood = { allOf: [{ $ref: '#/components/schemas/Mood' }] } },
  'allOf merged into one type': ({ s }) => { const [, own] = s.Order.allOf; s.Order = { type: 'object', required: ['title', ...own.required], properties: { ...s.NewOrder.properties, ...own.properties } } },
  'the order of fields, values and required': ({ s }) => { s.State.enum.reverse(); s.NewOrder.properties = Object.fromEntries(Object.entries(s.NewOrder.properties).reverse()) },
  'examples, descriptions and titles': ({ s }) => { Object.assign(s.NewOrder, { description: 'New.', title: 'New', example: { title: 'x' } }) },
  'a mark that it will go, with headers': ({ p }) => { list(p).deprecated = true; answer(p).headers.Sunset = { schema: { type: 'string' } } },
  'a field more in an answer': ({ s }) => { s.Order.allOf[1].properties.note = { type: 'string' } },
  'a number that may be any where it had to be whole, sent in': ({ p }) => { p['/orders'].post.requestBody.content['application/json'].schema = { type: 'object', required: ['title'], properties: { title: { type: 'string', minLength: 1, maxLength: 100 }, secret: { type: 'string', writeOnly: true }, pay: { $ref: '#/components/schemas/Pay' }, rank: { type: 'number', default: 1 } } } },
  'a form of text that is left out, sent in': ({ p }) => { delete p['/orders/{orderId}'].parameters[0].schema.format },
  'a higher most': ({ p }) => { list(p).parameters[0].schema.maximum = 500 },
  'fewer answers possible': ({ s }) => { s.Order.allOf[1].properties.amount.maximum = 50 },
  'a header that now always comes': ({ p }) => { answer(p).headers['X-More'] = { required: true, schema: { type: 'string' } } },
  'an error that was covered, told by name': ({ p }) => { list(p).responses['429'] = structuredClone(list(p).responses['4XX']) },
  'another way to write the body, beside the old': ({ p }) => { const { content } = p['/orders'].post.requestBody; content['application/merge-patch+json'] = content['application/json'] },
  'an answer also as a table': ({ p }) => { answer(p).content['text/csv'] = { schema: { type: 'string' } } },
  'no sign-in where one was asked': ({ p }) => { list(p).security = [] },
  'less to ask for': ({ contract }) => { contract.security = [{ key: [] }] },
  'an operation, a path and a type more': ({ p, s }) => { p['/orders'].head = { responses: { 200: { description: 'There.' } } }; p['/more'] = { get: { responses: { 200: { description: 'More.' } } } }; s.More = { type: 'string' } },
  'extensions of ours': ({ p }) => { list(p)['x-since'] = '1.1'; p['/orders'].post['x-audience'] = 'public' },
  'a slash after the address': ({ contract }) => { contract.servers[0].url += '/' },
  'a field that may be null, sent in': ({ p }) => { list(p).parameters[1].schema = { nullable: true, allOf: [{ $ref: '#/components/schemas/State' }] } },
  'the letters of a header that is sent': ({ p }) => { list(p).parameters.push({ name: 'x-page', in: 'header', schema: { type: 'string' } }) },
}

describe('everyday changes', () => {
  for (const [name, change] of Object.entries(breaking)) test(`${name} breaks`, () => assert.notDeepEqual(broken(change), []))
  for (const [name, change] of Object.entries(harmless)) test(`${name} breaks nothing`, () => assert.deepEqual(broken(change), []))

  test('the same contract in OpenAPI 3.1 breaks nothing', () => {
    const nullable = ({ s }) => { s.NewOrder.properties.rank.nullable = true }
    const head = orders(({ contract, s }) => { contract.openapi = '3.1.0'; s.NewOrder.properties.rank.type = ['integer', 'null'] })
    assert.equal(compareContracts(orders(nullable), head).size, 0)
  })
})
