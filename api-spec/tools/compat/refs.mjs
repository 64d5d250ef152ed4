// SPDX-License-Identifier: EUPL-1.2
// JSON references within one contract.

/** What a `#/a/b` reference points at, or undefined. RFC 6901: `~1` is `/`, `~0` is `~`. */
export function lookUp(contract, reference) {
  let found = contract
  for (const part of reference.slice(2).split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return found
}

/** Places where `$ref` is data, not a reference: what stands there is an example or somebody's own extension. */
const isData = (key) => key === 'example' || key === 'examples' || key === 'default' || key === 'enum' || key.startsWith('x-')

/** Every reference in a contract. A property that is *named* `$ref` holds a schema and is passed by. */
export function* references(node, key = '') {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node) && key !== 'properties' && Object.hasOwn(node, '$ref')) yield node.$ref
  for (const [name, child] of Object.entries(node)) {
    if (name === '$ref' && key !== 'properties') continue
    if (key !== 'properties' && isData(name)) continue
    yield* references(child, name)
  }
}

/**
 * Follows references until something stands there.
 * @returns {{node: any, name: string | undefined}} the thing, and the name of the last component passed
 */
export function resolve(contract, start) {
  let node = start
  let name
  const passed = new Set()
  while (typeof node === 'object' && node !== null && typeof node.$ref === 'string') {
    if (passed.has(node.$ref)) return { node: {}, name }
    passed.add(node.$ref)
    name = node.$ref.slice(node.$ref.lastIndexOf('/') + 1)
    node = lookUp(contract, node.$ref)
  }
  return { node: node ?? {}, name }
}
