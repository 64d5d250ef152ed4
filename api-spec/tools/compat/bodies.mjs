// SPDX-License-Identifier: EUPL-1.2
// Bodies, statuses and headers of an operation.
import { resolve } from './refs.mjs'
import { Findings } from './findings.mjs'
import { IN, OUT, SchemaComparison } from './schemas.mjs'

/** Notes what breaks between two request bodies. */
export function compareRequestBodies(base, head, context, place) {
  const at = place.part('request body')
  const { findings } = context
  if (!base && head?.required) findings.add('request-body-added-required', at, 'a body must now be sent')
  if (base && !head) findings.add('request-body-removed', at, 'the body is no longer accepted')
  if (!base || !head) return
  if (head.required && !base.required) findings.add('request-body-now-required', at, 'a body must now be sent')
  compareContent(IN, base.content, head.content, context, at)
}

/** Notes what breaks between what two operations answer. */
export function compareResponses(base, head, context, place) {
  const answers = (operation, contract) => Object.entries(operation.responses ?? {}).filter(([key]) => !key.startsWith('x-')).map(([status, written]) => [status.toUpperCase(), resolve(contract, written).node])
  const before = new Map(answers(base, context.contracts.base))
  const after = new Map(answers(head, context.contracts.head))
  for (const [status, answer] of before) {
    const at = place.part(status.toLowerCase())
    const now = covering(status, after)
    if (now) compareAnswer(answer, now, context, at)
    else context.findings.add('response-status-removed', at, 'the status is no longer promised')
  }
  for (const [status, answer] of after) if (!before.has(status)) compareNewStatus(status, answer, before, context, place.part(status.toLowerCase()))
}

/** The answer that tells of a status: its own, that of its class, or the default. */
const covering = (status, answers) => answers.get(status) ?? answers.get(`${status[0]}XX`) ?? answers.get('DEFAULT')

/**
 * A client takes a status it does not know as the first of its class (RFC 9110 §15). So an error more is no surprise; a success more
 * is one unless its body is such as a success had before. 206 and 304 come only to those who ask for them.
 */
function compareNewStatus(status, answer, before, context, place) {
  const known = before.get(`${status[0]}XX`) ?? before.get('DEFAULT')
  if (known) return compareAnswer(known, answer, context, place)
  if (status[0] === '3' && status !== '304') context.findings.add('response-status-added', place, 'a redirection that clients do not expect')
  if (status[0] !== '2' || status === '206') return undefined
  const successes = [...before].filter(([each]) => each[0] === '2').map(([, each]) => each)
  const fits = successes.some((each) => {
    const trial = { ...context, findings: new Findings() }
    compareAnswer(each, answer, trial, place)
    return trial.findings.size === 0
  })
  if (!fits && successes.length > 0) context.findings.add('response-status-added', place, 'a success with a body that clients do not expect')
  return undefined
}

function compareAnswer(base, head, context, place) {
  compareHeaders(base, head, context, place)
  compareContent(OUT, base.content, head.content, context, place)
  for (const link of Object.keys(base.links ?? {})) if (!head.links?.[link]) context.findings.add('link-removed', place, `the link ${link} is gone`)
}

function compareHeaders(base, head, context, place) {
  const headers = (answer, contract) => new Map(Object.entries(answer.headers ?? {}).map(([name, written]) => [name.toLowerCase(), { name, ...resolve(contract, written).node }]))
  const after = headers(head, context.contracts.head)
  for (const [key, header] of headers(base, context.contracts.base)) {
    if (key === 'content-type') continue
    const at = place.part(`header ${header.name}`)
    const now = after.get(key)
    if (!now) context.findings.add('response-header-removed', at, 'the header is no longer sent')
    else {
      if (header.required && !now.required) context.findings.add('response-header-now-optional', at, 'the header may now be absent')
      new SchemaComparison(OUT, context.shapes, context.findings).compare(header.schema, now.schema, at)
    }
  }
}

/** Media types: a request must still be taken as each it was taken as; an answer must still come as each it came as. */
function compareContent(direction, base = {}, head = {}, context, place) {
  for (const [type, media] of Object.entries(base)) {
    const now = Object.entries(head).find(([other]) => (direction === IN ? includes(other, type) : includes(type, other)))
    if (!now) {
      context.findings.add(`${direction}-media-type-removed`, place, `${type} is no longer ${direction === IN ? 'accepted' : 'offered'}`)
      continue
    }
    const at = place.part(type)
    new SchemaComparison(direction, context.shapes, context.findings).compare(media.schema, now[1].schema, at)
    if (direction === IN) compareEncodings(media.encoding, now[1].encoding, context, at)
  }
}

/** Whether a media type, maybe a range, includes another. Parameters (`; charset`) make it narrower. */
function includes(wide, narrow) {
  const parts = (type) => type.toLowerCase().split(';').map((each) => each.trim())
  const [[range, ...asked], [type, ...given]] = [parts(wide), parts(narrow)]
  if (!asked.every((each) => given.includes(each))) return false
  return range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))
}

function compareEncodings(base = {}, head = {}, context, place) {
  for (const name of new Set([...Object.keys(base), ...Object.keys(head)])) {
    const [from, to] = [base[name] ?? {}, head[name] ?? {}]
    const accepted = to.contentType?.split(',').map((each) => each.trim())
    const sent = from.contentType?.split(',').map((each) => each.trim())
    const narrower = accepted && !(sent ?? ['*/*']).every((each) => accepted.some((other) => includes(other, each)))
    if (narrower || from.style !== to.style || from.explode !== to.explode) context.findings.add('request-encoding-changed', place.at(`.${name}`), 'the part must be written in another way')
  }
}
