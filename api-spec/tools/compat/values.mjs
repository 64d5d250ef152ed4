// SPDX-License-Identifier: EUPL-1.2
// Single values: limits, patterns, formats, enums.
// `wide` is the side that must accept all that `narrow` allows: in a request the new contract, in an answer the old one.

/** Whether every value within the bound `narrow` is within `wide`. */
export const lowHolds = (narrow, wide) =>
  !wide || (narrow && (narrow.value > wide.value || (narrow.value === wide.value && (narrow.exclusive || !wide.exclusive))))
export const highHolds = (narrow, wide) =>
  !wide || (narrow && (narrow.value < wide.value || (narrow.value === wide.value && (narrow.exclusive || !wide.exclusive))))

const floors = { minLength: 0, minItems: 0, minProperties: 0 }
const ceilings = ['maxLength', 'maxItems', 'maxProperties']

/** Formats of numbers by how much they hold; a number without format holds the most. */
const widths = { integer: ['int8', 'int16', 'int32', 'int64'], number: ['float', 'double'] }
/** Formats that only say how to show a value. */
const shown = new Set(['password'])

/** Whether every value in the format `narrow` is also in the format `wide`. */
export function formatHolds(narrow, wide) {
  if (wide.format === narrow.format || shown.has(wide.format) || (!wide.format && shown.has(narrow.format))) return true
  if (encoded(narrow.format) || encoded(wide.format)) return false
  if (!wide.format) return true
  for (const order of Object.values(widths)) {
    const at = order.indexOf(narrow.format)
    if (at >= 0 && order.includes(wide.format)) return at <= order.indexOf(wide.format)
  }
  return false
}

/** Formats that change how the bytes are written, not only which are valid. */
const encoded = (format) => format === 'byte' || format === 'binary'

/**
 * The limits `wide` sets and `narrow` does not keep, in words.
 * @returns {{limit: string, narrow: any, wide: any}[]}
 */
export function brokenLimits(narrow, wide) {
  const broken = []
  const add = (limit, from, to) => broken.push({ limit, narrow: from ?? 'none', wide: to ?? 'none' })
  for (const [limit, none] of Object.entries(floors)) if ((wide[limit] ?? none) > (narrow[limit] ?? none)) add(limit, narrow[limit], wide[limit])
  for (const limit of ceilings) if ((wide[limit] ?? Infinity) < (narrow[limit] ?? Infinity)) add(limit, narrow[limit], wide[limit])
  if (!lowHolds(narrow.low, wide.low)) add('minimum', told(narrow.low, '>'), told(wide.low, '>'))
  if (!highHolds(narrow.high, wide.high)) add('maximum', told(narrow.high, '<'), told(wide.high, '<'))
  if (wide.uniqueItems && !narrow.uniqueItems) add('uniqueItems', false, true)
  if (wide.multipleOf && !(narrow.multipleOf && isMultiple(narrow.multipleOf, wide.multipleOf)) && !wholeNumbers(narrow, wide))
    add('multipleOf', narrow.multipleOf, wide.multipleOf)
  for (const pattern of [wide.pattern ?? []].flat()) if (![narrow.pattern ?? []].flat().includes(pattern)) add('pattern', narrow.pattern, pattern)
  if (!formatHolds(narrow, wide)) add('format', narrow.format, wide.format)
  return narrow.enum ? broken.filter((each) => !holdsForEach(narrow.enum, each.limit, wide)) : broken
}

const told = (bound, sign) => bound && (bound.exclusive ? `${sign} ${bound.value}` : bound.value)
const wholeNumbers = (narrow, wide) => wide.multipleOf === 1 && narrow.types?.every((each) => each === 'integer')
const isMultiple = (value, of) => Math.abs(value / of - Math.round(value / of)) < 1e-9

/** Whether each of a few listed values keeps a limit: then the limit takes nothing away. Formats are not evaluated. */
function holdsForEach(values, limit, wide) {
  const checks = {
    minLength: (value) => [...value].length >= wide.minLength,
    maxLength: (value) => [...value].length <= wide.maxLength,
    minimum: (value) => (wide.low.exclusive ? value > wide.low.value : value >= wide.low.value),
    maximum: (value) => (wide.high.exclusive ? value < wide.high.value : value <= wide.high.value),
    multipleOf: (value) => isMultiple(value, wide.multipleOf),
    pattern: (value) => [wide.pattern].flat().every((pattern) => matches(value, pattern)),
  }
  return checks[limit] !== undefined && values.every((value) => checks[limit](value))
}

function matches(value, pattern) {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return false
  }
}

const same = (value) => JSON.stringify(value)

/** The values an enum names that are not among the other's; `undefined` if the other names none. */
export function valuesMissing(from, among) {
  const known = new Set(among.map(same))
  return from.filter((each) => !known.has(same(each)))
}

/** What a schema lists as its values, and whether the list is open for more (`x-extensible-enum`). */
export function listed(node) {
  const extensible = node['x-extensible-enum']
  if (Array.isArray(extensible)) return { values: node.enum ? [...new Set([...node.enum, ...extensible])] : extensible, open: true }
  if (node.enum) return { values: node.enum, open: extensible === true }
  return undefined
}
