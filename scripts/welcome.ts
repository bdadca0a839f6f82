/** What `npm start` says once the site answers. */
export function welcome(): void {
  console.log(`\nÀ deux pas is ready: ${process.env.PUBLIC_URL}\n`)
}
