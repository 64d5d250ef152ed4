// SPDX-License-Identifier: EUPL-1.2
// The contract's tools, a verb each; called by ./malbild.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, checkAgainstRelease } from './compat/check.mjs'
import { readContract, Unreadable } from './compat/read.mjs'
import { release } from './compat/released.mjs'
import { referencePage } from './reference/page.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const redocly = join(root, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js')

/** Runs redocly; its chatter is shown only when something is wrong. */
function run(args) {
  const done = spawnSync(process.execPath, [redocly, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  })
  if (done.status !== 0) {
    process.stderr.write(done.stdout + done.stderr)
    process.exit(done.status ?? 1)
  }
}

const verbs = {
  /**
   * One file of the whole contract, as YAML and JSON, and its reference pages, in build/. What has not changed is left as it is, so that
   * nothing is built anew of it; the pages are always written and tell when this was last done.
   */
  bundle() {
    mkdirSync(join(root, 'build'), { recursive: true })
    for (const ending of ['yaml', 'json']) {
      run(['bundle', 'malbild.yaml', '-o', `build/new.${ending}`])
      const [made, kept] = [`new.${ending}`, `malbild.${ending}`].map((name) => join(root, 'build', name))
      if (existsSync(kept) && readFileSync(made).equals(readFileSync(kept))) rmSync(made)
      else renameSync(made, kept)
    }
    writeFileSync(join(root, 'build', 'reference.html'), referencePage(readContract(join(root, 'build', 'malbild.json'))))
  },
  /** Holds the contract to the national profile and to our own rules (rules/). */
  lint() {
    run(['lint', 'malbild.yaml', '--config', 'rules/redocly.yaml'])
    console.log('contract: lint clean')
  },
  /** Whether clients of one contract can go on with another; without arguments, those of the newest release with the contract of now. */
  check(args) {
    if (args.length !== 0 && args.length !== 2) usage()
    if (args.length === 0) verbs.bundle()
    process.exitCode = args.length === 0 ? checkAgainstRelease(root) : check(...args)
  },
  /** Freezes the contract of now as released/<its version>/. */
  release() {
    verbs.bundle()
    console.log(`contract: frozen in ${release(root)}`)
  },
}

function usage() {
  console.error('Usage: contract bundle | lint | check [BASE HEAD] | release')
  process.exit(2)
}

const verb = verbs[process.argv[2]]
if (!verb) usage()
try {
  verb(process.argv.slice(3))
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  console.error(`contract: ${error.message}`)
  process.exitCode = 2
}
