// SPDX-License-Identifier: EUPL-1.2
// The part of the contract that is promised to others: the audiences agency and public.
import { lookUp, references } from './refs.mjs'

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])
const PROMISED = new Set(['agency', 'public'])

/** The contract with only what agencies and the public may call, and only the components these use. */
export function forAgencies(contract) {
  const paths = {}
  for (const [path, item] of Object.entries(contract.paths)) {
    const kept = Object.fromEntries(Object.entries(item).filter(([key, operation]) => !METHODS.has(key) || PROMISED.has(operation['x-audience'])))
    if (Object.keys(kept).some((key) => METHODS.has(key))) paths[path] = kept
  }
  return prune({ ...contract, paths, ...(contract.tags && { tags: contract.tags.filter(({ name }) => usesTag(paths, name)) }) })
}

const usesTag = (paths, name) => Object.values(paths).some((item) => Object.values(item).some((operation) => operation?.tags?.includes(name)))

function prune(contract) {
  const { components, ...rest } = contract
  const needed = new Set()
  const queue = [...references(rest)]
  while (queue.length > 0) {
    const reference = queue.pop()
    if (needed.has(reference)) continue
    needed.add(reference)
    queue.push(...references(lookUp(contract, reference)), ...mapped(lookUp(contract, reference)))
  }
  const kept = {}
  for (const [kind, entries] of Object.entries(components ?? {})) {
    const used = Object.entries(entries).filter(([name]) => kind === 'securitySchemes' || needed.has(`#/components/${kind}/${name}`))
    if (used.length > 0) kept[kind] = Object.fromEntries(used)
  }
  return { ...rest, components: kept }
}

/** Types that only a discriminator's mapping names. */
const mapped = (schema) => Object.values(schema?.discriminator?.mapping ?? {}).filter((each) => each.startsWith('#/'))
