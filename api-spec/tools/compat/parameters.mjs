// SPDX-License-Identifier: EUPL-1.2
// The parameters of an operation.
import { resolve } from './refs.mjs'
import { compareDefaults } from './objects.mjs'
import { IN, SchemaComparison } from './schemas.mjs'

/** Headers that OpenAPI leaves to other parts of the contract. */
const ignored = new Set(['accept', 'content-type', 'authorization'])
const styles = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' }

/**
 * Notes what breaks between the parameters of two operations.
 * @param {object} pair `{ base, head }`, each with `contract`, `item`, `operation` and `path`
 */
export function compareParameters(pair, context, place) {
  const before = parametersOf(pair.base)
  const after = parametersOf(pair.head)
  for (const [key, parameter] of before) {
    const at = place.part(`${parameter.in} parameter ${parameter.name}`)
    if (after.has(key)) compareParameter(parameter, after.get(key), context, at)
    else context.findings.add('parameter-removed', at, 'it is no longer accepted')
  }
  for (const [key, parameter] of after)
    if (!before.has(key) && parameter.required) context.findings.add('parameter-added-required', place.part(`${parameter.in} parameter ${parameter.name}`), 'a new parameter must be sent')
}

/** By place and name; the operation's own over those of its path. A path parameter is known by its position, not by its name. */
function parametersOf({ contract, item, operation, path }) {
  const places = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1])
  const found = new Map()
  for (const written of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(contract, written).node
    if (parameter.in === 'header' && ignored.has(parameter.name.toLowerCase())) continue
    const name = parameter.in === 'path' ? places.indexOf(parameter.name) : parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name
    found.set(`${parameter.in} ${name}`, parameter)
  }
  return found
}

function compareParameter(base, head, context, place) {
  const { findings } = context
  if (head.required && !base.required) findings.add('parameter-now-required', place, 'it must now be sent')
  for (const [what, from, to] of encodings(base, head)) if (from !== to) findings.add('parameter-encoding-changed', place, `${what} ${from} → ${to}`)
  for (const allowance of ['allowReserved', 'allowEmptyValue'])
    if (base[allowance] && !head[allowance]) findings.add('parameter-encoding-changed', place, `${allowance} true → false`)
  const comparison = new SchemaComparison(IN, context.shapes, findings)
  comparison.compare(schemaOf(base), schemaOf(head), place)
  if (!base.required) compareDefaults(comparison, schemaOf(base), schemaOf(head), place)
}

function encodings(base, head) {
  const style = (parameter) => parameter.style ?? styles[parameter.in]
  const explode = (parameter) => parameter.explode ?? style(parameter) === 'form'
  const media = (parameter) => Object.keys(parameter.content ?? {})[0] ?? 'plain'
  return [
    ['style', style(base), style(head)],
    ['explode', explode(base), explode(head)],
    ['media type', media(base), media(head)],
  ]
}

const schemaOf = (parameter) => parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema
