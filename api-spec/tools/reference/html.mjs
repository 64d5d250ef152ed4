// SPDX-License-Identifier: EUPL-1.2
// Writing HTML: every text is escaped where it is put in.

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML. */
export const text = (value) => String(value ?? '').replace(/[&<>"]/g, (each) => escapes[each])

/** A description as HTML: paragraphs, lists, `code` and **strong** of Markdown; anything else stays text. */
export function prose(markdown) {
  if (!markdown) return ''
  return markdown.trim().split(/\n\s*\n/).map(block).join('\n')
}

function block(lines) {
  const items = lines.split('\n')
  if (items.every((each) => /^\s*[-*] /.test(each))) return `<ul>${items.map((each) => `<li>${inline(each.replace(/^\s*[-*] /, ''))}</li>`).join('')}</ul>`
  return `<p>${inline(lines)}</p>`
}

/** Text with `code` and **strong** in it. */
export const inline = (value) => text(value).replace(/`([^`]+)`/g, '<code>$1</code>').replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')

/** A table, or nothing if it has no rows. Cells are HTML. */
export function table(caption, heads, rows) {
  if (rows.length === 0) return ''
  const row = (cells) => `<tr>${cells.map((cell, n) => (n === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`
  return `<div class="wide" tabindex="0" role="region" aria-label="${text(caption)}"><table><caption>${text(caption)}</caption><thead><tr>${heads.map((each) => `<th scope="col">${text(each)}</th>`).join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table></div>`
}

/** An example, as JSON. */
export function example(value, label) {
  if (value === undefined) return ''
  return `<figure><figcaption>${text(label)}</figcaption><pre tabindex="0"><code>${text(JSON.stringify(value, null, 2))}</code></pre></figure>`
}
