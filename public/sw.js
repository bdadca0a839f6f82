// Opens without a connection what was kept on this device: the places of "Mes lieux", the last list of
// results, and a page that says so for everything else. Nothing behind a sign-in, no answer of the API and
// nothing that is sent is ever kept. The address of this file names the build: another build, another worker.

const version = new URL(self.location.href).searchParams.get('v')
/** Styles, scripts and typefaces of the pages below; their addresses change with what they hold. */
const files = `files-${version}`
/** The places of "Mes lieux", the last list, and "/hors-ligne" in the languages that were read. */
const places = 'places'
const results = 'results'
const ways = 'offline'
/** Milliseconds that the network has before what is kept is shown. */
const patience = 4000

const isList = ({ pathname, search }) => /^(\/[a-z]{2})?\/lieux$/.test(pathname) && search !== ''
const offlineOf = ({ pathname }) => `${/^\/(en|es|pt|ar|uk)(?=\/|$)/.exec(pathname)?.[0] ?? ''}/hors-ligne`

self.addEventListener('install', (event) => {
  event.waitUntil(fetchInto(ways, '/hors-ligne').then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([self.registration.navigationPreload?.enable(), renew().then(() => self.clients.claim())]),
  )
})

self.addEventListener('message', (event) => {
  const { keep, forget } = event.data
  if (keep) event.waitUntil(fetchInto(places, keep))
  if (forget) event.waitUntil(caches.open(places).then((cache) => cache.delete(forget)))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/_next/static/')) event.respondWith(answerFile(request))
  else if (request.mode === 'navigate') event.respondWith(answerPage(event, url))
})

/** A file never changes under its address. */
async function answerFile(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(files)).put(request, response.clone())
  return response
}

/** The network first; what is kept when it fails, or takes too long. */
async function answerPage(event, url) {
  const kept = await keptPage(url)
  try {
    const answer = Promise.resolve(event.preloadResponse).then((preloaded) => preloaded ?? fetch(event.request))
    const response = await (kept ? Promise.race([answer, failLater()]) : answer)
    if (response.status >= 500 && kept) return kept
    if (response.ok) event.waitUntil(keepAgain(url, response.clone()).catch(() => {}))
    return response
  } catch {
    return kept ?? (await inCache(ways, offlineOf(url))) ?? (await inCache(ways, '/hors-ligne')) ?? Response.error()
  }
}

function failLater() {
  return new Promise((_, reject) => setTimeout(reject, patience))
}

async function keptPage(url) {
  return (await inCache(places, url.pathname)) ?? (await inCache(results, url.href)) ?? inCache(ways, url.pathname)
}

async function inCache(name, address) {
  return (await caches.open(name)).match(address, { ignoreVary: true })
}

/** What was just read replaces what is kept of it; a new list replaces the last. */
async function keepAgain(url, response) {
  if (isList(url)) {
    await caches.delete(results)
    return putInto(results, url.href, response)
  }
  if (await inCache(places, url.pathname)) return putInto(places, url.pathname, response)
  const way = offlineOf(url)
  if (!(await inCache(ways, way))) await fetchInto(ways, way)
}

async function fetchInto(name, address) {
  const response = await fetch(address)
  // A place that left the directory leaves the device too.
  if (response.status === 404 || response.status === 410) return (await caches.open(name)).delete(address)
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`)
  await putInto(name, address, response)
}

/** A page with the files that it names. */
async function putInto(name, address, response) {
  const html = await response.clone().text()
  const named = new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:css|js|woff2)/g))
  const cache = await caches.open(files)
  const missing = await Promise.all([...named].map(async (file) => ((await caches.match(file)) ? [] : [file])))
  await Promise.all(missing.flat().map((file) => cache.add(file)))
  // Browsers refuse to open a page that another address gave.
  const page = response.redirected ? new Response(html, { headers: response.headers }) : response
  await (await caches.open(name)).put(address, page)
}

/** The pages of the build before name its files: theirs go once every page is of this build. */
async function renew() {
  for (const name of [places, ways, results]) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const isRenewed = await fetchInto(name, name === results ? url : new URL(url).pathname).then(
        () => true,
        () => false,
      )
      if (!isRenewed) return
    }
  }
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('files-') && name !== files).map((name) => caches.delete(name)),
  )
}
