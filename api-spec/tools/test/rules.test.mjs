// SPDX-License-Identifier: EUPL-1.2
// Each of our own rules complains of a contract that breaks it, and of nothing in one that does not.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { apiSpec } from './contracts.mjs'

const problem = { description: 'Wrong.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
const text = { type: 'string', maxLength: 10 }

/** A small contract that keeps every rule. */
const sound = () => ({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1.0.0', description: 'Things.', contact: { name: 'T', url: 'https://t.example/' }, license: { name: 'EUPL-1.2', url: 'https://eupl.eu/' } },
  servers: [{ url: 'https://t.example/api/v1' }],
  tags: [{ name: 'things', description: 'Things.' }],
  security: [{ bearer: [] }],
  paths: {
    '/api-info': { get: operation('getApiInfo') },
    '/things': { get: { ...operation('listThings'), parameters: [parameter('limit'), parameter('cursor')] }, post: { ...operation('addThing'), parameters: [parameter('Idempotency-Key', 'header')], requestBody: body({ name: text }) } },
    '/things/{thingId}': {
      parameters: [{ name: 'thingId', in: 'path', required: true, description: 'It.', schema: { type: 'string', format: 'uuid' } }],
      put: { ...operation('changeThing'), parameters: [parameter('If-Match', 'header')], requestBody: body({ name: text }) },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Problem: { type: 'object', description: 'What was wrong.', properties: { type: text, title: text, status: { type: 'integer' }, detail: text, instance: text } },
      Colour: { type: 'string', description: 'A colour.', enum: ['dark_red'] },
    },
  },
})

function operation(operationId) {
  return { operationId, tags: ['things'], summary: 'S.', description: 'D.', 'x-audience': 'staff', 'x-permission': 'job:read', responses: { 200: { description: 'Well.' }, 400: problem } }
}

function parameter(name, where = 'query') {
  return { name, in: where, description: 'It.', schema: text }
}

function body(properties, more = { additionalProperties: false }) {
  return { required: true, content: { 'application/json': { schema: { type: 'object', properties, ...more } } } }
}

/** rule → ways to break it; each a change to the sound contract. */
const breaches = {
  'server-url-shape': [(c) => { c.servers[0].url = 'http://t.example/api/v1' }, (c) => { c.servers[0].url = 'https://t.example/api' }],
  'path-kebab': [(c) => { c.paths['/someThings'] = { get: operation('getSome') } }],
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
    (c) => { c.paths['/things'].get.parameters[0].schema = { type: 'string' } },
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
