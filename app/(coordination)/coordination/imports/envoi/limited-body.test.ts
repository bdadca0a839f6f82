import { expect, test } from 'vitest'
import { limited, TooLarge } from './limited-body'

const megabyte = new Uint8Array(1_000_000)

/** So many megabytes, made as they are asked for, and how many were. */
function bodyOf(megabytes: number) {
  const sent = { megabytes: 0, isCut: false }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent.megabytes === megabytes) controller.close()
      else controller.enqueue(megabyte.slice())
      sent.megabytes += Number(sent.megabytes < megabytes)
    },
    cancel() {
      sent.isCut = true
    },
  })
  return { body, sent }
}

const read = (body: ReadableStream<Uint8Array>) => new Response(limited(body, 10_000_000)).arrayBuffer()

test('a body within the limit comes whole', async () => {
  expect((await read(bodyOf(10).body)).byteLength).toBe(10_000_000)
})

test('one that is somewhat longer is heard to its end, so that its sender hears the answer', async () => {
  const { body, sent } = bodyOf(30)
  await expect(read(body)).rejects.toThrow(TooLarge)
  expect(sent).toEqual({ megabytes: 30, isCut: false })
})

test('a gigabyte is cut after a fifth of it, fast and without being held in memory', async () => {
  const { body, sent } = bodyOf(1000)
  const start = performance.now()
  const before = process.memoryUsage().rss
  await expect(read(body)).rejects.toThrow(TooLarge)
  expect(sent).toEqual({ megabytes: expect.closeTo(201, -1), isCut: true })
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  expect(performance.now() - start).toBeLessThan(5_000)
})
