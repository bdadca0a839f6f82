/** These say where one starts from: they do not change under the map. */
const where = ['lieu', 'lat', 'lon']

/**
 * The search that a form of filters stands for now, before it is sent.
 *
 * @param before the parameters of the page: what the form does not ask stays
 */
export function searchOfForm(form: HTMLFormElement, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(before)
  for (const element of form.elements) {
    const name = element.getAttribute('name')
    if (name && !where.includes(name)) params.delete(name)
  }
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '' && !where.includes(name)) params.append(name, value)
  }
  return params
}
