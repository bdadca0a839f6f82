/** A body that is longer than it may be. */
export class TooLarge extends Error {}

/**
 * A body up to so many bytes. The rest of a longer one is thrown away as it comes, so that who sent it hears the
 * answer rather than a line that drops, then it fails with `TooLarge`; what goes on for ever is cut.
 */
export function limited(body: ReadableStream<Uint8Array> | null, most: number): ReadableStream<Uint8Array> | null {
  let read = 0
  return (
    body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          read += chunk.byteLength
          if (read <= most) controller.enqueue(chunk)
          else if (read > endless) controller.error(new TooLarge())
        },
        flush(controller) {
          if (read > most) controller.error(new TooLarge())
        },
      }),
    ) ?? null
  )
}

const endless = 200_000_000
