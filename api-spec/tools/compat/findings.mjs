// SPDX-License-Identifier: EUPL-1.2
// Breaking changes as they are found, and as they are told.
import { remedy } from './rules.mjs'

/**
 * Where in a contract the comparison is: the operation's place, and inside it the nearest named type.
 * A change in a type that many operations share is one change; its type and field are what it is known by.
 */
export class Place {
  constructor(operation, path = '', type = undefined, field = '') {
    Object.assign(this, { operation, path, type, field })
  }

  /** A step down: a field, an item, a variant. */
  at(step) {
    return new Place(this.operation, this.path + step, this.type, this.field + step)
  }

  /** The same place, now inside a named type. */
  inType(name) {
    return name ? new Place(this.operation, this.path, name, '') : this
  }

  /** A part of the operation: its parameters, a status. */
  part(name) {
    return new Place(`${this.operation} ${name}`, '', undefined, '')
  }

  /** A part of the contract that is one for all operations. */
  everywhere(name) {
    return new Place(name)
  }

  toString() {
    return this.path ? `${this.operation} › ${this.path.replace(/^\./, '')}` : this.operation
  }

  /** The same for every operation that reaches the same field of the same type. */
  get identity() {
    return this.type ? `${this.type}${this.field}` : this.toString()
  }
}

/** Collects breaking changes; the same one reached from many operations counts once. */
export class Findings {
  #found = new Map()

  /** Notes a breaking change. */
  add(rule, place, what) {
    const key = `${rule}|${place.identity}|${what}`
    const known = this.#found.get(key)
    if (known) known.places.add(String(place))
    else this.#found.set(key, { rule, what, places: new Set([String(place)]) })
  }

  get size() {
    return this.#found.size
  }

  /** One line for each change: rule, place, what happened, what to do. */
  lines() {
    return [...this.#found.values()].map(({ rule, what, places }) => {
      const [first, ...others] = places
      const more = others.length > 0 ? ` (and ${others.length} more ${others.length === 1 ? 'place' : 'places'})` : ''
      return `${rule}  ${first}${more}: ${what}. To do: ${remedy(rule)}.`
    })
  }
}
