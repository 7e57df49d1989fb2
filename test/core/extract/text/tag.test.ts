import nlp from 'compromise'
import { describe, expect, it } from 'vitest'
import { loadFixtures } from '../../../../fixtures/load.ts'
import type { RawTerm } from '../../../../lambdas/core/extract/text/compromise.ts'
import { tag } from '../../../../lambdas/core/extract/text/tag.ts'

const shown = (sentences: RawTerm[][]) =>
  sentences.map(terms =>
    terms.map(({ pre, text, post, normal, implicit, tags }) => ({
      pre,
      text,
      post,
      normal,
      implicit,
      tags: [...tags].sort(),
    })),
  )
const texts = loadFixtures().flatMap(({ article }) => article.text.split(/\n+/).filter(Boolean))

describe('the tags of a text', () => {
  it.each([
    "They can't have said it wasn't so; he's gone, isn't he?",
    'On May 5th, like last year, the U.S.-led talks cost $3.4bn (or 20%).',
    '“Run!” said Dr. Anna Smith-Jones, 34, of Baku, Azerbaijan.',
    ...texts,
  ])('are those that compromise gives: %s', text => {
    expect(shown(tag(text))).toEqual(shown((nlp(text) as unknown as { document: RawTerm[][] }).document))
  })
})
