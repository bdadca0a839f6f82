/**
 * Data for search engines. It is no script: nothing runs it, and the content policy lets it be. `<` is
 * written as an escape, so that no name can close the block.
 */
export function JsonData({ data }: { data: object }) {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of JSON.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
