// SPDX-License-Identifier: EUPL-1.2
// The command's verdicts: exit 0 nothing breaking, 1 breaking, 2 unreadable.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { stringify } from 'yaml'
import { forAgencies } from '../compat/audience.mjs'
import { check, checkAgainstRelease } from '../compat/check.mjs'
import { release } from '../compat/released.mjs'
import { apiSpec, here, orders } from './contracts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'contracts-'))
after(() => rmSync(folder, { recursive: true }))

/** Runs the check with what it says kept. */
function verdict(base, head) {
  const said = { out: [], err: [] }
  const code = check(base, head, { log: (line) => said.out.push(line), error: (line) => said.err.push(line) })
  return { code, ...said }
}

const file = (name, text) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const changes = join(process.env.MALBILD_SHARED ?? join(apiSpec, '..', '..', 'shared'), 'data', 'contract-changes')
const missing = existsSync(changes) ? false : `the collection of contract changes is not at ${changes} (MALBILD_SHARED)`

describe('the collection of contract changes', { skip: missing }, () => {
  const files = missing ? [] : readdirSync(changes).filter((each) => /^[BN]\d/.test(each))
  for (const each of files)
    test(`${each} ${each.startsWith('B') ? 'breaks' : 'breaks nothing'}`, () => {
      assert.equal(verdict(join(changes, 'base.json'), join(changes, each)).code, each.startsWith('B') ? 1 : 0)
    })
  test('is whole', () => assert.equal(files.length, 37 + 19))
})

describe('what a verdict says', () => {
  const base = join(here, 'orders.yaml')

  test('each breaking change has one line with its rule, its place and what to do', () => {
    const head = file('head.json', JSON.stringify(orders(({ s }) => delete s.NewOrder.properties.rank)))
    const { code, out } = verdict(base, head)
    assert.equal(code, 1)
    const line = out.find((each) => each.startsWith('request-'))
    assert.match(line, /^request-property-removed {2}POST \/orders request body application\/json › rank: .* To do: .*\.$/)
  })
  test('a change in a type that many operations use is told once', () => {
    const head = file('many.json', JSON.stringify(orders(({ s }) => delete s.Node.properties.name)))
    const { out } = verdict(base, head)
    assert.equal(out.length, 2)
    assert.match(out[0], /and 2 more places/)
  })
  test('YAML and JSON of the same contract break nothing, either way', () => {
    const json = file('same.json', JSON.stringify(orders(), null, '\t'))
    assert.deepEqual([verdict(base, json).code, verdict(json, base).code], [0, 0])
  })
})

describe('what cannot be read is no verdict', () => {
  const base = join(here, 'orders.yaml')
  const text = readFileSync(base, 'utf8')
  const unreadable = {
    'a missing file': () => join(folder, 'nowhere.yaml'),
    'an empty file': () => file('empty.yaml', ''),
    'broken YAML': () => file('broken.yaml', `${text}\n  - [`),
    'broken JSON': () => file('broken.json', '{"openapi": "3.0.3", "paths": {'),
    'a key twice in YAML': () => file('twice.yaml', `${text}\npaths: {}\n`),
    'a key twice in JSON': () => file('twice.json', '{"openapi":"3.0.3","paths":{"/a":{},"/a":{}}}'),
    'Swagger 2': () => file('old.yaml', 'swagger: "2.0"\npaths: {}\n'),
    'no paths': () => file('none.yaml', 'openapi: 3.0.3\n'),
    'a list': () => file('list.yaml', '- 1\n'),
    'a reference to nothing': () => file('nothing.yaml', text.replace('#/components/schemas/Mood', '#/components/schemas/Nowhere')),
    'a reference to another file': () => file('other.yaml', text.replace("'#/components/schemas/Mood'", "'mood.yaml#/Mood'")),
    'bytes that are no UTF-8': () => file('latin.yaml', Buffer.from([0x6f, 0xe5, 0x0a])),
    'an alias bomb': () => file('bomb.yaml', `openapi: 3.0.3\na: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\npaths: [${'*c,'.repeat(10)}]\n`),
    'parameters that are no list': () => file('shape.yaml', 'openapi: 3.0.3\npaths: { /a: { get: { parameters: {}, responses: {} } } }\n'),
    'a list of values that is none': () => file('values.yaml', text.replace('enum: [ open, closed ]', 'enum: 7')),
  }
  for (const [name, make] of Object.entries(unreadable))
    test(name, () => {
      for (const pair of [[base, make()], [make(), base]]) {
        const { code, out, err } = verdict(...pair)
        assert.equal(code, 2)
        assert.deepEqual(out, [])
        assert.ok(err.length === 1 && !err[0].includes('\n'), `one line says why: ${err}`)
      }
    })
})

describe('cycles', () => {
  test('types that refer to each other and to themselves are compared and end', () => {
    const knot = ({ s }) => {
      s.Node = { allOf: [{ $ref: '#/components/schemas/Node' }, { type: 'object', properties: { next: { $ref: '#/components/schemas/Chain' } } }] }
      s.Chain = { oneOf: [{ $ref: '#/components/schemas/Node' }, { $ref: '#/components/schemas/Chain' }] }
    }
    const one = file('knot.json', JSON.stringify(orders(knot)))
    assert.equal(verdict(one, one).code, 0)
  })
})

describe('against what is released', () => {
  const root = join(folder, 'project')
  const now = (change) => {
    mkdirSync(join(root, 'build'), { recursive: true })
    writeFileSync(join(root, 'build', 'malbild.yaml'), stringify(orders(change)))
  }
  const verdictNow = () => {
    const out = []
    return { code: checkAgainstRelease(root, { log: (line) => out.push(line), error: (line) => out.push(line) }), out }
  }

  test('nothing released, nothing to break', () => {
    now()
    assert.equal(verdictNow().code, 0)
    assert.match(verdictNow().out[0], /nothing is released yet/)
  })
  test('agencies are promised what is theirs; staff operations may change and are told of', () => {
    now()
    release(root)
    now(({ p }) => delete p['/staff'])
    assert.equal(verdictNow().code, 0)
    assert.match(verdictNow().out.join('\n'), /path-removed {2}\/staff/)
    now(({ p }) => delete p['/orders'].post)
    assert.equal(verdictNow().code, 1)
  })
  test('a release is never written over', () => assert.throws(() => release(root), /released already/))
  test('the part of agencies holds no staff operation and no type only staff use', () => {
    const part = forAgencies(orders(({ s }) => { s.OnlyStaff = { type: 'string' } }))
    assert.deepEqual(Object.keys(part.paths), ['/orders', '/orders/{orderId}'])
    assert.ok(part.components.schemas.Card && !part.components.schemas.OnlyStaff)
  })
})
