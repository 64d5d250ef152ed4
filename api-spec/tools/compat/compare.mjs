// SPDX-License-Identifier: EUPL-1.2
// Two contracts: what would break a client of the first if the second took its place.
import { compareRequestBodies, compareResponses } from './bodies.mjs'
import { Findings, Place } from './findings.mjs'
import { compareParameters } from './parameters.mjs'
import { resolve } from './refs.mjs'
import { compareSecurity, compareSchemes, usedSchemes } from './security.mjs'
import { SchemaComparison } from './schemas.mjs'
import { compareServers } from './servers.mjs'
import { Shapes } from './shape.mjs'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * Compares two contracts as read by `readContract`.
 * @returns {Findings} the breaking changes; none if every client of `base` can go on as before
 */
export function compareContracts(base, head) {
  const contracts = { base, head }
  const context = { contracts, findings: new Findings(), shapes: { base: new Shapes(base), head: new Shapes(head) } }
  const after = pathsOf(head)
  for (const [shape, { path, item }] of pathsOf(base)) {
    const now = after.get(shape)
    if (now) compareItems({ contract: base, path, item }, { contract: head, ...now }, context)
    else context.findings.add('path-removed', new Place(path), 'the path is gone')
  }
  compareWebhooks(context)
  compareSchemes(contracts, usedSchemes(base, operationsOf(base)), context, new Place('securitySchemes'))
  return context.findings
}

/** Paths by their form: the name of a path parameter is not seen on the wire. */
function pathsOf(contract) {
  const entries = Object.entries(contract.paths ?? {}).filter(([path]) => path.startsWith('/'))
  return new Map(entries.map(([path, written]) => [path.replace(/\{[^}]*\}/g, '{}'), { path, item: resolve(contract, written).node }]))
}

function* operationsOf(contract) {
  for (const { item } of pathsOf(contract).values()) for (const method of METHODS) if (item[method]) yield item[method]
}

function compareItems(base, head, context) {
  for (const method of METHODS) {
    if (!base.item[method]) continue
    const place = new Place(`${method.toUpperCase()} ${base.path}`)
    if (head.item[method]) compareOperations({ base: { ...base, operation: base.item[method] }, head: { ...head, operation: head.item[method] } }, context, place)
    else context.findings.add('operation-removed', place, 'the operation is gone')
  }
}

function compareOperations(pair, context, place) {
  const { operation: base } = pair.base
  const { operation: head } = pair.head
  if (base.operationId && base.operationId !== head.operationId) context.findings.add('operation-id-changed', place, `operationId ${base.operationId} → ${head.operationId ?? 'none'}`)
  compareServers(pair, context, place)
  compareSecurity(pair, context, place)
  compareParameters(pair, context, place)
  compareRequestBodies(body(pair.base), body(pair.head), context, place)
  compareResponses(base, head, context, place)
  compareCallbacks(pair, context, place)
}

const body = ({ contract, operation }) => operation.requestBody && resolve(contract, operation.requestBody).node

/** A callback goes the other way: what we send must not surprise, what we take as an answer must still be taken. */
function compareCallbacks(pair, context, place) {
  for (const [name, written] of Object.entries(pair.base.operation.callbacks ?? {})) {
    const now = pair.head.operation.callbacks?.[name]
    const at = place.part(`callback ${name}`)
    if (!now) context.findings.add('callback-removed', at, 'the callback is no longer called')
    else compareCalls(resolve(context.contracts.base, written).node, resolve(context.contracts.head, now).node, context, at)
  }
}

function compareWebhooks(context) {
  const { base, head } = context.contracts
  compareCalls(base.webhooks ?? {}, head.webhooks ?? {}, context, new Place('webhook'))
}

function compareCalls(before, after, context, place) {
  for (const [key, written] of Object.entries(before)) {
    if (key.startsWith('x-')) continue
    const base = resolve(context.contracts.base, written).node
    const head = after[key] && resolve(context.contracts.head, after[key]).node
    for (const method of METHODS) {
      if (!base[method]) continue
      const at = place.part(`${method.toUpperCase()} ${key}`)
      if (head?.[method]) compareCall(base[method], head[method], context, at)
      else context.findings.add('callback-removed', at, 'it is no longer called')
    }
  }
}

function compareCall(base, head, context, place) {
  const media = (operation, contract) => resolve(contract, operation.requestBody).node.content ?? {}
  const [before, after] = [media(base, context.contracts.base), media(head, context.contracts.head)]
  for (const [type, { schema }] of Object.entries(before)) {
    if (after[type]) new SchemaComparison('response', context.shapes, context.findings).compare(schema, after[type].schema, place.part(type))
    else context.findings.add('response-media-type-removed', place, `${type} is no longer sent`)
  }
  for (const status of Object.keys(base.responses ?? {}))
    if (!head.responses?.[status]) context.findings.add('response-status-removed', place.part(status), 'the answer is no longer taken')
}
