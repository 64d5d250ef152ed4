// SPDX-License-Identifier: EUPL-1.2
// The contract's own rules; those of the national profile are in profile.mjs.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { profile } from './profile.mjs'
import { answersOf, eachSchema, named } from './walk.mjs'

const roles = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'roles.yaml'), 'utf8')
const permissions = new Set([...roles.matchAll(/^ {2}([a-z-]+:[a-z-]+): \{/gm)].map((match) => match[1]))

/** What leaves a schema of something that comes in without bounds. */
function* faultsOf(schema) {
  if (schema.type === 'object' && schema.properties && schema.additionalProperties !== false)
    yield 'a request object refuses what it does not know: additionalProperties: false'
  if (schema.type === 'string' && !schema.enum && !schema.format?.match(/^(uuid|date|date-time|binary)$/) && !schema.maxLength)
    yield 'a string that comes in has maxLength'
  if (schema.type === 'array' && !schema.maxItems) yield 'an array that comes in has maxItems'
  if (['integer', 'number'].includes(schema.type) && (schema.minimum === undefined || schema.maximum === undefined))
    yield 'a number that comes in has minimum and maximum'
}
const faultsOfIncoming = (schema) => [...faultsOf(schema)]

const rules = {
  'server-url-shape': () => ({
    Server(server, { report, location }) {
      if (!/^https:\/\/[^/:]+(:443)?\/[a-z0-9-]+\/v\d+$/.test(server.url))
        report({ message: 'UFN.01, UFN.02, VER.05: the address is https://{host}/{api}/v{n}', location: location.child('url') })
    },
  }),
  'path-kebab': () => ({
    PathItem(item, { report, key, location }) {
      if (/\/$|\/\//.test(String(key))) report({ message: `UFN.09: ${key} has an empty part`, location: location.key() })
      for (const part of String(key).split('/').filter(Boolean))
        if (!/^\{[a-z][a-zA-Z0-9]*\}$/.test(part) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part))
          report({ message: `UFN.07, UFN.08, RES.06: ${part} is not kebab-case`, location: location.key() })
    },
  }),
  'api-info': () => ({
    Paths(paths, { report, location }) {
      if (!paths['/api-info']) report({ message: 'VER.06: the resource /api-info is missing', location: location.key() })
    },
  }),
  'problem-members': () => ({
    MediaType(media, { report, key, location, resolve }) {
      if (key !== 'application/problem+json') return
      const schema = media.schema?.$ref ? resolve(media.schema).node : media.schema
      for (const member of ['type', 'title', 'status', 'detail', 'instance'])
        if (!schema?.properties?.[member]) report({ message: `FEL.01: Problem lacks ${member}`, location })
    },
  }),
  'no-person-in-url': () => ({
    Parameter(parameter, { report, location }) {
      if (parameter.in !== 'header' && /^(pnr|person(al)?(nummer|nr|identit.*)|ssn|email|name)$/i.test(parameter.name))
        report({ message: 'RES.02: no personal data in the address', location })
    },
  }),
  'write-needs-guard': () => ({
    Operation(operation, { report, key, location, resolve }) {
      if (key === 'post' && operation['x-idempotency'] !== 'none' && !named(operation, resolve, 'Idempotency-Key'))
        report({ message: 'a POST takes Idempotency-Key (or x-idempotency: none with a reason)', location })
      if (operation['x-idempotency'] === 'none' && !operation['x-idempotency-reason'])
        report({ message: 'x-idempotency: none needs x-idempotency-reason', location })
      if (['put', 'patch', 'delete'].includes(key) && operation['x-version'] !== 'none' && !named(operation, resolve, 'If-Match'))
        report({ message: `a ${key} takes If-Match (or x-version: none with a reason)`, location })
      if (operation['x-version'] === 'none' && !operation['x-version-reason'])
        report({ message: 'x-version: none needs x-version-reason', location })
    },
  }),
  'list-needs-cursor': () => ({
    Operation(operation, { report, key, location, resolve }) {
      if (key !== 'get' || !/^list/.test(operation.operationId ?? '') || operation['x-paging'] === 'whole') return
      for (const name of ['limit', 'cursor'])
        if (!named(operation, resolve, name)) report({ message: `a list takes ${name} (FNS.07; or x-paging: whole)`, location })
    },
  }),
  'enum-values': () => ({
    Schema(schema, { report, location }) {
      for (const value of schema.enum ?? schema['x-extensible-enum'] ?? [])
        if (schema.type === 'string' && !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(value))
          report({ message: `the enum value ${value} is not lower_snake_case`, location })
    },
  }),
  'permission-known': () => ({
    Operation(operation, { report, location }) {
      const permission = operation['x-permission']
      if (!permission) report({ message: 'x-permission is missing', location })
      else if (permission === 'none' && !operation['x-permission-reason'])
        report({ message: 'x-permission: none needs x-permission-reason', location })
      else if (permission !== 'none' && !permissions.has(permission))
        report({ message: `the permission ${permission} is not in roles.yaml`, location })
      if (!['staff', 'agency', 'participant', 'public'].includes(operation['x-audience']))
        report({ message: 'x-audience is staff, agency, participant or public', location })
    },
  }),
  'export-told': () => ({
    Operation(operation, { report, location, resolve }) {
      const told = operation['x-export']
      const files = answersOf(operation, location, resolve).some(
        ({ status, node }) => /^2/.test(status) && Object.keys(node.content ?? {}).some((type) => type !== 'application/json'),
      )
      if ((files || /^(export|download)/.test(operation.operationId ?? '')) && typeof told !== 'boolean')
        report({ message: 'what gives a file says whether it is taken out of the service: x-export: true or false', location })
      if (told === false && !operation['x-export-reason']) report({ message: 'x-export: false needs x-export-reason', location })
      if (told === true && operation['x-audience'] !== 'staff') report({ message: 'x-export is for staff', location })
    },
  }),
  'one-tag': () => ({
    Operation(operation, { report, location }) {
      if (operation.tags?.length !== 1) report({ message: 'exactly one tag', location })
      if (!/^[a-z]+[A-Z][A-Za-z]+$/.test(operation.operationId ?? '')) report({ message: 'operationId is verbNoun', location })
    },
  }),
  'requests-bounded': () => {
    const seen = new Set()
    const bounded = (report) => (schema, location) => faultsOfIncoming(schema).forEach((message) => report({ message, location }))
    return {
      RequestBody(body, { report, location, resolve }) {
        for (const [type, media] of Object.entries(body.content ?? {}))
          eachSchema(media.schema, location.child(['content', type, 'schema']), resolve, seen, bounded(report))
      },
      Parameter(parameter, { report, location, resolve }) {
        if (parameter.schema) eachSchema(parameter.schema, location.child('schema'), resolve, seen, bounded(report))
      },
    }
  },
  'refusals-told': () => ({
    Operation(operation, { report, key, location, resolve }) {
      const told = new Set(answersOf(operation, location, resolve).map(({ status }) => status))
      const must = (status, why) => told.has(status) || report({ message: `${status} is told: ${why}`, location: location.child('responses') })
      must('503', 'the database may be away')
      if (!(Array.isArray(operation.security) && operation.security.length === 0)) must('401', 'one may not be signed in')
      if (operation['x-permission'] !== 'none') must('403', 'the role may not allow it')
      if (operation.requestBody || named(operation, resolve, 'cursor')) must('400', 'what comes in may be wrong')
      if (named(operation, resolve, 'If-Match')) ['412', '428'].forEach((status) => must(status, 'the version may be old or missing'))
      if (named(operation, resolve, 'Idempotency-Key')) ['409', '422'].forEach((status) => must(status, 'the key may be in use or used otherwise'))
      if (![...told].some((status) => /^[23]/.test(status))) report({ message: 'a success is told', location })
    },
  }),
  'choices-told-apart': () => ({
    Schema(schema, { report, location }) {
      if (schema.anyOf) report({ message: 'oneOf with a discriminator, not anyOf', location })
      if (schema.oneOf && !schema.discriminator) report({ message: 'a oneOf has a discriminator', location })
      for (const [name, child] of Object.entries(schema.properties ?? {}))
        if (child.nullable && !schema.required?.includes(name)) report({ message: `${name} is either absent or null, not both`, location: location.child(['properties', name]) })
    },
  }),
  'schema-described': () => ({
    NamedSchemas: {
      Schema(schema, { report, location }) {
        if (!schema.description && !schema.$ref && (schema.properties || schema.enum))
          report({ message: 'a type says what it is: description', location })
      },
    },
  }),
}

export default function plugin() {
  return { id: 'malbild', rules: { oas3: { ...profile, ...rules } } }
}
