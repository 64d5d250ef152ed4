// SPDX-License-Identifier: EUPL-1.2
/** The look of the reference pages: the product's colours and type, light and dark, and on paper. */
export const STYLE = `
:root { --ink: #1b1f24; --muted: #56606b; --line: #d6dbe1; --paper: #fff; --ground: #f6f7f9; --accent: #0b5e8a }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --muted: #aeb7c0; --line: #3a424b; --paper: #14181c; --ground: #1d2227; --accent: #7fc4ea } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; display: grid; grid-template-columns: minmax(14rem, 20rem) minmax(0, 1fr); font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--accent) } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem }
nav { background: var(--ground); border-right: 1px solid var(--line); padding: 1rem; height: 100vh; position: sticky; top: 0; overflow: auto; font-size: 14px }
nav ul { list-style: none; margin: 0; padding: 0 } nav ul ul { padding: 0 0 .75rem .5rem } nav a { display: block; padding: .2rem 0; text-decoration: none; color: var(--ink) } nav a:hover { text-decoration: underline }
.name { font-weight: 600; margin: 0 0 1rem }
main { padding: 1.5rem 2rem 6rem; max-width: 70rem } main p, main ul { max-width: 70ch }
h1 { font-size: 36px; line-height: 1.2 } h2 { font-size: 28px; margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 2rem } h3 { font-size: 22px; margin: 2.5rem 0 .5rem }
code { font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere } pre { background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: 1rem; overflow: auto; margin: 0 } pre code { overflow-wrap: normal }
figure { margin: 1rem 0 } figcaption, .who, small { color: var(--muted); font-size: 14px }
.wide { overflow-x: auto; margin: 1rem 0 } table { border-collapse: collapse; width: 100%; font-size: 14px } caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line) } tbody th { font-weight: 400 } tbody th code { white-space: nowrap; overflow-wrap: normal }
.method { font: 600 12px/1 ui-monospace, monospace; border: 1px solid currentColor; border-radius: 4px; padding: .1rem .3rem } nav .method { border: 0; padding: 0; color: var(--muted) }
@media (max-width: 60rem) { body { display: block } nav { position: static; height: auto; max-height: 50vh } main { padding: 1rem } }
@media print { nav, .skip { display: none } body { display: block } article { break-inside: avoid-page } }
`
