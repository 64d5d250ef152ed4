// SPDX-License-Identifier: EUPL-1.2
// The reference pages: the whole contract as one page of plain HTML. No script, nothing fetched from elsewhere.
import { prose, text } from './html.mjs'
import { METHODS, operationSection } from './operations.mjs'
import { STYLE } from './style.mjs'
import { typeSection } from './types.mjs'

/** The page of a bundled contract. */
export function referencePage(contract) {
  const { info, tags = [], components = {} } = contract
  const byTag = tags.map((tag) => ({ ...tag, operations: [...operationsOf(contract, tag.name)] })).filter((tag) => tag.operations.length > 0)
  const types = Object.entries(components.schemas ?? {}).sort(([one], [other]) => one.localeCompare(other, 'en'))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info.title)} ${text(info.version)} – reference</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<nav aria-label="Operations and types">
<p class="name">${text(info.title)} <small>${text(info.version)}</small></p>
<ul>${byTag.map(menu).join('')}<li><a href="#types">Types</a></li></ul>
</nav>
<main id="content">
<h1>${text(info.title)}</h1>
${prose(info.description)}
<p>The contract itself: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI ${text(contract.openapi)}). Kinds of problem: <a href="/problems">/problems</a>. Addresses below begin with <code>${text(base(contract))}</code>.</p>
${byTag.map((tag) => section(contract, tag)).join('\n')}
<section id="types"><h2>Types</h2>${types.map(typeSection).join('\n')}</section>
</main>
</body>
</html>
`
}

function* operationsOf(contract, tag) {
  for (const [path, item] of Object.entries(contract.paths))
    for (const method of METHODS) if (item[method]?.tags?.includes(tag)) yield { path, item, method, operation: item[method] }
}

const base = (contract) => new URL(contract.servers[0].url).pathname

function menu({ name, operations }) {
  const links = operations.map(({ operation, method }) => `<li><a href="#${text(operation.operationId)}"><span class="method ${method}">${method.toUpperCase()}</span> ${text(operation.summary)}</a></li>`)
  return `<li><a href="#tag-${text(name)}">${text(name)}</a><ul>${links.join('')}</ul></li>`
}

function section(contract, { name, description, operations }) {
  return `<section id="tag-${text(name)}"><h2>${text(name)}</h2>${prose(description)}
${operations.map(({ path, item, method }) => operationSection(contract, path, item, method)).join('\n')}</section>`
}
