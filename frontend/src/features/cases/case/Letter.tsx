// SPDX-License-Identifier: EUPL-1.2
/** A block of a letter. */
type Block = { kind: 'heading' | 'text'; text: string };

/** The blocks of a letter written as a small web page: its headings and paragraphs as text, and nothing else of it. */
export function blocksOf(html: string): Block[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.body.querySelectorAll('h2, h3, p, li')].map((element) => ({
    kind: element.tagName.startsWith('H') ? ('heading' as const) : ('text' as const),
    text: element.textContent?.trim() ?? '',
  }));
}

/** A letter, shown as text: no mark-up of it reaches the page. */
export function Letter({ html }: { html: string }) {
  return (
    <div className="letter" lang="sv">
      {blocksOf(html).map((block, at) =>
        block.kind === 'heading' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a stored letter never change
          <h3 key={at}>{block.text}</h3>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a stored letter never change
          <p key={at} className="prose">
            {block.text}
          </p>
        ),
      )}
    </div>
  );
}
