// SPDX-License-Identifier: EUPL-1.2
// Two schemas by direction. What comes in must still be accepted: the new schema is the wide one. What goes out must not
// surprise: the old schema is the wide one.
import { compareObjects } from './objects.mjs'
import { Findings } from './findings.mjs'
import { brokenLimits, listed, valuesMissing } from './values.mjs'

export const IN = 'request'
export const OUT = 'response'

/** Validation keywords that are compared as they are written. */
const writtenOut = [
  'patternProperties', 'propertyNames', 'prefixItems', 'contains', 'minContains', 'maxContains', 'if', 'then', 'else',
  'dependentRequired', 'dependentSchemas', 'unevaluatedProperties', 'unevaluatedItems', 'not',
]
/** Keywords that say how a value is written; any change is one of the wire. */
const wireForm = ['xml', 'contentEncoding', 'contentMediaType']

/** One comparison of schemas in one direction within one operation. Follows cycles once. */
export class SchemaComparison {
  #visited = new Set()

  /**
   * @param {'request' | 'response'} direction which side meets the value unprepared
   * @param {{base: Shapes, head: Shapes}} shapes normal forms of the two contracts
   */
  constructor(direction, shapes, findings, underway = new Set()) {
    Object.assign(this, { direction, shapes, findings, underway })
  }

  /** Notes what breaks between two schemas; `undefined` and `true` are the schema that allows everything. */
  compare(base, head, place) {
    const key = `${this.shapes.base.idOf(base)}~${this.shapes.head.idOf(head)}`
    if (this.underway.has(key) || this.#visited.has(key)) return
    this.underway.add(key)
    this.#compareVariants(this.shapes.base.variants(base), this.shapes.head.variants(head), place.inType(this.shapes.head.nameOf(head) ?? this.shapes.base.nameOf(base)))
    this.underway.delete(key)
    this.#visited.add(key)
  }

  #compareVariants(bases, heads, place) {
    this.#compareDiscriminators(bases, heads, place)
    if (bases.length === 1 && heads.length === 1) return this.#compareShapes(bases[0].node, heads[0].node, place)
    const [mustFit, into] = this.direction === IN ? [bases, heads] : [heads, bases]
    for (const variant of mustFit) this.#fitOne(variant, into, place)
    return undefined
  }

  /** Holds one variant against those that may take it: the one with its key, or else any that does. */
  #fitOne(variant, into, place) {
    const inside = place.at(`<${variant.key ?? variant.name ?? 'variant'}>`)
    const sameKey = into.filter((each) => each.key !== undefined && each.key === variant.key)
    const bound = variant.value !== undefined && into.some((each) => each.value !== undefined)
    const candidates = bound ? sameKey : [...sameKey, ...into.filter((each) => !sameKey.includes(each))]
    if (candidates.some((each) => this.#fits(variant, each, inside))) return
    const nearest = sameKey[0] ?? (into.length === 1 && !bound ? into[0] : undefined)
    if (nearest) this.#compareShapes(...this.#ordered(variant.node, nearest.node), inside)
    else if (this.direction === IN) this.findings.add('request-variant-removed', inside, 'this variant is no longer accepted')
    else this.findings.add('response-variant-added', inside, 'a variant that clients do not know')
  }

  #fits(variant, other, place) {
    const trial = new SchemaComparison(this.direction, this.shapes, new Findings(), new Set(this.underway))
    trial.#compareShapes(...this.#ordered(variant.node, other.node), place)
    return trial.findings.size === 0
  }

  /** [base, head] of a pair given as [must fit, into]. */
  #ordered(mustFit, into) {
    return this.direction === IN ? [mustFit, into] : [into, mustFit]
  }

  #compareDiscriminators(bases, heads, place) {
    const [from, to] = [bases[0]?.discriminator, heads[0]?.discriminator]
    if (from === to) return
    if (from && (to || this.direction === OUT)) this.findings.add('discriminator-changed', place, `discriminator ${from} → ${to ?? 'none'}`)
    else if (!from && this.direction === IN && !bases.every((each) => each.node.required?.includes(to)))
      this.findings.add('discriminator-changed', place, `${to} must now be sent to say which variant it is`)
  }

  #compareShapes(base, head, place) {
    const [narrow, wide] = this.direction === IN ? [base, head] : [head, base]
    if (!typesHold(narrow, wide)) {
      this.#add('type-changed', place, `type ${typeText(base)} → ${typeText(head)}`)
      return
    }
    if (narrow.nullable && wide.nullable === false)
      this.#add(this.direction === IN ? 'null-refused' : 'null-added', place, this.direction === IN ? 'null is no longer accepted' : 'may now be null')
    this.#compareEnums(base, head, place)
    for (const { limit, ...sides } of brokenLimits(narrow, wide)) {
      const [from, to] = this.direction === IN ? [sides.narrow, sides.wide] : [sides.wide, sides.narrow]
      this.#add(`${limit.toLowerCase()}-changed`, place, `${limit} ${from} → ${to}`)
    }
    this.#compareWritten(base, head, place)
    if (base.items !== undefined || head.items !== undefined) this.compare(base.items ?? true, head.items ?? true, place.at('[]'))
    compareObjects(this, base, head, place)
  }

  #compareEnums(base, head, place) {
    const [from, to] = [listed(base), listed(head)]
    if (this.direction === IN) {
      if (!to || (!from && to.open)) return
      if (!from) return isFinite(base, to) || this.#add('enum-added', place, `only ${to.values.join(', ')} is accepted now`)
      for (const value of valuesMissing(from.values, to.values)) this.#add('enum-value-removed', place, `the value ${value} is no longer accepted`)
      if (from.open && !to.open) this.#add('enum-closed', place, 'values outside the list are no longer accepted')
    } else if (from && !from.open) {
      if (!to) return this.#add('enum-removed', place, 'values are no longer limited to a list')
      for (const value of valuesMissing(to.values, from.values)) this.#add('enum-value-added', place, `the new value ${value} is unknown to clients`)
      if (to.open) this.#add('enum-opened', place, 'the list of values is open now')
    }
    return undefined
  }

  #compareWritten(base, head, place) {
    const text = (value) => JSON.stringify(value)
    const asked = this.direction === IN ? head : base
    for (const keyword of writtenOut)
      if (asked[keyword] !== undefined && text(base[keyword]) !== text(head[keyword])) this.#add(`${keyword.toLowerCase()}-changed`, place, `${keyword} has changed`)
    for (const keyword of wireForm)
      if (text(base[keyword]) !== text(head[keyword])) this.#add(`${keyword.toLowerCase()}-changed`, place, `${keyword} has changed`)
  }

  #add(rule, place, what) {
    this.findings.add(`${this.direction}-${rule}`, place, what)
  }
}

/** Whether every type the narrow side may have is allowed by the wide side; a whole number is a number. */
function typesHold(narrow, wide) {
  if (!wide.types) return true
  if (!narrow.types) return false
  return narrow.types.every((each) => wide.types.includes(each) || (each === 'integer' && wide.types.includes('number')))
}

const typeText = (node) => node.types?.join('|') ?? 'any'
const isFinite = (base, to) => base.types?.length === 1 && base.types[0] === 'boolean' && to.values.length === 2
