// SPDX-License-Identifier: EUPL-1.2
// The addresses a contract is served at.

/** Notes every address that is no longer one. Servers of an operation stand over those of its path, and those over the contract's. */
export function compareServers(pair, context, place) {
  const [before, after] = [serversOf(pair.base), serversOf(pair.head)]
  for (const server of before) {
    const now = after.find((each) => normal(each.url) === normal(server.url))
    const at = own(pair) ? place : place.everywhere('servers')
    if (now) compareVariables(server, now, context, at)
    else context.findings.add('server-removed', at, `${server.url} is gone (now: ${after.map((each) => each.url).join(', ')})`)
  }
}

const own = ({ base, head }) => [base, head].some(({ item, operation }) => item.servers || operation.servers)

function serversOf({ contract, item, operation }) {
  const found = operation.servers ?? item.servers ?? contract.servers ?? []
  return found.length > 0 ? found : [{ url: '/' }]
}

const normal = (url) => url.replace(/\/+$/, '').replace(/^(https?:\/\/[^/]*)/i, (host) => host.toLowerCase())

function compareVariables(base, head, context, place) {
  for (const [name, variable] of Object.entries(base.variables ?? {})) {
    const now = head.variables?.[name]
    if (!now) continue
    if (variable.default !== now.default) context.findings.add('server-removed', place, `the default of {${name}} is ${now.default}, was ${variable.default}`)
    const gone = now.enum ? (variable.enum ?? ['any']).filter((each) => !now.enum.includes(each)) : []
    if (gone.length > 0) context.findings.add('server-removed', place, `{${name}} can no longer be ${gone.join(', ')}`)
  }
}
