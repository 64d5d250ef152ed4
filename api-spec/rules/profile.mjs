// SPDX-License-Identifier: EUPL-1.2
// The national profile for REST APIs, version 1.2.0, as far as a linter can say. Its rule numbers stand in the messages.
// What only a running service shows (TLS, UTF-8, the zone of answers) is held by the service's own tests.
import { answersOf, eachSchema, follow, parametersOf } from './walk.mjs'

const CAMEL = /^[a-z][a-zA-Z0-9]*$/
const HEADERS = new Set(['Idempotency-Key', 'If-Match', 'If-None-Match', 'Last-Event-ID', 'Accept-Language', 'Origin'])
const isJson = (type) => /^application\/(json|problem\+json)$/.test(type)
/** The one body that is a form: OAuth's request for a token, whose shape and names are those of RFC 6749, 7521 and 7523. */
const FORM = 'application/x-www-form-urlencoded'
const OAUTH_NAMES = new Set(['grant_type', 'client_id', 'client_secret', 'client_assertion', 'client_assertion_type', 'access_token', 'token_type', 'expires_in'])
/** Bodies that are files or streams, not data. */
const isFile = (type) => /^(multipart\/form-data|text\/event-stream|text\/(csv|calendar)|application\/(gzip|octet-stream|pdf|vnd\.[a-z0-9.+-]+))$/.test(type)
const wordOf = (name) => name.replace(/^x-/i, '')

