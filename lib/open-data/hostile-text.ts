/** What a spreadsheet would run after the other signs that start a formula: `@SUM(`, `+cmd|`, `-2+3+cmd|`. */
const call =
  /^(?:[@\uFF20]\s*[a-z.]{2,}\(|[+\-@\uFF0B\uFF0D\uFF20]\s*(?:[\d.]+\s*[+\-*/]\s*)*(?:[a-z]+\||[A-Z.]{2,}\())/

/** Whether a spreadsheet would work this cell out: `=1+1`, `@SUM(A1)`, `+cmd|' /C calc'!A0`. A telephone is none. */
export function isFormula(text: string): boolean {
  return /^[=\uFF1D]\s*\S/.test(text) || call.test(text)
}

/** HTML that does something; `<b>` only shows. */
const active =
  /<\s*\/?\s*(?:script|iframe|frame|object|embed|applet|style|link|meta|base|form|input|button|svg|math|img|image|video|audio|body|html|template|a)\b|<[a-z][^>]*\son[a-z]+\s*=|javascript:\S/i

/** Whether a text holds HTML that a page would run if it were not shown as text. */
export function isActiveHtml(text: string): boolean {
  return active.test(text)
}
