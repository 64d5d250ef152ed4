// SPDX-License-Identifier: EUPL-1.2
// Two schemas that hold at once (allOf), as one.

const larger = (a, b) => Math.max(a, b)
const smaller = (a, b) => Math.min(a, b)
const either = (a, b) => a || b
const low = (a, b) => (a.value > b.value || (a.value === b.value && a.exclusive) ? a : b)
const high = (a, b) => (a.value < b.value || (a.value === b.value && a.exclusive) ? a : b)
const common = (a, b) => a.filter((each) => b.some((other) => JSON.stringify(other) === JSON.stringify(each)))
const all = (a, b) => [...new Set([a, b].flat())]

const meetings = {
  types: (a, b) => a.flatMap((each) => (b.includes(each) ? [each] : each === 'number' && b.includes('integer') ? ['integer'] : each === 'integer' && b.includes('number') ? ['integer'] : [])),
  enum: common,
  required: all,
  pattern: all,
  not: (a, b) => ({ anyOf: [a, b] }),
  nullable: (a, b) => a && b,
  minLength: larger, minItems: larger, minProperties: larger,
  maxLength: smaller, maxItems: smaller, maxProperties: smaller,
  low, high,
  uniqueItems: either, readOnly: either, writeOnly: either, deprecated: either,
}

/**
 * The schema that is valid for exactly what both are valid for.
 * @param {(a: object, b: object) => object} both joins two schemas that are not yet in normal form
 */
export function merge(one, other, both) {
  const merged = { ...one }
  for (const [key, value] of Object.entries(other)) {
    if (merged[key] === undefined) merged[key] = value
    else if (key === 'properties') merged.properties = mergeProperties(merged.properties, value, both)
    else if (key === 'items') merged.items = both(merged.items, value)
    else if (key === 'additionalProperties') merged.additionalProperties = mergeAdditional(merged.additionalProperties, value, both)
    else if (meetings[key]) merged[key] = meetings[key](merged[key], value)
  }
  return merged
}

function mergeProperties(one, other, both) {
  const merged = { ...one }
  for (const [name, schema] of Object.entries(other)) merged[name] = both(merged[name], schema)
  return merged
}

function mergeAdditional(one, other, both) {
  if (one === false || other === false) return false
  if (one === true) return other
  return other === true ? one : both(one, other)
}
