import { expect, test } from 'vitest'
import { newVersionId } from '../../../../local/cloud/engines/objects.ts'
import { s3Event } from '../../../../local/cloud/events/s3-event.ts'

const version = (key: string, versionId = newVersionId()) => ({
  ...{ bucket: 'uploads', key, versionId, deleted: false, etag: '"abc"', size: 5, contentType: 'text/plain' },
  ...{ lastModified: '2023-01-01T00:00:00.000Z', metadata: {}, notified: false },
})

test('the key is encoded as in a form, and the etag has no quotes', () => {
  const { object } = s3Event(version("articles/a b+c/ü'(1).txt", 'x.1.y'), true, 'c').Records[0]!.s3
  expect(object).toMatchObject({
    key: 'articles/a+b%2Bc/%C3%BC%27%281%29.txt',
    eTag: 'abc',
    size: 5,
    versionId: 'x.1.y',
  })
  expect(decodeURIComponent(object.key.replaceAll('+', ' '))).toBe("articles/a b+c/ü'(1).txt")
})

test('a later version of a key has a later sequencer', () => {
  const sequencers = Array.from({ length: 300 }, () => s3Event(version('k'), true, 'c').Records[0]!.s3.object.sequencer)
  expect(sequencers.toSorted()).toEqual(sequencers)
  expect(new Set(sequencers).size).toBe(300)
})

test('without versioning there is no version id', () => {
  expect(s3Event(version('k'), false, 'c').Records[0]!.s3.object).not.toHaveProperty('versionId')
})
