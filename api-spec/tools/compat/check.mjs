// SPDX-License-Identifier: EUPL-1.2
// The compatibility gate as a command: exit 0 nothing breaking, 1 breaking, 2 unreadable.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { forAgencies } from './audience.mjs'
import { compareContracts } from './compare.mjs'
import { readContract, Unreadable } from './read.mjs'
import { newestRelease } from './released.mjs'

/**
 * Compares two contracts and tells the outcome.
 * @returns {number} the exit code
 */
export function check(baseFile, headFile, out = console) {
  const read = [baseFile, headFile].map((file) => attempt(file, out))
  if (read.includes(undefined)) return 2
  return tell(attemptComparison(...read, out), out, `${baseFile} → ${headFile}`)
}

/** Compares the newest release with the contract as it is now; agencies' part must hold, the staff's part is only told. */
export function checkAgainstRelease(root, out = console) {
  const release = newestRelease(join(root, 'released'))
  if (!release) {
    out.log('contract: nothing is released yet, so nothing can break')
    return 0
  }
  const now = attempt(join(root, 'build', 'malbild.yaml'), out)
  const base = attempt(join(release.folder, 'agency.yaml'), out)
  if (!now || !base) return 2
  tellStaff(release, now, out)
  return tell(attemptComparison(base, forAgencies(now), out), out, `release ${release.version} → now`)
}

/** The staff's part may change together with the web application; the difference is shown, not judged. */
function tellStaff(release, now, out) {
  const file = join(release.folder, 'malbild.yaml')
  if (!existsSync(file)) return
  const whole = attempt(file, out)
  const lines = whole ? (attemptComparison(whole, now, out)?.lines() ?? []) : []
  if (lines.length === 0) return
  out.log(`contract: since ${release.version}, counting what only staff use (allowed):`)
  for (const line of lines) out.log(`  ${line.replace(/ To do: .*$/, '')}`)
}

function attempt(file, out) {
  try {
    return readContract(file)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    out.error(`contract: ${error.message}`)
    return undefined
  }
}

/** A contract may be well-formed text and still no contract; that is unreadable too, never a verdict. */
function attemptComparison(base, head, out) {
  try {
    return compareContracts(base, head)
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error
    out.error(`contract: not a valid OpenAPI contract (${error.message})`)
    return undefined
  }
}

function tell(findings, out, what) {
  if (!findings) return 2
  for (const line of findings.lines()) out.log(line)
  out.log(findings.size === 0 ? `contract: nothing breaking (${what})` : `contract: ${findings.size} breaking (${what})`)
  return findings.size === 0 ? 0 : 1
}
