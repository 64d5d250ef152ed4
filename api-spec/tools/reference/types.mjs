// SPDX-License-Identifier: EUPL-1.2
// The types of the contract, for people.
import { inline, prose, table, text } from './html.mjs'

const LIMITS = { minLength: 'at least {} characters', maxLength: 'at most {} characters', minimum: '≥ {}', maximum: '≤ {}', minItems: 'at least {}', maxItems: 'at most {}', pattern: 'pattern {}', default: 'default {}' }

const nameOf = (schema) => schema.$ref?.slice(schema.$ref.lastIndexOf('/') + 1)

/** A schema in few words, with a link to its type. HTML. */
export function typeText(schema) {
  if (!schema) return ''
  const name = nameOf(schema)
  if (name) return `<a href="#type-${text(name)}">${text(name)}</a>`
  for (const choice of ['oneOf', 'anyOf']) if (schema[choice]) return schema[choice].map(typeText).join(' or ')
  if (schema.allOf) return schema.allOf.map(typeText).join(' and ')
  if (schema.type === 'array') return `list of ${typeText(schema.items)}`
  if (typeof schema.additionalProperties === 'object') return `map of ${typeText(schema.additionalProperties)}`
  return text([schema.type ?? 'any', schema.format && `(${schema.format})`, schema.nullable && 'or null'].filter(Boolean).join(' '))
}

/** What limits the values of a schema, and which they are. HTML. */
export function limits(schema) {
  if (!schema) return ''
  const told = Object.entries(LIMITS).filter(([key]) => schema[key] !== undefined).map(([key, words]) => text(words.replace('{}', schema[key])))
  const closed = schema.enum?.map((each) => `<code>${text(each)}</code>`).join(', ')
  const open = schema['x-extensible-enum']?.map((each) => `<code>${text(each)}</code>`).join(', ')
  return [...told, closed && `one of ${closed}`, open && `${open}, maybe others later`].filter(Boolean).join('; ')
}

/** The fields of an object as a table. HTML. */
export function fields(caption, schema) {
  const parts = [schema, ...(schema.allOf ?? [])]
  const required = new Set(parts.flatMap((each) => each.required ?? []))
  const rows = parts.flatMap((part) => Object.entries(part.properties ?? {})).map(([name, field]) => [
    `<code>${text(name)}</code>`, typeText(field), required.has(name) ? 'always' : '', [inline(field.description), limits(field.type === 'array' ? { ...field.items, ...field } : field)].filter(Boolean).join(' '),
  ])
  return table(caption, ['Field', 'Type', 'Required', 'Meaning'], rows)
}

/** One type with its anchor. HTML. */
export function typeSection([name, schema]) {
  const own = schema.properties || schema.allOf ? fields(`Fields of ${name}`, schema) : `<p>${typeText(schema)} ${limits(schema)}</p>`
  const variants = schema.discriminator ? `<p>Told apart by <code>${text(schema.discriminator.propertyName)}</code>.</p>` : ''
  return `<section id="type-${text(name)}"><h3>${text(name)}</h3>${prose(schema.description)}${own}${variants}</section>`
}
