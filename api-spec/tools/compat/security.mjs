// SPDX-License-Identifier: EUPL-1.2
// Who may call: security requirements, schemes and permissions.
import { resolve } from './refs.mjs'

const NOBODY_ASKED = [{}]

/** Notes every way of getting in that no longer suffices. */
export function compareSecurity(pair, context, place) {
  const ways = ({ contract, operation }) => {
    const asked = operation.security ?? contract.security ?? []
    return asked.length > 0 ? asked : NOBODY_ASKED
  }
  const after = ways(pair.head)
  for (const way of ways(pair.base))
    if (!after.some((each) => suffices(way, each, pair))) context.findings.add('security-tightened', place, `${told(way)} no longer suffices (asked for: ${after.map(told).join(' or ')})`)
  comparePermissions(pair.base.operation, pair.head.operation, context, place)
}

/** Whether a client that has what `had` asks for has what `asked` asks for. */
function suffices(had, asked, pair) {
  return Object.entries(asked).every(([scheme, scopes]) => {
    const own = Object.keys(had).find((each) => each === scheme) ?? Object.keys(had).find((each) => sameScheme(pair, each, scheme))
    return own !== undefined && scopes.every((scope) => had[own].includes(scope))
  })
}

function sameScheme({ base, head }, before, after) {
  const scheme = (contract, name) => resolve(contract, contract.components?.securitySchemes?.[name]).node
  const [one, other] = [scheme(base.contract, before), scheme(head.contract, after)]
  return one.type !== undefined && schemeChanges(one, other).length === 0
}

const told = (way) => Object.entries(way).map(([scheme, scopes]) => scheme + (scopes.length > 0 ? ` (${scopes.join(', ')})` : '')).join(' and ') || 'no sign-in'

/** Our own extensions: the permission an operation asks for, and whom it is for. */
function comparePermissions(base, head, context, place) {
  const [from, to] = [base['x-permission'], head['x-permission']]
  if (from && to && from !== to && to !== 'none') context.findings.add('permission-changed', place, `x-permission ${from} → ${to}`)
  const reach = ['staff', 'participant', 'agency', 'public']
  const [was, is] = [reach.indexOf(base['x-audience']), reach.indexOf(head['x-audience'])]
  if (was >= 2 && is >= 0 && is < was) context.findings.add('audience-narrowed', place, `x-audience ${base['x-audience']} → ${head['x-audience']}`)
}

/** Notes what has changed in the schemes that the base contract uses and the head still has. */
export function compareSchemes(contracts, used, context, place) {
  for (const [name, written] of Object.entries(contracts.base.components?.securitySchemes ?? {})) {
    const now = contracts.head.components?.securitySchemes?.[name]
    if (!used.has(name) || !now) continue
    for (const change of schemeChanges(resolve(contracts.base, written).node, resolve(contracts.head, now).node, used.get(name)))
      context.findings.add('security-scheme-changed', place.part(name), change)
  }
}

function schemeChanges(base, head, scopesUsed = new Set()) {
  const changes = ['type', 'name', 'in', 'scheme', 'openIdConnectUrl'].filter((each) => lower(base[each]) !== lower(head[each])).map((each) => `${each} ${base[each]} → ${head[each]}`)
  for (const [flow, from] of Object.entries(base.flows ?? {})) {
    const to = head.flows?.[flow]
    if (!to) {
      changes.push(`the flow ${flow} is gone`)
      continue
    }
    for (const url of ['authorizationUrl', 'tokenUrl', 'refreshUrl']) if (from[url] && from[url] !== to[url]) changes.push(`${url} ${from[url]} → ${to[url]}`)
    for (const scope of Object.keys(from.scopes ?? {})) if (scopesUsed.has(scope) && !(scope in (to.scopes ?? {}))) changes.push(`the scope ${scope} is gone from the flow ${flow}`)
  }
  return changes
}

const lower = (value) => (typeof value === 'string' ? value.toLowerCase() : value)

/** The schemes some operation asks for, each with the scopes asked for. */
export function usedSchemes(contract, operations) {
  const used = new Map()
  for (const operation of operations)
    for (const way of operation.security ?? contract.security ?? [])
      for (const [scheme, scopes] of Object.entries(way)) used.set(scheme, new Set([...(used.get(scheme) ?? []), ...scopes]))
  return used
}
