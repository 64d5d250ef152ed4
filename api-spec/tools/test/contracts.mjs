// SPDX-License-Identifier: EUPL-1.2
// Contracts for the tests, and the gate's verdict on them.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareContracts } from '../compat/compare.mjs'
import { readContract } from '../compat/read.mjs'

export const here = dirname(fileURLToPath(import.meta.url))
export const apiSpec = join(here, '..', '..')

/** The orders contract, changed as wished. `s` is its schemas, `p` its paths. */
export function orders(change = () => {}) {
  const contract = readContract(join(here, 'orders.yaml'))
  change({ contract, s: contract.components.schemas, p: contract.paths })
  return contract
}

/** The rules that a change to the orders contract breaks, each once. */
export function broken(change) {
  return rulesOf(compareContracts(orders(), orders(change)))
}

/** The rules that undoing a change breaks. */
export function brokenByUndoing(change) {
  return rulesOf(compareContracts(orders(change), orders()))
}

const rulesOf = (findings) => [...new Set(findings.lines().map((line) => line.split('  ')[0]))].sort()
