import { describe, expect, test } from 'vitest'
import { loadFixtures } from '../../../fixtures/load.ts'
import { readArticleLazily } from '../../../lambdas/core/article/read-article-lazily.ts'

describe('an upload is read alike whether the HTML reader is loaded at once or when a page comes in', () => {
  test.each(loadFixtures())('$fileName', async ({ upload, article }) => {
    expect(await readArticleLazily(upload)).toEqual(article)
  })

  test('a page inside article JSON', async () => {
    const body = JSON.stringify({ contentType: 'text/html', body: '<p>The road is open.</p>' })
    expect(await readArticleLazily({ body })).toMatchObject({ text: 'The road is open.' })
  })

  test('and refused alike', async () => {
    await expect(readArticleLazily({ body: '' })).rejects.toThrow(expect.objectContaining({ code: 'empty' }))
    await expect(readArticleLazily({ body: '<html>' })).rejects.toThrow(expect.objectContaining({ code: 'no-text' }))
  })
})
