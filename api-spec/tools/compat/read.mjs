// SPDX-License-Identifier: EUPL-1.2
// Reads a bundled contract, YAML or JSON, and refuses what cannot be compared.
import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { lookUp, references } from './refs.mjs'

/** The file is no contract that can be compared; the message says why, in one line. */
export class Unreadable extends Error {}

/**
 * The contract in a file.
 * @param {string} file a bundle: every `$ref` points into the file itself
 * @returns {object} the contract as plain objects
 * @throws {Unreadable} if it is missing, broken, has a key twice, is not OpenAPI 3, or refers to what is not there
 */
export function readContract(file) {
  const contract = parse(file, textOf(file))
  if (!isObject(contract)) throw new Unreadable(`${file}: not a contract (the top is no object)`)
  if (!/^3\.\d+(\.\d+)?/.test(String(contract.openapi ?? '')))
    throw new Unreadable(`${file}: not OpenAPI 3 (openapi: ${JSON.stringify(contract.openapi) ?? 'missing'})`)
  if (!isObject(contract.paths) && !isObject(contract.webhooks)) throw new Unreadable(`${file}: paths is missing or no object`)
  checkShape(file, contract)
  checkReferences(file, contract)
  return contract
}

function textOf(file) {
  let bytes
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new Unreadable(`${file}: ${error.code === 'ENOENT' ? 'no such file' : error.message}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable(`${file}: not UTF-8`)
  }
}

function parse(file, text) {
  const json = text.trimStart().startsWith('{')
  if (json) {
    try {
      JSON.parse(text)
    } catch (error) {
      if (file.endsWith('.json')) throw new Unreadable(`${file}: ${oneLine(error.message)}`)
    }
  }
  const document = parseDocument(text, { version: '1.2', merge: true, strict: true, uniqueKeys: true, prettyErrors: true })
  const faults = document.errors.filter((each) => !json || each.code === 'DUPLICATE_KEY' || !isJson(text))
  if (faults.length > 0) throw new Unreadable(`${file}: ${oneLine(faults[0].message)}`)
  if (json && isJson(text)) return JSON.parse(text)
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new Unreadable(`${file}: ${oneLine(error.message)}`)
  }
}

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function checkShape(file, contract) {
  for (const [path, item] of Object.entries(contract.paths ?? {})) {
    if (path.startsWith('x-')) continue
    if (!path.startsWith('/')) throw new Unreadable(`${file}: the path ${path} does not begin with /`)
    if (!isObject(item)) throw new Unreadable(`${file}: ${path} is no object`)
    for (const part of [item, ...Object.values(item)])
      if (isObject(part) && part.parameters !== undefined && !Array.isArray(part.parameters))
        throw new Unreadable(`${file}: the parameters of ${path} are no list`)
  }
}

function checkReferences(file, contract) {
  for (const reference of references(contract)) {
    if (typeof reference !== 'string') throw new Unreadable(`${file}: a $ref is no text`)
    if (!reference.startsWith('#/')) throw new Unreadable(`${file}: ${reference} is outside the file; bundle it first`)
    if (lookUp(contract, reference) === undefined) throw new Unreadable(`${file}: ${reference} points at nothing`)
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const oneLine = (text) => text.split('\n')[0].replace(/:$/, '')
