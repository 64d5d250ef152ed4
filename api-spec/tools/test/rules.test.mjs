// SPDX-License-Identifier: EUPL-1.2
// Each of our own rules complains of a contract that breaks it, and of nothing in one that does not.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { apiSpec } from './contracts.mjs'

const text = { type: 'string', maxLength: 10, description: 'It.' }
const answers = (...statuses) => Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Wrong' }]))

/** A small contract that keeps every rule. */
const sound = () => ({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1.0.0', description: 'Things. Service level: none. Known limits: none.', contact: { name: 'T', url: 'https://t.example/' }, license: { name: 'EUPL-1.2', url: 'https://eupl.eu/' } },
  servers: [{ url: 'https://t.example/api/v1' }],
  tags: [{ name: 'things', description: 'Things.' }],
  security: [{ bearer: [] }],
  paths: {
    '/api-info': { get: { ...operation('getApiInfo', answers(503)), security: [], 'x-audience': 'public', 'x-permission': 'none', 'x-permission-reason': 'Open.' } },
    '/things': {
      get: { ...operation('listThings', answers(400)), parameters: [limit(), parameter('cursor')] },
      post: { ...operation('addThing', answers(400, 409, 422)), parameters: [parameter('Idempotency-Key', 'header')], requestBody: body({ name: text }) },
    },
    '/things/{thingId}': {
      parameters: [{ name: 'thingId', in: 'path', required: true, description: 'It.', schema: { type: 'string', format: 'uuid' } }],
      put: { ...operation('changeThing', answers(400, 412, 428)), parameters: [parameter('If-Match', 'header')], requestBody: body({ name: text }) },
    },
    '/open-things': { get: { ...operation('getOpenThings', answers(503), '#/components/schemas/Shown'), 'x-audience': 'agency', security: [{ agencies: [] }] } },
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      agencies: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://t.example/token', scopes: {} } } },
    },
    responses: { Wrong: { description: 'Wrong.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: {} } } } },
    schemas: {
      Problem: { type: 'object', description: 'What was wrong.', properties: { type: text, title: text, status: { type: 'integer', description: 'It.' }, detail: text, instance: text } },
      ApiInfo: { type: 'object', description: 'It.', required: ['apiName', 'apiVersion', 'apiReleased', 'apiDocumentation', 'apiStatus'], properties: { apiName: text, apiVersion: text, apiReleased: text, apiDocumentation: text, apiStatus: text } },
      Shown: { type: 'object', description: 'It.', properties: { madeAt: { type: 'string', format: 'date-time', description: 'When.' }, dueDate: { type: 'string', format: 'date', description: 'When.' }, mood: { type: 'string', 'x-extensible-enum': ['good'], description: 'Its mood.' } } },
      Colour: { type: 'string', description: 'A colour.', enum: ['dark_red'] },
    },
  },
})

function operation(operationId, more, schema = '#/components/schemas/ApiInfo') {
  const well = { description: 'Well.', content: { 'application/json': { schema: { $ref: schema }, example: {} } } }
  return { operationId, tags: ['things'], summary: 'S.', description: 'D.', 'x-audience': 'staff', 'x-permission': 'job:read', responses: { 200: well, ...answers(401, 403, 503), ...more } }
}

function parameter(name, where = 'query') {
  return { name, in: where, description: 'It.', schema: text }
}

function limit() {
  return { name: 'limit', in: 'query', description: 'It.', schema: { type: 'integer', minimum: 1, maximum: 200, default: 20 } }
}

function body(properties, more = { additionalProperties: false }) {
  return { required: true, content: { 'application/json': { schema: { type: 'object', properties, ...more }, example: {} } } }
}

/** rule → ways to break it; each a change to the sound contract. */
const breaches = {
  'server-url-shape': [(c) => { c.servers[0].url = 'http://t.example/api/v1' }, (c) => { c.servers[0].url = 'https://t.example/api' }],
  'path-kebab': [(c) => { c.paths['/someThings'] = { get: operation('getSome') } }, (c) => { c.paths['/some-things/'] = { get: operation('getSome') } }],
  'api-info': [(c) => { delete c.paths['/api-info'] }],
  'problem-members': [(c) => { delete c.components.schemas.Problem.properties.detail }],
  'no-person-in-url': [(c) => { c.paths['/things'].get.parameters.push(parameter('personnummer')) }],
  'write-needs-guard': [
    (c) => { c.paths['/things'].post.parameters = [] },
    (c) => { c.paths['/things/{thingId}'].put.parameters = [] },
    (c) => { c.paths['/things'].post['x-idempotency'] = 'none' },
    (c) => { c.paths['/things/{thingId}'].put['x-version'] = 'none' },
  ],
  'list-needs-cursor': [(c) => { c.paths['/things'].get.parameters.pop() }],
  'enum-values': [(c) => { c.components.schemas.Colour.enum = ['DarkRed'] }],
  'permission-known': [
    (c) => { delete c.paths['/things'].get['x-permission'] },
    (c) => { c.paths['/things'].get['x-permission'] = 'thing:guess' },
    (c) => { c.paths['/things'].get['x-permission'] = 'none' },
    (c) => { c.paths['/things'].get['x-audience'] = 'everyone' },
  ],
  'one-tag': [(c) => { c.paths['/things'].get.tags = [] }, (c) => { c.paths['/things'].get.operationId = 'things' }],
  'requests-bounded': [
    (c) => { c.paths['/things'].post.requestBody = body({ name: text }, {}) },
    (c) => { c.paths['/things'].post.requestBody = body({ name: { type: 'string' } }) },
    (c) => { c.paths['/things'].post.requestBody = body({ names: { type: 'array', items: text } }) },
    (c) => { c.paths['/things'].post.requestBody = body({ count: { type: 'integer', minimum: 0 } }) },
    (c) => { c.paths['/things'].get.parameters[1].schema = { type: 'string' } },
  ],
  'info-told': [
    (c) => { delete c.info.contact.url },
    (c) => { delete c.info.license.url },
    (c) => { c.info.description = 'Things. Known limits: none.' },
    (c) => { c.info.description = 'Things. Service level: none.' },
  ],
  'body-examples': [
    (c) => { delete c.paths['/things'].post.requestBody.content['application/json'].example },
    (c) => { delete c.paths['/things'].get.responses[200].content['application/json'].example },
  ],
  described: [
    (c) => { c.components.responses.Wrong.description = ' ' },
    (c) => { delete c.paths['/things'].get.parameters[0].description },
    (c) => { c.components.schemas.Problem.properties.title = { type: 'string' } },
  ],
  'time-formats': [
    (c) => { delete c.components.schemas.Shown.properties.madeAt.format },
    (c) => { c.components.schemas.Shown.properties.dueDate.format = 'date-time' },
  ],
  'names-camel-case': [
    (c) => { c.paths['/things'].get.parameters.push(parameter('sort_by')) },
    (c) => { c.components.schemas.Shown.properties.due_date = text },
  ],
  'json-bodies': [(c) => { c.paths['/things'].get.responses[200].content = { 'application/xml': { schema: text } } }],
  'headers-known': [
    (c) => { c.paths['/things'].get.parameters.push(parameter('X-Filter', 'header')) },
    (c) => { c.paths['/things'].get.parameters.push(parameter('last', 'cookie')) },
  ],
  'errors-are-problems': [
    (c) => { c.paths['/things'].get.responses[400] = structuredClone(c.components.responses.Wrong) },
    (c) => { c.components.responses.Wrong.content = { 'application/json': { schema: text, example: '' } } },
  ],
  'query-optional': [(c) => { c.paths['/things'].get.parameters.push({ ...parameter('colour'), required: true }) }],
  'paging-bounds': [
    (c) => { c.paths['/things'].get.parameters[0].schema.maximum = 1000 },
    (c) => { c.paths['/things'].get.parameters[0].schema.default = 50 },
    (c) => { c.paths['/things'].get.parameters.push({ ...limit(), name: 'page', schema: { type: 'integer', minimum: 0, maximum: 50 } }) },
    (c) => { c.paths['/things'].get.parameters.push({ ...limit(), name: 'offset' }) },
  ],
  'security-schemes': [
    (c) => { c.components.securitySchemes.bearer.scheme = 'basic' },
    (c) => { c.components.securitySchemes.bearer = { type: 'apiKey', in: 'query', name: 'k' } },
    (c) => { c.components.securitySchemes.agencies.flows = { password: { tokenUrl: 'https://t.example/token', scopes: {} } } },
    (c) => { c.paths['/things'].get.parameters.push(parameter('access_token')) },
  ],
  'agencies-by-oauth': [(c) => { delete c.paths['/open-things'].get.security }],
  'get-without-body': [(c) => { c.paths['/things'].get.requestBody = body({ name: text }) }],
  'api-info-told': [(c) => { c.components.schemas.ApiInfo.required.pop() }],
  'deprecated-told': [(c) => { c.paths['/things'].get.deprecated = true }],
  'enums-open-outwards': [
    (c) => { c.components.schemas.Shown.properties.mood = { type: 'string', enum: ['good'], description: 'Its mood.' } },
    (c) => { c.paths['/things'].post.requestBody = body({ mood: { ...text, 'x-extensible-enum': ['good'] } }) },
  ],
  'refusals-told': [
    ...[400, 401, 403, 409, 422, 503].map((status) => (c) => { delete c.paths['/things'].post.responses[status] }),
    ...[412, 428].map((status) => (c) => { delete c.paths['/things/{thingId}'].put.responses[status] }),
    (c) => { delete c.paths['/things'].get.responses[200] },
  ],
  'choices-told-apart': [
    (c) => { c.components.schemas.Colour = { description: 'It.', anyOf: [text] } },
    (c) => { c.components.schemas.Colour = { description: 'It.', oneOf: [text] } },
    (c) => { c.components.schemas.Shown.properties.mood.nullable = true },
  ],
  'schema-described': [(c) => { delete c.components.schemas.Colour.description }],
}

describe('the lint rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  const complaints = new Map()
  after(() => rmSync(folder, { recursive: true }))

  before(() => {
    const files = [write('sound', () => {})]
    for (const [rule, ways] of Object.entries(breaches)) ways.forEach((change, n) => files.push(write(`${rule}.${n}`, change)))
    lint(files)
  })

  /** Lints all files in one run of the linter and keeps what it complains of. */
  function lint(files) {
    const cli = join(apiSpec, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js')
    const done = spawnSync(process.execPath, [cli, 'lint', ...files, '--config', join(apiSpec, 'rules', 'redocly.yaml'), '--format', 'checkstyle', '--max-problems', '1000'], { cwd: apiSpec, encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } })
    let file
    for (const [, opened, source] of done.stdout.matchAll(/<file name="([^"]*)"|source="([^"]*)"/g)) {
      if (opened) file = basename(opened, '.json')
      else complaints.get(file).push(source)
    }
    assert.ok(file, done.stderr)
  }

  function write(name, change) {
    const contract = sound()
    change(contract)
    complaints.set(name, [])
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(contract))
    return join(folder, `${name}.json`)
  }

  const own = (name) => complaints.get(name).filter((each) => each.startsWith('malbild/'))

  test('a sound contract has none of them', () => assert.deepEqual(own('sound'), []))
  for (const [rule, ways] of Object.entries(breaches))
    ways.forEach((_, n) => test(`${rule} complains (${n + 1} of ${ways.length})`, () => assert.ok(own(`${rule}.${n}`).includes(`malbild/${rule}`), `said: ${complaints.get(`${rule}.${n}`)}`)))
})
