// SPDX-License-Identifier: EUPL-1.2
// The operations of the contract, for people.
import { lookUp } from '../compat/refs.mjs'
import { example, inline, prose, table, text } from './html.mjs'
import { limits, typeText } from './types.mjs'

export const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** One operation with its anchor. HTML. */
export function operationSection(contract, path, item, method) {
  const operation = item[method]
  const resolve = (node) => (node?.$ref ? resolve(lookUp(contract, node.$ref)) : node)
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve)
  return `<article id="${text(operation.operationId)}">
<h3>${text(operation.summary)}</h3>
<p class="address"><span class="method ${method}">${method.toUpperCase()}</span> <code>${text(path)}</code>${operation.deprecated ? ' <strong>deprecated</strong>' : ''}</p>
${prose(operation.description)}
<p class="who">For ${text(operation['x-audience'])}. ${permission(operation)}</p>
${parameterTable(parameters)}
${bodyPart(resolve(operation.requestBody))}
${responses(operation, resolve)}
</article>`
}

function permission(operation) {
  if (operation['x-permission'] === 'none') return `No permission needed: ${inline(operation['x-permission-reason'])}`
  return `Permission <code>${text(operation['x-permission'])}</code>.`
}

function parameterTable(parameters) {
  return table('Parameters', ['Name', 'In', 'Type', 'Required', 'Meaning'], parameters.map((each) => [
    `<code>${text(each.name)}</code>`, text(each.in), typeText(each.schema), each.required ? 'always' : '', [inline(each.description), limits(each.schema)].filter(Boolean).join(' '),
  ]))
}

function bodyPart(body) {
  if (!body) return ''
  return Object.entries(body.content ?? {}).map(([type, media]) =>
    `<p>Body: ${typeText(media.schema)} as <code>${text(type)}</code>${body.required ? '' : ', optional'}.</p>${exampleOf(media, 'Example of a body')}`).join('')
}

function responses(operation, resolve) {
  const answers = Object.entries(operation.responses).map(([status, written]) => [status, resolve(written)])
  const rows = answers.map(([status, answer]) => [
    text(status), inline(answer.description), Object.entries(answer.content ?? {}).map(([type, media]) => `${typeText(media.schema)} <small>${text(type)}</small>`).join('<br>'), Object.keys(answer.headers ?? {}).map((each) => `<code>${text(each)}</code>`).join(' '),
  ])
  const examples = answers.filter(([status]) => status < '300').flatMap(([status, answer]) => Object.values(answer.content ?? {}).map((media) => exampleOf(media, `Example of an answer, ${status}`)))
  return table('Answers', ['Status', 'Meaning', 'Body', 'Headers'], rows) + examples.join('')
}

const exampleOf = (media, label) => example(media.example ?? Object.values(media.examples ?? {})[0]?.value, label)