export const profile = {
  'info-told': () => ({
    Info(info, { report, location }) {
      if (!info.contact?.name || !(info.contact.url || info.contact.email)) report({ message: 'DOK.03: contact with name and address', location })
      if (!info.license?.name || !info.license.url) report({ message: 'DOK.03: licence with name and address', location })
      for (const [rule, words] of [['DOK.08', 'service level'], ['DOK.09', 'known limits']])
        if (!info.description?.toLowerCase().includes(words)) report({ message: `${rule}: the description tells the ${words}`, location })
    },
  }),
  'body-examples': () => ({
    RequestBody(body, { report, location, resolve }) {
      missingExamples(body.content, location, resolve, report)
    },
    Response(answer, { report, location, resolve }) {
      missingExamples(answer.content, location, resolve, report)
    },
  }),
  described: () => ({
    Response(answer, { report, location }) {
      if (!answer.description?.trim()) report({ message: 'DOK.20: every answer says what it means', location })
    },
    Parameter(parameter, { report, location }) {
      if (!parameter.description?.trim()) report({ message: 'DOK.19: every parameter says what it does', location })
    },
    SchemaProperties(properties, { report, location }) {
      for (const [name, schema] of Object.entries(properties))
        if (!schema.$ref && !schema.description?.trim() && !schema.allOf) report({ message: `DOK.19: ${name} says what it is`, location: location.child(name) })
    },
  }),
  'time-formats': () => ({
    SchemaProperties(properties, { report, location, resolve }) {
      for (const [name, written] of Object.entries(properties)) {
        const schema = follow(written, location.child(name), resolve).node
        const wanted = /[a-z0-9]At$/.test(name) ? 'date-time' : /^date$|[a-z0-9]Date$/.test(name) ? 'date' : undefined
        if (schema?.type === 'string' && wanted && schema.format !== wanted)
          report({ message: `DOT.01, DOT.04: ${name} is a ${wanted} (RFC 3339)`, location: location.child(name) })
      }
    },
  }),
  'names-camel-case': () => ({
    Parameter(parameter, { report, location }) {
      if (parameter.in !== 'header' && !CAMEL.test(parameter.name)) report({ message: `FNS.01, AME.05: the parameter ${parameter.name} is not camelCase`, location })
    },
    SchemaProperties(properties, { report, location }) {
      for (const name of Object.keys(properties)) if (!CAMEL.test(name) && !OAUTH_NAMES.has(name)) report({ message: `AME.04, AME.05: ${name} is not camelCase`, location: location.child(name).key() })
    },
  }),
  'json-bodies': () => ({
    MediaType(_, { report, key, location }) {
      if (!isJson(key) && !isFile(key) && key !== 'text/html' && key !== FORM) report({ message: `AME.01: ${key} is neither JSON nor a file`, location: location.key() })
    },
  }),
  'headers-known': () => ({
    Parameter(parameter, { report, location }) {
      if (parameter.in === 'header' && !HEADERS.has(parameter.name))
        report({ message: `ARQ.05: what is sent goes in the body or the address, not in the header ${wordOf(parameter.name)}`, location })
      if (parameter.in === 'cookie') report({ message: 'ARQ.05: no parameter in a cookie', location })
    },
  }),
  'errors-are-problems': () => ({
    Operation(operation, { report, location, resolve }) {
      for (const { status, written, node } of answersOf(operation, location, resolve)) {
        if (!/^([45]|default)/.test(status)) continue
        const at = location.child(['responses', status])
        if (!written.$ref) report({ message: `an error is told in one place: ${status} by $ref`, location: at })
        const types = Object.keys(node.content ?? {})
        if (types.length !== 1 || types[0] !== 'application/problem+json') report({ message: `FEL.02: ${status} is application/problem+json`, location: at })
      }
    },
  }),
  'query-optional': () => ({
    Operation(operation, { report, key, location, resolve }) {
      for (const parameter of key === 'get' ? parametersOf(operation, resolve) : [])
        if (parameter?.in === 'query' && parameter.required) report({ message: `FNS.03: the parameter ${parameter.name} may be left out`, location })
    },
  }),
  'paging-bounds': () => ({
    Parameter(parameter, { report, location, resolve }) {
      const schema = follow(parameter.schema, location.child('schema'), resolve).node ?? {}
      const is = (minimum, maximum, initial) => schema.type === 'integer' && schema.minimum === minimum && schema.maximum <= maximum && (initial === undefined || schema.default === initial)
      if (parameter.in !== 'query') return
      if (parameter.name === 'limit' && !is(1, 200, 20)) report({ message: 'FNS.07, FNS.09: limit is 1 to at most 200, default 20', location })
      if (parameter.name === 'page' && !is(1, 50)) report({ message: 'FNS.08: page starts at 1 and goes to at most 50', location })
      if (parameter.name === 'offset') report({ message: 'FNS.07: we page by cursor and page, not by offset', location })
    },
  }),
  'security-schemes': () => ({
    SecurityScheme(scheme, { report, location }) {
      if (scheme.type === 'http' && scheme.scheme?.toLowerCase() !== 'bearer') report({ message: 'SAK.09, SAK.10: http means Bearer, never Basic or Digest', location })
      if (scheme.type === 'apiKey' && scheme.in === 'query') report({ message: 'SAK.15, SAK.16: no key in the address', location })
      for (const flow of Object.keys(scheme.flows ?? {}))
        if (!['clientCredentials', 'authorizationCode'].includes(flow)) report({ message: `SAK.18: the flow ${flow} is not used any more`, location: location.child(['flows', flow]) })
    },
    Parameter(parameter, { report, location }) {
      if (parameter.in !== 'header' && /^(access_?token|token|api_?key|password|secret)$/i.test(parameter.name))
        report({ message: 'SAK.15: no key in the address', location })
    },
  }),
  'agencies-by-oauth': () => {
    let schemes = {}
    return {
      Root(root) {
        schemes = root.components?.securitySchemes ?? {}
      },
      Operation(operation, { report, location }) {
        if (operation['x-audience'] !== 'agency') return
        const ways = (operation.security ?? []).flatMap((way) => Object.keys(way))
        if (ways.length === 0 || !ways.every((way) => schemes[way]?.type === 'oauth2'))
          report({ message: 'SAK.18: agencies come by OAuth 2, named in the operation', location })
      },
    }
  },
  'get-without-body': () => ({
    Operation(operation, { report, key, location }) {
      if (['get', 'head', 'delete'].includes(key) && operation.requestBody) report({ message: `a ${key} has no body`, location: location.child('requestBody') })
    },
  }),
  'api-info-told': () => ({
    Paths(paths, { report, location, resolve }) {
      if (!paths['/api-info']) return
      const item = follow(paths['/api-info'], location.child('/api-info'), resolve)
      const answer = follow(item.node?.get?.responses?.['200'], item.location.child(['get', 'responses', '200']), resolve)
      const media = answer.node?.content?.['application/json']
      const schema = follow(media?.schema, answer.location.child(['content', 'application/json', 'schema']), resolve).node
      for (const field of ['apiName', 'apiVersion', 'apiReleased', 'apiDocumentation', 'apiStatus'])
        if (!schema?.properties?.[field] || !schema.required?.includes(field)) report({ message: `VER.06: /api-info tells ${field}`, location: answer.location })
    },
  }),
  'deprecated-told': () => ({
    Operation(operation, { report, location, resolve }) {
      if (!operation.deprecated) return
      for (const { status, node } of answersOf(operation, location, resolve))
        for (const header of ['Deprecation', 'Sunset'])
          if (/^2/.test(status) && !node.headers?.[header]) report({ message: `what is deprecated says so: ${status} has the header ${header}`, location: location.child(['responses', status]) })
    },
  }),
  'enums-open-outwards': () => {
    const closed = new Set()
    const open = new Set()
    return {
      Operation(operation, { report, location, resolve }) {
        if (['agency', 'public'].includes(operation['x-audience']))
          for (const { status, node, location: at } of answersOf(operation, location, resolve))
            for (const [type, media] of Object.entries(/^2/.test(status) ? (node.content ?? {}) : {}))
              eachSchema(media.schema, at.child(['content', type, 'schema']), resolve, closed, (schema, place) => {
                if (schema.enum) report({ message: 'what others read may get more values: x-extensible-enum', location: place })
              })
        const body = follow(operation.requestBody, location.child('requestBody'), resolve)
        for (const [type, media] of Object.entries(body.node?.content ?? {}))
          eachSchema(media.schema, body.location.child(['content', type, 'schema']), resolve, open, (schema, place) => {
            if (schema['x-extensible-enum']) report({ message: 'what comes in is one of a closed list: enum', location: place })
          })
      },
    }
  },
}

function missingExamples(content, location, resolve, report) {
  for (const [type, media] of Object.entries(content ?? {})) {
    if (!isJson(type)) continue
    const schema = follow(media.schema, location.child(['content', type, 'schema']), resolve).node
    if (media.example === undefined && !media.examples && schema?.example === undefined)
      report({ message: 'DOK.15: a body has an example', location: location.child(['content', type]) })
  }
}
