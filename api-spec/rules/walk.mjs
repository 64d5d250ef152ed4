// SPDX-License-Identifier: EUPL-1.2
// Ways through a contract that several rules take.

export const METHODS = ['get', 'put', 'post', 'delete', 'patch']

/** The node itself, through a reference if it is one, and where it stands. */
export function follow(node, location, resolve) {
  if (!node?.$ref) return { node, location }
  return resolve(node, location.source.absoluteRef)
}

export const parametersOf = (operation, resolve) => (operation.parameters ?? []).map((each) => (each.$ref ? resolve(each).node : each))
export const named = (operation, resolve, name) => parametersOf(operation, resolve).some((each) => each?.name === name)

/** Status, answer and place of each answer of an operation. */
export function answersOf(operation, location, resolve) {
  return Object.entries(operation.responses ?? {})
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, written]) => {
      const found = follow(written, location.child(['responses', status]), resolve)
      return { status, written, node: found.node ?? {}, location: found.location }
    })
}

/** Visits a schema and every schema in it, through references and each once. */
export function eachSchema(schema, location, resolve, seen, visit) {
  if (typeof schema !== 'object' || schema === null) return
  if (schema.$ref) {
    const target = resolve(schema, location.source.absoluteRef)
    if (target.node) eachSchema(target.node, target.location, resolve, seen, visit)
    return
  }
  if (seen.has(schema)) return
  seen.add(schema)
  visit(schema, location)
  for (const [name, child] of Object.entries(schema.properties ?? {})) eachSchema(child, location.child(['properties', name]), resolve, seen, visit)
  for (const key of ['items', 'additionalProperties']) eachSchema(schema[key], location.child(key), resolve, seen, visit)
  for (const key of ['allOf', 'oneOf', 'anyOf'])
    (schema[key] ?? []).forEach((child, n) => eachSchema(child, location.child([key, n]), resolve, seen, visit))
}
