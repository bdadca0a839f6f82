/** An empty page, prerendered: what Next serves fastest. */
export const dynamic = 'force-static'

export default function EmptyPage() {
  return null
}
