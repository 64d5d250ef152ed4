// SPDX-License-Identifier: EUPL-1.2
// The frozen contracts: api-spec/released/<version>/{agency,malbild}.yaml.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { forAgencies } from './audience.mjs'
import { readContract, Unreadable } from './read.mjs'

const HEADER = '# SPDX-License-Identifier: EUPL-1.2\n# Frozen at its release; never edited.\n'

/** The newest release that has a contract for agencies, or undefined. */
export function newestRelease(folder) {
  if (!existsSync(folder)) return undefined
  const versions = readdirSync(folder).filter((each) => /^\d+\.\d+\.\d+$/.test(each) && existsSync(join(folder, each, 'agency.yaml')))
  const version = versions.sort(byVersion).at(-1)
  return version && { version, folder: join(folder, version) }
}

function byVersion(one, other) {
  const [a, b] = [one, other].map((each) => each.split('.').map(Number))
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/**
 * Freezes the contract as it is now under its own version.
 * @throws {Unreadable} if that version is frozen already
 */
export function release(root) {
  const now = readContract(join(root, 'build', 'malbild.yaml'))
  const folder = join(root, 'released', now.info.version)
  if (existsSync(folder)) throw new Unreadable(`${now.info.version} is released already; raise info.version first`)
  mkdirSync(folder, { recursive: true })
  for (const [name, contract] of Object.entries({ agency: forAgencies(now), malbild: now })) writeFileSync(join(folder, `${name}.yaml`), HEADER + stringify(contract, { lineWidth: 140 }))
  return folder
}
