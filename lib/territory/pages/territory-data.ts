interface Step {
  name: string
  /** Absolute */
  url: string
}

/** Where a page stands and what it lists, as search engines read it (https://schema.org, JSON-LD). */
export function territoryData(line: readonly Step[], items: readonly Step[]): object {
  const listed = (steps: readonly Step[]) =>
    steps.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: url }))
  const breadcrumb = { '@type': 'BreadcrumbList', itemListElement: listed(line) }
  const list = {
    '@type': 'ItemList',
    numberOfItems: items.length,
    itemListElement: items.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, url })),
  }
  return { '@context': 'https://schema.org', '@graph': items.length > 0 ? [breadcrumb, list] : [breadcrumb] }
}
