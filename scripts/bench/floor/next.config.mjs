// Of its own, or Next would take the site's, with its headers and plugins.
export default { poweredByHeader: false }
