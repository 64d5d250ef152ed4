// SPDX-License-Identifier: EUPL-1.2
// A schema in one normal form: references followed, allOf merged, oneOf/anyOf as a list of variants.
import { resolve } from './refs.mjs'
import { merge } from './merge.mjs'

/** Keywords that hold lists of schemas or say nothing about which values are valid. */
const composed = new Set(['$ref', 'allOf', 'oneOf', 'anyOf', 'discriminator'])

/**
 * Brings the schemas of one contract into normal form. A shape is `{ name, key, node }`: the type's name if it has one, its key
 * among the variants, and one schema without references or composition at its top (its properties still hold what was written).
 */
export class Shapes {
  #contract
  #siblings
  #synthesised = new Map()
  #ids = new Map()

  constructor(contract) {
    this.#contract = contract
    this.#siblings = !/^3\.0/.test(contract.openapi) // OpenAPI 3.1 heeds what stands beside a $ref; 3.0 does not
  }

  /** The name of the component a schema is written as, or undefined. */
  nameOf(schema) {
    return resolve(this.#contract, schema).name
  }

  /** A number that is the same for the same schema wherever it is reached from. */
  idOf(schema) {
    const { node } = this.#target(schema)
    if (typeof node !== 'object') return `=${node}`
    if (!this.#ids.has(node)) this.#ids.set(node, this.#ids.size + 1)
    return this.#ids.get(node)
  }

  /** A schema that is all of the given at once; the same object for the same parts, so that cycles are recognised. */
  both(first, second) {
    if (first === undefined) return second
    if (second === undefined || first === second) return first
    const key = `${this.idOf(first)}&${this.idOf(second)}`
    if (!this.#synthesised.has(key)) this.#synthesised.set(key, { allOf: [first, second] })
    return this.#synthesised.get(key)
  }

  /** The variants a value of this schema may have; one for a schema without oneOf/anyOf. */
  variants(schema) {
    const all = this.#expand(schema, new Set())
    const nulls = all.filter((each) => isOnlyNull(each.node))
    const others = all.filter((each) => !isOnlyNull(each.node))
    if (nulls.length === 0 || others.length === 0) return all
    return others.map((each) => ({ ...each, node: { ...each.node, nullable: true } }))
  }

  #target(schema) {
    if (schema === true || schema === undefined) return { node: {} }
    if (schema === false) return { node: { not: {} } }
    if (this.#siblings && schema?.$ref && Object.keys(schema).some((each) => !['$ref', 'description', 'summary'].includes(each))) {
      const { $ref, ...beside } = schema
      const key = `beside ${this.#rawId(schema)}`
      if (!this.#synthesised.has(key)) this.#synthesised.set(key, { allOf: [{ $ref }, beside] })
      return { node: this.#synthesised.get(key), name: resolve(this.#contract, schema).name }
    }
    return resolve(this.#contract, schema)
  }

  #rawId(schema) {
    if (!this.#ids.has(schema)) this.#ids.set(schema, this.#ids.size + 1)
    return this.#ids.get(schema)
  }

  #expand(schema, above) {
    const { node, name } = this.#target(schema)
    if (above.has(node)) return [{ name, node: {} }]
    const inside = new Set(above).add(node)
    const own = Object.fromEntries(Object.entries(node).filter(([key]) => !composed.has(key)))
    let shapes = [{ name, node: normalise(own) }]
    for (const part of node.allOf ?? []) shapes = this.#cross(shapes, this.#expand(part, inside))
    // `nullable` beside allOf is how 3.0 is written in practice to say "this type or null"; taken as it is meant.
    if (node.allOf && node.nullable === true) shapes = shapes.map((each) => ({ ...each, node: { ...each.node, nullable: true } }))
    for (const choice of ['oneOf', 'anyOf'])
      if (Array.isArray(node[choice])) shapes = this.#cross(shapes, this.#choices(node, node[choice], inside))
    if (node.discriminator) shapes = shapes.map((each) => ({ ...each, discriminator: node.discriminator.propertyName }))
    return shapes
  }

  /** The variants of a oneOf, keyed by the discriminator's value if there is one, else by the type's name. */
  #choices(node, choices, inside) {
    const mapping = Object.entries(node.discriminator?.mapping ?? {})
    return choices.flatMap((choice) => {
      const name = this.nameOf(choice)
      const keys = mapping.filter(([, target]) => target === choice.$ref || target === name).map(([key]) => key)
      if (node.discriminator && keys.length === 0 && name) keys.push(name)
      const shapes = this.#expand(choice, inside)
      if (keys.length === 0) return shapes.map((each) => ({ ...each, key: each.key ?? name }))
      return keys.flatMap((key) => shapes.map((each) => ({ ...each, key, value: key })))
    })
  }

  #cross(left, right) {
    return left.flatMap((one) =>
      right.map((other) => ({
        name: one.name ?? other.name,
        key: one.key ?? other.key,
        value: one.value ?? other.value,
        discriminator: one.discriminator ?? other.discriminator,
        node: merge(one.node, other.node, (a, b) => this.both(a, b)),
      })),
    )
  }
}

const isOnlyNull = (node) => node.types?.length === 0 && node.nullable === true

/** One schema with its types as a list, null as `nullable`, a constant as an enum, and limits as `{ value, exclusive }`. */
function normalise(own) {
  const { type, const: constant, minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = own
  const node = { ...rest, nullable: own.nullable === true }
  let types = type === undefined ? implied(own) : [type].flat()
  if (types?.includes('null')) {
    node.nullable = true
    types = types.filter((each) => each !== 'null')
  } else if (types === undefined && own.nullable === undefined) node.nullable = undefined
  if (types) node.types = types
  if (constant !== undefined) node.enum = [constant]
  if (Array.isArray(node.enum) && node.enum.includes(null)) node.enum = node.enum.filter((each) => each !== null)
  const step = types?.length === 1 && types[0] === 'integer' ? 1 : 0
  node.low = limit(minimum, exclusiveMinimum, step, Math.max)
  node.high = limit(maximum, exclusiveMaximum, -step, Math.min)
  for (const key of Object.keys(node)) if (node[key] === undefined) delete node[key]
  return node
}

function implied(own) {
  if (own.properties || own.additionalProperties !== undefined || own.required) return ['object']
  if (own.items) return ['array']
  return undefined
}

/** A bound in one form for 3.0 (a boolean beside it) and 3.1 (a number of its own); `> 0` of whole numbers is `≥ 1`. */
function limit(value, exclusive, step, tighter) {
  const inclusive = exclusive === true ? undefined : value
  const open = exclusive === true ? value : typeof exclusive === 'number' ? exclusive : undefined
  if (open === undefined) return inclusive === undefined ? undefined : { value: inclusive, exclusive: false }
  if (step !== 0) {
    const whole = open + step
    return { value: inclusive === undefined ? whole : tighter(whole, inclusive), exclusive: false }
  }
  if (inclusive !== undefined && tighter(open, inclusive) !== open) return { value: inclusive, exclusive: false }
  return { value: open, exclusive: true }
}
