// SPDX-License-Identifier: EUPL-1.2
// The fields of two objects by direction.

/** Notes what breaks between the fields of two objects in normal form. */
export function compareObjects(comparison, base, head, place) {
  if (!base.properties && !head.properties && base.additionalProperties === undefined && head.additionalProperties === undefined && !base.required && !head.required) return
  const sides = { base: side(comparison.shapes.base, base, comparison.direction), head: side(comparison.shapes.head, head, comparison.direction) }
  if (comparison.direction === 'request') compareIncoming(comparison, sides, place)
  else compareOutgoing(comparison, sides, place)
}

/** The fields that travel in a direction: what is readOnly is not sent in, what is writeOnly is not sent out. */
function side(shapes, node, direction) {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly'
  const entries = Object.entries(node.properties ?? {})
  const away = entries.filter(([, schema]) => shapes.variants(schema).every((each) => each.node[hidden])).map(([name]) => name)
  const fields = new Map(entries.filter(([name]) => !away.includes(name)))
  return { fields, required: new Set((node.required ?? []).filter((name) => !away.includes(name))), rest: node.additionalProperties }
}

function compareIncoming(comparison, { base, head }, place) {
  const { findings } = comparison
  for (const [name, schema] of base.fields) {
    const at = place.at(`.${name}`)
    if (!head.fields.has(name)) findings.add('request-property-removed', at, 'the field is no longer accepted')
    else {
      comparison.compare(schema, head.fields.get(name), at)
      if (!base.required.has(name)) compareDefaults(comparison, schema, head.fields.get(name), at)
    }
  }
  for (const name of head.required)
    if (!base.required.has(name)) {
      if (base.fields.has(name)) findings.add('request-property-now-required', place.at(`.${name}`), 'the field must now be sent')
      else findings.add('request-property-added-required', place.at(`.${name}`), 'a new field must be sent')
    }
  if (isSchema(base.rest))
    for (const [name, schema] of head.fields) if (!base.fields.has(name)) comparison.compare(base.rest, schema, place.at(`.${name}`))
  if (base.rest === false) return
  if (head.rest === false) findings.add('request-closed', place, 'fields it does not name are refused now (additionalProperties: false)')
  else if (isSchema(head.rest)) comparison.compare(base.rest ?? true, head.rest, place.at('.*'))
}

function compareOutgoing(comparison, { base, head }, place) {
  const { findings } = comparison
  for (const [name, schema] of base.fields) {
    const at = place.at(`.${name}`)
    if (!head.fields.has(name)) findings.add('response-property-removed', at, 'the field is no longer sent')
    else {
      comparison.compare(schema, head.fields.get(name), at)
      if (!base.required.has(name)) compareDefaults(comparison, schema, head.fields.get(name), at)
    }
  }
  for (const name of base.required)
    if (!head.required.has(name) && head.fields.has(name)) findings.add('response-property-now-optional', place.at(`.${name}`), 'the field may now be absent')
    else if (!head.required.has(name) && !base.fields.has(name)) findings.add('response-property-removed', place.at(`.${name}`), 'the field is no longer promised')
  for (const [name, schema] of head.fields)
    if (!base.fields.has(name)) {
      if (base.rest === false) findings.add('response-property-added-closed', place.at(`.${name}`), 'a new field in an answer that was closed (additionalProperties: false)')
      else if (isSchema(base.rest)) comparison.compare(base.rest, schema, place.at(`.${name}`))
    }
  compareRest(comparison, base, head, place)
}

function compareRest(comparison, base, head, place) {
  const { findings } = comparison
  const isMap = base.fields.size === 0 && base.rest !== undefined && base.rest !== false
  if (base.rest === false && head.rest !== false) findings.add('response-opened', place, 'the answer was closed (additionalProperties: false) and may now hold anything')
  else if (head.rest === false && (isMap || isSchema(base.rest))) findings.add('response-property-removed', place.at('.*'), 'the entries are no longer sent')
  else if (isSchema(base.rest)) comparison.compare(base.rest, head.rest ?? true, place.at('.*'))
}

/**
 * What leaving a field out means must stay. In an answer a default may be added; in a request even that gives
 * what was unsaid a meaning.
 */
export function compareDefaults(comparison, base, head, place) {
  const [from, to] = [defaultOf(comparison.shapes.base, base), defaultOf(comparison.shapes.head, head)]
  if (JSON.stringify(from) === JSON.stringify(to) || (from === undefined && comparison.direction === 'response')) return
  const told = (value) => (value === undefined ? 'none' : JSON.stringify(value))
  comparison.findings.add('default-changed', place, `default ${told(from)} → ${told(to)}`)
}

const defaultOf = (shapes, schema) => shapes.variants(schema).map((each) => each.node.default).find((each) => each !== undefined)
const isSchema = (rest) => typeof rest === 'object' && rest !== null
