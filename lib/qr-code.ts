import QRCode from 'qrcode'

/** A QR code as squares of one unit, with the white margin that readers need. */
export interface QrCode {
  size: number
  /** The black squares, for the `d` of an SVG path */
  path: string
}

const margin = 4

/** @param text at most some 2,000 characters */
export function qrCode(text: string): QrCode {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const squares = Array.from(data, (isBlack, index) =>
    isBlack ? `M${margin + (index % size)} ${margin + Math.floor(index / size)}h1v1h-1z` : '',
  )
  return { size: size + 2 * margin, path: squares.join('') }
}
